"""Draw what an edit works on: a row or several of a programme, or say that there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row

Draw = Callable[[st.SearchStrategy[Any]], Any]
NewId = Callable[[], RowId]
Verb = Callable[[Draw, Programme, NewId], Programme]
R = TypeVar("R", bound=Row)

INDEX = st.integers(-1, 6)
"""Places among siblings, also such as there are none."""


class NothingThere(Exception):  # noqa: N818 - no error: the verb has nothing to work on
    """The programme holds no row that the verb needs."""


def one_of(draw: Draw, plan: Programme, *kinds: type[R]) -> R:
    """A row of one of these kinds."""
    found = [row for row in plan.rows.values() if isinstance(row, kinds)]
    if not found:
        raise NothingThere
    return draw(st.sampled_from(found))


def several(draw: Draw, plan: Programme, *kinds: type[Row]) -> Sequence[RowId]:
    """The ids of one to three rows of these kinds."""
    found = [row.id for row in plan.rows.values() if isinstance(row, kinds)]
    if not found:
        raise NothingThere
    return draw(st.lists(st.sampled_from(found), min_size=1, max_size=3, unique=True))
