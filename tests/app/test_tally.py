"""What people wrote on paper becomes findings, with nothing assumed and nothing lost."""

from __future__ import annotations

from datetime import date

import pytest

from aiplanner.app.content import handouts
from aiplanner.app.tally import FIRST_CODE, Pile, Taken, likely_session, next_code, take_sheet
from aiplanner.app.tally import values_of as read_back
from aiplanner.app.tally_log import Entered, count_text, entered_text, standing
from aiplanner.app.tally_sheets import NO, SHEET_NAMES, YES, Entry, Sheet, blanks_of
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import link
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import DreamKind, PromiseKind
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from tests.support.kept_programmes import workshop
from tests.support.plans import item, plan, session

TODAY = date(2026, 11, 22)
STORY = {"teller": "B7", "text": "The taxi", "happened": "He waited.", "shared": YES}


def take(programme: Programme, sheet: Sheet, **values: str) -> tuple[Programme, Taken]:
    """The programme with one sheet typed in."""
    return take_sheet(programme, Taken(Pile(sheet)), values, TODAY, new_id)


def refused(programme: Programme, sheet: Sheet, **values: str) -> tuple[str, object]:
    """Why a sheet is not taken, and the blank it is about."""
    with pytest.raises(PlanError) as refusal:
        take(programme, sheet, **values)
    return refusal.value.code, refusal.value.facts["blank"]


def test_every_sheet_is_a_handout_that_ships() -> None:
    assert {handout.key for handout in handouts()}.issuperset(Sheet)
    assert set(SHEET_NAMES) == set(Sheet)


def test_a_story_is_taken_whole_with_its_session_and_how_it_was_gathered() -> None:
    before = plan(session("10:00", item("Welcome", "10")))
    where = before.sessions[0].id
    pile = Pile(Sheet.STORY, where, "paired interview")
    after, taken = take_sheet(before, Taken(pile), STORY, TODAY, new_id)
    [story] = after.stories
    assert (story.text, story.happened, story.teller) == ("The taxi", "He waited.", "B7")
    assert (story.shared, story.gathered, story.session_id) == (True, "paired interview", where)
    assert read_back(after, taken) == {**STORY, "made_possible": "", "quote": ""}


def test_no_story_is_taken_before_consent_is_answered() -> None:
    before = workshop()
    assert refused(before, Sheet.STORY, **{**STORY, "shared": ""}) == ("tally-consent", "shared")
    assert refused(before, Sheet.STORY, **{**STORY, "shared": "maybe"})[0] == "tally-consent"
    after, _taken = take(before, Sheet.STORY, **{**STORY, "shared": NO})
    assert after.stories[-1].shared is False


def test_a_code_and_a_consent_alone_are_no_sheet() -> None:
    assert refused(workshop(), Sheet.STORY, teller="B7", shared=YES) == ("tally-empty", "")
    assert refused(workshop(), Sheet.CHECK_OUT, teller="B7") == ("tally-empty", "")
    assert refused(workshop(), Sheet.WISHES, first="  ") == ("tally-empty", "")


def test_each_wish_is_a_finding_and_the_last_question_is_told_apart() -> None:
    after, taken = take(workshop(), Sheet.WISHES, first="Light", third="Time", most="Time, for Dad")
    wishes = after.dreams
    assert [wish.text for wish in wishes] == [
        "Light",
        "Time",
        "Would change the most: Time, for Dad",
    ]
    assert {wish.kind for wish in wishes} == {DreamKind.WISH}
    assert read_back(after, taken)["most"] == "Time, for Dad"


def test_a_dream_sheet_dates_all_that_it_tells() -> None:
    after, _taken = take(
        workshop(), Sheet.DREAM, image="An open door", dream="We know\nwho comes.", horizon="2028"
    )
    told = [(dream.kind, dream.text, dream.horizon) for dream in after.dreams]
    assert told == [
        (DreamKind.IMAGE, "An open door", "2028"),
        (DreamKind.STATEMENT, "We know\nwho comes.", "2028"),
    ]


def test_promise_cards_become_the_three_kinds() -> None:
    after, taken = take(
        workshop(),
        Sheet.PROMISES,
        person="Mo",
        commitment="Ask first",
        due="12 Jan",
        request="A key",
    )
    told = [(p.kind, p.text, p.person, p.due) for p in after.promises[1:]]
    assert told == [
        (PromiseKind.COMMITMENT, "Ask first", "Mo", date(2027, 1, 12)),
        (PromiseKind.REQUEST, "A key", "Mo", None),
    ]
    assert read_back(after, taken)["due"] == "Tue 12 Jan 2027"
    assert refused(after, Sheet.PROMISES, commitment="x", due="soon") == ("day-unclear", "due")


