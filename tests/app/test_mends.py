"""Mends: each does what its words say, puts its hint right, and loses nothing."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from aiplanner.app.hints import HintLine, hint_lines
from aiplanner.app.mend_words import MENDS, mending_tools, with_mends
from aiplanner.domain.checks import CHECKS, verdicts
from aiplanner.domain.content import StarterItem, StarterMaterial
from aiplanner.domain.cycle import Kind, Part, Per, State
from aiplanner.domain.edits.many_people import Draw, add_people, make_grouping
from aiplanner.domain.edits.people import set_absent
from aiplanner.domain.findings import Question, QuestionPart
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.mends import MENDED, Tools
from aiplanner.domain.people import Grouping, Person
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Item, Row
from aiplanner.domain.schedule import schedule, session_clock
from tests.support.advice import CLOSING, OPENING, finding, hints
from tests.support.plans import (
    breakout,
    counted_ids,
    item,
    named,
    pause,
    plan,
    session,
    step,
    strand,
)
from tests.support.strategies import programmes

TODAY = date(2027, 1, 12)
WORK = item("Interviews", "30", group="pairs")
LUNCH = item("Lunch", "45", kind=Kind.MEAL)
TALK = item("A talk", "30", group="everyone")
GUIDES = (StarterMaterial("Interview guides", 4),)


def tools() -> Tools:
    """New ids that no plan of a test has."""
    return mending_tools(counted_ids(10**6), TODAY)


def mended(programme: Programme, rule: str, number: int = 0) -> tuple[str, Programme]:
    """What the first mend of a rule's first hint is called, and what becomes of the programme."""
    [line, *_more] = [line for line in hint_lines(programme) if line.rule == rule]
    mend = with_mends(programme, line, tools()).mends[number]
    return mend.label, mend.mend.change(programme)


def unmended(programme: Programme, rule: str) -> bool:
    """Whether a rule has hints, and for none of them a mend."""
    lines = [line for line in hint_lines(programme) if line.rule == rule]
    assert lines
    return not any(with_mends(programme, line, tools()).mends for line in lines)


def one(*items: StarterItem, **more: Any) -> Programme:
    """A session that opens and closes around these items."""
    head = {name: more.pop(name) for name in ("people", "found") if name in more}
    return plan(session("10:00", OPENING, *items, CLOSING, title="First", **more), **head)


def order(programme: Programme) -> list[str]:
    """The titles of the first session's items."""
    return [one.title for one in programme.items_of(programme.sessions[0].id)]


def test_every_mend_has_its_words_and_every_mended_rule_is_one() -> None:
    rules = {one.rule for one in verdicts(empty_programme(counted_ids()()))}
    assert rules >= MENDED
    assert len(rules) == len(CHECKS)
    assert all(words and not words.endswith(".") for words in MENDS.values())


def test_a_session_begins_with_an_opening_after_its_heading_and_arrival() -> None:
    first = item("Morning", kind=Kind.SECTION), item("Coffee", "15", kind=Kind.ARRIVAL)
    before = plan(session("10:00", *first, WORK, CLOSING))
    label, after = mended(before, "opens")
    assert label == "Begin with “Welcome, purpose and agreements” (15 min)"
    assert order(after)[:4] == ["Morning", "Coffee", "Welcome, purpose and agreements", WORK.title]
    assert after.steps_of(named(after, "Welcome, purpose and agreements").id), "with its steps"


def test_a_session_ends_with_a_closing_before_what_is_done_afterwards() -> None:
    split = breakout("Groups", strand("A", item("Headline", "30")), strand("B"))
    task = item("Ask two others", kind=Kind.TASK)
    before = plan(session("10:00", OPENING, WORK, split, task))
    label, after = mended(before, "closes")
    assert label == "End with “Check-out” (8 min)"
    assert order(after)[-3:] == ["Groups", "Check-out", "Ask two others"]


def test_a_long_stretch_gets_its_break_where_that_helps_most() -> None:
    label, after = mended(one(item("Interviews", "70"), item("Themes", "60")), "breaks")
    assert label == "Add a break of 10 min before “Themes”"
    assert order(after) == ["Welcome", "Interviews", "Break", "Themes", "Check-out"]
    assert hints(after, "breaks") == ()
    late = one(item("Interviews", "40"), item("Themes", "50"), item("Dreams", "20"))
    label, after = mended(late, "breaks")
    assert label == "Add a break of 10 min before “Themes”", "the halves are most alike"
    assert hints(after, "breaks") == ()


