"""Suggestions answer what a session lacks, fit its minutes, and are never what it has."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.bank import add_activity
from aiplanner.app.content import activities, starters
from aiplanner.app.starters import programme_from
from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.cycle import Capability, Kind, Part, Phase
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.suggest import LEAST, Suggestion, suggestions
from tests.support.advice import CLOSING, OPENING
from tests.support.plans import counted_ids, item, plan, session, the_session
from tests.support.strategies import programmes


def activity(title: str, minutes: int = 20, **fields: Any) -> Activity:
    """An activity of the bank."""
    wanted = {"least": minutes, "typical": minutes, "most": minutes, "form": GroupForm.MIXED}
    wanted |= {"summary": "", "why": f"Because of {title}", "group": "", "steps": (), "sources": ()}
    return Activity(title.casefold().replace(" ", "-"), title, **{**wanted, **fields})


DISCOVER = item("Interviews", "30", phase=Phase.DISCOVER, group="pairs")
PLAIN = [activity(f"Plain {n}") for n in range(1, 5)]


def titles(programme: Programme, *bank: Activity, number: int = 1, **asked: int) -> list[str]:
    """What is suggested for a session from this bank, by title."""
    found = suggestions(programme, the_session(programme, number).id, bank, **asked)
    return [one.activity.title for one in found]


def reasons(programme: Programme, *bank: Activity, number: int = 1) -> dict[str, list[str]]:
    """Why each is suggested, by title: the codes."""
    found = suggestions(programme, the_session(programme, number).id, bank)
    return {one.activity.title: [reason.code for reason in one.reasons] for one in found}


def test_a_missing_opening_and_closing_come_first() -> None:
    bank = (*PLAIN, activity("Goodbye", part=Part.CLOSING), activity("Hello", part=Part.OPENING))
    bare = plan(session("10:00", DISCOVER, replace(DISCOVER, title="More")))
    assert titles(bare, *bank)[:2] == ["Goodbye", "Hello"]
    assert reasons(bare, *bank)["Hello"] == ["opens"]
    whole = plan(session("10:00", OPENING, DISCOVER, CLOSING))
    assert titles(whole, *bank) == [one.title for one in PLAIN[:3]]


def test_one_opening_is_enough() -> None:
    bank = [activity(f"Hello {n}", part=Part.OPENING) for n in range(4)]
    bank += [activity(f"Stories {n}", phase=Phase.DISCOVER) for n in range(4)]
    found = titles(plan(session("10:00", DISCOVER, CLOSING)), *bank)
    assert found[:5] == ["Hello 0", "Stories 0", "Stories 1", "Stories 2", "Stories 3"]


def test_what_is_answered_weighs_less_for_the_next() -> None:
    dreams = [activity(f"Dream {n}", phase=Phase.DREAM) for n in (1, 2)]
    far = activity("See far", leads=(Capability.VISION,))
    led = replace(DISCOVER, leads=(Capability.SELF_LEADERSHIP,))
    other = session("10:00", OPENING, item("Design", "30", phase=Phase.DESIGN), CLOSING)
    programme = plan(session("10:00", OPENING, led, CLOSING), other)
    assert titles(programme, *dreams, far) == ["Dream 1", "See far", "Dream 2"]


def test_what_fits_in_its_usual_time_comes_before_what_must_be_cut() -> None:
    cut = activity("Thirty", 30, short_minutes=8)
    programme = plan(session("10:00", OPENING, DISCOVER, CLOSING, planned=60))
    assert titles(programme, cut, *PLAIN[:1], minutes=20) == ["Plain 1", "Thirty"]


def test_of_a_gap_what_fills_most_of_it_comes_first() -> None:
    bank = [activity("Six", 6), activity("Twenty", 20), activity("Ten", 10)]
    programme = plan(session("10:00", OPENING, DISCOVER, CLOSING, planned=60))
    assert titles(programme, *bank, minutes=25) == ["Twenty", "Ten", "Six"]


def test_of_two_alike_in_the_bank_the_first_is_suggested() -> None:
    mine = replace(PLAIN[0], key="my-plain", why="")
    assert titles(plan(session("10:00", OPENING, CLOSING)), PLAIN[0], mine) == ["Plain 1"]


def test_beyond_three_each_needs_a_reason_that_weighs() -> None:
    stories = [activity(f"Stories {n}", phase=Phase.DISCOVER) for n in range(2)]
    programme = plan(session("10:00", OPENING, DISCOVER, CLOSING))
    assert titles(programme, *PLAIN, *stories) == ["Stories 0", "Stories 1", "Plain 1"]


def test_other_phases_and_more_openings_come_only_to_make_three() -> None:
    hello = activity("Hello", part=Part.OPENING)
    deliver = activity("Promise", phase=Phase.DELIVER)
    programme = plan(session("10:00", OPENING, DISCOVER, CLOSING))
    assert titles(programme, hello, deliver, *PLAIN) == ["Plain 1", "Plain 2", "Plain 3"]
    assert titles(programme, hello, deliver, *PLAIN[:1]) == ["Plain 1", "Hello", "Promise"]


def test_a_phase_that_is_missing_is_looked_for_where_it_would_stand() -> None:
    bank = (*PLAIN, activity("Dream big", phase=Phase.DREAM))
    first = session("10:00", OPENING, DISCOVER, CLOSING)
    second = session("10:00", OPENING, item("Design", "30", phase=Phase.DESIGN), CLOSING)
    programme = plan(first, second)
    assert reasons(programme, *bank)["Dream big"] == ["phase-missing"]
    assert titles(programme, *bank)[0] == "Dream big"
    assert "Dream big" not in titles(programme, *bank, number=2)


def test_a_session_without_a_phase_is_given_the_next() -> None:
    bank = [activity(phase.value, phase=phase) for phase in Phase]
    programme = plan(session("10:00", DISCOVER), session("10:00"))
    assert reasons(programme, *bank, number=2)["dream"] == ["phase-next"]
    assert titles(programme, *bank, number=2)[0] == "dream"


def test_what_helps_in_a_phase_too_comes_after_what_belongs_to_it() -> None:
    too = activity("Also", phase=Phase.DESIGN, also=(Phase.DISCOVER,))
    belongs = activity("Stories", phase=Phase.DISCOVER)
    programme = plan(session("10:00", OPENING, DISCOVER, CLOSING))
    assert titles(programme, too, belongs) == ["Stories", "Also"]
    assert reasons(programme, too, belongs) == {"Stories": ["phase-here"], "Also": ["phase-too"]}


def test_a_capability_that_nobody_leads_on_yet() -> None:
    leads = activity("See far", leads=(Capability.VISION, Capability.EMPOWERING))
    led = replace(DISCOVER, leads=(Capability.SELF_LEADERSHIP,))
    programme = plan(session("10:00", OPENING, led, CLOSING))
    assert titles(programme, *PLAIN, leads)[0] == "See far"
    [best, *_] = suggestions(programme, the_session(programme).id, [*PLAIN, leads])
    [reason] = [one for one in best.reasons if one.code == "capability"]
    assert reason.facts["capabilities"] == (Capability.VISION, Capability.EMPOWERING)
    nobody = plan(session("10:00", OPENING, DISCOVER, CLOSING))
    assert reasons(nobody, leads)["See far"] == ["new"]


def test_something_that_moves_after_lunch() -> None:
    song = activity("Song", part=Part.ENERGISER, minutes=5)
    talk = item("Talk", "30", group="everyone")
    lunch = item("Lunch", "45", kind=Kind.MEAL)
    programme = plan(session("11:00", OPENING, talk, lunch, talk, CLOSING))
    assert titles(programme, *PLAIN, song)[0] == "Song"
    assert reasons(programme, song)["Song"][0] == "after-lunch"


def test_a_change_after_long_work_in_one_form() -> None:
    pairs = activity("Walk and talk", form=GroupForm.PAIRS)
    more = activity("Lecture", form=GroupForm.WHOLE)
    talks = item("Talk", "130", group="everyone")
    programme = plan(session("10:00", OPENING, talks, CLOSING))
    assert reasons(programme, pairs)["Walk and talk"] == ["other-form", "new-form"]
    assert titles(programme, more, *PLAIN, pairs)[0] == "Walk and talk"


def test_only_what_fits_the_minutes() -> None:
    bank = [activity("Five", 5), activity("Ten", 10), activity("Forty", 40)]
    shorter = activity("Thirty", 30, short_minutes=8)
    programme = plan(session("10:00", OPENING, DISCOVER, CLOSING, planned=60))
    assert titles(programme, *bank, shorter) == ["Five", "Ten", "Thirty"]
    assert titles(programme, *bank, shorter, minutes=7) == ["Five"]
    assert reasons(programme, *bank, shorter)["Thirty"] == ["minutes-short"]


def test_a_full_session_is_limited_by_its_length_alone() -> None:
    bank = [activity("Thirty", 30), activity("Ninety", 90)]
    full = plan(session("10:00", OPENING, item("Talk", "50"), CLOSING, planned=60))
    assert titles(full, *bank) == ["Thirty"]
    assert titles(plan(session("10:00", OPENING, CLOSING)), *bank) == ["Thirty", "Ninety"]


def test_what_does_not_fit_the_people_comes_only_to_make_three_and_says_so() -> None:
    many = activity("Summit", people_least=30, phase=Phase.DISCOVER)
    few = activity("Tea for two", people_most=2)
    programme = plan(session("10:00", OPENING, DISCOVER, CLOSING), people=12)
    assert titles(programme, many, few, *PLAIN) == ["Plain 1", "Plain 2", "Plain 3"]
    found = reasons(programme, many, few, *PLAIN[:1])
    assert next(iter(found)) == "Plain 1"
    assert "people" in found["Summit"]
    assert "people" in found["Tea for two"]


def test_a_task_is_for_sessions_that_have_none_and_fills_no_gap() -> None:
    task = activity("Ask at home", kind=Kind.TASK, phase=Phase.DISCOVER)
    bare = plan(session("10:00", OPENING, DISCOVER, CLOSING))
    assert titles(bare, *PLAIN, task)[0] == "Ask at home"
    assert "between" in reasons(bare, task)["Ask at home"]
    assert "Ask at home" not in titles(bare, *PLAIN, task, minutes=60)
    home = item("Read", kind=Kind.TASK)
    assert "Ask at home" not in titles(
        plan(session("10:00", OPENING, DISCOVER, CLOSING, home)), *PLAIN, task
    )


def test_never_what_the_session_has_by_its_name_or_under_another() -> None:
    stories = activity("Stories", phase=Phase.DISCOVER)
    same = item("  STORIES ", "30", phase=Phase.DISCOVER)
    renamed = item("Our tales", "30", phase=Phase.DISCOVER, why="Because of Stories")
    for there in (same, renamed):
        programme = plan(session("10:00", OPENING, there, CLOSING))
        assert "Stories" not in titles(programme, stories, *PLAIN)


def test_what_another_session_has_may_come_again_and_says_so() -> None:
    stories = activity("Stories", phase=Phase.DISCOVER)
    other = session("10:00", item("Stories", "30"), title="First")
    programme = plan(other, session("10:00", OPENING, DISCOVER, CLOSING))
    assert "elsewhere" in reasons(programme, stories, number=2)["Stories"]


def test_a_session_that_is_gone_is_refused() -> None:
    with pytest.raises(PlanError, match="row-gone"):
        suggestions(plan(), RowId("f" * 32), PLAIN)


PROGRAMMES = [programme_from(one, "", counted_ids()) for one in starters()]
PLACES = [(plan, row.id) for plan in PROGRAMMES for row in plan.sessions]


@st.composite
def places(draw: Any) -> tuple[Programme, RowId]:
    """Any session of any programme."""
    programme = draw(programmes().filter(lambda drawn: bool(drawn.sessions)))
    return programme, draw(st.sampled_from([row.id for row in programme.sessions]))


BANKS = st.lists(st.sampled_from(activities()), max_size=30, unique_by=lambda one: one.key)


@given(places() | st.sampled_from(PLACES), BANKS, st.none() | st.integers(0, 120))
def test_what_holds_for_every_suggestion(
    place: tuple[Programme, RowId], bank: list[Activity], minutes: int | None
) -> None:
    programme, session_id = place
    found = suggestions(programme, session_id, bank, minutes=minutes)
    there = {row.title.strip().casefold() for row in programme.walk(session_id)}
    keys = [one.activity.key for one in found]
    assert len(set(keys)) == len(keys) <= 6
    for one in found:
        assert one.activity.title.casefold() not in there
        assert one.reasons
        assert minutes is None or one.activity.shortest <= minutes
    assert found == suggestions(programme, session_id, bank, minutes=minutes)
    assert _enough(programme, session_id, bank, minutes, found)


def _enough(
    programme: Programme,
    session_id: RowId,
    bank: list[Activity],
    minutes: int | None,
    found: tuple[Suggestion, ...],
) -> bool:
    """At least three whenever the bank has three that fit the minutes and are not there yet."""
    if minutes is None:
        return True
    held = {t for row in programme.walk(session_id) for t in (row.title, row.why)}
    held = {" ".join(text.split()).casefold() for text in held}
    fitting = [
        one
        for one in bank
        if one.shortest <= minutes
        and not {one.title.casefold(), " ".join(one.why.split()).casefold()} & held
    ]
    return len(found) >= min(LEAST, len(fitting))


@given(places(), st.randoms(use_true_random=False))
def test_the_order_in_which_rows_were_added_says_nothing(
    place: tuple[Programme, RowId], dice: random.Random
) -> None:
    programme, session_id = place
    rows = list(programme.rows.items())
    dice.shuffle(rows)
    shuffled = Programme(programme.id, dict(rows))
    bank = activities()
    assert suggestions(shuffled, session_id, bank) == suggestions(programme, session_id, bank)


@pytest.mark.parametrize(("programme", "session_id"), PLACES)
def test_the_bank_has_three_for_every_session_we_ship(
    programme: Programme, session_id: RowId
) -> None:
    assert len(suggestions(programme, session_id, activities())) >= LEAST


def test_what_is_taken_is_not_suggested_again() -> None:
    programme = plan(session("10:00", planned=240))
    session_id, new_id = the_session(programme).id, counted_ids(1000)
    taken: set[str] = set()
    for _ in range(6):
        best = suggestions(programme, session_id, activities())[0].activity
        assert best.key not in taken
        taken.add(best.key)
        programme, _item = add_activity(programme, best, session_id, None, new_id)


def test_a_bare_session_is_led_to_open_and_to_close() -> None:
    programme = plan(session("10:00", planned=120))
    found = suggestions(programme, the_session(programme).id, activities())
    parts = [one.activity.part for one in found]
    assert parts.count(Part.OPENING) == parts.count(Part.CLOSING) == 1
