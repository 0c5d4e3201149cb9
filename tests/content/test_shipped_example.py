"""The example shows what a plan can hold, and a thread from a worry to a reviewed action."""

from __future__ import annotations

import re
from datetime import timedelta

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.cycle import Kind, Part, Per, State
from aiplanner.domain.findings import (
    Action,
    Dream,
    DreamKind,
    Element,
    Finding,
    LogicPart,
    Progress,
    Promise,
    PromiseKind,
    QuestionPart,
    SoarPart,
    Statement,
    Story,
    Theme,
    Topic,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Mix
from aiplanner.domain.rows import Item, Material, Step
from aiplanner.domain.schedule import clock_text, counts, schedule
from tests.support.plans import counted_ids

PLAN = programme_from(starter(EXAMPLE), "", counted_ids())
SOON = timedelta(days=14)
PROMISED: list[Promise | Action] = [*PLAN.promises, *PLAN.actions]
DOTS = 3
"""Sticky dots that each person has."""


def _items() -> list[Item]:
    return [item for session in PLAN.sessions for item in PLAN.walk(session.id)]


def _behind(row: RowId) -> set[Finding]:
    found = set(PLAN.grown_from(row))
    return found.union(*(_behind(one.id) for one in found))


def test_it_begins_as_its_picture_shows() -> None:
    first, clock = PLAN.sessions[0], schedule(PLAN)[0]
    assert (PLAN.head.title, PLAN.head.service, first.title) == (
        "Home as it should be",
        "Ward 4",
        "Best of what is",
    )
    assert (first.venue, first.people, f"{first.day}") == (
        "Seminar room, Level 2",
        16,
        "2027-01-12",
    )
    assert [
        f"{clock_text(clock.slots[item.id].start or 0)} {item.title}"
        for item in PLAN.items_of(first.id)
        if counts(item)
    ] == [
        "10:00 Welcome and why we are here",
        "10:05 Paired appreciative interviews",
        "10:45 Retell and find themes",
        "11:00 Break",
        "11:15 Two groups",
        "11:50 Check-out",
    ]
    assert clock.totals.gaps == 5


def test_its_sessions_end_as_planned() -> None:
    assert [(clock.over, clock.totals.overlaps) for clock in schedule(PLAN)] == [(0, 0)] * 3


def test_it_shows_what_a_plan_can_hold() -> None:
    items = _items()
    strands = [strand for item in items for strand in PLAN.strands_of(item.id)]
    assert [(strand.room, strand.lead) for strand in strands] == [
        ("Seminar room, Level 2", "Isla"),
        ("Day room", "Morag"),
    ]
    rows = PLAN.rows.values()
    assert [(i.length.low, i.length.high) for i in items if i.length.low] == [(25, 35)]
    assert [(i.length.times, i.length.minutes) for i in items if i.length.times] == [(4, 4)]
    assert [item.title for item in items if item.state is State.PARKED]
    assert {Kind.MEAL, Kind.BREAK, Kind.ARRIVAL, Kind.SECTION} <= {item.kind for item in items}
    assert [row.text for row in rows if isinstance(row, Step) and row.is_break]
    assert {row.per for row in rows if isinstance(row, Material)} == set(Per)
    assert {item.part for item in items} >= set(Part) - {Part.INPUT}
    assert [i.title for i in items if counts(i) and not i.length.timed and i.kind is Kind.ACTIVITY]
    assert PLAN.head.notes


def test_its_people_are_as_many_as_it_says() -> None:
    coming = [
        [p for p in PLAN.people if p.takes_part and p.id not in PLAN.absent_from(session.id)]
        for session in PLAN.sessions
    ]
    assert [len(people) for people in coming] == [session.people for session in PLAN.sessions]
    assert len(coming[0]) == PLAN.head.people


def test_whoever_leads_is_one_of_its_people() -> None:
    first_names = {person.name.split()[0] for person in PLAN.people}
    assert {item.lead for item in _items() if item.lead} <= first_names
    assert len(first_names) == len(PLAN.people)


def test_its_people_show_what_can_be_known_of_them() -> None:
    people = PLAN.people
    assert all(person.organisation and person.job for person in people)
    core = [person for person in people if person.core_team]
    assert len(core) == 7
    assert all(person.core_role for person in core)
    assert [person.name for person in people if person.facilitates and person.takes_part] == []
    assert len([person for person in people if person.access]) == 3


def test_its_tables_seat_everyone_of_the_first_session_once_and_mixed() -> None:
    first = PLAN.sessions[0]
    [tables] = PLAN.groupings(first.id)
    assert (tables.size, tables.mix, PLAN.groupings()) == (4, Mix.ORGANISATION, ())
    seated = [PLAN.members_of(group.id) for group in PLAN.groups_of(tables.id)]
    assert [len(people) for people in seated] == [4, 4, 4, 4]
    names = [person.name for people in seated for person in people]
    away = PLAN.absent_from(first.id)
    assert sorted(names) == sorted(
        person.name for person in PLAN.people if person.takes_part and person.id not in away
    )
    consultants = [sum(one.job == "consultant" for one in people) for people in seated]
    assert max(consultants) == 1, "the item's notes say so"


def test_its_tasks_are_due_between_the_sessions() -> None:
    days = [session.day for session in PLAN.sessions if session.day]
    assert days == sorted(days)
    ends = [*days[1:], days[-1] + timedelta(weeks=4)]
    for session, end in zip(PLAN.sessions, ends, strict=True):
        dues = [item.due for item in PLAN.items_of(session.id) if item.kind is Kind.TASK]
        assert len(dues) == 1
        assert session.day is not None
        assert dues[0] is not None
        assert session.day < dues[0] < end


def test_its_frame_is_told() -> None:
    head = PLAN.head
    assert all((head.issue, head.sponsor, head.boundary, head.follow_up))


def test_every_topic_was_turned_round_from_a_worry() -> None:
    assert len(PLAN.topics) == 3
    assert all(topic.problem for topic in PLAN.topics)


def test_the_interview_guide_has_all_its_parts() -> None:
    assert [question.part for question in PLAN.questions] == [
        QuestionPart.WARM_UP,
        *[QuestionPart.MAIN] * 3,
        QuestionPart.WISH,
        QuestionPart.CLOSE,
    ]


def test_one_of_seven_stories_stays_in_the_room() -> None:
    assert len(PLAN.stories) == 7
    assert [story.shared for story in PLAN.stories].count(False) == 1
    [kept] = [story for story in PLAN.stories if not story.shared]
    assert PLAN.became(kept.id) == (), "nothing on paper hangs on it"
    assert (kept.made_possible, kept.quote) == ("", "")


def test_tellers_are_codes_and_people_are_roles() -> None:
    assert [s.teller for s in PLAN.stories if not re.fullmatch(r"[A-Z]\d+", s.teller)] == []
    people = [one.person for one in PROMISED]
    assert [name for name in people if not name.startswith(("The ", "A ", "One of us"))] == []


def test_themes_grew_from_stories_and_were_voted_on() -> None:
    assert len(PLAN.themes) == 4
    for theme in PLAN.themes:
        assert len([row for row in PLAN.grown_from(theme.id) if isinstance(row, Story)]) >= 2
    assert sum(theme.votes or 0 for theme in PLAN.themes) == DOTS * (PLAN.head.people or 0)
    assert {theme.core for theme in PLAN.themes} == {True, False}
    assert {theme.keep for theme in PLAN.themes} == {True, False}


def test_every_form_of_a_dream_is_there_and_the_statement_says_when() -> None:
    assert {dream.kind for dream in PLAN.dreams} == set(DreamKind)
    [said] = [dream for dream in PLAN.dreams if dream.kind is DreamKind.STATEMENT]
    assert said.horizon
    assert all(PLAN.grown_from(dream.id) for dream in PLAN.dreams)


def test_every_statement_stands_on_a_theme_a_dream_a_story_and_the_design() -> None:
    assert len(PLAN.statements) == 3
    for statement in PLAN.statements:
        direct = {type(row) for row in PLAN.grown_from(statement.id)}
        assert direct == {Story, Theme, Dream, Element}


def test_every_promise_and_action_comes_from_a_statement() -> None:
    for one in PROMISED:
        assert any(isinstance(row, Statement) for row in PLAN.grown_from(one.id)), one.text
    assert {promise.kind for promise in PLAN.promises} == set(PromiseKind)
    assert {statement.id for statement in PLAN.statements} == {
        row.id
        for one in PLAN.actions
        for row in PLAN.grown_from(one.id)
        if isinstance(row, Statement)
    }


def test_an_action_can_be_followed_back_to_a_topic() -> None:
    for action in PLAN.actions:
        kinds = {type(row) for row in _behind(action.id)}
        assert {Statement, Dream, Theme, Story, Topic} <= kinds, action.text


def test_first_steps_come_soon_after_the_last_session() -> None:
    last = PLAN.sessions[-1].day
    assert last is not None
    for action in PLAN.actions:
        assert action.first_due is not None
        assert action.due is not None
        assert last < action.first_due <= last + SOON
        assert action.first_due < action.due
        assert action.first_step
        assert action.measure
    assert {action.progress for action in PLAN.actions} == set(Progress) - {Progress.DROPPED}


def test_every_action_is_looked_at_again_and_the_first_review_was_held() -> None:
    held, *to_come = PLAN.reviews
    assert held.learned
    assert len(to_come) == 2
    assert not any(review.learned for review in to_come)
    last = PLAN.sessions[-1].day
    assert last is not None
    months = [round(((r.due or last) - last) / timedelta(days=30)) for r in PLAN.reviews]
    assert months == [1, 2, 3]
    looked_at = {row.id for review in PLAN.reviews for row in PLAN.grown_from(review.id)}
    assert looked_at == {action.id for action in PLAN.actions}
    done = [action for action in PLAN.actions if action.progress is Progress.DONE]
    assert done
    assert {one.id for one in done} <= {row.id for row in PLAN.grown_from(held.id)}


def test_what_was_told_in_a_session_is_told_of_it() -> None:
    first, second, third = (session.id for session in PLAN.sessions)
    assert {story.session_id for story in PLAN.stories} == {first, None}
    assert {dream.session_id for dream in PLAN.dreams} == {first, second}
    assert {one.session_id for one in PLAN.check_outs} == {first, second, third}
    assert [
        one.teller for one in PLAN.check_outs if not re.fullmatch(r"[A-Z]\d+", one.teller)
    ] == []


def test_the_other_ways_to_look_at_it_are_whole() -> None:
    assert {one.kind for one in PLAN.soar} == set(SoarPart)
    assert {one.kind for one in PLAN.logic} == set(LogicPart)
    for one in (*PLAN.soar, *PLAN.elements, *PLAN.logic):
        assert PLAN.grown_from(one.id), one.text
    assert {statement.element for statement in PLAN.statements} <= {e.text for e in PLAN.elements}
    assert all(element.about for element in PLAN.elements)


def test_every_action_is_carried_by_a_task_group() -> None:
    carried = [row for group in PLAN.task_groups for row in PLAN.grown_from(group.id)]
    assert sorted(row.id for row in carried) == sorted(action.id for action in PLAN.actions)
    for group in PLAN.task_groups:
        assert all((group.purpose, group.lead, group.members, group.meets)), group.text
        people = [group.lead, *group.members.split("\n")]
        assert [who for who in people if not who.startswith(("The ", "A ", "One of us"))] == []


def test_whatever_has_begun_by_the_first_review_was_looked_at_again() -> None:
    begun = [one for one in PLAN.actions if one.progress is not Progress.PLANNED]
    assert [bool(action.reviewed) for action in PLAN.actions] == [
        action in begun for action in PLAN.actions
    ]


def test_the_interview_and_the_view_from_the_future_are_told() -> None:
    head = PLAN.head
    assert head.interview_opening
    assert head.interview_minutes == 18, "as long as each way of the paired interviews"
    assert head.future
    last = PLAN.sessions[-1].day
    assert head.future_day is not None
    assert last is not None
    assert head.future_day > last
