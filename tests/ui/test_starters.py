"""The list of starters is sound, and each tells what it contains."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from aiplanner.app.content import EXAMPLE, starter, starters
from aiplanner.app.starters import programme_from
from aiplanner.domain.content import Starter
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Kind, Role
from aiplanner.domain.rows import Item
from aiplanner.ui.models.guide_passages import Look
from aiplanner.ui.models.starter_passages import starter_passages
from aiplanner.ui.models.starters import StartersModel, beginnings
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import counted_ids

SHIPPED = [one for one in starters() if one.key != EXAMPLE]
every_starter = pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.key)


def test_the_list_is_sound(qtmodeltester: ModelTester) -> None:
    model = StartersModel(beginnings(MemoryLibrary()))
    qtmodeltester.check(model)
    assert [one.starter for one in model.found] == SHIPPED
    assert model.place("two-days").data() == starter("two-days").title
    assert model.place("gone").row() == 0
    assert not StartersModel(()).place("gone").isValid()


@every_starter
def test_every_item_and_its_minutes_are_told(one: Starter) -> None:
    told = starter_passages(one)
    rows = [passage for passage in told if passage.look in (Look.ROW, Look.REST)]
    shown = {passage.text for passage in rows}
    for session in one.sessions:
        assert {item.title for item in session.items if item.kind is not Kind.TASK} <= shown
    assert all(passage.mark for passage in rows if passage.look is Look.ROW)


@every_starter
def test_leadership_is_told_as_the_capability_map_counts_it(one: Starter) -> None:
    cover = coverage(programme_from(one, "", counted_ids()))
    led = [passage.mark for passage in starter_passages(one) if passage.look is Look.LED]
    assert len(led) == len([c for c in Capability if cover.items_of(c, role=Role.LEADS)])


@every_starter
def test_tasks_between_and_sheets_are_told(one: Starter) -> None:
    programme = programme_from(one, "", counted_ids())
    said = "\n".join(passage.words for passage in starter_passages(one))
    tasks = [
        row for row in programme.rows.values() if isinstance(row, Item) and row.kind is Kind.TASK
    ]
    assert ("Between the sessions" in said) is bool(tasks)
    assert all(task.title in said for task in tasks)
    for session in one.sessions:
        for item in session.items:
            assert all(sheet.title in said for sheet in item.sheets)
