"""Whose paper it is: the logo with its words, the organisation, and the line for other formats."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from aiplanner.domain.programme import Programme
from tests.support.packs import rendered, squeezed
from tests.support.pictures import RED
from tests.support.rich_programme import blank_programme, rich_programme
from tests.support.tagged_pdf import faults, page_texts, structure

HOUSE = ("cover", "invitation", "cycle-report")
LINE = "This pack is also there as a sound file."


def _with_logo(words: str = "Two hills & a boat") -> Programme:
    programme = rich_programme()
    return programme.put(replace(programme.head, logo=RED.key, logo_words=words))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures of the programme are laid out."""
    (tmp_path / RED.key).write_bytes(RED.data)
    return tmp_path


@pytest.mark.parametrize("key", HOUSE)
@pytest.mark.parametrize("size", ["clear", "large"])
def test_the_logo_stands_on_what_leaves_the_house(folder: Path, key: str, size: str) -> None:
    out = folder / "pack.pdf"
    rendered(_with_logo(), out, (key,), pictures=str(folder), print_size=size)
    alts = [figure.attributes["Alt"] for figure in structure(out).find("Figure")]

    assert alts[0] == "Logo: Two hills & a boat"
    assert faults(out) == []
    with pikepdf.open(out) as pdf:
        assert pdf.pages[0].get_images()


def test_a_logo_without_words_is_told_by_whose_it_is(folder: Path) -> None:
    out = folder / "pack.pdf"
    rendered(_with_logo(""), out, ("cover",), pictures=str(folder))

    assert structure(out).find("Figure")[0].attributes["Alt"] == "Logo of Lomond Health and Care"


def test_a_sheet_to_write_on_has_no_logo(folder: Path) -> None:
    out = folder / "pack.pdf"
    rendered(_with_logo(), out, ("story-sheet", "timetable"), pictures=str(folder))

    assert structure(out).find("Figure") == []


def test_a_logo_that_is_not_at_hand_leaves_the_page_as_it_is(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    rendered(_with_logo(), out, ("invitation",), pictures=str(tmp_path))

    assert structure(out).find("Figure") == []


@pytest.mark.parametrize("key", [*HOUSE, "evaluation"])
def test_how_else_it_can_be_had_is_said_in_ones_own_words(tmp_path: Path, key: str) -> None:
    out = tmp_path / "pack.pdf"
    rendered(rich_programme(), out, (key,))
    said = squeezed("".join(page_texts(out)))

    assert squeezed(LINE) in said
    assert squeezed("in another format or language, ask") not in said


@pytest.mark.parametrize(
    ("key", "thing"), [("cover", "pack"), ("evaluation", "sheet"), ("cycle-report", "report")]
)
def test_else_the_contact_is_named(tmp_path: Path, key: str, thing: str) -> None:
    out = tmp_path / "pack.pdf"
    programme = blank_programme()
    rendered(programme.put(replace(programme.head, contact="Mo & co")), out, (key,))
    asked = f"For this {thing} in another format or language, ask Mo & co."

    assert squeezed(asked) in squeezed("".join(page_texts(out)))


def test_an_invitation_says_who_it_is_from(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    rendered(rich_programme(), out, ("invitation",))
    said = squeezed(structure(out).words())

    assert squeezed("Organisation Lomond Health and Care") in said
    assert squeezed("Contact the improvement team on 01234 567890") in said
