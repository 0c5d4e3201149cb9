"""Files and folders that are whole or not there, and one that another program holds."""

from __future__ import annotations

import os
from errno import EACCES, EBUSY, ENOSPC, ENOTDIR
from pathlib import Path

import pytest

from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.app.writing import folder_whole, free_folder, part_of, write_whole


def refusing(number: int) -> object:
    """A system that will not let a file take its place."""

    def replace(_part: Path, _path: Path) -> None:
        raise OSError(number, os.strerror(number))

    return replace


@pytest.mark.parametrize("number", [EACCES, EBUSY])
def test_a_file_that_is_open_elsewhere_is_kept_and_said_to_be_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    place = tmp_path / "pack.pdf"
    place.write_bytes(b"the last issue")
    monkeypatch.setattr(os, "replace", refusing(number))
    with pytest.raises(WorldError, match="file-held") as told:
        write_whole(place, b"new")
    assert "“pack.pdf” is open in another program" in say(told.value)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"the last issue"]


def test_a_file_in_place_of_the_folder_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "plan").write_bytes(b"old")
    with pytest.raises(WorldError, match="file-unwritable") as told:
        write_whole(tmp_path / "plan" / "new.pdf", b"new")
    assert os.strerror(ENOTDIR) in say(told.value)
    assert (tmp_path / "plan").read_bytes() == b"old"


def test_nothing_holds_a_file_that_is_not_there_and_a_full_disk_is_no_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, name in ((EACCES, "new.pdf"), (ENOSPC, "old.pdf")):
        (tmp_path / "old.pdf").write_bytes(b"old")
        monkeypatch.setattr(os, "replace", refusing(number))
        with pytest.raises(WorldError, match="file-unwritable"):
            write_whole(tmp_path / name, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["old.pdf"]


def test_a_folder_appears_when_it_is_whole_and_not_when_its_making_fails(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    with pytest.raises(ZeroDivisionError), folder_whole(folder) as place:
        (place / "one.pdf").write_bytes(bytes(1 // 0))
    assert list(tmp_path.iterdir()) == []
    part_of(folder).mkdir()
    (part_of(folder) / "left by a killed process").touch()
    with folder_whole(folder) as place:
        (place / "one.pdf").touch()
        assert not folder.exists()
    assert [str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*")] == [
        "papers",
        str(Path("papers") / "one.pdf"),
    ]


def test_a_folder_that_is_there_is_never_touched(tmp_path: Path) -> None:
    for name in ("papers", "papers (2)"):
        (tmp_path / name).mkdir()
    with pytest.raises(WorldError, match="folder-there"), folder_whole(tmp_path / "papers"):
        pass
    assert free_folder(tmp_path / "papers") == tmp_path / "papers (3)"
    assert free_folder(tmp_path / "other") == tmp_path / "other"


def test_what_others_call_a_part_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "papers.part").mkdir()
    (tmp_path / "papers.part" / "notes.txt").write_bytes(b"mine")
    (tmp_path / "pack.pdf.part").write_bytes(b"half loaded by a browser")
    with folder_whole(tmp_path / "papers") as place:
        (place / "one.pdf").touch()
    write_whole(tmp_path / "pack.pdf", b"new")
    assert (tmp_path / "papers.part" / "notes.txt").read_bytes() == b"mine"
    assert (tmp_path / "pack.pdf.part").read_bytes() == b"half loaded by a browser"


def test_the_longest_name_a_system_takes_can_be_written(tmp_path: Path) -> None:
    place = tmp_path / ("é" * 125 + ".pdf")
    write_whole(place, b"new")
    assert [file.name for file in tmp_path.iterdir()] == [place.name]
