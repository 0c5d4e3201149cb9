"""Draw sound programmes of every shape for property tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from aiplanner.domain.answers import Answer
from aiplanner.domain.cycle import (
    Capability,
    Kind,
    Level,
    Part,
    Per,
    Phase,
    Role,
    Scheme,
    State,
)
from aiplanner.domain.findings import (
    ROW_OF,
    Action,
    CheckOut,
    Dream,
    DreamKind,
    Element,
    Finding,
    Link,
    LogicNote,
    LogicPart,
    Progress,
    Promise,
    PromiseKind,
    Question,
    QuestionPart,
    Review,
    Soar,
    SoarPart,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.lengths import UNTIMED, Length
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, GroupingKind, Member, Mix, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
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
)
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from aiplanner.domain.tied import tied_id

Draw = Callable[[st.SearchStrategy[Any]], Any]
Fields = st.SearchStrategy[dict[str, Any]]
T = TypeVar("T")

_INK = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff")
LINES = st.text(_INK, max_size=12)
"""Texts that a field of one line may hold."""
TEXTS = st.text(_INK | st.sampled_from("\n\t\u2028"), max_size=20)
"""Texts that a field of many lines may hold."""

CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from((0, 5, 15, 29, 30, 59)))
DAYS = st.dates(date(1999, 12, 31), date(2101, 1, 1))
POSITIONS = st.integers(-3000, 3000)
MOMENTS = st.integers(0, 30_000).map(
    lambda s: datetime(2027, 1, 12, 9, tzinfo=UTC) + timedelta(0, s)
)
"""Moments of one day, to the second."""
MINUTES = st.integers(0, 90) | st.sampled_from((5, 10, 15, 30, 60, 240))


@st.composite
def _bounded(draw: Draw) -> Length:
    low, typical, high = sorted(draw(st.tuples(MINUTES, MINUTES, MINUTES)))
    return Length(typical, low=low, high=draw(st.sampled_from((None, high))))


@st.composite
def _turns(draw: Draw) -> Length:
    minutes, times = draw(st.integers(0, 20)), draw(st.integers(1, 12))
    less, more = draw(st.integers(0, 10)), draw(st.integers(0, 10))
    low = draw(st.sampled_from((None, max(0, minutes * times - less))))
    high = None if low is None else draw(st.sampled_from((None, minutes * times + more)))
    return Length(minutes, times, draw(LINES), low, high)


LENGTHS = st.just(UNTIMED) | st.builds(Length, MINUTES) | _bounded() | _turns()


def _some(**fields: st.SearchStrategy[Any]) -> Fields:
    return st.fixed_dictionaries({}, optional=fields)


HEAD_FIELDS = _some(
    **dict.fromkeys(("title", "service", "organisation", "contact", "audience"), LINES),
    **dict.fromkeys(("purpose", "outcomes", "notes", "issue", "boundary"), TEXTS),
    **dict.fromkeys(("sponsor", "follow_up"), LINES),
    logo=st.just("") | st.sampled_from([f"{n:064x}" for n in range(3)]),
    **dict.fromkeys(("logo_words", "other_formats"), LINES),
    people=st.none() | st.integers(0, 100_000),
    scheme=st.sampled_from(Scheme),
    interview_opening=TEXTS,
    interview_minutes=st.none() | st.integers(1, 90),
    future_day=st.none() | DAYS,
    future=TEXTS,
    **dict.fromkeys(("define_label", "deliver_label", "statement_label"), LINES),
)
_SESSION_CLOCK = {"start": st.none() | CLOCKS, "planned": st.none() | st.integers(1, 600)}
SESSION_FIELDS = _some(
    **dict.fromkeys(("title", "time_zone", "venue", "audience"), LINES),
    **dict.fromkeys(("purpose", "notes"), TEXTS),
    **_SESSION_CLOCK,
    day=st.none() | DAYS,
    people=st.none() | st.integers(0, 300),
)
_KINDS = st.sampled_from((*Kind, *[Kind.ACTIVITY] * 6, *[Kind.BREAKOUT] * 2))
_STATES = st.sampled_from((*[State.PLANNED] * 5, State.SHORT, State.PARKED, State.SKIPPED))
_SHORT = st.none() | st.integers(0, 60)
_ITEM_CLOCK = {
    "kind": _KINDS,
    "length": LENGTHS,
    "pin": st.none() | CLOCKS,
    "state": _STATES,
    "short_minutes": _SHORT,
}
ITEM_FIELDS = _some(
    **dict.fromkeys(("title", "group", "lead", "room", "audience"), LINES),
    **dict.fromkeys(("why", "short", "outputs", "notes"), TEXTS),
    **_ITEM_CLOCK,
    phase=st.none() | st.sampled_from(Phase),
    part=st.none() | st.sampled_from(Part),
    level=st.none() | st.sampled_from(Level),
    due=st.none() | DAYS,
)
STEP_FIELDS = _some(text=TEXTS, minutes=st.none() | st.integers(0, 40), is_break=st.booleans())
STRAND_FIELDS = _some(title=LINES, room=LINES, lead=LINES)
MATERIAL_FIELDS = _some(
    name=LINES, quantity=st.integers(0, 10_000), per=st.sampled_from(Per), spare=st.booleans()
)
SHEET_FIELDS = _some(title=LINES, number=LINES, handout=LINES)

_WHEN = {"due": st.none() | DAYS, "level": st.none() | st.sampled_from(Level)}
_DONE = {**_WHEN, "person": LINES, "progress": st.sampled_from(Progress)}
FINDING_FIELDS: dict[type[Finding], Fields] = {
    Topic: _some(text=TEXTS, problem=TEXTS),
    Question: _some(text=TEXTS, lead_in=TEXTS, probes=TEXTS, part=st.sampled_from(QuestionPart)),
    Story: _some(
        **dict.fromkeys(("text", "happened", "made_possible", "quote"), TEXTS),
        **dict.fromkeys(("gathered", "teller"), LINES),
        shared=st.booleans(),
    ),
    Theme: _some(
        text=TEXTS, votes=st.none() | st.integers(0, 99), core=st.booleans(), keep=st.booleans()
    ),
    Dream: _some(text=TEXTS, horizon=LINES, kind=st.sampled_from(DreamKind)),
    Soar: _some(text=TEXTS, kind=st.sampled_from(SoarPart)),
    Element: _some(text=TEXTS, about=TEXTS),
    Statement: _some(text=TEXTS, element=LINES),
    Promise: _some(text=TEXTS, kind=st.sampled_from(PromiseKind), **_DONE),
    Action: _some(
        **dict.fromkeys(("text", "first_step", "measure", "reviewed"), TEXTS),
        **_DONE,
        first_due=st.none() | DAYS,
    ),
    TaskGroup: _some(
        **dict.fromkeys(("text", "purpose", "members"), TEXTS), lead=LINES, meets=LINES
    ),
    Review: _some(text=TEXTS, learned=TEXTS, due=st.none() | DAYS),
    CheckOut: _some(text=TEXTS, teller=LINES),
    LogicNote: _some(text=TEXTS, kind=st.sampled_from(LogicPart)),
}

PERSON_FIELDS = _some(
    **dict.fromkeys(("name", "organisation", "job", "core_role", "contact", "access"), LINES),
    **dict.fromkeys(("takes_part", "core_team", "facilitates"), st.booleans()),
    notes=TEXTS,
)
PHOTO_FIELDS = _some(caption=LINES, width=st.integers(1, 100_000), height=st.integers(1, 100_000))
PICTURES = st.sampled_from([f"{n:064x}" for n in range(3)])
SELF_RATING_FIELDS = _some(
    **dict.fromkeys(("strengths", "develop", "reflection"), TEXTS),
    **{str(one).replace("-", "_"): st.none() | st.sampled_from(Score) for one in Capability},
    code=LINES,
    moment=st.sampled_from(Moment),
    day=st.none() | DAYS,
)
ANSWER_FIELDS = _some(asked=TEXTS, point=LINES, text=TEXTS)
GROUPING_FIELDS = _some(
    title=LINES,
    kind=st.sampled_from(GroupingKind),
    size=st.integers(2, 1000),
    mix=st.sampled_from(Mix),
)
GROUP_FIELDS = _some(title=LINES, room=LINES, round=st.integers(1, 3))
DISMISSAL_FIELDS = _some(reason=LINES, day=st.none() | DAYS)
RUN_FIELDS = _some(
    since=st.none() | MOMENTS, ended=st.none() | MOMENTS, extra=st.integers(-10_080, 10_080)
)
RULES = st.sampled_from(("no-break", "no-closing", "over-time"))

_BARE = st.just(dict[str, Any]())
_FULL = {
    Head: HEAD_FIELDS,
    Session: SESSION_FIELDS,
    Item: ITEM_FIELDS,
    Strand: STRAND_FIELDS,
    Step: STEP_FIELDS,
    Material: MATERIAL_FIELDS,
    Sheet: SHEET_FIELDS,
    **FINDING_FIELDS,
    Person: PERSON_FIELDS,
    Grouping: GROUPING_FIELDS,
    Group: GROUP_FIELDS,
    Dismissal: DISMISSAL_FIELDS,
    Run: RUN_FIELDS,
    Photo: PHOTO_FIELDS,
    SelfRating: SELF_RATING_FIELDS,
    Answer: ANSWER_FIELDS,
}
_CLOCKED = {
    Head: _BARE,
    Session: _some(**_SESSION_CLOCK),
    Item: st.fixed_dictionaries(_ITEM_CLOCK),
    Strand: _BARE,
    Step: _some(minutes=st.none() | st.integers(0, 40), is_break=st.booleans()),
}


class _Grower:
    """Draws the rows of one programme, with ids counted from 1 so that examples stay readable."""

    def __init__(self, draw: Draw, fields: dict[type[Row], Fields], size: int) -> None:
        self._draw, self._fields, self._size = draw, fields, size
        self._count = 0

    def programme(self) -> Programme:
        head = Head(self._id(), **self._draw(self._fields[Head]))
        rows: list[Row] = [head]
        for _ in range(self._number(3)):
            rows += self._session()
        if Topic in self._fields:
            rows += self._findings([row.id for row in rows if isinstance(row, Session)])
            rows += self._alone([row.id for row in rows if isinstance(row, Session)])
            rows += self._people([row.id for row in rows if isinstance(row, Session)])
            rows += self._noted(rows)
        return Programme(head.id, {row.id: row for row in rows})

    def _session(self) -> Iterator[Row]:
        fields = self._draw(self._fields[Session])
        session = Session(self._id(), self._draw(POSITIONS), **fields)
        yield session
        yield from self._items(0, session_id=session.id)

    def _alone(self, sessions: list[RowId]) -> Iterator[Row]:
        """Photos, self-ratings and answers."""
        for _ in range(self._number(1)):
            session = self._one_of([None, *sessions])
            yield self._ordered(Photo, picture=self._draw(PICTURES), session_id=session)
        for _ in range(self._number(2)):
            yield self._ordered(SelfRating)
        for _ in range(self._number(2)):
            asked = {"handout": self._draw(LINES), "question": self._draw(LINES)}
            there = self._one_of([None, *sessions, self._id()])
            yield self._ordered(Answer, sheet_id=self._id(), session_id=there, **asked)

    def _findings(self, sessions: list[RowId]) -> list[Row]:
        kinds = st.lists(st.sampled_from(tuple(ROW_OF.values())), max_size=self._size)
        found: list[Row] = [
            kind(self._id(), self._draw(POSITIONS), **self._draw(self._fields[kind]))
            for kind in self._draw(kinds)
        ]
        found = [self._told_in(row, sessions) for row in found]
        if len(found) < 2:
            return found
        ends = st.lists(st.sampled_from([row.id for row in found]), min_size=2, max_size=2)
        pairs = self._draw(st.lists(ends, max_size=3, unique_by=tuple))
        knots = [Link(derived_id(a, b), a, b) for a, b in pairs if a != b]
        return [*found, *knots]

    def _told_in(self, row: Row, sessions: list[RowId]) -> Row:
        if not isinstance(row, Story | Dream | CheckOut):
            return row
        return replace(row, session_id=self._one_of([None, *sessions, self._id()]))

    def _people(self, sessions: list[RowId]) -> Iterator[Row]:
        people = [self._ordered(Person) for _ in range(self._number(self._size))]
        yield from people
        if not people:
            return
        for person in self._some_of(people):
            if sessions:
                yield self._tied(Absence, self._one_of(sessions), person.id)
        for _ in range(self._number(2)):
            session = self._one_of([None, *sessions])
            grouping = self._ordered(Grouping, session_id=session)
            yield grouping
            for _ in range(self._number(2)):
                group = self._ordered(Group, grouping_id=grouping.id)
                yield group
                for person in self._some_of(people):
                    yield self._tied(Member, group.id, person.id, position=self._draw(POSITIONS))

    def _noted(self, rows: list[Row]) -> Iterator[Row]:
        """Hints done without, and how sessions were held."""
        head = rows[0].id
        about = {row.id: row for row in rows[1:]}
        for key in self._draw(st.sets(st.sampled_from((None, *about)), max_size=2)):
            fields = self._draw(self._fields[Dismissal])
            yield self._tied(Dismissal, self._draw(RULES), key, head=head, **fields)
        items = [row.id for row in rows if isinstance(row, Item)]
        for session in self._some_of([row for row in rows if isinstance(row, Session)]):
            fields = self._draw(self._fields[Run])
            item = self._one_of([None, *items, self._id()])
            yield self._tied(Run, session.id, self._draw(MOMENTS), item, **fields)
        for key in self._some_of(items):
            began, ended = sorted(self._draw(st.tuples(MOMENTS, MOMENTS)))
            yield self._tied(Timing, key, began, ended)

    def _ordered(self, kind: type[Row], **parent: str | None) -> Any:
        fields = self._draw(self._fields[kind])
        return kind(self._id(), position=self._draw(POSITIONS), **parent, **fields)

    def _tied(
        self, kind: type[Row], *values: object, head: RowId | None = None, **fields: object
    ) -> Row:
        row = kind(self._id(), *values, **fields)
        return replace(row, id=tied_id(row, head))

    def _one_of(self, choices: list[T]) -> T:
        return self._draw(st.sampled_from(choices))

    def _some_of(self, rows: list[T]) -> list[T]:
        chosen = self._draw(st.sets(st.sampled_from(range(len(rows))), max_size=2)) if rows else ()
        return [rows[n] for n in sorted(chosen)]

    def _items(self, depth: int, **parent: RowId) -> Iterator[Row]:
        for _ in range(self._number(self._size if not depth else 2)):
            fields = self._draw(self._fields[Item])
            item = Item(self._id(), self._draw(POSITIONS), **parent, **fields)
            yield item
            yield from self._parts(item.id)
            if item.kind is Kind.BREAKOUT and depth < 2:
                yield from self._strands(item.id, depth)

    def _strands(self, item: RowId, depth: int) -> Iterator[Row]:
        for _ in range(self._number(2)):
            fields = self._draw(self._fields[Strand])
            strand = Strand(self._id(), item, self._draw(POSITIONS), **fields)
            yield strand
            yield from self._items(depth + 1, strand_id=strand.id)

    def _parts(self, item: RowId) -> Iterator[Row]:
        for kind in (Step, Material, Sheet):
            if kind in self._fields:
                for _ in range(self._number(1)):
                    yield kind(
                        self._id(), item, self._draw(POSITIONS), **self._draw(self._fields[kind])
                    )
        if Sheet in self._fields:
            for capability in self._draw(st.sets(st.sampled_from(Capability), max_size=1)):
                role = self._draw(st.sampled_from(Role))
                yield Focus(derived_id(item, capability), item, capability, role)

    def _number(self, most: int) -> int:
        return int(self._draw(st.integers(0, most)))

    def _id(self) -> RowId:
        self._count += 1
        return RowId(f"{self._count:032x}")


@st.composite
def programmes(draw: Draw, size: int = 4) -> Programme:
    """Sound programmes with every kind of row and field; at most `size` items a session."""
    return _Grower(draw, _FULL, size).programme()


@st.composite
def agendas(draw: Draw, size: int = 6) -> Programme:
    """Sound programmes that hold only what the clock looks at."""
    return _Grower(draw, _CLOCKED, size).programme()
