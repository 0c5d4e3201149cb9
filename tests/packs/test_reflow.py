"""In large print a table becomes blocks before any of its columns is under the stated width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from reportlab.platypus import Flowable

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.printing import PackOptions
from aiplanner.app.starters import programme_from
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.fill_tables import FillTable
from aiplanner.packs.grid import LEAST_OF_FIGURES, LEAST_OF_WORDS, Column, Line, Room, grid
from aiplanner.packs.setting import Setting
from aiplanner.packs.styles import PROFILES, Print, styles
from aiplanner.packs.tables import TaggedTable
from aiplanner.packs.text import Gate
from aiplanner.packs.writing import chosen, written
from tests.support.packs import MADE, counted_ids
from tests.support.rich_programme import rich_programme

LARGE = [size.value for size, profile in PROFILES.items() if profile.large]
PROGRAMMES = {
    "rich": rich_programme(),
    "example": programme_from(starter(EXAMPLE), "", counted_ids()),
}


def _widths(programme: Programme, size: str, paper: str) -> Iterator[tuple[str, float]]:
    """The narrowest column of every table, in ems of its type, and the document it stands in."""
    keys = tuple(info.id for info in documents())
    options = PackOptions(keys, MADE, size, paper, access=True)
    em = styles(Print(size)).profile.cell
    for one in written(chosen(options), Setting(programme, options, Gate())):
        for flowable in one.draft.story:
            yield from ((one.info.id, width / em) for width in _columns(flowable))


def _columns(flowable: Flowable) -> tuple[float, ...]:
    if isinstance(flowable, FillTable):
        return flowable.ruled.widths
    return tuple(flowable.widths) if isinstance(flowable, TaggedTable) else ()


@pytest.mark.parametrize("size", LARGE)
@pytest.mark.parametrize("name", PROGRAMMES)
def test_no_table_has_a_narrower_column(name: str, size: str) -> None:
    found = list(_widths(PROGRAMMES[name], size, "a4"))

    assert len(found) > 20, "there are tables that had room"
    assert [(key, ems) for key, ems in found if ems < LEAST_OF_FIGURES - 0.01] == []


@pytest.mark.parametrize("size", [size.value for size in Print])
def test_a_table_is_one_as_long_as_its_columns_have_their_least_width(size: str) -> None:
    looks = styles(Print(size))
    columns = (Column("A", LEAST_OF_FIGURES), Column("B", LEAST_OF_WORDS, 1))
    enough = (LEAST_OF_FIGURES + LEAST_OF_WORDS) * looks.profile.cell
    lines = [Line(("1", "Words"))]

    [table] = grid(columns, lines, Room(enough, 700, looks, Gate()))
    assert isinstance(table, TaggedTable)
    assert not any(
        isinstance(one, TaggedTable)
        for one in grid(columns, lines, Room(enough - 1, 700, looks, Gate()))
    )


@pytest.mark.parametrize(("least", "grow"), [(LEAST_OF_WORDS - 1, 1), (LEAST_OF_FIGURES - 0.5, 0)])
def test_nobody_can_ask_for_less(least: float, grow: float) -> None:
    with pytest.raises(AssertionError, match="width that is stated"):
        Column("Too narrow", least, grow)
