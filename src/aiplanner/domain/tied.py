"""The ids of rows that tie others together or note something of one: two who add them agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aiplanner.domain.findings import Link
from aiplanner.domain.ids import RowId, derived_id, is_id
from aiplanner.domain.on_the_day import RUN, Run, Timing
from aiplanner.domain.people import Absence, Member
from aiplanner.domain.rows import Dismissal, Focus, Row

TIED: Mapping[type[Row], Callable[[Any], tuple[RowId | None, str]]] = {
    Focus: lambda row: (row.item_id, row.capability),
    Link: lambda row: (row.source_id, row.target_id),
    Absence: lambda row: (row.session_id, row.person_id),
    Member: lambda row: (row.group_id, row.person_id),
    Dismissal: lambda row: (row.row_id, row.rule),
    Run: lambda row: (row.session_id, RUN),
    Timing: lambda row: (row.item_id, "timing"),
}
"""Of each such kind, what its id is derived from (None: the programme's id)."""


def tied_id(row: Row, head: RowId | None) -> RowId | None:
    """The id that a row of the programme `head` must have; None where any will do.

    Also None where what it is derived from is no id, which is a fault of its own.
    """
    if (origin := TIED.get(type(row))) is None:
        return None
    parent, name = origin(row)
    whole = head if parent is None else parent
    return derived_id(whole, name) if whole is not None and is_id(whole) else None
