"""A starter becomes a programme of one's own with everything it holds."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time

import pytest

from aiplanner.app import content
from aiplanner.app.content import phase_label, starter
from aiplanner.app.starters import programme_from
from aiplanner.app.wording import say
from aiplanner.domain.content import (
    Starter,
    StarterGroup,
    StarterGrouping,
    StarterItem,
    StarterMaterial,
    StarterPerson,
    StarterSession,
    StarterSheet,
    StarterStep,
    StarterStrand,
)
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
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.lengths import Length
from aiplanner.domain.people import Group, Grouping, Person
from aiplanner.domain.rows import Head, Item, Material, Row, Session, Sheet, Step, Strand
from aiplanner.domain.schedule import schedule
from tests.support.plans import breakout, counted_ids, item, named, plan, session, strand
from tests.support.soundness import mistyped

STARTERS = content.starters()


def test_every_field_of_a_starter_arrives() -> None:
    told = StarterItem(
        title="Reports", kind=Kind.SOCIAL, length="6x3", each="team", pin=time(11, 5),
        phase=Phase.DREAM, part=Part.DEBRIEF, level=Level.SYSTEM, state=State.PARKED,
        group="tables", lead="Amina", room="Hall", audience="all", why="why", short="short",
        short_minutes=9, outputs="outputs", due=date(2027, 1, 2), notes="notes",
        leads=(Capability.VISION,), supports=(Capability.EMPOWERING,),
        steps=(StarterStep("one", 3), StarterStep("two", None, is_break=True)),
        materials=(StarterMaterial("Pens", 4, Per.PERSON, spare=True),),
        sheets=(StarterSheet("Guide", "interview-guide", "7"),),
    )  # fmt: skip
    programme = plan(session("10:00", told))
    [found] = programme.items_of(programme.sessions[0].id)
    assert found == Item(
        found.id, 1024, programme.sessions[0].id, None, Kind.SOCIAL, "Reports",
        Length(3, 6, "team"), time(11, 5), Phase.DREAM, Part.DEBRIEF, Level.SYSTEM, State.PARKED,
        "tables", "Amina", "Hall", "all", "why", "short", 9, "outputs", date(2027, 1, 2), "notes",
    )  # fmt: skip
    steps = [(s.text, s.minutes, s.is_break) for s in programme.steps_of(found.id)]
    assert steps == [("one", 3, False), ("two", None, True)]
    [pens] = programme.materials_of(found.id)
    assert (pens.name, pens.quantity, pens.per, pens.spare) == ("Pens", 4, Per.PERSON, True)
    [guide] = programme.sheets_of(found.id)
    assert (guide.title, guide.handout, guide.number) == ("Guide", "interview-guide", "7")
    focus = {f.capability: f.role for f in programme.focus_of(found.id)}
    assert focus == {Capability.VISION: Role.LEADS, Capability.EMPOWERING: Role.SUPPORTS}


PAIRS: tuple[tuple[type, type[Row], set[str]], ...] = (
    (
        Starter,
        Head,
        {"key", "promise", "sessions", "sources", "order", "found", "who", "groupings"},
    ),
    (StarterSession, Session, {"items"}),
    (StarterItem, Item, {"each", "leads", "supports", "steps", "materials", "sheets", "strands"}),
    (StarterStrand, Strand, {"items"}),
    (StarterStep, Step, set()),
    (StarterMaterial, Material, set()),
    (StarterSheet, Sheet, set()),
    (StarterPerson, Person, {"away"}),
    (StarterGrouping, Grouping, {"groups", "session"}),
    (StarterGroup, Group, {"people"}),
)
PLACED = {"id", "position", "session_id", "strand_id", "item_id", "grouping_id"}
OWN_WORDS = {f"{phase}_label" for phase in Phase} | {"statement_label"}
WHOSE_PAPER = {"logo", "logo_words", "other_formats"}
"""A programme's own: who begins another from a starter prints another's."""
NOT_TOLD = OWN_WORDS | WHOSE_PAPER


@pytest.mark.parametrize(("told", "row", "only"), PAIRS)
def test_a_starter_can_say_all_that_a_row_can(told: type, row: type[Row], only: set[str]) -> None:
    said = {spec.name for spec in fields(told)}
    assert said - only == {spec.name for spec in fields(row)} - PLACED - NOT_TOLD


def test_items_stand_in_order_in_sessions_and_strands() -> None:
    rooms = breakout("Rooms", strand("A", item("One"), item("Two")), strand("B", item("Three")))
    programme = plan(session("", item("Welcome"), rooms), session("", item("Later")))
    walked = [[i.title for i in programme.walk(s.id)] for s in programme.sessions]
    assert walked == [["Welcome", "Rooms", "One", "Two", "Three"], ["Later"]]
    assert [s.title for s in programme.strands_of(named(programme, "Rooms").id)] == ["A", "B"]


def test_its_title_is_ours_or_the_starters() -> None:
    told = Starter("key", "Three sessions", "promise", ())
    assert programme_from(told, "Ward 4", counted_ids()).head.title == "Ward 4"
    assert programme_from(told, "", counted_ids()).head.title == "Three sessions"


def test_a_starter_with_a_length_that_is_none_is_refused() -> None:
    with pytest.raises(PlanError, match="length-unclear"):
        plan(session("", item("One", "soon")))


def test_a_starter_with_strands_in_what_is_no_breakout_is_refused() -> None:
    with pytest.raises(PlanError, match="strand-without-breakout"):
        plan(session("", item("One", strands=(strand("A"),))))


@pytest.mark.parametrize("told", STARTERS, ids=[s.key for s in STARTERS])
def test_what_ships_is_sound_and_keeps_its_time(told: Starter) -> None:
    programme = programme_from(told, "", counted_ids())
    assert faults(programme) == []
    assert mistyped(programme) == []
    for clock in schedule(programme):
        assert clock.planned is not None, "a session of a starter says how long it may take"
        assert clock.over <= 0
        assert clock.totals.overlaps == 0


@pytest.mark.parametrize("told", STARTERS, ids=[s.key for s in STARTERS])
def test_two_programmes_from_one_starter_share_no_id(told: Starter) -> None:
    one = programme_from(told, "", counted_ids(1))
    other = programme_from(told, "", counted_ids(100_000))
    assert not one.rows.keys() & other.rows.keys()
    assert len(one.rows) == len(other.rows)


def test_an_unknown_starter_is_refused() -> None:
    with pytest.raises(PlanError) as refusal:
        starter("no-such")
    assert say(refusal.value).startswith("There is no starter “no-such”.")


@pytest.mark.parametrize(
    ("head", "phase", "label"),
    [
        (Head(RowId("")), Phase.DELIVER, "Deliver"),
        (Head(RowId(""), scheme=Scheme.FOUR_I), Phase.DREAM, "Imagine"),
        (Head(RowId(""), scheme=Scheme.OWN, dream_label="Picture"), Phase.DREAM, "Picture"),
        (Head(RowId(""), scheme=Scheme.OWN), Phase.DREAM, "Dream"),
        (Head(RowId(""), dream_label="Picture"), Phase.DREAM, "Dream"),
    ],
)
def test_phases_are_named_by_the_scheme_or_in_own_words(
    head: Head, phase: Phase, label: str
) -> None:
    assert phase_label(head, phase) == label
