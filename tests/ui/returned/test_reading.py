"""Returned files are read in a process of their own; none of them can stop the next."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aiplanner.app.returned import ReadField, ReadForm, read_plain
from aiplanner.domain.errors import PlanError
from aiplanner.ui.errors import sentence
from aiplanner.ui.returned.gathering import MOST, MOST_FOLDERS, gathered
from aiplanner.ui.returned.reading import FormReading
from tests.support import form_double

COMMAND = (sys.executable, form_double.__file__)
SOON_MS = 200
"""Milliseconds after which a file is given up here; a process that came up answers at once."""
FORM = ReadForm((ReadField("a/-/-/text", "text", "Łódź, Привіт"),), ("a mark",), "f" * 64)


@dataclass
class Desk:
    """A reader, a folder for its files, and what was told, in order."""

    reading: FormReading
    folder: Path
    qtbot: QtBot
    told: list[tuple[int, object]] = field(default_factory=list)
    began: list[int] = field(default_factory=list)

    def add(self, number: int, name: str) -> None:
        """Have a file of that name read."""
        path = self.folder / f"{name}.pdf"
        path.write_text(json.dumps(read_plain(FORM)), encoding="utf-8")
        self.reading.add(number, path)

    def wait_for(self, count: int) -> None:
        """Until so many files are answered."""
        self.qtbot.waitUntil(lambda: len(self.told) >= count, timeout=30_000)


def at_desk(command: tuple[str, ...], folder: Path, qtbot: QtBot, limit_ms: int) -> Desk:
    desk = Desk(FormReading(command, None, limit_ms), folder, qtbot)
    desk.reading.began.connect(desk.began.append)
    desk.reading.read.connect(lambda number, form: desk.told.append((number, form)))
    desk.reading.refused.connect(lambda number, error: desk.told.append((number, error.code)))
    return desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = at_desk(COMMAND, tmp_path, qtbot, 20_000)
    yield made
    made.reading.stop()


def test_files_are_read_one_after_the_other_in_their_order(desk: Desk) -> None:
    for number in range(5):
        desk.add(number, f"file-{number}")
    assert desk.began == [0]
    desk.wait_for(5)
    assert desk.told == [(number, FORM) for number in range(5)]
    assert desk.began == [0, 1, 2, 3, 4]
    assert not desk.reading.running


@pytest.mark.parametrize(
    ("manner", "code"),
    [
        ("crash", "returned-broken"),
        ("bug", "returned-broken"),
        ("nonsense", "returned-broken"),
        ("refuse", "returned-not-pdf"),
    ],
)
def test_a_file_that_breaks_its_reader_does_not_stop_the_next(
    desk: Desk, manner: str, code: str
) -> None:
    desk.add(0, manner)
    desk.add(1, "file")
    desk.wait_for(2)
    assert desk.told == [(0, code), (1, FORM)]


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = at_desk(COMMAND, tmp_path, qtbot, SOON_MS)
    desk.add(0, "hang")
    desk.wait_for(1)
    assert desk.told == [(0, "returned-slow")]
    desk.reading.stop()

    patient = at_desk(COMMAND, tmp_path, qtbot, 20_000)
    patient.add(1, "file")
    patient.wait_for(1)
    assert patient.told == [(1, FORM)]
    patient.reading.stop()


def test_noise_and_answers_to_nothing_are_not_taken_for_a_form(desk: Desk) -> None:
    desk.add(0, "noise")
    desk.wait_for(1)
    assert desk.told == [(0, FORM)]


def test_without_a_reader_every_file_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    desk = at_desk((str(tmp_path / "nothing-here"),), tmp_path, qtbot, 20_000)
    desk.add(0, "file")
    desk.add(1, "other")
    desk.wait_for(2)
    assert desk.told == [(0, "pack-process-missing"), (1, "pack-process-missing")]


def test_what_is_stopped_is_never_told(desk: Desk) -> None:
    desk.add(0, "hang")
    desk.add(1, "file")
    desk.reading.stop()
    desk.add(2, "file")
    desk.wait_for(1)
    assert desk.told == [(2, FORM)]


def test_a_folder_gives_its_pdf_files_and_a_chosen_file_is_taken_as_it_is(tmp_path: Path) -> None:
    inner = tmp_path / "forms" / "table 2"
    inner.mkdir(parents=True)
    for path in (inner / "b.PDF", inner.parent / "a.pdf", inner.parent / "notes.txt"):
        path.touch()
    chosen = tmp_path / "letter.txt"
    found = gathered([tmp_path / "forms", chosen])
    assert found.files == (inner.parent / "a.pdf", inner / "b.PDF", chosen)
    assert not found.cut


def test_a_folder_of_very_many_is_cut_and_that_is_known(tmp_path: Path) -> None:
    for number in range(MOST + 1):
        (tmp_path / f"{number:04}.pdf").touch()
    found = gathered([tmp_path])
    assert (len(found.files), found.cut) == (MOST, True)


def test_of_very_many_those_that_are_known_give_way_to_the_rest(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        (tmp_path / f"{number:04}.pdf").touch()
    first = gathered([tmp_path])
    again = gathered([tmp_path], frozenset(first.files))
    rest = set(tmp_path.iterdir()) - set(first.files)
    assert set(again.files[:3]) == rest
    assert len(again.files) == MOST


def test_files_stand_in_order_whatever_their_case(tmp_path: Path) -> None:
    for name in ("b.pdf", "A.pdf", "C.PDF"):
        (tmp_path / name).touch()
    assert [path.name for path in gathered([tmp_path]).files] == ["A.pdf", "b.pdf", "C.PDF"]


def test_a_disk_dropped_by_mistake_is_not_walked_to_its_end(tmp_path: Path) -> None:
    for number in range(MOST_FOLDERS + 5):
        (tmp_path / f"{number:04}").mkdir()
    (tmp_path / "0000" / "near.pdf").touch()
    (tmp_path / f"{MOST_FOLDERS + 4:04}" / "far.pdf").touch()
    found = gathered([tmp_path])
    assert [path.name for path in found.files] == ["near.pdf"]
    assert found.cut
    for number in range(MOST_FOLDERS - 1, MOST_FOLDERS + 5):
        shutil.rmtree(tmp_path / f"{number:04}")
    assert not gathered([tmp_path]).cut


def test_an_error_is_one_that_can_be_worded() -> None:

    for code in ("returned-slow", "returned-broken"):
        assert sentence(PlanError(code))
