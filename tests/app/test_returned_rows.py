"""Answers of a returned form go where they belong: nothing assumed, nothing lost, one undo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aiplanner.app.content import handouts
from aiplanner.app.document import OpenDocument
from aiplanner.app.form_names import short_id
from aiplanner.app.form_questions import question_of
from aiplanner.app.returned_rows import take_answers
from aiplanner.domain.edits.findings import add_findings
from aiplanner.domain.edits.programme import copied
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Action, DreamKind, PromiseKind, SoarPart
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import Moment, Score
from tests.support.kept_programmes import workshop
from tests.support.returned_sheets import handout, sheet_of

TODAY = date(2026, 11, 22)
STORY = {"text": "The taxi", "happened": "He waited.", "shared": "p1"}
SCRIPTS = "Łódź · Привіт · Fàilte · أمل"


@pytest.fixture(scope="module")
def programme() -> Programme:
    return copied(workshop(), "Workshop", new_id)


def taken(
    programme: Programme,
    key: str,
    answers: Mapping[str, str],
    accepted: Collection[str] | None = None,
    session: RowId | None = None,
) -> Programme:
    """The programme with a sheet taken in: those answers that are ticked, or all `accepted`."""
    sheet = sheet_of(programme, key, answers, session)
    keys = sheet.ticked if accepted is None else accepted
    return take_answers(programme, sheet, keys, TODAY, new_id)


def kept(programme: Programme) -> list[tuple[str, str, str]]:
    """The answers that made no finding: key, point and text."""
    return [(one.question, one.point, one.text) for one in programme.answers]


def test_a_story_is_taken_with_its_session_a_code_and_its_consent(programme: Programme) -> None:
    where = programme.sessions[1].id
    after = taken(programme, "story-sheet", STORY, session=where)
    story = after.stories[-1]
    assert (story.text, story.happened, story.shared) == ("The taxi", "He waited.", True)
    assert (story.session_id, story.teller) == (where, "S2")
    assert story.gathered == "story sheet filled in on a screen"
    assert after.answers == ()


@pytest.mark.parametrize(
    ("answers", "accepted"),
    [
        ({**STORY, "shared": ""}, {"text", "happened", "shared"}),
        ({**STORY, "shared": "p3"}, {"text", "happened", "shared"}),
        (STORY, {"text", "happened"}),
        ({**STORY, "shared": "p2"}, None),
    ],
    ids=["not answered", "no", "not accepted", "details not yet changed"],
)
def test_consent_is_never_assumed(
    programme: Programme, answers: Mapping[str, str], accepted: Collection[str] | None
) -> None:
    story = taken(programme, "story-sheet", answers, accepted).stories[-1]
    assert story.text == "The taxi"
    assert story.shared is False


def test_a_person_may_accept_consent_once_details_are_changed(programme: Programme) -> None:
    accepted = {"text", "shared"}
    assert taken(programme, "story-sheet", {**STORY, "shared": "p2"}, accepted).stories[-1].shared


def test_only_what_was_accepted_is_taken(programme: Programme) -> None:
    story = taken(programme, "story-sheet", STORY, {"text"}).stories[-1]
    assert (story.text, story.happened) == ("The taxi", "")


def test_nothing_accepted_is_refused_and_so_is_consent_alone(programme: Programme) -> None:
    for accepted in ((), ("nothing",), ("shared",)):
        with pytest.raises(PlanError) as refused:
            taken(programme, "story-sheet", STORY, accepted)
        assert refused.value.code == "returned-nothing"


def test_line_ends_and_four_scripts_arrive_as_they_were_meant(programme: Programme) -> None:
    answers = {**STORY, "happened": f"{SCRIPTS}\nand more", "text": "One\nline"}
    story = taken(programme, "story-sheet", answers).stories[-1]
    assert story.happened == f"{SCRIPTS}\nand more"
    assert story.text == "One\nline"


def test_wishes_dreams_and_check_outs_become_what_typed_paper_becomes(
    programme: Programme,
) -> None:
    after = taken(programme, "three-wishes", {"first": "Tea", "most": "A ramp, for all"})
    assert [(d.kind, d.text) for d in after.dreams] == [
        (DreamKind.WISH, "Tea"),
        (DreamKind.WISH, "Would change the most: A ramp, for all"),
    ]
    after = taken(programme, "dream-sheet", {"dream": "We sing.", "horizon": "in two years"})
    [dream] = after.dreams
    assert (dream.kind, dream.text, dream.horizon) == (
        DreamKind.STATEMENT,
        "We sing.",
        "in two years",
    )
    where = programme.sessions[0].id
    after = taken(programme, "check-out", {"energy": "Tea", "try": "Ask"}, session=where)
    assert [(c.text, c.teller, c.session_id) for c in after.check_outs] == [
        ("Gave me energy: Tea", "A1", where),
        ("Will try: Ask", "A1", where),
    ]


def test_a_session_that_is_gone_takes_no_answer_with_it(programme: Programme) -> None:
    where = programme.sessions[0].id
    sheet = sheet_of(programme, "check-out", {"energy": "Tea"}, where)
    without = delete_session(programme, where)
    after = take_answers(without, sheet, {"energy"}, TODAY, new_id)
    assert [(c.text, c.session_id) for c in after.check_outs] == [("Gave me energy: Tea", None)]


def test_a_promise_takes_its_day_and_keeps_words_that_are_no_day(programme: Programme) -> None:
    after = taken(programme, "promise-cards", {"commitment": "Ask first", "due": "12 Jan 2027"})
    made = after.promises[-1]
    assert (made.kind, made.text, made.due) == (
        PromiseKind.COMMITMENT,
        "Ask first",
        date(2027, 1, 12),
    )
    assert after.answers == ()
    after = taken(programme, "promise-cards", {"commitment": "Ask first", "due": "soon"})
    assert after.promises[-1].due is None
    assert kept(after) == [("due", "", "soon")]


def test_votes_are_added_and_new_themes_come_with_theirs(programme: Programme) -> None:
    quiet = next(theme for theme in programme.themes if theme.text == "Quiet")
    answers = {
        f"v-{short_id(quiet.id)}": "3",
        "themes-r1-c1": "Being asked",
        "themes-r1-c2": "the taxi",
        "themes-r1-c3": "2",
        "themes-r2-c1": "Tea",
        "themes-r2-c3": "many",
        "surprised": "How alike we are",
    }
    after = taken(programme, "theme-summary", answers)
    assert [(t.text, t.votes) for t in after.themes] == [
        ("Asking early", None),
        ("Quiet", 8),
        ("Being asked", 2),
        ("Tea", None),
    ]
    assert kept(after) == [
        ("themes-r1-c2", "", "the taxi"),
        ("themes-r2-c3", "", "many"),
        ("surprised", "", "How alike we are"),
    ]


def test_each_line_of_a_box_of_soar_is_an_answer_of_its_own(programme: Programme) -> None:
    after = taken(programme, "soar", {"strengths": "Calm\n\nThe garden", "results": "Fewer falls"})
    assert [(s.kind, s.text) for s in after.soar] == [
        (SoarPart.STRENGTH, "Calm"),
        (SoarPart.STRENGTH, "The garden"),
        (SoarPart.RESULT, "Fewer falls"),
    ]


def test_an_action_plan_becomes_actions_a_row_each(programme: Programme) -> None:
    answers = {
        "actions-r1-c1": "A ramp at the door",
        "actions-r1-c2": "Mia",
        "actions-r1-c3": "Ask the owner",
        "actions-r1-c4": "1 March 2027",
        "actions-r1-c5": "Nobody waits outside",
        "actions-r3-c1": "Tea at ten",
        "actions-r4-c2": "Somebody",
        "check-p1": "yes",
        "follow_up": "Mia, in May",
    }
    after = taken(programme, "action-plan", answers)
    first, second = after.actions[-2:]
    assert (first.text, first.person, first.first_step, first.measure, first.due) == (
        "A ramp at the door",
        "Mia",
        "Ask the owner",
        "Nobody waits outside",
        date(2027, 3, 1),
    )
    assert (second.text, second.due) == ("Tea at ten", None)
    assert kept(after) == [
        ("actions-r4-c2", "", "Somebody"),
        ("check-p1", "Yes", ""),
        ("follow_up", "", "Mia, in May"),
    ]


def test_statements_elements_topics_groups_and_reviews_are_made(programme: Programme) -> None:
    after = taken(programme, "possibility-statement", {"text": "We ask early.", "part": "people"})
    assert [(s.text, s.element) for s in after.statements] == [("We ask early.", "people")]
    after = taken(programme, "design-elements", {"elements-r3-c3": "A bench"})
    assert [(e.text, e.about) for e in after.elements] == [("Place and things", "A bench")]
    topic = {"topics-r1-c1": "Falls", "topics-r1-c3": "Moving safely"}
    after = taken(programme, "topic-worksheet", topic)
    assert [(t.text, t.problem) for t in after.topics] == [("Moving safely", "Falls")]
    group = {
        "aim": "A garden for all",
        "members-r1-c1": "Mia",
        "members-r1-c2": "07700 900123",
        "members-r2-c1": "Jo",
        "first_meeting": "Mondays",
        "steps-r1-c1": "Ask for soil",
        "steps-r1-c2": "12 Jan 2027",
    }
    after = taken(programme, "task-group-record", group)
    [made] = after.task_groups
    assert (made.purpose, made.members, made.meets) == ("A garden for all", "Mia\nJo", "Mondays")
    assert (after.actions[-1].text, after.actions[-1].due) == ("Ask for soil", date(2027, 1, 12))
    assert kept(after) == [("members-r1-c2", "", "07700 900123")]
    after = taken(programme, "review-sheet", {"next_review": "1 May 2027", "proud": "Us"})
    assert [(r.text, r.due) for r in after.reviews] == [("Look again", date(2027, 5, 1))]
    assert kept(after) == [("proud", "", "Us")]


def test_what_was_seen_of_an_action_stands_with_it(programme: Programme) -> None:
    action = Action(new_id(), 0, "A ramp", reviewed="In May: begun")
    with_one = add_findings(programme, [action])
    short = short_id(action.id)
    answers = {f"reviews-{short}-c3": "Built", f"reviews-{short}-c4": "Ask sooner"}
    after = taken(with_one, "review-sheet", answers)
    assert after.get(action.id, Action).reviewed == "In May: begun\nBuilt\nAsk sooner"


RATING = {
    "code": "B7",
    "day": "12/1/2027",
    "moment": "p2",
    "b4-s1": "p4",
    "b4-s6": "p5",
    "strengths": "I listen",
}


def test_a_self_rating_is_taken_by_its_code(programme: Programme) -> None:
    after = taken(programme, "self-rating", RATING)
    [sheet] = after.self_ratings
    assert (sheet.code, sheet.day, sheet.moment) == ("B7", date(2027, 1, 12), Moment.AFTER)
    assert (sheet.self_leadership, sheet.empowering, sheet.vision) == (
        Score.CONSISTENTLY,
        Score.NOT_APPLICABLE,
        None,
    )
    assert (sheet.strengths, sheet.develop) == ("I listen", "")
    assert after.answers == ()


def test_before_or_after_is_never_guessed(programme: Programme) -> None:
    with pytest.raises(PlanError) as refused:
        taken(programme, "self-rating", {**RATING, "moment": ""})
    assert refused.value.code == "returned-moment"
    with pytest.raises(PlanError) as refused:
        taken(programme, "self-rating", {"code": "B7", "moment": "p1"})
    assert refused.value.code == "returned-nothing"


def test_a_day_of_a_self_rating_that_is_no_day_is_kept(programme: Programme) -> None:
    after = taken(programme, "self-rating", {**RATING, "day": "in spring"})
    assert after.self_ratings[0].day == TODAY
    assert kept(after) == [("day", "", "in spring")]


def test_an_evaluation_is_kept_as_the_answers_of_one_sheet(programme: Programme) -> None:
    where = programme.sessions[0].id
    answers = {"b1-s1": "p4", "b1-s2": "p1", "best": SCRIPTS}
    after = taken(programme, "evaluation", answers, session=where)
    assert [(a.question, a.asked, a.point, a.text) for a in after.answers] == [
        ("b1-s1", "I knew why I was asked to come.", "fully", ""),
        ("b1-s2", "I could say what matters to me.", "not at all", ""),
        ("best", "What was best for you?", "", SCRIPTS),
    ]
    assert {(a.handout, a.session_id) for a in after.answers} == {("evaluation", where)}
    assert len({a.sheet_id for a in after.answers}) == 1
    twice = taken(after, "evaluation", answers, session=where)
    assert len({a.sheet_id for a in twice.answers}) == 2


def test_a_line_that_is_too_long_for_its_field_is_kept_whole(programme: Programme) -> None:
    long = "x" * 501
    after = taken(programme, "action-plan", {"actions-r1-c1": "Ask", "actions-r1-c2": long})
    assert after.actions[-1].person == ""
    assert kept(after) == [("actions-r1-c2", "", long)]


def test_a_sheet_is_one_step_of_undo(programme: Programme) -> None:
    document = OpenDocument(programme, 1)
    sheet = sheet_of(programme, "theme-summary", {"themes-r1-c1": "Tea", "keep": "The quiet"})
    document.edit("Take", lambda now: take_answers(now, sheet, sheet.ticked, TODAY, new_id))
    assert len(document.now.rows) == len(programme.rows) + 2
    document.undo()
    assert document.now == programme


PRINTED = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
TYPED = st.text(PRINTED | st.just("\n"), max_size=40) | st.sampled_from(
    ["12 Jan 2027", "7", "soon", "9" * 9, "x" * 600]
)


def _keys(handout_key: str, programme: Programme) -> list[str]:
    """Questions that such a sheet may ask: every key of a few shapes that it knows."""
    blocks = handout(handout_key).blocks
    asks = {getattr(block, "ask", "") or f"b{n}" for n, block in enumerate(blocks, 1)}
    for block in blocks:
        for part in (*getattr(block, "columns", ()), *getattr(block, "boxes", ())):
            asks.add(part.ask)
        for card in getattr(block, "cards", ()):
            asks |= {card.ask, *(one.ask for one in card.also)}
    rows = [f"-r{row}-c{column}" for row in (1, 2) for column in (1, 2, 3, 4, 5)]
    ends = ["", *rows, *(f"-{letter}{n}" for letter in "psqik" for n in (1, 2, 5))]
    ends += [f"-{short_id(key)}{cell}" for key in programme.rows for cell in ("", "-c3")]
    keys = {ask + end for ask in asks if ask for end in ends}
    found = handout(handout_key)
    return sorted(key for key in keys if question_of(found, key, programme))


PROGRAMME = copied(workshop(), "Workshop", new_id)
ASKING = [
    one.key for one in handouts() if one.returns and one.fillable and _keys(one.key, PROGRAMME)
]


@given(data=st.data())
def test_whatever_is_written_is_taken_whole_or_refused(data: st.DataObject) -> None:
    """Every answer stays in the programme in its own words, or the sheet is refused as a whole."""
    key = data.draw(st.sampled_from(ASKING))
    questions = data.draw(
        st.lists(st.sampled_from(_keys(key, PROGRAMME)), min_size=1, max_size=6, unique=True)
    )
    answers = {}
    for question in questions:
        found = question_of(handout(key), question, PROGRAMME)
        assert found is not None
        options = list(found.points)
        answers[question] = data.draw(st.sampled_from(options) if options else TYPED)
    where = data.draw(st.sampled_from([None, PROGRAMME.sessions[0].id]))
    try:
        sheet = sheet_of(PROGRAMME, key, answers, where)
        after = take_answers(PROGRAMME, sheet, sheet.ticked, TODAY, new_id)
    except PlanError as refusal:
        assume(refusal.code not in {"returned-blank", "returned-nothing", "returned-moment"})
        raise
    assert list(faults(after)) == []
    announced = [one.key for one in sheet.answers if one.goes == "kept as an answer"]
    assert [one.question for one in after.answers] == announced
    for one in after.answers:
        assert one.point or one.text == answers[one.question].strip()
    if answers.get("shared") != "p1":
        assert not any(story.shared for story in after.stories if story.id not in PROGRAMME.rows)