def test_a_break_is_put_into_the_strand_where_it_lacks() -> None:
    long = strand("A", item("Talk", "60"), item("Walk", "60"))
    before = one(breakout("Groups", long, strand("B", item("Tea", "20"))))
    _label, after = mended(before, "breaks")
    inside = after.strands_of(named(after, "Groups").id)[0]
    assert [one.title for one in after.items_of(inside.id)] == ["Talk", "Break", "Walk"]


def test_no_break_is_put_in_where_it_would_not_help_or_would_push_a_pin() -> None:
    assert unmended(one(item("All of it", "150")), "breaks"), "it is too long by itself"
    pinned = item("Themes", "60", at="11:20")
    assert unmended(plan(session("10:00", OPENING, item("Interviews", "70"), pinned)), "breaks")


def test_after_lunch_people_get_up() -> None:
    label, after = mended(one(LUNCH, TALK), "after-lunch")
    energiser = order(after)[2]
    assert label.startswith(f"Add “{energiser}” (")
    assert label.endswith(" after “Lunch”")
    assert named(after, energiser).part is Part.ENERGISER
    assert named(after, energiser).group == "pairs", "they do not sit and listen on"


def test_an_overrun_is_planned_for() -> None:
    before = one(WORK, planned=40)
    label, after = mended(before, "fits-time")
    assert label == "Plan the end for 10:50"
    assert after.sessions[0].planned == 50
    unclocked = plan(session("", OPENING, WORK, CLOSING, planned=40))
    assert mended(unclocked, "fits-time")[0] == "Plan 50 min in all"


def test_short_versions_come_first_where_they_are_enough() -> None:
    quick = item("Interviews", "40", short="Ten each way", short_minutes=20)
    before = one(quick, item("Themes", "20", short_minutes=15), planned=62)
    label, after = mended(before, "fits-time")
    assert label == "Take the short version of “Interviews”"
    assert named(after, "Interviews").state is State.SHORT
    assert named(after, "Themes").state is State.PLANNED
    assert mended(before, "fits-time", 1)[0] == "Plan the end for 11:20"
    tighter = one(quick, item("Themes", "20", short_minutes=15), planned=55)
    label, after = mended(tighter, "fits-time")
    assert label == "Take the short version of “Interviews” and “Themes”"
    skipping = one(quick, item("Themes", "20"), planned=45)
    assert mended(skipping, "fits-time")[0] == "Plan the end for 11:20", "that is to be weighed"


def test_who_stays_away_and_sits_with_whom_hinders_no_mend() -> None:
    before = one(item("Interviews", "80"), planned=60)
    ann, ben = (Person(RowId(letter * 32), n, letter) for n, letter in enumerate("ab"))
    session_id, new_id = before.sessions[0].id, counted_ids(500)
    peopled = set_absent(add_people(before, [ann, ben]), session_id, [ann.id])
    tables = Grouping(new_id(), 0, session_id=session_id)
    peopled = make_grouping(peopled, tables, Draw(1), new_id)
    assert mended(peopled, "fits-time")[0] == mended(before, "fits-time")[0]


def test_an_item_takes_what_its_steps_take_where_it_says_one_length() -> None:
    steps = [step(10), step(20)]
    label, after = mended(one(item("Interviews", "40", steps=steps)), "steps-sum")
    assert label == "Let “Interviews” take 30 min, as its steps do"
    assert named(after, "Interviews").length.minutes == 30
    assert unmended(one(item("Interviews", "40-50", steps=steps)), "steps-sum")
    assert unmended(one(item("Interviews", "3x20", each="pair", steps=steps)), "steps-sum")
    assert unmended(one(item("Interviews", "20", steps=[*steps, step(None)])), "steps-sum")


