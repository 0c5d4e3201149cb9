"""Plan B in words: what it comes to, why, and by how much it still misses."""

from __future__ import annotations

from datetime import time

from aiplanner.app.plan_b_words import (
    accepted_text,
    label_text,
    misses_text,
    summary_text,
    why_text,
)
from aiplanner.domain.cycle import Kind, Part
from aiplanner.domain.plan_b import Choice, PlanB, Wish, propose
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from tests.support.plans import item, named, pause, plan, session

MORNING = plan(
    session(
        "10:00",
        item("Welcome", "15", part=Part.OPENING),
        item("Stretch", "10", part=Part.ENERGISER),
        item("Interviews", "40", short="Ten minutes each way", short_minutes=25),
        pause("10"),
        item("Lunch", "45", "11:15", kind=Kind.MEAL),
    )
)


def plan_b(wish: Wish, programme: Programme = MORNING) -> PlanB:
    return propose(programme, programme.sessions[0].id, wish)


def reasons(proposal: PlanB) -> dict[str, str]:
    """Why each item is as it is, by title."""
    rows = ((one, MORNING.get(one.item_id, Item)) for one in proposal.outcomes)
    return {row.title: why_text(proposal, one, row) for one, row in rows}


def test_it_says_what_it_comes_to() -> None:
    assert summary_text(plan_b(Wish())) == (
        "Starts at 10:00, ends at 12:00. Nothing needs to be cut."
    )
    assert summary_text(plan_b(Wish(20))) == (
        "Starts at 10:20, ends at 12:00. 1 item is short, 1 is skipped."
    )
    over = [named(MORNING, title).id for title in ("Welcome", "Stretch")]
    assert summary_text(plan_b(Wish(15, done=over))) == (
        "Goes on at 10:40, ends at 12:00. 1 item is short."
    )
    assert accepted_text(plan_b(Wish(20))).startswith("Plan B holds now. Starts at 10:20")
    assert misses_text(MORNING, plan_b(Wish(20))) == ""


def test_it_says_why() -> None:
    by_hand = {
        named(MORNING, "Welcome").id: Choice.SHORT,
        named(MORNING, "Stretch").id: Choice.SKIP,
    }
    assert reasons(plan_b(Wish(20))) == {
        "Welcome": "",
        "Stretch": "saves 10 min: energisers are skipped first",
        "Interviews": "saves 15 min: Ten minutes each way",
        "Break": "",
        "Lunch": "pinned: does not move",
    }
    assert reasons(plan_b(Wish(20, by_hand=by_hand)))["Stretch"] == "as you chose"


def test_it_says_by_how_much_it_misses() -> None:
    rest = " The rule cuts no more; decide the rest by hand."
    assert misses_text(MORNING, plan_b(Wish(end_by=time(11, 50)))) == (
        "Still 10 min over 11:50." + rest
    )
    late = plan_b(Wish(70))
    assert misses_text(MORNING, late) == ""
    pinned = plan(session("10:00", item("Welcome", "15", "10:00"), item("Talk", "45")))
    assert misses_text(pinned, plan_b(Wish(5), pinned)) == (
        "Welcome is pinned to 10:00, before the start."
    )
    tight = plan(session("10:00", item("Minibus", "30", kind=Kind.TRAVEL), item("A", "5", "10:30")))
    assert misses_text(tight, plan_b(Wish(5), tight)) == (
        "A starts 5 minutes before what comes ahead of it ends." + rest
    )


def test_undo_names_it_by_what_was_asked() -> None:
    assert label_text(plan_b(Wish(20))) == "Plan B: start 20 min later"
    assert label_text(plan_b(Wish(end_by=time(11, 55)))) == "Plan B: end by 11:55"
