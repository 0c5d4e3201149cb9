"""The programme: an immutable value of rows, with look-ups in the order people see."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from aiplanner.domain.cycle import Capability
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import (
    ROW_OF,
    Finding,
    Link,
    Sort,
)
from aiplanner.domain.found import Found
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.on_the_day import RUN, Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.rows import (
    Dismissal,
    Focus,
    Head,
    Item,
    Material,
    Row,
    Session,
    Sheet,
    Step,
    Strand,
    parents,
)

R = TypeVar("R", bound=Row)
Children = Mapping[RowId, tuple[Row, ...]]

_CAPABILITY_ORDER = {capability: n for n, capability in enumerate(Capability)}
_TIES = (Link, Member, Absence)
"""Rows that stand under two others."""
_FINDING_ORDER = {kind: n for n, kind in enumerate(ROW_OF.values())}


_FEW = 4
"""Rows that are put where they belong one by one; more are sorted together with the others."""


class _ByKind(NamedTuple):
    """What stands directly in a programme, by kind; true of this very `family`."""

    family: tuple[Row, ...]
    rows: Mapping[type[Any], tuple[Any, ...]]


class _Lineage(NamedTuple):
    """What was put since earlier values; true of these very `rows`."""

    rows: Mapping[RowId, Row]
    mark: object
    """Stands for the value itself, which would keep all its rows in memory."""
    put: tuple[tuple[object, tuple[RowId, ...]], ...] = ()
    """The marks of the latest earlier values, newest last, with what was put to each."""


_REMEMBERED = 16
"""How many steps back a value knows what was put; an edit takes fewer."""


@dataclass(frozen=True, slots=True)
class Programme(Found):
    """One cycle of inquiry. `rows` holds its head (under `id`) and every other row by id."""

    id: RowId
    rows: Mapping[RowId, Row]
    _children: Children | None = field(default=None, compare=False, repr=False)
    _by_kind: _ByKind | None = field(default=None, compare=False, repr=False)
    _lineage: _Lineage | None = field(default=None, compare=False, repr=False)

    @property
    def head(self) -> Head:
        """What the programme says of itself."""
        head = self.rows[self.id]
        assert isinstance(head, Head), "the row under the programme's id is its head"
        return head

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions in order."""
        return self._top(Session)

    def items_of(self, parent: RowId) -> tuple[Item, ...]:
        """The items of a session or of a strand, in order."""
        return tuple([row for row in self._of(parent) if isinstance(row, Item)])

    def strands_of(self, item: RowId) -> tuple[Strand, ...]:
        """The strands of a breakout, in order."""
        return tuple([row for row in self._of(item) if isinstance(row, Strand)])

    def steps_of(self, item: RowId) -> tuple[Step, ...]:
        """The steps of an item, in order."""
        return tuple([row for row in self._of(item) if isinstance(row, Step)])

    def materials_of(self, item: RowId) -> tuple[Material, ...]:
        """The materials of an item, in order."""
        return tuple([row for row in self._of(item) if isinstance(row, Material)])

    def sheets_of(self, item: RowId) -> tuple[Sheet, ...]:
        """The handouts and worksheets of an item, in order."""
        return tuple([row for row in self._of(item) if isinstance(row, Sheet)])

    def focus_of(self, item: RowId) -> tuple[Focus, ...]:
        """The capabilities an item works on, in the order of the six."""
        return tuple([row for row in self._of(item) if isinstance(row, Focus)])

    def findings(self, sort: Sort | None = None) -> tuple[Finding, ...]:
        """The findings of one sort in order; with None all of them, sort by sort."""
        sorts = Sort if sort is None else (sort,)
        return tuple(row for one in sorts for row in self._top(ROW_OF[one]))

    @property
    def links(self) -> tuple[Link, ...]:
        """The knots of the thread, in the order of the findings they join."""
        place = {finding.id: n for n, finding in enumerate(self.findings())}
        found = (row for row in self.rows.values() if isinstance(row, Link))
        tied = [link for link in found if link.source_id in place and link.target_id in place]
        return tuple(sorted(tied, key=lambda link: (place[link.source_id], place[link.target_id])))

    def grown_from(self, finding: RowId) -> tuple[Finding, ...]:
        """The findings that a finding grew from, in the order of a cycle."""
        return self._in_order(
            link.source_id for link in self._links(finding) if link.target_id == finding
        )

    def became(self, finding: RowId) -> tuple[Finding, ...]:
        """The findings that grew from a finding, in the order of a cycle."""
        return self._in_order(
            link.target_id for link in self._links(finding) if link.source_id == finding
        )

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the programme, in order."""
        return self._top(Person)

    def absent_from(self, session: RowId) -> frozenset[RowId]:
        """The ids of the people who do not come to a session."""
        return frozenset(r.person_id for r in self._of(session) if isinstance(r, Absence))

    def groupings(self, session: RowId | None = None) -> tuple[Grouping, ...]:
        """The groupings for a session, in order; None: those for the programme as a whole."""
        found = self._of(self.id if session is None else session)
        return tuple(row for row in found if isinstance(row, Grouping))

    def groups_of(self, grouping: RowId) -> tuple[Group, ...]:
        """The groups of a grouping by round, in order."""
        found = [row for row in self._of(grouping) if isinstance(row, Group)]
        return tuple(sorted(found, key=lambda group: (group.round, group.position, group.id)))

    def members_of(self, group: RowId) -> tuple[Person, ...]:
        """The people of a group, in order."""
        found = [row for row in self._of(group) if isinstance(row, Member)]
        return tuple(self.get(member.person_id, Person) for member in found)

    @property
    def dismissals(self) -> tuple[Dismissal, ...]:
        """The hints that the team does without, by rule and row."""
        found = (row for row in self.rows.values() if isinstance(row, Dismissal))
        return tuple(sorted(found, key=lambda row: (row.rule, row.row_id or "")))

    def run_of(self, session: RowId) -> Run | None:
        """Where a session stands that is being held, or was."""
        row = self.rows.get(derived_id(session, RUN))
        return row if isinstance(row, Run) else None

    def timing_of(self, item: RowId) -> Timing | None:
        """When an item really took place."""
        return next((row for row in self._of(item) if isinstance(row, Timing)), None)

    def children_of(self, parent: RowId) -> tuple[Row, ...]:
        """Every row directly under `parent`: sessions, findings and people under the head.

        What ties two rows together (a link, a member, an absence) stands under both.
        """
        return self._of(parent)

    def walk(self, parent: RowId) -> Iterator[Item]:
        """All items under a session or strand, those in strands right after their breakout."""
        for item in self.items_of(parent):
            yield item
            for part in self._of(item.id):
                if isinstance(part, Strand):
                    yield from self.walk(part.id)

    def below(self, parent: RowId) -> Iterator[Row]:
        """All rows under `parent`, each once and before its own children."""
        ties: dict[RowId, Row] = {}
        for row in self._below(parent):
            if isinstance(row, _TIES):
                ties[row.id] = row
            else:
                yield row
        yield from ties.values()

    def session_of(self, item: Item) -> Session:
        """The session an item takes place in, however deep in breakouts it stands."""
        here = item
        while here.strand_id is not None:
            here = self.get(self.get(here.strand_id, Strand).item_id, Item)
        assert here.session_id is not None, "the outermost item stands in a session"
        return self.get(here.session_id, Session)

    def get(self, row_id: RowId, kind: type[R]) -> R:
        """The row of that id and kind; PlanError `row-gone` when there is none (any more)."""
        row = self.rows.get(row_id)
        if not isinstance(row, kind):
            raise PlanError("row-gone", id=row_id)
        return row

    def put(self, *rows: Row) -> Programme:
        """A programme with these rows added or replaced."""
        after = {**self.rows, **{row.id: row for row in rows}}
        known = self._children
        children = None if known is None else _with_rows(known, self, rows)
        mark, put = self._descent
        put = (*put[1 - _REMEMBERED :], (mark, tuple(row.id for row in rows)))
        return replace(
            self, rows=after, _children=children, _lineage=_Lineage(after, object(), put)
        )

    def put_since(self, before: Programme) -> Iterable[RowId] | None:
        """The ids of all rows that were put since `before`; None where that is not known."""
        mark, put = before._descent[0], self._descent[1]
        first = next((n for n, (earlier, _ids) in enumerate(put) if earlier is mark), None)
        return None if first is None else dict.fromkeys(chain(*(ids for _, ids in put[first:])))

    def drop(self, ids: Iterable[RowId]) -> Programme:
        """A programme without the rows of these ids and everything below them."""
        gone = set(ids)
        gone |= {row.id for parent in tuple(gone) for row in self.below(parent)}
        kept = {key: row for key, row in self.rows.items() if key not in gone}
        known = None if self._children is None else _without(self, self._children, gone)
        return replace(self, rows=kept, _children=known)

    @property
    def _descent(self) -> tuple[object, tuple[tuple[object, tuple[RowId, ...]], ...]]:
        """This value's mark, and what was put to the values before it."""
        if self._lineage is None or self._lineage.rows is not self.rows:
            # As with the children: no part of the value, but a help in comparing it.
            object.__setattr__(self, "_lineage", _Lineage(self.rows, object()))
        assert self._lineage is not None
        return self._lineage.mark, self._lineage.put

    def _top(self, kind: type[R]) -> tuple[R, ...]:
        family = self._of(self.id)
        if self._by_kind is None or self._by_kind.family is not family:
            # As with the children: derived from the value, and no part of it.
            object.__setattr__(self, "_by_kind", _sorted_out(family))
        assert self._by_kind is not None
        found: tuple[R, ...] = self._by_kind.rows.get(kind, ())
        return found

    def _links(self, finding: RowId) -> Iterator[Link]:
        return (row for row in self._of(finding) if isinstance(row, Link))

    def _in_order(self, ids: Iterable[RowId]) -> tuple[Finding, ...]:
        found = (self.rows.get(key) for key in ids)
        known = (row for row in found if isinstance(row, Finding))
        return tuple(sorted(known, key=lambda row: (_FINDING_ORDER[type(row)], _order(row))))

    def _below(self, parent: RowId) -> Iterator[Row]:
        for row in self._of(parent):
            yield row
            yield from self._below(row.id)

    def _of(self, parent: RowId) -> tuple[Row, ...]:
        if self._children is None:
            # Derived once a value and never compared: the value itself stays immutable.
            object.__setattr__(self, "_children", _children(self))
        assert self._children is not None
        return self._children.get(parent, ())


