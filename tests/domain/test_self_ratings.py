"""The group's profile: the middle answers of five people or more, and nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.rating_words import (
    hidden_words,
    middle_of,
    middle_words,
    people_words,
    profile_lines,
)
from aiplanner.domain.cycle import Capability
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.self_ratings import add_self_rating
from aiplanner.domain.ids import RowId
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from aiplanner.domain.self_ratings import (
    LEAST,
    POINTS,
    Profile,
    answered,
    field_of,
    profile,
    usual_day,
)
from tests.support.plans import plan, session

VISION, EMPOWERING = Capability.VISION, Capability.EMPOWERING
NO, SOME, OFTEN, ALWAYS = POINTS
Draw = Callable[[st.SearchStrategy[Any]], Any]


def sheet(code: str, vision: Score | None, moment: Moment = Moment.BEFORE) -> SelfRating:
    """A sheet that answers about vision, and "often" about empowering."""
    return SelfRating(RowId(code), 0, code, moment, vision=vision, empowering=OFTEN)


def group(*answers: Score | None, moment: Moment = Moment.BEFORE) -> list[SelfRating]:
    """A sheet for each answer, of as many people."""
    return [sheet(f"B{n}", answer, moment) for n, answer in enumerate(answers)]


def middle(*answers: Score | None) -> float | None:
    """The middle answer of a group before."""
    return profile(group(*answers)).before.middles.get(VISION)


def test_the_middle_is_the_answer_in_the_middle() -> None:
    assert middle(NO, NO, SOME, ALWAYS, ALWAYS) == 2
    assert middle(NO, SOME, SOME, OFTEN, OFTEN, ALWAYS) == 2.5  # between 2 and 3
    assert middle(*[OFTEN] * 5) == 3
    assert middle(NO, NO, NO, NO, ALWAYS) == 1  # a mean would say 1.6


def test_what_does_not_apply_and_what_is_left_open_has_no_place_on_the_scale() -> None:
    rest = (NO, SOME, SOME, OFTEN, ALWAYS)
    assert middle(*rest, Score.NOT_APPLICABLE, None) == middle(*rest) == 2


def test_a_capability_needs_five_answers_of_its_own() -> None:
    found = profile(group(NO, SOME, SOME, OFTEN, Score.NOT_APPLICABLE, None)).before
    assert (found.people, found.shown) == (6, True)
    assert VISION not in found.middles
    assert found.middles[EMPOWERING] == 3
    assert middle_of(found, VISION) == "fewer than 5 answers"


def test_before_and_after_stand_apart() -> None:
    found = profile(
        group(NO, NO, SOME, SOME, SOME)
        + group(OFTEN, OFTEN, ALWAYS, ALWAYS, ALWAYS, moment=Moment.AFTER)
    )
    assert (found.before.middles[VISION], found.after.middles[VISION]) == (2, 4)
    assert found.both == 5
    assert people_words(found) == "5 people answered before, 5 after. 5 of them both times."
    assert "Vision: before sometimes, after consistently." in profile_lines(found)
    assert hidden_words(found) == ""


def test_a_person_counts_once_with_the_last_sheet() -> None:
    again = [*group(NO, NO, NO, NO, NO), sheet(" b0", ALWAYS), sheet("B0 ", OFTEN)]
    found = profile(again).before
    assert (found.people, found.middles[VISION]) == (5, 1)
    four = [*group(NO, NO, NO, NO), sheet("b3", NO), sheet("B 3", NO)]
    assert profile(four[:5]).before.people == 4, "five sheets of four people are four people"


def test_sheets_of_nobody_and_sheets_of_nothing_do_not_count() -> None:
    nobody = [sheet("", NO), sheet("  ", NO)]
    nothing = [SelfRating(RowId("x"), 0, "X1", strengths="I ask"), SelfRating(RowId("y"), 0, "Y1")]
    found = profile([*group(NO, NO, NO, NO), *nobody, *nothing]).before
    assert (found.people, found.shown, found.middles) == (4, False, {})
    assert answered(nothing[0]) == 0
    assert answered(sheet("B1", Score.NOT_APPLICABLE)) == 2


def test_words_for_places_between_the_points() -> None:
    assert middle_words(3) == "often"
    assert middle_words(2.5) == "between sometimes and often"
    assert middle_words(1.5) == "between not yet and sometimes"
    assert people_words(profile(group(NO))) == "1 person answered before, nobody after."


def test_a_hidden_moment_says_why() -> None:
    five, four = group(*[OFTEN] * 5), group(*[NO] * 4, moment=Moment.AFTER)
    assert hidden_words(profile(four)).startswith("The group is shown once 5 people")
    found = profile([*five, *four])
    assert hidden_words(found).startswith("After is shown once 5 people")
    assert all("after" not in line for line in profile_lines(found))


@st.composite
def _sheets(draw: Draw, moment: Moment, count: int) -> list[SelfRating]:
    scores = st.none() | st.sampled_from(Score)
    return [
        SelfRating(
            RowId(f"{moment}{n}"),
            n,
            f"C{n}",
            moment,
            **{field_of(c): draw(scores) for c in Capability if c is not VISION},
            vision=draw(st.sampled_from(Score)),
        )
        for n in range(count)
    ]


def _everything(found: Profile) -> tuple[object, ...]:
    """All that any page, word or paper can take from a profile."""
    tables = [middle_of(found.at(moment), c) for moment in Moment for c in Capability]
    return found, people_words(found), hidden_words(found), profile_lines(found), tables


@given(
    _sheets(Moment.BEFORE, LEAST - 1),
    _sheets(Moment.BEFORE, LEAST - 1),
    st.integers(0, 9).flatmap(lambda count: _sheets(Moment.AFTER, count)),
)
def test_whatever_four_people_say_everything_shown_is_the_same(
    one: list[SelfRating], other: list[SelfRating], after: list[SelfRating]
) -> None:
    """Nothing of four sheets goes anywhere, so no two views can be held against each other."""
    assert _everything(profile(one + after)) == _everything(profile(other + after))


@given(_sheets(Moment.BEFORE, 5), st.sampled_from(Capability))
def test_an_answer_more_or_less_than_the_least_is_hidden_with_its_capability(
    sheets: list[SelfRating], capability: Capability
) -> None:
    found = profile(sheets).before
    scores = [getattr(one, field_of(capability)) for one in sheets]
    on_scale = sum(1 for score in scores if score in POINTS)
    assert (capability in found.middles) is (on_scale >= LEAST)


def test_a_stack_was_filled_in_on_the_day_of_the_session_unless_its_last_sheet_says_another() -> (
    None
):
    first, last, today = date(2026, 3, 1), date(2026, 5, 1), date(2026, 4, 1)
    programme = plan(session("10:00"), session("10:00"), session("10:00"))
    new = RowId("9" * 32)

    def day(moment: Moment, sheet: RowId = new) -> date:
        return usual_day(programme, sheet, moment, today)

    assert {day(moment) for moment in Moment} == {today}, "no session has a day"
    for held, on in zip(programme.sessions, (first, last), strict=False):
        programme = set_fields(programme, held.id, day=on)
    assert (day(Moment.BEFORE), day(Moment.AFTER)) == (first, today), "the last is still to come"
    today = date(2026, 6, 1)
    assert (day(Moment.BEFORE), day(Moment.AFTER)) == (first, last)
    typed = SelfRating(RowId("8" * 32), 0, "B1", Moment.AFTER, date(2026, 5, 3))
    programme = add_self_rating(programme, typed)
    assert (day(Moment.BEFORE), day(Moment.AFTER)) == (first, date(2026, 5, 3))
    assert day(Moment.AFTER, typed.id) == last, "it does not lean on itself"
