"""A book comes to its end, whatever its documents ask to be kept together."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.furniture import Running
from aiplanner.packs.pages import Book, Part, set_book
from aiplanner.packs.sheet import Layout, Sheet, Turn
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate
from tests.support.packs import MADE


@pytest.fixture
def write() -> Blocks:
    return Blocks("x", Sheet(Print.CLEAR, Paper.A4), Gate())


def pages(write: Blocks, story: Story, folder: Path) -> int:
    part = Part("x", Running("P", "T", "", "V"), write.sheet, tuple(story))
    with (folder / "book.pdf").open("wb") as file:
        return set_book(Book("P", "A", MADE, (part,)), write.gate, file)


@pytest.mark.parametrize("kept", [1, 2])
def test_what_is_kept_with_a_page_that_begins_ends_the_page(
    write: Blocks, kept: int, tmp_path: Path
) -> None:
    above = write.before([*write.text("Above"), write.gap(1)][-kept:])
    assert pages(write, [*above, Turn(Layout.TEXT), *write.text("Overleaf")], tmp_path) == 2


def test_a_gap_that_is_kept_with_the_end_of_a_page_comes_to_an_end(
    write: Blocks, tmp_path: Path
) -> None:
    full = [flowable for n in range(60) for flowable in write.text(f"Line {n}")]
    gaps = write.before([write.gap(1), write.gap(1)])
    assert pages(write, [*full, *gaps, *write.text("After")], tmp_path) >= 2
