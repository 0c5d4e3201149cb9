"""The activity bank holds enough of everything, and each activity can be run from what it says."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from aiplanner.app.content import OWN_IDEA, activities, handouts, sources
from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.cycle import Capability, Kind, Level, Part, Phase
from aiplanner.domain.lengths import parse_length
from aiplanner.packs.catalogue import documents
from tests.support.typeface import unprintable

_SELF, _CREATIVE, _WITH = (
    Capability.SELF_LEADERSHIP,
    Capability.CREATIVITY,
    Capability.COLLABORATING,
)
_VISION, _MOTIVE, _POWER = Capability.VISION, Capability.MOTIVATING, Capability.EMPOWERING
LEADING = {
    Phase.DEFINE: (_SELF, _WITH, _POWER),
    Phase.DISCOVER: (_SELF, _WITH, _MOTIVE),
    Phase.DREAM: (_CREATIVE, _VISION, _MOTIVE),
    Phase.DESIGN: (_CREATIVE, _WITH, _POWER),
    Phase.DELIVER: (_SELF, _MOTIVE, _POWER),
}
"""Capabilities that are at the heart of a phase; the others stand behind it."""

BANK = activities()
IN_THE_ROOM = [one for one in BANK if one.kind is not Kind.TASK]
TASKS = [one for one in BANK if one.kind is Kind.TASK]

every_activity = pytest.mark.parametrize("one", BANK, ids=lambda one: one.key)
every_phase = pytest.mark.parametrize("phase", Phase)
every_capability = pytest.mark.parametrize("capability", Capability)


def _keys(some: Iterable[Activity]) -> list[str]:
    return [one.key for one in some]


def _playing(part: Part) -> list[Activity]:
    return [one for one in BANK if one.part is part]


def test_there_is_plenty_to_choose_from() -> None:
    assert len(BANK) >= 52
    assert len({one.title for one in BANK}) == len(BANK)
    assert len([one for one in BANK if one.online]) >= 8


def test_there_are_ways_to_open_to_wake_up_and_to_close() -> None:
    assert len(_playing(Part.OPENING)) >= 5
    assert len(_playing(Part.ENERGISER)) >= 5
    assert len(_playing(Part.CLOSING)) >= 5
    assert len(_playing(Part.EVALUATION)) >= 2


def test_every_group_form_and_level_is_there() -> None:
    assert {one.form for one in BANK} == set(GroupForm)
    assert {one.level for one in BANK} >= set(Level)


@every_phase
def test_each_phase_has_a_task_to_do_before_people_meet_again(phase: Phase) -> None:
    assert [one for one in TASKS if phase in one.phases]


@every_phase
@every_capability
def test_each_capability_is_met_in_each_phase(phase: Phase, capability: Capability) -> None:
    found = [one for one in IN_THE_ROOM if phase in one.phases and capability in one.capabilities]
    assert len(found) >= 2, _keys(found)


@every_phase
def test_what_is_at_the_heart_of_a_phase_is_led_on_there(phase: Phase) -> None:
    for capability in LEADING[phase]:
        found = [one for one in IN_THE_ROOM if one.phase is phase and capability in one.leads]
        assert len(found) >= 2, (capability, _keys(found))


@every_activity
def test_a_stranger_could_run_it(one: Activity) -> None:
    assert one.summary.endswith(".")
    assert one.why.endswith((".", "?"))
    assert one.group
    assert one.tips
    assert len(one.steps) >= 2
    assert one.capabilities
    assert len(one.leads) <= 2
    assert len(one.supports) <= 3


@every_activity
def test_its_minutes_can_be_trusted(one: Activity) -> None:
    assert one.least <= one.typical <= one.most
    spent = [step.minutes for step in one.steps]
    if one.kind is not Kind.TASK and not one.length:
        assert sum(minutes or 0 for minutes in spent) == one.typical
        assert all(spent)
    else:
        assert not any(spent)
    if one.length:
        assert parse_length(one.length).typical == one.typical


@pytest.mark.parametrize("one", IN_THE_ROOM, ids=lambda one: one.key)
def test_it_says_what_to_do_when_time_is_short(one: Activity) -> None:
    assert one.short
    assert one.short_minutes is not None
    assert 0 < one.short_minutes < one.typical
    assert not one.short.endswith(".")


@every_activity
def test_it_knows_for_how_many_it_is(one: Activity) -> None:
    if one.people_least is not None and one.people_most is not None:
        assert one.people_least < one.people_most


@every_activity
def test_its_sheets_are_ours_and_go_by_their_own_names(one: Activity) -> None:
    titles = {handout.key: handout.title for handout in handouts()}
    printed = {info.id for info in documents()} | titles.keys()
    for sheet in one.sheets:
        assert sheet.handout in printed
        assert sheet.title == titles.get(sheet.handout, sheet.title)


@every_activity
def test_it_names_where_it_comes_from(one: Activity) -> None:
    assert one.sources
    assert set(one.sources) <= sources().keys() | {OWN_IDEA}
    assert len(set(one.sources)) == len(one.sources)


@every_activity
def test_it_can_be_printed(one: Activity) -> None:
    assert unprintable(one) == set()


def test_an_energiser_asks_nobody_to_stand_and_can_be_declined() -> None:
    for one in _playing(Part.ENERGISER):
        assert one.most <= 20
        told = " ".join((one.tips, one.room, *(step.text for step in one.steps))).casefold()
        assert "stand up" not in told, one.key
        assert "close your eyes" not in told, one.key
