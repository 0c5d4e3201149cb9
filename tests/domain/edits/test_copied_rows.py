"""Copies hold what can be so of them too: no day that was held, nobody's absence, no decision."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from aiplanner.domain.answers import Answer
from aiplanner.domain.edits.findings import link
from aiplanner.domain.edits.items import duplicate_item
from aiplanner.domain.edits.programme import before_the_day, copied
from aiplanner.domain.edits.sessions import duplicate_session
from aiplanner.domain.findings import (
    Action,
    CheckOut,
    Dream,
    Element,
    Link,
    LogicNote,
    Promise,
    Question,
    Review,
    Soar,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.integrity import faults
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Dismissal, Item, Row, Session, parents
from aiplanner.domain.self_rating import SelfRating
from tests.support.plans import counted_ids, named
from tests.support.rich_programme import rich_programme
from tests.support.strategies import programmes

FOUND = (
    *(Run, Timing, SelfRating, Answer, Photo, CheckOut, Story, Theme, Dream, Soar),
    *(Element, Statement, Promise, Action, TaskGroup, Review, LogicNote),
)
"""What one group noted, found or said of itself."""
OF_ONE = (Run, Timing, Absence, Dismissal)


def counts(programme: Programme, *kinds: type[Row]) -> dict[str, int]:
    rows = programme.rows.values()
    return {kind.__name__: sum(type(row) is kind for row in rows) for kind in kinds}


@given(programmes())
def test_a_copy_of_a_programme_is_whole_and_sound(programme: Programme) -> None:
    copy = copied(programme, "Copy", counted_ids(90_000))
    assert faults(copy) == []
    assert len(copy.rows) == len(programme.rows)
    assert not copy.rows.keys() & programme.rows.keys()


@given(programmes())
def test_before_the_day_nothing_was_held_or_found(programme: Programme) -> None:
    before = before_the_day(programme)
    assert faults(before) == []
    gone = {row.id: row for row in programme.rows.values() if row.id not in before.rows}
    ties = [row for row in gone.values() if not isinstance(row, FOUND)]
    assert all(isinstance(row, Dismissal | Link) for row in ties)
    assert all(gone.keys() & parents(row) for row in ties)
    assert not any(isinstance(row, FOUND) for row in before.rows.values())
    assert (before.topics, before.questions) == (programme.topics, programme.questions)


def test_another_group_begins_with_the_plan_and_none_of_what_the_first_found() -> None:
    programme = rich_programme()
    first, after = programme.head, before_the_day(programme)
    assert {type(row) for row in programme.rows.values()} >= set(FOUND)
    assert after.sessions == programme.sessions
    assert after.people == programme.people
    assert {type(row) for row in after.findings()} == {Topic, Question}
    assert after.photos == after.self_ratings == after.answers == ()
    assert first.future
    assert first.future_day
    assert after.head == replace(first, future="", future_day=None)


def test_the_tie_from_a_topic_to_its_question_stays() -> None:
    programme = rich_programme()
    topic, question, story = programme.topics[0], programme.questions[0], programme.stories[0]
    tied = link(link(programme, topic.id, question.id), topic.id, story.id)
    became = tied.became(topic.id)
    assert {type(row) for row in became} >= {Question, Story}
    still = tuple(row for row in became if isinstance(row, Question))
    assert before_the_day(tied).became(topic.id) == still


def test_what_a_run_points_at_follows_into_the_copy() -> None:
    programme = rich_programme()
    run = programme.run_of(programme.sessions[0].id)
    interviews = named(programme, "Paired appreciative interviews")
    assert run is not None
    under_way = programme.put(Run(run.id, run.session_id, run.began, interviews.id))
    copy = copied(under_way, "Copy", counted_ids(90_000))
    there = copy.run_of(copy.sessions[0].id)
    assert there is not None
    assert there.item_id == named(copy, "Paired appreciative interviews").id


def test_a_copied_session_has_its_groups_but_was_not_held() -> None:
    programme = rich_programme()
    first = programme.sessions[0]
    after = duplicate_session(programme, first.id, counted_ids(90_000))
    copy = after.sessions[1]
    assert faults(after) == []
    assert counts(after, *OF_ONE) == counts(programme, *OF_ONE)
    assert after.run_of(copy.id) is None
    assert after.absent_from(copy.id) == frozenset()
    assert after.dismissals == programme.dismissals
    [before], [tables] = after.groupings(first.id), after.groupings(copy.id)
    assert before.id != tables.id
    seats = [
        [after.members_of(group.id) for group in after.groups_of(one.id)]
        for one in (before, tables)
    ]
    assert seats[0] == seats[1]
    assert counts(after, Person, Grouping, Group, Member) == {
        "Person": 6,
        "Grouping": 3,
        "Group": 8,
        "Member": 18,
    }


def test_a_copied_item_did_not_take_place_yet() -> None:
    programme = rich_programme()
    interviews = named(programme, "Paired appreciative interviews")
    after = duplicate_item(programme, interviews.id, counted_ids(90_000))
    copy = next(
        row
        for row in after.rows.values()
        if isinstance(row, Item) and row.title == interviews.title and row.id != interviews.id
    )
    assert after.timing_of(interviews.id) is not None
    assert after.timing_of(copy.id) is None
    assert faults(after) == []


def test_a_hint_left_on_a_session_goes_with_it() -> None:
    programme = rich_programme()
    [of_the_whole] = [one for one in programme.dismissals if one.row_id is None]
    [session] = {one.row_id for one in programme.dismissals if one.row_id is not None}
    assert programme.get(session, Session).title == "Best of what is"
    assert programme.drop([session]).dismissals == (of_the_whole,)
