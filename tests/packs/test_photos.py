"""Photos are printed with their words, tagged, and never in the way of the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from aiplanner.app.picture_files import laid_out, lay_out
from aiplanner.app.pictures import Picture, picture_of
from aiplanner.domain.edits.photos import add_photo
from aiplanner.domain.ids import new_id
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from tests.support.kept_programmes import NOW, workshop
from tests.support.memory_library import MemoryLibrary
from tests.support.packs import rendered, squeezed
from tests.support.pictures import BLUE, GREY, RED, png
from tests.support.tagged_pdf import faults, structure

REPORT = ("cycle-report",)
TALL = picture_of(png(40, 2000), "tall.png")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder with all pictures."""
    made = tmp_path / "pictures"
    made.mkdir()
    library = MemoryLibrary()
    library.keep_pictures([RED, BLUE, GREY, TALL], NOW)
    lay_out(library, [RED.key, BLUE.key, GREY.key, TALL.key, "0" * 64], made)
    return made


def photographed(*shown: tuple[Picture, str]) -> Programme:
    programme = workshop()
    for picture, caption in shown:
        programme = add_photo(programme, Photo(new_id(), 0, picture.key, caption))
    return programme


def images(out: Path) -> int:
    """How many pictures the PDF holds."""
    with pikepdf.open(out) as pdf:
        streams = [found for found in pdf.objects if isinstance(found, pikepdf.Stream)]
        return sum(found.get("/Subtype") == "/Image" for found in streams)


@pytest.mark.parametrize("size", ["clear", "large"])
def test_photos_are_figures_with_their_words(tmp_path: Path, folder: Path, size: str) -> None:
    out = tmp_path / "report.pdf"
    programme = photographed((RED, "Notes on <b>what</b> helped"), (GREY, ""), (TALL, "A list"))
    rendered(programme, out, REPORT, pictures=str(folder), print_size=size)
    assert faults(out) == []
    assert images(out) == 3
    alts = [element.attributes.get("Alt") for element in structure(out).find("Figure")]
    assert "Photo: Notes on <b>what</b> helped" in alts
    assert "Photo: what hung on the wall" in alts
    assert squeezed("Notes on <b>what</b> helped") in squeezed(structure(out).words())


def test_words_below_a_photo_say_in_which_session_it_was_taken(
    tmp_path: Path, folder: Path
) -> None:
    out = tmp_path / "report.pdf"
    programme = photographed((RED, "A list"), (GREY, "A map"))
    taken = programme.put(replace(programme.photos[0], session_id=programme.sessions[0].id))
    rendered(taken, out, REPORT, pictures=str(folder))
    told = squeezed(structure(out).words())
    title = programme.sessions[0].title
    assert squeezed(f"A list · Session 1: {title}") in told
    assert squeezed("A map · ") not in told


def test_a_picture_that_is_lost_or_spoiled_is_told_in_words(tmp_path: Path, folder: Path) -> None:
    (folder / RED.key).write_bytes(RED.data[:40])
    (folder / BLUE.key).write_bytes(GREY.data)
    (folder / GREY.key).unlink()
    out = tmp_path / "report.pdf"
    programme = photographed((RED, "First"), (BLUE, "Second"), (GREY, "Third"))
    rendered(programme, out, REPORT, pictures=str(folder))
    assert faults(out) == []
    assert images(out) == 0
    told = squeezed(structure(out).words())
    for caption in ("First", "Second", "Third"):
        assert squeezed(f"Photo, not in this copy: {caption}") in told


def test_without_a_folder_or_photos_nothing_is_looked_for(tmp_path: Path) -> None:
    assert laid_out("", RED.key) is None
    out = tmp_path / "report.pdf"
    rendered(workshop(), out, REPORT)
    assert squeezed("What hung on the wall") not in squeezed(structure(out).words())