def empty_programme(programme_id: RowId, title: str = "") -> Programme:
    """A programme that holds nothing but its head."""
    return Programme(programme_id, {programme_id: Head(programme_id, title)})


def _children(programme: Programme) -> Children:
    found: dict[RowId, list[Row]] = defaultdict(list)
    for row in programme.rows.values():
        for parent in _parents(row, programme.id):
            found[parent].append(row)
    return {key: _sorted(rows) for key, rows in found.items()}


def _with_rows(known: Children, before: Programme, rows: Iterable[Row]) -> Children:
    """The children after some rows were put: only the families they leave or join are redone."""
    new = {row.id: row for row in rows}
    joined: dict[RowId, list[Row]] = defaultdict(list)
    touched: set[RowId] = set()
    for key, row in new.items():
        for parent in _parents(row, before.id):
            joined[parent].append(row)
            touched.add(parent)
        if (old := before.rows.get(key)) is not None:
            touched.update(_parents(old, before.id))
    families = {parent: _family(known.get(parent, ()), joined[parent], new) for parent in touched}
    return {**known, **families}


def _without(before: Programme, known: Children, gone: Collection[RowId]) -> Children:
    """The children after some rows went: only the families they leave are redone."""
    stay = {key: family for key, family in known.items() if key not in gone}
    left = {
        parent
        for key in gone
        if (row := before.rows.get(key)) is not None
        for parent in _parents(row, before.id)
    }
    families = {
        parent: tuple([row for row in stay[parent] if row.id not in gone])
        for parent in left & stay.keys()
    }
    return {**stay, **families}