def test_enough_is_taken_of_the_one_thing_the_hint_speaks_of() -> None:
    things = (*GUIDES, StarterMaterial("Pens", 5))
    before = one(item("Interviews", "40", group="pairs", materials=things), people=16)
    label, after = mended(before, "enough-materials")
    assert label == "Take 8 × Interview guides"
    taken = after.materials_of(named(after, "Interviews").id)
    assert [(one.name, one.quantity, one.per) for one in taken] == [
        ("Interview guides", 8, Per.SESSION),
        ("Pens", 5, Per.SESSION),
    ]
    assert mended(after, "enough-materials")[0] == "Take 8 × Pens"


def test_turns_are_counted_where_just_one_number_is_right() -> None:
    fours = item("Dream", "30", group="four groups")
    back = item("Report back", "2x5", each="group", group="four groups")
    label, after = mended(one(fours, back, people=16), "turns-fit")
    assert label == "Plan 4 turns, 20 min in all"
    assert named(after, "Report back").length.each == "group"
    vague = item("Dream", "30", group="fours")
    report = item("Report back", "2x5", each="group")
    assert unmended(one(vague, report, people=16), "turns-fit")


def test_the_rest_of_a_question_becomes_its_probes() -> None:
    asked = finding("question", "What happened? Who was there? Take your time.", probes="And then?")
    label, after = mended(plan(found=(asked,)), "question-single")
    assert label == "Keep “What happened?” and make the rest its probes"
    [question] = after.questions
    assert question.text == "What happened?"
    assert question.probes == "Who was there?\nTake your time.\nAnd then?"
    joined = finding("question", "What happened and how did it feel?")
    assert unmended(plan(found=(joined,)), "question-single")


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("We will ring every family.", "We ring every family."),
        (
            "At night we shall be two, and we will sit down.",
            "At night we are two, and we sit down.",
        ),
        ("We will all be there.", ""),
        ("We will always ring.", ""),
        ("Staff will ring.", ""),
    ],
)
def test_we_will_becomes_we_do_where_that_is_all(said: str, better: str) -> None:
    before = plan(found=(finding("statement", said),))
    if not better:
        assert unmended(before, "statement-present")
        return
    label, after = mended(before, "statement-present")
    assert after.statements[0].text == better
    assert label == f"Say “{better}”"


def test_an_action_is_tied_to_the_only_statement_there_is() -> None:
    act, ring = finding("action", "Ring families"), finding("statement", "We ring.")
    label, after = mended(plan(found=(act, ring)), "action-statement")
    assert label == "Link it to “We ring.”"
    assert after.grown_from(after.actions[0].id) == after.statements
    assert unmended(plan(found=(act, ring, finding("statement", "We ask."))), "action-statement")


def test_a_promise_may_be_kept_by_the_day_of_the_review() -> None:
    look = finding("review", "", due=date(2027, 3, 9))
    _label, after = mended(plan(found=(finding("promise", "I ring"), look)), "promise-date")
    assert after.promises[0].due == date(2027, 3, 9)


def test_days_are_taken_from_the_review_and_the_last_session() -> None:
    done = {"person": "Morag", "first_step": "Ask"}
    act = finding("action", "Ring families", **done)
    look = finding("review", "", due=date(2027, 3, 9))
    meeting = session("10:00", OPENING, CLOSING, day=date(2027, 1, 12))
    label, after = mended(plan(meeting, found=(act, look)), "action-date")
    assert label == "Agree on Tue 9 Mar 2027, when you look again"
    assert after.actions[0].due == date(2027, 3, 9)
    assert unmended(plan(meeting, found=(act,)), "action-date")
    late = finding("action", "Ring", first_due=date(2027, 2, 20), due=date(2027, 3, 1), **done)
    label, after = mended(plan(meeting, found=(late, look)), "action-soon")
    assert label == "Bring the first step forward to Tue 26 Jan 2027"
    assert after.actions[0].first_due == date(2027, 1, 26)
    label, after = mended(plan(meeting, found=(late,)), "review-date")
    assert label == "Plan a review on Tue 9 Mar 2027"
    assert [(one.due, bool(one.text)) for one in after.reviews] == [(date(2027, 3, 9), True)]
    unset = plan(meeting, found=(late, finding("review", "How it goes")))
    assert [one.text for one in mended(unset, "review-date")[1].reviews] == ["How it goes"]
    assert unmended(plan(session("10:00", CLOSING), found=(late,)), "review-date"), "no day is set"


