"""Every way in which rows may not fit together is found and named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given

from aiplanner.domain.answers import Answer
from aiplanner.domain.cycle import Capability, Kind
from aiplanner.domain.findings import Action, Link, Promise, Story, Theme, Topic
from aiplanner.domain.ids import RowId, derived_id, is_id
from aiplanner.domain.integrity import (
    DEEPEST,
    LINE,
    LONG_FIELDS,
    MOST_IN_GROUP,
    MOST_ROUNDS,
    MOST_VOTES,
    TEXT,
    Fault,
    fault_facts,
    faults,
    text_fault,
    text_limit,
)
from aiplanner.domain.lengths import LONGEST, Length
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.positions import FURTHEST
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import (
    KINDS,
    Dismissal,
    Focus,
    Head,
    Item,
    Material,
    Row,
    Session,
    Step,
    Strand,
    parents,
)
from tests.support.plans import breakout, counted_ids, item, named, plan, session, strand
from tests.support.soundness import mistyped
from tests.support.strategies import agendas, programmes

GONE = RowId("f" * 32)
THEME, ACTION = RowId("d" * 32), RowId("e" * 32)
fresh = counted_ids(5000)


@pytest.fixture
def base() -> Programme:
    rooms = breakout("Rooms", strand("A", item("In A")))
    return plan(session("10:00", item("Welcome", "10"), rooms))


def with_row(programme: Programme, row: Row, **changes: Any) -> Programme:
    return Programme(programme.id, {**programme.rows, row.id: replace(row, **changes)})


def codes(programme: Programme) -> set[tuple[str, str]]:
    return {(fault.code, fault.field) for fault in faults(programme)}


def test_a_plan_is_sound(base: Programme) -> None:
    assert faults(base) == []
    assert mistyped(base) == []


@given(programmes())
def test_drawn_programmes_are_sound(programme: Programme) -> None:
    assert faults(programme) == []
    assert mistyped(programme) == []


@given(agendas())
def test_drawn_agendas_are_sound(programme: Programme) -> None:
    assert faults(programme) == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"session_id": GONE}, "parent-gone", "session_id"),
        ({"session_id": None}, "parent-unclear", "session_id"),
        ({"strand_id": GONE}, "parent-gone", "strand_id"),
        ({"title": "a\0b"}, "text-unprintable", "title"),
        ({"title": "a\nb"}, "text-unprintable", "title"),
        ({"why": "x" * (TEXT + 1)}, "text-too-long", "why"),
        ({"short_minutes": -1}, "number-out-of-bounds", "short_minutes"),
        ({"position": FURTHEST + 1}, "number-out-of-bounds", "position"),
        ({"position": -FURTHEST - 1}, "number-out-of-bounds", "position"),
        ({"pin": time(10, 0, 5)}, "time-unclear", "pin"),
        ({"pin": time(10, 0, tzinfo=UTC)}, "time-unclear", "pin"),
        ({"length": Length(5, low=9)}, "length-backwards", "length"),
        ({"length": Length(5, 2, each="a\nb")}, "text-unprintable", "length"),
    ],
)
def test_faults_of_an_item(base: Programme, changes: dict[str, Any], code: str, field: str) -> None:
    assert (code, field) in codes(with_row(base, named(base, "Welcome"), **changes))


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        (Session(fresh(), 0, planned=0), "number-out-of-bounds", "planned"),
        (Session(fresh(), 0, people=-1), "number-out-of-bounds", "people"),
        (Session(fresh(), 0, start=time(1, 1, 1)), "time-unclear", "start"),
        (Session(RowId("A" * 32), 0), "id-wrong", "id"),
        (Session(RowId("a" * 31), 0), "id-wrong", "id"),
        (Head(fresh()), "head-twice", ""),
        (Step(fresh(), GONE, 0), "parent-gone", "item_id"),
        (Step(fresh(), RowId("3".zfill(32)), 0, minutes=-1), "number-out-of-bounds", "minutes"),
        (Material(fresh(), GONE, 0, quantity=10_001), "number-out-of-bounds", "quantity"),
        (Strand(fresh(), RowId("3".zfill(32)), 0), "strand-without-breakout", "item_id"),
        (Focus(fresh(), RowId("3".zfill(32)), Capability.VISION), "tied-id-wrong", "id"),
        (Focus(fresh(), RowId("not hex"), Capability.VISION), "tied-id-wrong", "id"),
        (Theme(fresh(), 0, votes=-1), "number-out-of-bounds", "votes"),
        (Theme(fresh(), 0, votes=MOST_VOTES + 1), "number-out-of-bounds", "votes"),
        (Topic(fresh(), FURTHEST + 1), "number-out-of-bounds", "position"),
        (Story(fresh(), 0, teller="a\nb"), "text-unprintable", "teller"),
        (Story(fresh(), 0, quote="x" * (TEXT + 1)), "text-too-long", "quote"),
        (Promise(fresh(), 0, person="x" * (LINE + 1)), "text-too-long", "person"),
        (Photo(fresh(), 0, "A" * 64), "id-wrong", "picture"),
        (Head(RowId("1".zfill(32)), logo="c" * 63), "id-wrong", "logo"),
        (Answer(fresh(), 0, RowId("S1"), "evaluation", "best"), "id-wrong", "sheet_id"),
        (Answer(fresh(), 0, fresh(), "evaluation", "a\nb"), "text-unprintable", "question"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value,
)
def test_faults_of_other_rows(base: Programme, row: Row, code: str, field: str) -> None:
    assert named(base, "Welcome").id == "3".zfill(32)
    assert (code, field) in codes(base.put(row))


PERSON, TABLES, TABLE = (RowId(letter * 32) for letter in "789")
BEGAN = datetime(2027, 1, 12, 10, 5, tzinfo=UTC)
FIRST, WELCOME = RowId("2".zfill(32)), RowId("3".zfill(32))
RUN, TIMING = derived_id(FIRST, "run"), derived_id(WELCOME, "timing")


@pytest.fixture
def peopled(base: Programme) -> Programme:
    """With somebody, and a table to put them at."""
    tables = Grouping(TABLES, 0, session_id=FIRST)
    return base.put(Person(PERSON, 0, "Ailsa"), tables, Group(TABLE, TABLES, 0))


@pytest.mark.parametrize(
    "row",
    [
        Absence(derived_id(FIRST, PERSON), FIRST, PERSON),
        Member(derived_id(TABLE, PERSON), TABLE, PERSON, 0),
        Dismissal(derived_id(WELCOME, "opens"), "opens", WELCOME),
        Dismissal(derived_id(RowId("1".zfill(32)), "opens"), "opens"),
        Run(RUN, FIRST, BEGAN, GONE, BEGAN, -5, BEGAN),
        Timing(TIMING, WELCOME, BEGAN, BEGAN),
    ],
    ids=lambda row: type(row).__name__,
)
def test_what_ties_rows_together_has_one_id(peopled: Programme, row: Row) -> None:
    assert faults(peopled.put(row)) == []
    assert codes(peopled.put(replace(row, id=fresh()))) == {("tied-id-wrong", "id")}


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        (Absence(derived_id(FIRST, GONE), FIRST, GONE), "parent-gone", "person_id"),
        (Absence(derived_id(GONE, PERSON), GONE, PERSON), "parent-gone", "session_id"),
        (Member(derived_id(TABLE, GONE), TABLE, GONE, 0), "parent-gone", "person_id"),
        (Member(derived_id(TABLES, PERSON), TABLES, PERSON, 0), "parent-gone", "group_id"),
        (Group(fresh(), TABLE, 0), "parent-gone", "grouping_id"),
        (Grouping(fresh(), 0, session_id=WELCOME), "parent-gone", "session_id"),
        (Grouping(fresh(), 0, size=1), "number-out-of-bounds", "size"),
        (Grouping(fresh(), 0, size=MOST_IN_GROUP + 1), "number-out-of-bounds", "size"),
        (Group(fresh(), TABLES, 0, round=0), "number-out-of-bounds", "round"),
        (Group(fresh(), TABLES, 0, round=MOST_ROUNDS + 1), "number-out-of-bounds", "round"),
        (Person(fresh(), FURTHEST + 1), "number-out-of-bounds", "position"),
        (Person(fresh(), 0, access="a\nb"), "text-unprintable", "access"),
        (Person(fresh(), 0, notes="x" * (TEXT + 1)), "text-too-long", "notes"),
        (Dismissal(derived_id(GONE, "opens"), "opens", GONE), "parent-gone", "row_id"),
        (Dismissal(derived_id(FIRST, "a\0"), "a\0", FIRST), "text-unprintable", "rule"),
        (Run(RUN, FIRST, BEGAN, RowId("no id")), "id-wrong", "item_id"),
        (Run(RUN, FIRST, BEGAN, extra=LONGEST + 1), "number-out-of-bounds", "extra"),
        (Run(RUN, FIRST, BEGAN, extra=-LONGEST - 1), "number-out-of-bounds", "extra"),
        (Run(RUN, FIRST, BEGAN.replace(tzinfo=None)), "moment-unclear", "began"),
        (Run(RUN, FIRST, BEGAN, since=BEGAN.replace(microsecond=1)), "moment-unclear", "since"),
        (
            Run(RUN, FIRST, BEGAN, ended=BEGAN.astimezone(timezone(timedelta(hours=1)))),
            "moment-unclear",
            "ended",
        ),
        (
            Timing(TIMING, WELCOME, BEGAN, BEGAN - timedelta(seconds=1)),
            "moments-backwards",
            "ended",
        ),
        (Timing(TIMING, WELCOME, BEGAN, datetime(2027, 1, 1)), "moment-unclear", "ended"),  # noqa: DTZ001 - what is refused
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value,
)
def test_faults_of_people_and_of_days(peopled: Programme, row: Row, code: str, field: str) -> None:
    assert codes(peopled.put(row)) == {(code, field)}


def test_a_hint_on_the_head_or_on_what_was_done_without_is_none(peopled: Programme) -> None:
    first = Dismissal(derived_id(WELCOME, "opens"), "opens", WELCOME)
    for about in (peopled.id, first.id):
        row = Dismissal(derived_id(about, "opens"), "opens", about)
        assert codes(peopled.put(first, row)) == {("parent-gone", "row_id")}


@pytest.mark.parametrize(
    ("source", "target", "code", "field"),
    [
        (THEME, GONE, "parent-gone", "target_id"),
        (GONE, ACTION, "parent-gone", "source_id"),
        (RowId("3".zfill(32)), ACTION, "parent-gone", "source_id"),
        (THEME, RowId("1".zfill(32)), "parent-gone", "target_id"),
        (THEME, THEME, "link-to-itself", "target_id"),
        (RowId("no id"), ACTION, "tied-id-wrong", "id"),
    ],
)
def test_faults_of_a_link(
    base: Programme, source: RowId, target: RowId, code: str, field: str
) -> None:
    with_ends = base.put(Theme(THEME, 0), Action(ACTION, 0))
    row_id = derived_id(source, target) if is_id(source) else fresh()
    assert (code, field) in codes(with_ends.put(Link(row_id, source, target)))
    sound = with_ends.put(Link(derived_id(THEME, ACTION), THEME, ACTION))
    assert faults(sound) == []
    assert codes(with_ends.put(Link(fresh(), THEME, ACTION))) == {("tied-id-wrong", "id")}


def test_a_link_is_looked_at_with_either_end(base: Programme) -> None:
    knot = Link(derived_id(THEME, ACTION), THEME, ACTION)
    full = base.put(Theme(THEME, 0), Action(ACTION, 0), knot)
    for end in (THEME, ACTION):
        rows = {key: row for key, row in full.rows.items() if key != end}
        assert [fault.row for fault in faults(Programme(base.id, rows), [end])] == [knot.id]


def test_both_parents_are_one_too_many(base: Programme) -> None:
    both = with_row(base, named(base, "In A"), session_id=base.sessions[0].id)
    assert codes(both) == {("parent-unclear", "session_id")}


def test_a_parent_of_another_kind_is_none(base: Programme) -> None:
    wrong = with_row(base, named(base, "Welcome"), session_id=named(base, "Rooms").id)
    assert codes(wrong) == {("parent-gone", "session_id")}


def test_a_row_that_may_be_gone_is_of_its_kind_where_it_is_there(base: Programme) -> None:
    story = Story(fresh(), 0, "Told", session_id=base.sessions[0].id)
    assert not codes(with_row(base, story))
    assert not codes(with_row(base, story, session_id=GONE))
    wrong = with_row(base, story, session_id=named(base, "Welcome").id)
    assert codes(wrong) == {("kind-differs", "session_id")}


def test_a_row_filed_under_another_id(base: Programme) -> None:
    welcome = named(base, "Welcome")
    rows = {(GONE if key == welcome.id else key): row for key, row in base.rows.items()}
    assert ("id-wrong", "id") in codes(Programme(base.id, rows))


def test_a_programme_without_its_head(base: Programme) -> None:
    rows = {key: row for key, row in base.rows.items() if key != base.id}
    assert faults(Programme(base.id, rows)) == [Fault(base.id, "head-missing")]


def test_a_breakout_inside_its_own_strand(base: Programme) -> None:
    inside = base.strands_of(named(base, "Rooms").id)[0].id
    circle = with_row(base, named(base, "Rooms"), session_id=None, strand_id=inside)
    assert ("parent-circle", "strand_id") in codes(circle)


def test_a_circle_of_many_breakouts_ends(base: Programme) -> None:
    ids = counted_ids(100)
    pairs = [(ids(), ids()) for _ in range(DEEPEST + 3)]
    rows: dict[RowId, Row] = dict(base.rows)
    for n, (holder, inside) in enumerate(pairs):
        rows[holder] = Item(holder, 0, strand_id=pairs[n - 1][1], kind=Kind.BREAKOUT)
        rows[inside] = Strand(inside, holder, 0)
    found = faults(Programme(base.id, rows))
    assert {fault.row for fault in found} == {holder for holder, _ in pairs}


def test_a_very_long_chain_of_breakouts_is_refused_and_not_walked(base: Programme) -> None:
    ids = counted_ids(100)
    rows: dict[RowId, Row] = dict(base.rows)
    parent: dict[str, RowId] = {"session_id": base.sessions[0].id}
    for _ in range(5000):
        holder, inside = ids(), ids()
        rows[holder] = Item(holder, 0, kind=Kind.BREAKOUT, **parent)
        rows[inside] = Strand(inside, holder, 0)
        parent = {"strand_id": inside}
    found = faults(Programme(base.id, rows))
    assert {fault.code for fault in found} == {"nested-too-deep"}
    assert len(found) == 5000  # the first holds what is too deep, the last is


def test_only_what_was_touched_and_what_it_holds_is_looked_at(base: Programme) -> None:
    wrong = with_row(base, named(base, "Welcome"), title="a\0b")
    assert faults(wrong, [named(base, "Rooms").id]) == []
    assert faults(wrong, [wrong.sessions[0].id]) != []
    gone = {key: row for key, row in base.rows.items() if key != base.sessions[0].id}
    assert faults(Programme(base.id, gone), [base.sessions[0].id]) != []


@pytest.mark.parametrize("name", sorted(LONG_FIELDS))
def test_long_fields_hold_lines(name: str) -> None:
    assert text_fault(name, "one\ntwo\tthree\u2028four") is None
    assert text_limit(name) == TEXT
    assert text_fault(name, "x" * TEXT) is None


def test_short_fields_hold_one_line() -> None:
    assert text_limit("title") == LINE
    for good in ("tab\there", "أهلا", "👩\u200d⚕️", "\u202b\ufeff"):
        assert text_fault("title", good) is None
    for bad in "\n\u2028\u2029":
        assert text_fault("title", f"a{bad}b") == "text-unprintable"


def test_every_long_field_is_a_field_of_some_row() -> None:
    names = {name for kind in KINDS for name in kind.__slots__}
    assert names >= LONG_FIELDS


def test_the_facts_of_a_fault_say_what_its_sentence_needs(base: Programme) -> None:
    wrong = with_row(base, named(base, "Welcome"), length=Length(20_000))
    [fault] = faults(wrong)
    assert fault_facts(wrong, fault) == {
        "id": named(base, "Welcome").id,
        "field": "length",
        "limit": LINE,
        "typed": "20000",
    }


def test_parents() -> None:
    here, there = fresh(), fresh()
    assert parents(Item(fresh(), 0, session_id=here)) == (here,)
    assert parents(Item(fresh(), 0, strand_id=there)) == (there,)
    assert parents(Step(fresh(), here, 0)) == (here,)
    assert parents(Session(fresh(), 0)) == ()
    assert parents(Head(fresh())) == ()
    assert parents(Theme(fresh(), 0)) == ()
    assert parents(Link(fresh(), here, there)) == (here, there)


def test_derived_ids_agree_and_differ() -> None:
    one, other = fresh(), fresh()
    assert derived_id(one, "vision") == derived_id(one, "vision")
    assert len({derived_id(i, c) for i in (one, other) for c in Capability}) == 12
