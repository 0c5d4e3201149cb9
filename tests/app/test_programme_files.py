"""The file of a programme carries the pictures of its photos, and a wrong one changes nothing."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from aiplanner.app import programme_files
from aiplanner.app.interchange import to_json
from aiplanner.app.library import copy_words, import_file, write_copy
from aiplanner.app.programme_files import read_programme_file, written
from aiplanner.app.wording import say
from aiplanner.domain.edits.photos import add_photo
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from tests.support.kept_programmes import NOW, keep, workshop
from tests.support.memory_library import MemoryLibrary
from tests.support.pictures import BLUE, GREY, GREY_JPEG, RED, png, turned, with_exif


def photographed(*keys: str) -> Programme:
    """A programme with photos of these pictures."""
    programme = workshop()
    for key in keys:
        programme = add_photo(programme, Photo(new_id(), 0, key, "The wall"))
    return programme


def base64(data: bytes) -> str:
    return b64encode(data).decode()


def test_pictures_go_into_the_file_and_come_out_of_it(tmp_path: Path) -> None:
    here, there = MemoryLibrary(), MemoryLibrary()
    programme = keep(here, photographed(RED.key, GREY.key))
    here.keep_pictures([RED, GREY, BLUE], NOW)
    file = tmp_path / "plan.json"
    assert write_copy(here, programme, file) == 0
    assert list(json.loads(file.read_text())["pictures"]) == [RED.key, GREY.key]
    key = import_file(there, file, NOW, new_id)
    assert there.load(key)[0] == programme
    assert there.pictures([RED.key, GREY.key, BLUE.key]) == {RED.key: RED, GREY.key: GREY}
    again = import_file(there, file, NOW, new_id)
    assert {photo.picture for photo in there.load(again)[0].photos} == {RED.key, GREY.key}


def test_a_logo_goes_along(tmp_path: Path) -> None:
    there, file = MemoryLibrary(), tmp_path / "plan.json"
    programme = photographed(RED.key)
    worn = programme.put(replace(programme.head, logo=GREY.key, logo_words="Two hills"))
    data, _left_out = written(worn, {one.key: one for one in (RED, GREY, BLUE)})
    file.write_bytes(data)
    key = import_file(there, file, NOW, new_id)
    assert there.load(key)[0] == worn
    assert there.pictures([GREY.key, RED.key]) == {GREY.key: GREY, RED.key: RED}


def test_a_programme_without_photos_is_written_as_ever() -> None:
    assert written(workshop(), {RED.key: RED})[0].count(b"pictures") == 0


def test_a_photo_whose_picture_is_lost_is_still_a_photo(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    programme = photographed(RED.key)
    assert write_copy(MemoryLibrary(), programme, file) == 0
    assert read_programme_file(file) == (programme, ())


def test_what_does_not_fit_is_left_out_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programme_files, "MOST_PICTURES", len(BLUE.data) + len(RED.data))
    library, file = MemoryLibrary(), tmp_path / "plan.json"
    library.keep_pictures([BLUE, RED, GREY], NOW)
    programme = photographed(BLUE.key, RED.key, GREY.key)
    left_out = write_copy(library, programme, file)
    assert left_out == 1
    assert read_programme_file(file) == (programme, (BLUE, RED))
    assert copy_words(file, left_out) == (
        "Saved a copy as plan.json. 1 photo did not fit in the file; its words are there."
    )


@pytest.mark.parametrize(
    ("pictures", "why"),
    [
        ({RED.key: "not base 64!"}, "it is not base 64"),
        ({RED.key: base64(BLUE.data)}, "it is not the SHA-256 of the picture"),
        ({RED.key: base64(RED.data[:-9])}, "it is no whole JPEG or PNG picture"),
        ({RED.key: ""}, "it is no whole JPEG or PNG picture"),
        ({RED.key: base64(png(2001, 1))}, "more pixels"),
        ({RED.key: base64(bytes(4 * 1024 * 1024 + 1))}, "larger than a photo"),
        ({RED.key: base64(with_exif(GREY_JPEG, turned(6)))}, "where it was taken"),
        ({RED.key: 7}, "pictures"),
        ([base64(RED.data)], "pictures"),
    ],
)
def test_a_wrong_picture_refuses_the_file_in_one_sentence(
    tmp_path: Path, pictures: object, why: str
) -> None:
    raw = json.loads(to_json(photographed(RED.key)))
    file = tmp_path / "plan.json"
    file.write_text(json.dumps({**raw, "pictures": pictures}))
    library = MemoryLibrary()
    with pytest.raises(PlanError) as refused:
        import_file(library, file, NOW, new_id)
    said = say(refused.value)
    assert why in said
    assert said.endswith("Nothing was changed.")
    assert (library.kept, library.shown) == ({}, {})


def test_pictures_larger_than_a_file_may_hold_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.json"
    library = MemoryLibrary()
    library.keep_pictures([RED], NOW)
    write_copy(library, photographed(RED.key), file)
    monkeypatch.setattr(programme_files, "MOST_PICTURES", len(RED.data) - 1)
    with pytest.raises(PlanError) as refused:
        read_programme_file(file)
    assert refused.value.code == "data-too-large"
