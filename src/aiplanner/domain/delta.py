"""What changed between two programmes: the one currency of undo, views, store and merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain, compress, repeat
from operator import is_not
from types import MappingProxyType
from typing import Any

from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row, parents


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None where it was not there or is no more."""

    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Delta:
    """The changed rows by id."""

    rows: Mapping[RowId, Change]

    def __bool__(self) -> bool:
        return bool(self.rows)

    def inverted(self) -> Delta:
        """The delta that takes this one back."""
        return Delta({key: Change(c.after, c.before) for key, c in self.rows.items()})


_PLACE = frozenset({"session_id", "strand_id", "position"})
"""Fields that only together tell where a row stands."""

NOTHING = Delta(MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Clash:
    """A place where two changes do not go together; an empty field means the whole row."""

    row: RowId
    field: str = ""
    mine: object = None
    theirs: object = None


class Conflict(Exception):  # noqa: N818 - the house's word for it, and not always an error
    """A delta does not fit a programme that has moved on."""

    def __init__(self, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        super().__init__(self.clashes)


def diff(old: Programme, new: Programme) -> Delta:
    """The rows that differ between two states of one programme."""
    if old is new:
        return NOTHING
    before, after = old.rows, new.rows
    put = new.put_since(old)
    if put is not None:  # as after most edits; thousands of rows need not be looked at
        return Delta(_changed(before, after, put))
    # All but a few are the very same, at the very same place. What stands elsewhere now is looked
    # up by its key.
    others = compress(after, map(is_not, after.values(), chain(before.values(), repeat(None))))
    changed = _changed(before, after, others)
    if len(after) == len(before) and not any(change.before is None for change in changed.values()):
        return Delta(changed)
    gone = {key: Change(row, None) for key, row in before.items() if key not in after}
    return Delta({**changed, **gone})


def _changed(
    before: Mapping[RowId, Row], after: Mapping[RowId, Row], keys: Iterable[RowId]
) -> dict[RowId, Change]:
    return {
        key: Change(was, becomes)
        for key in keys
        if (was := before.get(key)) is not (becomes := after[key]) and was != becomes
    }


def apply(programme: Programme, delta: Delta) -> Programme:
    """Carry a delta over to a programme, field by field.

    Raises Conflict where the programme has moved on: another value in a field the delta changes,
    a row that is gone or was changed and now goes, or a result whose rows no longer fit together.
    """
    if not delta:
        return programme
    rows = dict(programme.rows)
    clashes = [clash for key, change in delta.rows.items() for clash in _carry(rows, key, change)]
    if clashes:
        raise Conflict(clashes)
    result = replace(programme, rows=rows, _children=None)
    if broken := faults(result, delta.rows):
        raise Conflict(Clash(fault.row, fault.field) for fault in broken)
    return result


def settle(programme: Programme, delta: Delta) -> tuple[Programme, tuple[Clash, ...]]:
    """Carry over what fits of a delta; where it clashes, the programme's own state stays.

    Returns the result and every clash that was left out.
    """
    left_out: list[Clash] = []
    while True:
        try:
            return apply(programme, delta), tuple(left_out)
        except Conflict as conflict:
            left_out += conflict.clashes
            smaller = _without(programme, delta, conflict.clashes)
            assert smaller != delta, "what clashes is left out"
            delta = smaller


def _without(programme: Programme, delta: Delta, clashes: Iterable[Clash]) -> Delta:
    rows = dict(delta.rows)
    for clash in clashes:
        match rows.get(clash.row):
            case None:
                # A row of theirs that my deletion would leave without its parent.
                # One that is not here was left out just now, for another of its fields.
                here = programme.rows.get(clash.row)
                changed = [key for key in parents(here) if key in rows] if here else []
                gone = [key for key in changed if rows[key].after is None]
                for parent in gone or changed:
                    del rows[parent]
            case Change(before, after) if clash.field and before is not None and after is not None:
                rows[clash.row] = Change(before, _keeping(before, after, clash.field))
            case _:
                del rows[clash.row]
    return Delta({key: change for key, change in rows.items() if change.before != change.after})


def _keeping(before: Row, after: Row, name: str) -> Row:
    names = _PLACE if name in _PLACE else {name}
    kept: dict[str, Any] = {n: value for n, value in _values(before).items() if n in names}
    return replace(after, **kept)


def _carry(rows: dict[RowId, Row], key: RowId, change: Change) -> tuple[Clash, ...]:
    here = rows.get(key)
    match change:
        case Change(_, after) if here == after:
            return ()
        case Change(None, after) if here is None and after is not None:
            rows[key] = after
        case Change(before, None) if here == before:
            del rows[key]
        case Change(before, after) if before is not None and after is not None and here is not None:
            rows[key], clashes = _merged(here, before, after)
            return clashes
        case _:
            return (Clash(key),)
    return ()


def _merged(here: Row, before: Row, after: Row) -> tuple[Row, tuple[Clash, ...]]:
    old, new, now = (_values(row) for row in (before, after, here))
    wanted = {name: value for name, value in new.items() if value != old[name]}
    clashes = tuple(
        Clash(here.id, name, mine=value, theirs=now[name])
        for name, value in wanted.items()
        if now[name] not in (old[name], value)
    )
    return replace(here, **wanted), clashes


def _values(row: Row) -> dict[str, Any]:
    return {spec.name: getattr(row, spec.name) for spec in fields(row)}
