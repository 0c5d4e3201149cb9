"""Plan B: what shortens and drops when a session starts late or has to end by a time."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from aiplanner.domain.content import StarterItem
from aiplanner.domain.cycle import Kind, Part, Phase, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.plan_b import accept_plan_b, plan_in_full
from aiplanner.domain.errors import PlanError
from aiplanner.domain.plan_b import (
    Choice,
    Miss,
    PlanB,
    Rung,
    Why,
    Wish,
    propose,
)
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import clock_text, session_clock
from tests.support.plans import (
    breakout,
    item,
    named,
    pause,
    plan,
    section,
    session,
    strand,
    the_session,
)

OPENING = item("Welcome", "15", part=Part.OPENING)
ENERGISER = item("Stretch", "10", part=Part.ENERGISER)
CLOSING = item("Check-out", "10", part=Part.CLOSING)
INTERVIEWS = item("Interviews", "40", phase=Phase.DISCOVER, short="Ten each", short_minutes=25)


def planned(programme: Programme, end: str) -> Programme:
    """The programme with a planned end of its first session."""
    first = the_session(programme)
    assert first.start is not None
    until = time.fromisoformat(end)
    minutes = (until.hour - first.start.hour) * 60 + until.minute - first.start.minute
    return set_fields(programme, first.id, planned=minutes)


def of(*items: StarterItem, start: str = "10:00", end: str = "") -> Programme:
    """A programme of one session of these items."""
    programme = plan(session(start, *items))
    return planned(programme, end) if end else programme


def plan_b(programme: Programme, **wish: Any) -> PlanB:
    """The plan B of its first session."""
    return propose(programme, the_session(programme).id, Wish(**wish))


def cuts(programme: Programme, proposal: PlanB) -> dict[str, Choice]:
    """What is done otherwise, by title."""
    return {programme.get(one.item_id, Item).title: one.choice for one in proposal.changed}


def chosen(programme: Programme, **wish: Any) -> dict[str, Choice]:
    """What plan B does otherwise, by title."""
    return cuts(programme, plan_b(programme, **wish))


def test_nothing_changes_while_free_time_takes_up_the_delay() -> None:
    programme = of(OPENING, INTERVIEWS, item("Lunch", "45", "11:00", kind=Kind.MEAL))

    proposal = plan_b(programme, late=5)
    assert proposal.met
    assert proposal.changed == ()
    assert clock_text(proposal.after.start) == "10:05"
    assert plan_b(programme, late=6).changed != ()


def test_short_versions_come_before_skipping() -> None:
    programme = of(OPENING, ENERGISER, INTERVIEWS, CLOSING)

    assert chosen(programme, late=10) == {"Interviews": Choice.SHORT}
    assert chosen(programme, late=20) == {"Interviews": Choice.SHORT, "Stretch": Choice.SKIP}


def test_report_backs_are_shortened_first() -> None:
    back = item("Report back", "30", part=Part.DEBRIEF, short="A sentence each", short_minutes=10)
    programme = of(INTERVIEWS, back)

    assert chosen(programme, late=15) == {"Report back": Choice.SHORT}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (ENERGISER, item("Talk", "10", part=Part.INPUT)),
        (item("Talk", "10", part=Part.INPUT), item("Form", "10", part=Part.EVALUATION)),
        (item("Form", "10", part=Part.EVALUATION), item("Plain", "10")),
        (item("Plain", "10"), item("Posting", "10", phase=Phase.DISCOVER)),
        (item("Posting", "10", phase=Phase.DISCOVER), item("Back", "10", part=Part.DEBRIEF)),
        (item("Back", "10", part=Part.DEBRIEF), item("Dream", "10", phase=Phase.DREAM)),
        (item("Dream", "10", phase=Phase.DREAM), OPENING),
        (OPENING, CLOSING),
        (CLOSING, item("Coffee", "10", kind=Kind.ARRIVAL)),
        (item("Evening", "10", kind=Kind.SOCIAL), item("Coffee", "10", kind=Kind.ARRIVAL)),
        (item("Coffee", "10", kind=Kind.ARRIVAL), pause("10")),
    ],
)
def test_what_is_skipped_first(first: StarterItem, then: StarterItem) -> None:
    heart = item("Heart", "60", "12:00", phase=Phase.DISCOVER)

    for order in ((first, then), (then, first)):
        programme = of(*order, heart, start="11:00")
        spare = 60 - sum(int(one.length) for one in order)
        assert chosen(programme, late=spare + 1) == {first.title: Choice.SKIP}


def test_the_longest_activity_of_a_phase_is_its_heart() -> None:
    programme = of(item("A", "20", phase=Phase.DREAM), item("B", "30", phase=Phase.DREAM))
    rungs = {programme.get(one.item_id, Item).title: one.rung for one in plan_b(programme).outcomes}

    assert rungs == {"A": Rung.FURTHER, "B": Rung.HEART}
    assert chosen(programme, late=25) == {"B": Choice.SKIP}
    assert chosen(programme, late=15) == {"A": Choice.SKIP}


def test_what_saves_least_is_skipped_first_and_given_back_when_more_is_needed() -> None:
    programme = of(item("Long", "30"), item("Short", "10"), CLOSING)

    assert chosen(programme, late=10) == {"Short": Choice.SKIP}
    assert chosen(programme, late=20) == {"Long": Choice.SKIP}
    assert chosen(programme, late=35) == {"Long": Choice.SKIP, "Short": Choice.SKIP}


def test_meals_and_travel_are_never_skipped() -> None:
    travel = item("Minibus", "20", kind=Kind.TRAVEL, short="Taxi", short_minutes=12)
    programme = of(travel, item("Lunch", "40", kind=Kind.MEAL))

    proposal = plan_b(programme, late=30)
    assert cuts(programme, proposal) == {"Minibus": Choice.SHORT}
    assert proposal.misses == (Miss(None, 22),)


def test_a_pinned_item_may_be_shortened_but_neither_moves_nor_falls() -> None:
    pinned = item("Guest", "30", "11:00", short="Questions only", short_minutes=15)
    programme = of(ENERGISER, pinned, end="11:20")

    proposal = plan_b(programme)
    assert cuts(programme, proposal) == {"Guest": Choice.SHORT}
    assert clock_text(proposal.after.slots[named(programme, "Guest").id].start or 0) == "11:00"
    assert proposal.met

    missing = plan_b(programme, end_by=time(11, 10))
    assert cuts(programme, missing) == {"Guest": Choice.SHORT}
    assert missing.misses == (Miss(None, 5),)


def test_each_stretch_between_pins_is_fitted_on_its_own() -> None:
    programme = of(
        ENERGISER,
        item("Talk", "20", part=Part.INPUT),
        item("Guest", "30", "10:30"),
        item("Song", "5", part=Part.ENERGISER),
        end="11:05",
    )

    assert chosen(programme, late=10) == {"Stretch": Choice.SKIP}
    assert chosen(programme, end_by=time(11, 0)) == {"Song": Choice.SKIP}


def test_an_overlap_that_was_planned_may_stay_but_not_grow() -> None:
    programme = of(item("Set up", "40"), ENERGISER, item("Guest", "30", "10:40"), end="11:10")

    assert plan_b(programme).changed == ()
    assert chosen(programme, late=5) == {"Stretch": Choice.SKIP}


def test_a_pin_before_the_new_start_is_told() -> None:
    programme = of(item("Welcome", "15", "10:00"), INTERVIEWS, end="11:00")

    assert plan_b(programme, late=10).misses == (Miss(named(programme, "Welcome").id, 10),)


def test_the_longest_strand_rules_so_two_alike_are_both_cut() -> None:
    programme = of(
        breakout(
            "Groups",
            strand("East", item("East work", "30", short="In pairs", short_minutes=15)),
            strand("West", item("West work", "30", short="In pairs", short_minutes=15)),
            strand("North", item("North work", "20", short="In pairs", short_minutes=10)),
        ),
    )

    assert chosen(programme, late=10) == {"East work": Choice.SHORT, "West work": Choice.SHORT}


def test_a_strand_keeps_what_is_worth_most_in_it_while_its_breakout_stays() -> None:
    programme = of(
        breakout(
            "Groups",
            strand("East", item("Dream", "20", phase=Phase.DREAM), ENERGISER, pause("10")),
            strand("West", item("Wish", "10", phase=Phase.DREAM)),
        ),
        OPENING,
    )

    assert chosen(programme, late=10) == {"Stretch": Choice.SKIP}
    everything = plan_b(programme, end_by=time(10, 5))
    why = {programme.get(o.item_id, Item).title: o.why for o in everything.outcomes}
    assert cuts(programme, everything) == {"Groups": Choice.SKIP, "Welcome": Choice.SKIP}
    assert why["Dream"] is Why.GONE


def test_a_breakout_that_holds_a_pinned_item_stays() -> None:
    held = strand("East", item("Guest", "20", "10:00"))
    programme = of(breakout("Groups", held, length="60"), end="10:10")
    proposal = plan_b(programme)

    assert proposal.changed == ()
    assert {one.why for one in proposal.outcomes} == {Why.PINNED}
    assert proposal.misses == (Miss(None, 10),)


def test_what_is_chosen_by_hand_stays_and_the_rule_works_round_it() -> None:
    programme = of(OPENING, ENERGISER, INTERVIEWS, CLOSING)
    interviews, welcome = named(programme, "Interviews").id, named(programme, "Welcome").id

    assert chosen(programme, late=10, by_hand={interviews: Choice.FULL}) == {"Stretch": Choice.SKIP}
    proposal = plan_b(programme, late=10, by_hand={welcome: Choice.SKIP})
    assert cuts(programme, proposal) == {"Welcome": Choice.SKIP}
    assert {o.why for o in proposal.changed} == {Why.HAND}


def test_what_is_skipped_or_short_already_stays_so_unless_it_is_brought_back() -> None:
    programme = of(OPENING, ENERGISER, INTERVIEWS, item("Later", "10"), end="11:05")
    interviews, stretch = named(programme, "Interviews").id, named(programme, "Stretch").id
    programme = set_fields(programme, interviews, state=State.SHORT)
    programme = set_fields(programme, stretch, state=State.SKIPPED)
    programme = set_fields(programme, named(programme, "Later").id, state=State.PARKED)

    proposal = plan_b(programme)
    assert [(o.was, o.why) for o in proposal.outcomes] == [
        (Choice.FULL, Why.FITS),
        (Choice.SKIP, Why.ALREADY),
        (Choice.SHORT, Why.ALREADY),
    ]
    back = plan_b(programme, by_hand={interviews: Choice.FULL, stretch: Choice.FULL})
    assert cuts(programme, back) == {"Interviews": Choice.FULL, "Stretch": Choice.FULL}
    assert back.met


def test_a_range_without_a_short_version_is_not_squeezed() -> None:
    programme = of(item("Walk", "30-60", at="10:00"), end="10:30")
    proposal = plan_b(programme)

    assert proposal.changed == ()
    assert proposal.misses == (Miss(None, 15),)
    assert proposal.outcomes[0].ways == (Choice.FULL, Choice.SKIP)


def test_the_end_is_the_one_asked_for_else_the_planned_else_the_present_one() -> None:
    programme = of(OPENING, INTERVIEWS)

    assert clock_text(plan_b(programme, late=5).target) == "10:55"
    assert clock_text(plan_b(planned(programme, "11:30"), late=5).target) == "11:30"
    asked = plan_b(planned(programme, "11:30"), late=5, end_by=time(10, 50))
    assert clock_text(asked.target) == "10:50"
    after = accept_plan_b(planned(programme, "11:30"), asked)
    assert (the_session(after).start, the_session(after).planned) == (time(10, 5), 45)


def test_accepting_moves_the_start_and_keeps_the_planned_end() -> None:
    programme = of(OPENING, ENERGISER, INTERVIEWS, end="11:05")
    after = accept_plan_b(programme, plan_b(programme, late=20))

    assert (the_session(after).start, the_session(after).planned) == (time(10, 20), 45)
    assert named(after, "Interviews").state is State.SHORT
    assert named(after, "Stretch").state is State.SKIPPED
    assert session_clock(after, the_session(after)).over <= 0


def test_a_session_that_begins_by_its_first_pin_keeps_that_start() -> None:
    programme = plan(session("", ENERGISER, item("Guest", "30", "10:30"), CLOSING))
    proposal = plan_b(programme, late=5, end_by=time(11, 5))

    assert clock_text(proposal.start) == "10:25"
    after = accept_plan_b(programme, proposal)
    assert session_clock(after, the_session(after)).track == proposal.after.track


def test_past_midnight_is_the_next_day() -> None:
    programme = of(OPENING, item("Fire", "180"), item("Song", "10", "23:30"), start="20:00")

    proposal = plan_b(programme, end_by=time(0, 30))
    assert clock_text(proposal.target) == "00:30"
    assert proposal.met


@pytest.mark.parametrize(
    ("start", "wish", "code"),
    [
        ("", {"late": 5}, "plan-b-without-start"),
        ("23:50", {"late": 10}, "plan-b-other-day"),
        ("10:00", {"late": -5}, "plan-b-other-day"),
        ("10:00", {"end_by": time(9, 0)}, "session-backwards"),
        ("10:00", {"late": 60}, "session-backwards"),
    ],
)
def test_what_cannot_be_is_refused(start: str, wish: dict[str, Any], code: str) -> None:
    programme = plan(session(start, OPENING))

    with pytest.raises(PlanError) as refused:
        plan_b(programme, **wish)
    assert refused.value.code == code


def test_a_delay_that_would_turn_a_pin_to_the_next_day_is_refused() -> None:
    programme = plan(session("12:45", item("Prelude", "5", "00:50"), item("Guest", "30", "13:00")))

    with pytest.raises(PlanError, match="plan-b-other-day"):
        plan_b(programme, late=5)


def test_of_a_session_under_way_only_the_rest_is_cut() -> None:
    programme = of(ENERGISER, INTERVIEWS, item("Song", "15", part=Part.ENERGISER), CLOSING)
    over = [named(programme, title).id for title in ("Stretch", "Interviews")]

    proposal = plan_b(programme, late=10, done=over)
    assert cuts(programme, proposal) == {"Song": Choice.SKIP}
    assert clock_text(proposal.after.start) == "11:00"
    assert [one.item_id for one in proposal.outcomes] == [
        named(programme, title).id for title in ("Song", "Check-out")
    ]
    after = accept_plan_b(programme, proposal)
    slots = session_clock(after, the_session(after)).slots
    assert {key: slots[key] for key in proposal.after.slots} == proposal.after.slots


def test_what_was_pinned_and_is_over_holds_the_start() -> None:
    programme = of(OPENING, item("Guest", "30", "10:30"), ENERGISER, CLOSING, end="11:20")
    over = [named(programme, title).id for title in ("Welcome", "Guest")]

    proposal = plan_b(programme, late=10, done=over)
    assert cuts(programme, proposal) == {"Stretch": Choice.SKIP}
    assert proposal.met
    assert the_session(accept_plan_b(programme, proposal)) == the_session(programme)


def test_everything_in_full_again_brings_all_back_but_what_is_parked() -> None:
    programme = of(OPENING, section("Morning"), ENERGISER, INTERVIEWS, item("Later", "10"))
    programme = set_fields(programme, named(programme, "Later").id, state=State.PARKED)
    after = accept_plan_b(programme, plan_b(programme, late=20))
    again = plan_in_full(after, the_session(after).id)

    assert [i.state for i in again.items_of(the_session(again).id)] == [
        *[State.PLANNED] * 4,
        State.PARKED,
    ]
    assert the_session(again).start == time(10, 20)
