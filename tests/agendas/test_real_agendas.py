"""Five published agendas, entered exactly as they are, keep their times and come back equal."""

from __future__ import annotations

import json
from datetime import date

import pytest

from aiplanner.app.interchange import from_json, to_json
from aiplanner.domain.cycle import Kind
from aiplanner.domain.integrity import faults
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.domain.schedule import SessionClock, clock_text, schedule
from tests.support.agendas import Data, agendas, entered

BY_ID = {agenda["id"]: agenda for agenda in agendas()}
every_agenda = pytest.mark.parametrize("agenda", agendas(), ids=list(BY_ID))


def _clocks(name: str) -> tuple[Programme, tuple[SessionClock, ...]]:
    programme = entered(BY_ID[name])
    return programme, schedule(programme)


@every_agenda
def test_it_fits_together_and_comes_back_equal(agenda: Data) -> None:
    programme = entered(agenda)
    assert faults(programme) == []
    again = from_json(to_json(programme))
    assert again == programme
    assert to_json(again) == to_json(programme)


@every_agenda
def test_every_stated_time_is_the_computed_one(agenda: Data) -> None:
    programme = entered(agenda)
    for day, session, clock in zip(
        agenda["days"], programme.sessions, schedule(programme), strict=True
    ):
        for stated, item in zip(day["items"], programme.items_of(session.id), strict=True):
            slot = clock.slots[item.id]
            if stated["start"] is not None:
                assert slot.start is not None
                assert slot.end is not None
                assert clock_text(slot.start) == stated["start"]
                assert clock_text(slot.end) == stated["end"]
            if stated["minutes"] is not None:
                assert slot.minutes == stated["minutes"]
        checks = day["computed_checks"]
        assert clock.totals.work + clock.totals.breaks == checks["sum_minutes_fixed"]
        if "span" in checks:
            assert [clock_text(clock.start), clock_text(clock.end)] == checks["span"]


@every_agenda
def test_nothing_the_source_says_is_lost(agenda: Data) -> None:
    written = to_json(entered(agenda)).decode()
    for text in _texts({key: agenda[key] for key in agenda if key not in ("id", "days")}):
        assert json.dumps(text, ensure_ascii=False)[1:-1] in written
    for day in agenda["days"]:
        for item in day["items"]:
            said = {k: v for k, v in item.items() if k not in _SAID_OTHERWISE}
            for text in _texts(said):
                assert json.dumps(text, ensure_ascii=False)[1:-1] in written


_SAID_OTHERWISE = {"start", "end", "kind", "materials"}
"""Times and kinds have a form of their own; "3.2" as a material is the sheet of that number."""


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for inner in value.values() for text in _texts(inner)]
        case list():
            return [text for inner in value for text in _texts(inner)]
        case _:
            return []


def test_the_smallest_runs_ten_minutes_over_as_its_source_says() -> None:
    _, (clock,) = _clocks("A01-dpmi-30min")
    assert clock.end - clock.start == 5 + 10 + 10 + 5 + 10
    assert clock.over == 10
    assert not clock.clocked


def test_a_cumulative_clock_and_steps_that_sum_to_their_item() -> None:
    programme, (clock,) = _clocks("A05-meeting-design-2015")
    items = programme.items_of(programme.sessions[0].id)
    ends = [clock.slots[item.id].end for item in items]
    assert ends == [5, 8, 45, 65, 65, 65]
    steps = [step.minutes or 0 for step in programme.steps_of(items[2].id)]
    assert steps == [6, 16, 3, 12]
    assert sum(steps) == clock.slots[items[2].id].minutes == 37


def test_six_teams_of_three_minutes_and_exactly_two_hours() -> None:
    programme, (clock,) = _clocks("A06-msr-aom-2021")
    report = programme.items_of(programme.sessions[0].id)[4]
    assert report.length == Length(3, times=6, each="team")
    assert clock.slots[report.id].minutes == 18
    assert (clock_text(clock.start), clock_text(clock.end)) == ("10:00", "12:00")
    assert clock.end - clock.start == 120
    assert clock.over == 0
    assert programme.sessions[0].time_zone == "US Eastern"
    assert programme.sessions[0].day == date(2021, 10, 29)


def test_an_evening_then_a_day_with_meal_and_break() -> None:
    _, (evening, day) = _clocks("A11-great-boards-3day")
    assert (evening.totals.work, evening.totals.breaks) == (120, 30)
    assert (day.totals.work, day.totals.breaks) == (15 + 45 + 15 + 60 + 30 + 60, 15 + 45)


def test_the_pack_in_three_sessions_with_numbered_sheets_and_a_task_between() -> None:
    programme, clocks = _clocks("A14-sssc-nes-pack-3sessions")
    assert [clock.end - clock.start for clock in clocks] == [0, 0, 0]
    first = programme.items_of(programme.sessions[0].id)
    tasks = [item for item in first if item.kind is Kind.TASK]
    assert len(tasks) == 1
    assert [sheet.number for sheet in programme.sheets_of(tasks[0].id)] == ["3.6"]
    assert [sheet.title for sheet in programme.sheets_of(first[1].id)] == [
        "Appreciative interview handout",
        "When inquiring appreciatively handout",
    ]