def test_what_is_gone_by_then_is_not_mended() -> None:
    before = one(item("Interviews", "40", steps=[step(10), step(20)]))
    [line] = [line for line in hint_lines(before) if line.rule == "steps-sum"]
    [mend] = with_mends(before, line, tools()).mends
    gone = before.drop([named(before, "Interviews").id])
    with pytest.raises(Exception, match="row-gone"):
        mend.mend.change(gone)


def faulty() -> Programme:
    """A plan with a hint of many rules, more than one of some."""
    steps = [step(10), step(20)]
    found = (
        finding("question", "What happened? Who was there?"),
        finding("action", "Ring families", first_due=date(2027, 3, 1)),
        finding("action", "Ask"),
    )
    return plan(
        session("10:00", WORK, item("Talk", "80", steps=steps), pause("10"), LUNCH, TALK),
        session("10:00", TALK, item("Long", "2x20", each="group", group="three groups"), WORK),
        session("10:00", item("A", "50"), item("B", "60"), item("C", "60"), planned=30),
        people=12,
        found=found,
    )


def test_a_plan_full_of_faults_is_mended_step_by_step() -> None:
    check(faulty())
    now, taken = faulty(), list[str]()
    while True:
        lines = [with_mends(now, line, tools_at(len(taken))) for line in hint_lines(now)]
        line = next((line for line in lines if line.mends), None)
        if line is None:
            break
        now = line.mends[0].mend.change(now)
        taken.append(line.rule)
        assert len(taken) < 40, "it comes to an end"
    assert {"opens", "closes", "breaks", "after-lunch", "steps-sum", "question-single"} <= set(
        taken
    )
    assert len(hint_lines(now)) < len(hint_lines(faulty()))


def tools_at(number: int) -> Tools:
    """Ids of their own for each step."""
    return mending_tools(counted_ids(10**6 * (number + 1)), TODAY)


@given(programmes())
def test_a_mend_puts_its_hint_right_and_loses_nothing(programme: Programme) -> None:
    check(programme)


def check(programme: Programme) -> None:
    """Whatever is offered puts its hint right, changes one row at most, and drops none."""
    for line in hint_lines(programme):
        for mend in with_mends(programme, line, tools()).mends:
            after = mend.mend.change(programme)
            assert silent_by_one(programme, after, line), mend.label
            assert programme.rows.keys() <= after.rows.keys()
            changed = [
                key for key, row in programme.rows.items() if not_moved(row, after.rows[key])
            ]
            added = after.rows.keys() - programme.rows.keys()
            assert bool(changed) is not bool(added), mend.label
            assert len(changed) <= 1 or mend.mend.code == "short-versions", mend.label
            assert faults(after) == faults(programme) == []
            words_kept(programme, after)


def silent_by_one(before: Programme, after: Programme, line: HintLine) -> bool:
    """Whether the rule says less about the row now."""
    counts = [
        sum((one.rule, one.row) == (line.rule, line.row) for one in hint_lines(programme))
        for programme in (before, after)
    ]
    return counts[1] < counts[0]


def not_moved(row: Row, later: Row) -> bool:
    """Whether a row says something else now; making room for another changes its position only."""
    names = [spec.name for spec in fields(row) if spec.name != "position"]
    return any(getattr(row, name) != getattr(later, name) for name in names)


def words_kept(before: Programme, after: Programme) -> None:
    """What people have written is all there; a question may have moved to its probes."""
    for key, row in before.rows.items():
        if isinstance(row, Question) and row.part in QuestionPart:
            later = after.get(key, Question)
            assert f"{row.text}{row.probes}".split() == [] or set(
                f"{row.text}\n{row.probes}".split()
            ) <= set(f"{later.text}\n{later.probes}".split())
        if isinstance(row, Item):
            assert after.get(key, Item).title == row.title


def test_clocks_hold_after_mending() -> None:
    _label, after = mended(one(item("Interviews", "70"), item("Themes", "60")), "breaks")
    clock = session_clock(after, after.sessions[0])
    assert clock.totals.breaks == 10
    assert all(one.totals.overlaps == 0 for one in schedule(after))
