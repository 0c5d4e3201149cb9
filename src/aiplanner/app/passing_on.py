"""Pass one programme on again and again while it is edited: what did not change costs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from aiplanner.app.decoding import strict
from aiplanner.app.interchange import KINDS, MOST_ROWS, from_plain, plain_row, to_compact
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row

_Rows = dict[str, tuple[str, Mapping[str, Any]]]
"""By id the kind of a row and what it says, as plain data."""


class WritingOn:
    """Writes one line of JSON; the rows that it wrote before are not turned to plain data again."""

    def __init__(self) -> None:
        self._known: dict[RowId, tuple[Row, object]] = {}

    def write(self, programme: Programme) -> bytes:
        """As `interchange.to_compact`."""
        before, self._known = self._known, {}

        def plainly(row: Row) -> object:
            known = before.get(row.id)
            # Rows are never changed: the very same says the same.
            if known is None or known[0] is not row:
                known = row, plain_row(row)
            self._known[row.id] = known
            return known[1]

        return to_compact(programme, plainly)


class ReadingOn:
    """Reads the plain data of `interchange`; what was read last makes the next reading quick."""

    def __init__(self) -> None:
        self._about: Mapping[str, Any] = {}
        self._rows: _Rows = {}
        self._read: Programme | None = None

    def read(self, raw: object) -> Programme:
        """As `interchange.from_plain`."""
        about, rows = _sorted_out(raw)
        programme = self._edited(about, rows) or from_plain(raw)
        self._about, self._rows, self._read = about, rows, programme
        return programme

    def _edited(self, about: Mapping[str, Any], rows: _Rows) -> Programme | None:
        """The programme where rows were changed or added; None where more is different."""
        before = self._rows
        if self._read is None or about != self._about or not before.keys() <= rows.keys():
            return None
        changed = {key: row for key, row in rows.items() if row != before.get(key)}
        if any(key in before and before[key][0] != kind for key, (kind, _) in changed.items()):
            return None
        try:
            put: list[Row] = [strict(row, KINDS[kind]) for kind, row in changed.values()]
        except PlanError:
            return None  # the whole reading says where that is
        programme = self._read.put(*put) if put else self._read
        return None if faults(programme, [row.id for row in put]) else programme


def _sorted_out(raw: object) -> tuple[Mapping[str, Any], _Rows]:
    """What the data say besides rows, and the rows; none where something is not as we write it."""
    if not isinstance(raw, Mapping):
        return {}, {}
    found = list(_rows_of(raw))
    rows = {row["id"]: (kind, row) for kind, row in found if _has_id(row)}
    if len(rows) != len(found) or len(rows) > MOST_ROWS:
        return {}, {}
    return {key: value for key, value in raw.items() if key not in KINDS}, rows


def _has_id(row: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(row, Mapping) and isinstance(row.get("id"), str)


def _rows_of(raw: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for kind in KINDS:
        part = raw.get(kind, [])
        for row in part if isinstance(part, list) else [part]:
            yield kind, row
