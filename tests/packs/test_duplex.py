"""A pack for paper printed on both sides: what begins in front, where the holes are."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.support.packs import rendered, squeezed
from tests.support.rich_programme import rich_programme
from tests.support.tagged_pdf import faults, page_texts

KEYS = ("cover", "contents", "timetable", "running-order", "check-out")


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The same documents for one side and for both."""
    folder = tmp_path_factory.mktemp("duplex")
    files = {two: folder / f"{two}.pdf" for two in (False, True)}
    for two, file in files.items():
        rendered(rich_programme(), file, KEYS, duplex=two)
    return files


def _heads(file: Path) -> list[str]:
    """The first line of each page; empty for a page with nothing on it."""
    return [text.split("\n")[0] for text in page_texts(file)]


def test_every_document_begins_on_a_front_side(packs: dict[bool, Path]) -> None:
    heads = _heads(packs[True])
    before = ["", *heads]
    begins = [n for n, (old, new) in enumerate(zip(before, heads, strict=False), 1) if new != old]

    assert [n for n in begins if n % 2 == 0 and heads[n - 1]] == []
    assert len({head for head in heads if head}) == len({*_heads(packs[False])})


def test_empty_sides_are_counted_and_say_nothing(packs: dict[bool, Path]) -> None:
    one, two = page_texts(packs[False]), page_texts(packs[True])
    empty = [text for text in two if not text.strip()]

    assert len(two) == len(one) + len(empty)
    assert len(empty) > 3
    assert f"page {len(two)} of {len(two)}" in two[-1].replace("\n", "")
    assert faults(packs[True]) == []


def test_the_contents_tell_the_pages_as_they_are_then(packs: dict[bool, Path]) -> None:
    heads, contents = _heads(packs[True]), squeezed(page_texts(packs[True])[2])
    second = heads.index("Running order · 2") + 1

    assert squeezed(f"Session 2: What should be & how {second} Session 3") in contents


def test_the_gutter_of_a_punched_document_changes_sides(packs: dict[bool, Path]) -> None:
    fronts, backs = _left_edges(packs[True])
    assert fronts - backs == pytest.approx(2 * 4 * 72 / 25.4, abs=0.5)
    fronts, backs = _left_edges(packs[False])
    assert fronts == pytest.approx(backs, abs=0.5)


def _left_edges(file: Path) -> tuple[float, float]:
    """Where the text of the running order begins, on front sides and on back sides."""
    lefts: tuple[list[float], list[float]] = ([], [])
    with pypdfium2.PdfDocument(file) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            if "Running order" in text.get_text_range(0, 120):
                boxes = [text.get_rect(n) for n in range(text.count_rects())]
                lefts[number % 2].append(min(box[0] for box in boxes))
    return min(lefts[0]), min(lefts[1])