def test_votes_are_added_to_those_that_are_there() -> None:
    before = workshop()
    asking, quiet = before.themes
    assert [blank.entry for blank in blanks_of(Sheet.VOTES, before)] == [Entry.NUMBER] * 2
    after, taken = take(before, Sheet.VOTES, **{asking.id: "3", quiet.id: "2"})
    assert [theme.votes for theme in after.themes] == [3, 7]
    again, corrected = take_sheet(after, taken, {asking.id: "4"}, TODAY, new_id)
    assert [theme.votes for theme in again.themes] == [4, 5]
    assert corrected.votes == {asking.id: 4}
    for typed in ("many", "2.5", "1e3"):
        assert refused(before, Sheet.VOTES, **{quiet.id: typed}) == ("number-unclear", quiet.id)
    for typed in ("-1", "12345678"):
        code = "number-out-of-bounds"
        assert refused(before, Sheet.VOTES, **{quiet.id: typed}) == (code, quiet.id)


def test_a_correction_keeps_the_links_and_what_was_added_elsewhere() -> None:
    before = workshop()
    first, taken = take(before, Sheet.WISHES, first="Light", second="Time")
    light, time = first.dreams
    linked = link(set_fields(first, light.id, horizon="2030"), before.themes[0].id, light.id)
    values = {"first": "More light", "third": "Tea"}
    after, corrected = take_sheet(linked, taken, values, TODAY, new_id)
    assert [dream.text for dream in after.dreams] == ["More light", "Tea"]
    assert after.dreams[0].horizon == "2030"
    assert after.grown_from(light.id) == (before.themes[0],)
    assert time.id not in after.rows
    assert set(corrected.rows) == {0, 2}


def test_what_a_field_refuses_is_told_at_its_blank() -> None:
    too_long = {**STORY, "teller": "x" * 501}
    assert refused(workshop(), Sheet.STORY, **too_long) == ("text-too-long", "teller")


@pytest.mark.parametrize(
    ("last", "following"),
    [("A3", "A4"), ("9", "10"), ("Ward 7-09", "Ward 7-10"), ("B", "B"), ("", FIRST_CODE)],
)
def test_codes_are_counted_on(last: str, following: str) -> None:
    programme = plan()
    if last:
        programme, _taken = take(programme, Sheet.STORY, **{**STORY, "teller": last})
        programme, _taken = take(programme, Sheet.STORY, **{**STORY, "teller": ""})
    assert next_code(programme, Sheet.STORY) == following
    assert next_code(programme, Sheet.CHECK_OUT) == FIRST_CODE


def test_paper_comes_back_from_the_last_session_that_has_been() -> None:
    days = [date(2026, 11, 1), date(2026, 11, 20), date(2026, 12, 1)]
    programme = plan(*[session("10:00", day=day) for day in days])
    assert likely_session(programme, TODAY) == programme.sessions[1].id
    assert likely_session(plan(session("10:00")), TODAY) is not None
    assert likely_session(plan(), TODAY) is None


def test_the_list_follows_undo_redo_and_corrections() -> None:
    start = workshop()
    quiet = start.themes[1]
    one, taken = take(start, Sheet.VOTES, **{quiet.id: "2"})
    entered = Entered(1, ((diff(start, one), taken),))
    two, corrected = take_sheet(one, taken, {quiet.id: "3"}, TODAY, new_id)
    entered = entered.corrected(diff(one, two), corrected)
    assert entered_text(entered, two) == "Votes on themes 1: Quiet 3"
    entered = entered.followed(diff(two, one))
    assert entered_text(entered, one) == "Votes on themes 1: Quiet 2"
    entered = entered.followed(diff(one, start))
    assert standing([entered], start) == []
    entered = entered.followed(diff(start, one))
    assert standing([entered], one) == [entered]
    assert entered.followed(diff(start, set_fields(start, quiet.id, votes=99))) == entered


def test_a_line_of_the_list_tells_code_words_and_consent() -> None:
    start = workshop()
    after, taken = take(start, Sheet.STORY, **{**STORY, "shared": NO})
    entered = Entered(4, ((diff(start, after), taken),))
    assert entered_text(entered, after) == "Story sheet 4: B7 The taxi · not shared"
    assert standing([entered], start) == []
    assert count_text([entered], Sheet.STORY) == "1 sheet typed in"
    assert count_text([entered], Sheet.WISHES) == "Nothing typed in yet"
