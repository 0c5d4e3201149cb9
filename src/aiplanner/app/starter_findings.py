"""Turn what a starter says was found into findings and the links between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from aiplanner.domain.content import StarterFinding
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import (
    ROW_OF,
    DreamKind,
    Finding,
    Link,
    LogicPart,
    PromiseKind,
    SoarPart,
    Sort,
)
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.positions import spaced

_OF_NO_ROW = frozenset({"sort", "name", "grown_from"})
_Kinds = DreamKind | PromiseKind | SoarPart | LogicPart
_KINDS: Mapping[Sort, type[_Kinds]] = {
    Sort.DREAM: DreamKind,
    Sort.PROMISE: PromiseKind,
    Sort.SOAR: SoarPart,
    Sort.LOGIC: LogicPart,
}


def finding_rows(
    found: Sequence[StarterFinding], new_id: NewId, sessions: Sequence[RowId] = ()
) -> list[Finding | Link]:
    """The findings in the order of the starter, then their links; `sessions` by their ids.

    PlanError `data-unknown-field` for a field that the sort does not have; `data-wrong` for a kind
    there is not, a session there is not, a name used twice, and a name in `grown_from` that no
    other finding has. Both with `where`, for example "found[3].kind".
    """
    positions = spaced(len(found))
    rows = [_row(finding, n, new_id(), positions[n], sessions) for n, finding in enumerate(found)]
    ids: dict[str, RowId] = {}
    for n, (finding, row) in enumerate(zip(found, rows, strict=True)):
        if finding.name in ids:
            raise _wrong(n, "name", f"“{finding.name}” is the name of another one")
        if finding.name:
            ids[finding.name] = row.id
    return [*rows, *_links(found, rows, ids)]


def _row(
    finding: StarterFinding, n: int, row_id: RowId, position: int, sessions: Sequence[RowId]
) -> Finding:
    kind = ROW_OF[finding.sort]
    told = {spec.name: getattr(finding, spec.name) for spec in fields(finding)}
    values: dict[str, Any] = {
        name: value
        for name, value in told.items()
        if name not in _OF_NO_ROW and value is not None and value != ""
    }
    names = {spec.name for spec in fields(kind)}
    known = names | ({"session"} if "session_id" in names else set())
    if strange := values.keys() - known:
        raise PlanError("data-unknown-field", where=f"found[{n}]", field=min(strange))
    if "kind" in values:
        values["kind"] = _kind(finding, n)
    if "session" in values:
        values["session_id"] = _session(values.pop("session"), n, sessions)
    return kind(row_id, position, **values)


def _session(number: int, n: int, sessions: Sequence[RowId]) -> RowId:
    if not 1 <= number <= len(sessions):
        raise _wrong(n, "session", f"there is no session {number}")
    return sessions[number - 1]


def _kind(finding: StarterFinding, n: int) -> _Kinds:
    kinds = _KINDS[finding.sort]
    try:
        return kinds(finding.kind)
    except ValueError:
        known = ", ".join(kinds)
        raise _wrong(n, "kind", f"“{finding.kind}” is none of {known}") from None


def _links(
    found: Sequence[StarterFinding], rows: Sequence[Finding], ids: Mapping[str, RowId]
) -> Iterator[Link]:
    for n, (finding, row) in enumerate(zip(found, rows, strict=True)):
        for name in dict.fromkeys(finding.grown_from):
            source = ids.get(name)
            if source is None or source == row.id:
                raise _wrong(n, "grown_from", f"“{name}” is the name of no other finding")
            yield Link(derived_id(source, row.id), source, row.id)


def _wrong(n: int, field: str, what: str) -> PlanError:
    return PlanError("data-wrong", where=f"found[{n}].{field}", what=what)
