"""Set single fields of a row, refusing what the row may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import LONG_FIELDS, fault_facts, faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row

_FIXED = frozenset(
    {
        *("id", "position", "session_id", "strand_id", "item_id", "source_id", "target_id"),
        *("person_id", "grouping_id", "group_id", "row_id", "capability", "rule", "picture"),
    }
)
"""Fields that tell where a row stands; edits of their own change them."""

_BREAKS = re.compile(r"[ \t]*[\r\n\u2028\u2029]+[ \t]*")


def set_fields(programme: Programme, row_id: RowId, **values: Any) -> Programme:
    """Set fields of one row by name; texts are trimmed of line breaks where they are one line.

    PlanError: `row-gone`, `text-too-long`, `text-unprintable`, `number-out-of-bounds`,
    `time-unclear`, a length's codes, or `strand-without-breakout` (a breakout that still holds
    strands cannot become something else).
    """
    return set_fields_of_all(programme, (row_id,), **values)


def set_fields_of_all(programme: Programme, row_ids: Iterable[RowId], **values: Any) -> Programme:
    """Set the same fields of several rows in one go; PlanError as `set_fields`."""
    tidy: dict[str, Any] = {name: _tidy(name, value) for name, value in values.items()}
    return checked(programme, *(_with(programme, key, tidy) for key in row_ids))


def _with(programme: Programme, row_id: RowId, values: Mapping[str, Any]) -> Row:
    row = programme.rows.get(row_id)
    if row is None:
        raise PlanError("row-gone", id=row_id)
    wrong = values.keys() & _FIXED or values.keys() - {spec.name for spec in fields(row)}
    assert not wrong, f"{sorted(wrong)} cannot be set on {type(row).__name__}"
    return replace(row, **values)


def checked(programme: Programme, *rows: Row) -> Programme:
    """The programme with these rows put in, once nothing is wrong with them or their children."""
    result = programme.put(*rows)
    for fault in faults(result, {row.id for row in rows}):
        raise PlanError(fault.code, **fault_facts(result, fault))
    return result


def tidy_text(name: str, typed: str) -> str:
    """A text as the field `name` takes it: line breaks of one sort, none where it is one line."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    return text if name in LONG_FIELDS else _BREAKS.sub(" ", text).strip()


def _tidy(name: str, value: object) -> object:
    # An enum's member is a str as well, and stays what it is.
    return tidy_text(name, value) if type(value) is str else value
