"""Enough to hold in the hand, and turns for all who have one."""

from __future__ import annotations

import pytest

from aiplanner.domain.content import StarterMaterial
from aiplanner.domain.cycle import Per
from aiplanner.domain.programme import Programme
from tests.support.advice import GOOD, SILENT, SPEAKS, heard, hints, rows
from tests.support.plans import breakout, item, plan, session, strand


def with_things(
    group: str,
    quantity: int,
    name: str = "Interview guides",
    people: int | None = 16,
    **fields: object,
) -> Programme:
    """A session with one item, one fixed number of things and so many people."""
    things = (StarterMaterial(name, quantity),)
    made = item("Interviews", "40", group=group, materials=things, **fields)
    return plan(session("10:00", made), people=people)


def enough(group: str, quantity: int, *args: object, **fields: object) -> str:
    """What the rule says of that."""
    return heard(with_things(group, quantity, *args, **fields), "enough-materials")


@pytest.mark.parametrize(
    ("group", "needed"),
    [
        ("pairs", 8),
        ("on your own", 16),
        ("threes", 5),
        ("fours", 4),
        ("tables of five or six", 3),
        ("tables", 3),
    ],
)
def test_a_fixed_number_is_enough_for_those_who_need_one(group: str, needed: int) -> None:
    assert enough(group, needed) == GOOD
    assert enough(group, needed - 1) == SPEAKS
    [hint] = hints(with_things(group, needed - 1), "enough-materials")
    assert (hint.facts["needed"], hint.facts["there"]) == (needed, needed - 1)


def test_an_odd_number_of_people_makes_one_pair_more() -> None:
    assert enough("pairs", 8, people=17) == SPEAKS
    assert enough("pairs", 9, people=17) == GOOD


def test_a_sessions_own_number_of_people_counts() -> None:
    things = (StarterMaterial("Cards", 4),)
    made = item("Interviews", "40", group="pairs", materials=things)
    assert heard(plan(session("10:00", made, people=8), people=60), "enough-materials") == GOOD


@pytest.mark.parametrize(
    ("group", "quantity", "fields"),
    [
        ("pairs", 1, {}),
        ("pairs", 2, {"name": "Rolls of tape"}),
        ("pairs", 2, {"people": None}),
        ("everyone", 2, {}),
        ("on your own, then pairs", 2, {}),
        ("as you like", 2, {}),
        ("pairs", 2, {"audience": "the core team"}),
    ],
)
def test_silent_where_one_may_do_or_numbers_are_not_known(
    group: str, quantity: int, fields: dict[str, object]
) -> None:
    assert enough(group, quantity, **fields) == SILENT


def test_what_is_counted_by_people_is_always_enough() -> None:
    things = (StarterMaterial("Cards", 2, Per.PERSON), StarterMaterial("Pens", 3, Per.TABLE))
    made = item("Interviews", "40", group="pairs", materials=things)
    assert heard(plan(session("10:00", made), people=60), "enough-materials") == SILENT


def test_strands_have_people_of_their_own() -> None:
    made = item("A", "40", group="pairs", materials=(StarterMaterial("Cards", 2),))
    programme = plan(session("10:00", breakout("Rooms", strand("A", made))), people=60)
    assert heard(programme, "enough-materials") == SILENT


def turns(
    length: str, each: str, group: str = "", people: int | None = 24, before: str = ""
) -> str:
    """What the rule says of turns after work in the group form `before`."""
    work = [item("Work", "30", group=before)] if before else []
    made = item("Report back", length, each=each, group=group)
    return heard(plan(session("10:00", *work, made), people=people), "turns-fit")


@pytest.mark.parametrize(
    ("before", "fitting", "not_fitting"),
    [
        ("tables of six", (4, 5), (3, 6)),
        ("tables of five or six", (4, 5, 6), (2, 3, 7)),
        ("six small groups", (6,), (5, 7)),
        ("threes", (6, 8, 12), (5, 13)),
    ],
)
def test_groups_that_report_are_those_that_worked(
    before: str, fitting: tuple[int, ...], not_fitting: tuple[int, ...]
) -> None:
    assert {turns(f"{n}x3", "group", "everyone", before=before) for n in fitting} == {GOOD}
    assert {turns(f"{n}x3", "team", "everyone", before=before) for n in not_fitting} == {SPEAKS}


def test_the_items_own_words_come_first() -> None:
    assert turns("6x3", "group", "the six groups", before="fours") == GOOD
    assert turns("6x3", "group", "the four groups", before="fours") == SPEAKS


def test_groups_that_people_chose_may_be_of_any_size() -> None:
    chosen = item("Plans", "30", group="the groups you chose")
    fours, report = item("Work", "30", group="fours"), item("Report", "2x3", each="group")
    programme = plan(session("10:00", fours, chosen, report), people=24)
    assert heard(programme, "turns-fit") == SILENT
    together = item("Look at all", "30", group="everyone")
    programme = plan(session("10:00", chosen, fours, together, report), people=24)
    assert heard(programme, "turns-fit") == SPEAKS


def test_people_who_each_have_a_turn_sit_together() -> None:
    assert turns("3x7", "person", "threes") == GOOD
    assert turns("2x7", "person", "threes") == GOOD
    assert turns("8x7", "person", "threes") == SPEAKS
    assert turns("24x1", "person", "circle") == GOOD
    assert turns("12x1", "person", "circle") == SPEAKS
    assert turns("12x1", "pair", "circle") == GOOD
    assert turns("10x1", "pair", "circle") == SPEAKS


@pytest.mark.parametrize(
    ("length", "each", "group", "people"),
    [
        ("6x3", "group", "everyone", 24),
        ("6x3", "", "fours", 24),
        ("6x3", "story", "fours", 24),
        ("6x3", "group", "fours", None),
        ("18", "group", "fours", 24),
        ("6x3", "person", "", 24),
        ("6x3", "group", "groups", 24),
    ],
)
def test_silent_where_nobody_can_tell(
    length: str, each: str, group: str, people: int | None
) -> None:
    assert turns(length, each, group, people) == SILENT


def test_the_hint_stands_at_the_turns() -> None:
    work, report = item("Work", "30", group="fours"), item("Report", "2x3", each="group")
    programme = plan(session("10:00", work, report), people=24)
    assert rows(programme, "turns-fit") == ["Report"]
    [hint] = hints(programme, "turns-fit")
    assert (hint.facts["least"], hint.facts["most"]) == (5, 8)