def _family(
    known: Sequence[Row], joined: Sequence[Row], new: Mapping[RowId, Row]
) -> tuple[Row, ...]:
    """The children of a row after `new` rows were put, of which `joined` stand under it."""
    here = {row.id: row for row in joined}
    changed = [row for row in known if row.id in new]
    stay = len(changed) == len(here) and all(
        row.id in here and _order(row) == _order(here[row.id]) for row in changed
    )
    if stay:  # as after most edits: nothing has to be sorted anew
        return tuple([here.get(row.id, row) for row in known])
    others = [row for row in known if row.id not in new]
    if len(joined) > _FEW:
        return _sorted([*others, *joined])
    for row in joined:
        insort(others, row, key=_order)
    return tuple(others)


def _sorted_out(family: tuple[Row, ...]) -> _ByKind:
    rows: dict[type[Row], list[Row]] = defaultdict(list)
    for row in family:
        rows[type(row)].append(row)
    return _ByKind(family, {kind: tuple(some) for kind, some in rows.items()})


def _parents(row: Row, head: RowId) -> tuple[RowId, ...]:
    if isinstance(row, Item):
        parent = row.strand_id or row.session_id
        return () if parent is None else (parent,)
    if isinstance(row, Head):
        return ()
    return parents(row) or (head,)


def _sorted(rows: list[Row]) -> tuple[Row, ...]:
    return tuple(rows) if len(rows) == 1 else tuple(sorted(rows, key=_order))


def _order(row: Row) -> tuple[int, str]:
    match row:
        case Focus():
            return _CAPABILITY_ORDER[row.capability], row.id
        case Head() | Link() | Absence() | Dismissal() | Run() | Timing():
            return 0, row.id
        case _:
            return row.position, row.id
