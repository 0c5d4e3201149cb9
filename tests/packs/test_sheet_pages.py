"""How the pages of handouts look: none nearly empty, lists whole, room to write shared alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as File

import pypdfium2
import pytest
from reportlab.platypus import Flowable

from aiplanner.app.content import EXAMPLE, handouts, starter
from aiplanner.app.printing import PackOptions
from aiplanner.app.starters import programme_from
from aiplanner.packs.catalogue import documents
from aiplanner.packs.elastic import Lines
from aiplanner.packs.fill_tables import FillTable
from aiplanner.packs.paragraphs import ListItem
from aiplanner.packs.path import Path
from aiplanner.packs.setting import Setting
from aiplanner.packs.sheet import Sheet, Turn
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate
from aiplanner.packs.writing import chosen, written
from tests.support.packs import MADE, counted_ids, rendered
from tests.support.rich_programme import blank_programme

PROGRAMMES = {
    "blank": blank_programme(),
    "example": programme_from(starter(EXAMPLE), "", counted_ids()),
}
KEYS = tuple(handout.key for handout in handouts())
TO_READ = {"ai-in-easy-words", "interview-tips", "invitation", "story-consent"}
"""Sheets that are read, with little or nothing to fill in that could take the room of a page."""
Page = list[Flowable]


def _pages(name: str, size: Print, key: str) -> list[Page]:
    """The pages of the first sheet of a handout."""
    options = PackOptions((key,), MADE, size.value)
    first = next(iter(written(chosen(options), Setting(PROGRAMMES[name], options, Gate()))))
    pages: list[Page] = []
    for flowable in first.draft.story:
        if isinstance(flowable, Turn):
            pages.append([])
        else:
            pages[-1].append(flowable)
    return pages


def _empty(file: File, size: Print) -> Iterator[float]:
    """Which part of each page is empty at its foot."""
    sheet = Sheet(size, Paper.A4)
    with pypdfium2.PdfDocument(file) as pdf:
        for page in pdf:
            lows = (part.get_bounds()[1] for part in page.get_objects())
            text = [low for low in lows if low > sheet.head - 2]
            yield (min(text) - sheet.head) / sheet.height


@pytest.mark.parametrize("size", [Print.CLEAR, Print.LARGE])
@pytest.mark.parametrize("name", PROGRAMMES)
def test_no_page_is_a_quarter_empty_but_of_sheets_to_read(
    tmp_path: File, name: str, size: Print
) -> None:
    out = tmp_path / "handouts.pdf"
    parts = rendered(PROGRAMMES[name], out, KEYS, print_size=size.value).parts
    order = [info.id for info in documents() for _page in range(parts.get(info.id, 0))]

    empty = list(zip(order, _empty(out, size), strict=True))
    assert [(key, share) for key, share in empty if share > 0.25 and key not in TO_READ] == []
    assert [(key, share) for key, share in empty if share > 0.6] == []


@pytest.mark.parametrize("key", ["interview-tips", "story-consent"])
def test_a_list_that_can_stand_whole_on_the_next_page_does(key: str) -> None:
    first, second = _pages("blank", Print.LARGE, key)

    assert isinstance(first[-1], ListItem)
    assert not isinstance(second[0], ListItem), "a heading goes with all of its list"


def test_the_path_goes_on_overleaf_where_a_page_would_be_half_empty() -> None:
    stops = [
        [len(one.stops) for one in page if isinstance(one, Path)]
        for page in _pages("blank", Print.TWENTY_FOUR, "ai-in-one-page")
    ]

    assert len(stops) == 2
    assert sum(map(sum, stops)) == 5
    assert all(sum(counts) > 1 for counts in stops)


@pytest.mark.parametrize("key", ["level-ladder", "practice-conversation", "review-sheet"])
def test_questions_on_two_pages_have_room_alike(key: str) -> None:
    room = [
        one.height_at(one.stretch)
        for page in _pages("blank", Print.LARGE, key)
        for one in page
        if isinstance(one, Lines) and one.fills
    ]

    assert len(room) > 1
    assert max(room) < 2.5 * min(room)


@pytest.mark.parametrize("name", PROGRAMMES)
@pytest.mark.parametrize("size", [Print.CLEAR, Print.LARGE])
def test_rows_to_write_in_are_more_rather_than_far_too_high(name: str, size: Print) -> None:
    tables = [
        one
        for key in ("action-plan", "topic-worksheet", "theme-summary")
        for page in _pages(name, size, key)
        for one in page
        if isinstance(one, FillTable)
    ]

    assert tables
    assert all(table.stretched < 3.2 for table in tables)


@pytest.mark.parametrize("size", [Print.CLEAR, Print.LARGE])
def test_the_example_s_letter_and_plan_take_two_pages(size: Print) -> None:
    assert [len(_pages("example", size, key)) for key in ("invitation", "action-plan")] == [2, 2]
