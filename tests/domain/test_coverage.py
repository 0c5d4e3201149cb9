"""The capability map, counted by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Kind, Level, Phase, Role, State
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item
from aiplanner.domain.schedule import schedule
from tests.support.plans import breakout, item, pause, plan, section, session, strand
from tests.support.strategies import programmes

VISION, EMPOWERING, SELF = Capability.VISION, Capability.EMPOWERING, Capability.SELF_LEADERSHIP


def cycle() -> Programme:
    return plan(
        session(
            "10:00",
            item("Welcome", "10", leads=(SELF,), level=Level.PERSONAL),
            item("Interviews", "2x20", phase=Phase.DISCOVER, leads=(EMPOWERING,), supports=(SELF,)),
            pause("15"),
            section("After the break"),
            item("Themes", "30 (20-45)", phase=Phase.DISCOVER, leads=(EMPOWERING, VISION)),
            item("Parked", "60", phase=Phase.DREAM, leads=(VISION,), state=State.PARKED),
            item("Skipped", "60", phase=Phase.DREAM, leads=(VISION,), state=State.SKIPPED),
        ),
        session(
            "14:00",
            breakout(
                "Rooms",
                strand("A", item("Draw", "25", phase=Phase.DREAM, leads=(VISION,))),
                strand("B", item("Act", "35", phase=Phase.DREAM, supports=(VISION,))),
            ),
            item("Walk", phase=Phase.DESIGN, supports=(VISION,), level=Level.SYSTEM),
            item("Close", "5", at="15:00"),
            item("Read", "40", kind=Kind.TASK, phase=Phase.DELIVER, leads=(SELF,)),
        ),
    )


def test_minutes_by_capability_and_role() -> None:
    found = coverage(cycle())
    assert found.minutes_of(EMPOWERING) == 40 + 30
    assert found.minutes_of(SELF) == 10 + 40
    assert found.minutes_of(SELF, role=Role.LEADS) == 10
    assert found.minutes_of(SELF, role=Role.SUPPORTS) == 40
    # Themes 30; Draw 25 and Act 35 side by side; Walk the rest: 60 to the pin less 35.
    assert found.minutes_of(VISION) == 30 + 25 + 35 + (60 - 35)
    assert found.minutes_of(VISION, Phase.DREAM) == 25 + 35
    assert found.minutes_of(VISION, Phase.DREAM, Role.LEADS) == 25


def test_a_breakouts_minutes_belong_to_the_phases_of_what_it_holds() -> None:
    rooms = breakout("Rooms", strand("A", item("Draw", "25", phase=Phase.DREAM)))
    empty = breakout("Later", length="20")
    phased = plan(
        session(
            "10:00",
            replace(rooms, phase=Phase.DREAM, level=Level.SYSTEM, leads=(VISION,)),
            replace(empty, phase=Phase.DESIGN),
        )
    )
    found = coverage(phased)
    assert found.phases == {Phase.DREAM: 25, Phase.DESIGN: 20}
    assert found.levels == {}
    assert found.minutes_of(VISION, Phase.DREAM) == 25


def test_numbers_of_items() -> None:
    found = coverage(cycle())
    assert found.items_of(VISION) == 4  # Themes, Draw, Act, Walk; neither parked nor skipped
    assert found.items_of(SELF, role=Role.LEADS) == 1  # Welcome; a task takes no time in a session
    assert found.items_of(VISION, Phase.DISCOVER) == 1
    assert found.items_of(SELF, Phase.DISCOVER, Role.LEADS) == 0


def test_minutes_and_items_by_phase_and_level() -> None:
    found = coverage(cycle())
    assert found.phases == {Phase.DISCOVER: 40 + 30, Phase.DREAM: 25 + 35, Phase.DESIGN: 25}
    assert found.phase_items == {Phase.DISCOVER: 2, Phase.DREAM: 2, Phase.DESIGN: 1}
    assert found.levels == {Level.PERSONAL: 10, Level.SYSTEM: 25}


def test_what_a_parked_breakout_holds_counts_nothing() -> None:
    draw = item("Draw", "25", phase=Phase.DREAM, leads=(VISION,))
    rooms = item("Rooms", kind=Kind.BREAKOUT, state=State.PARKED, strands=(strand("A", draw),))
    found = coverage(plan(session("10:00", rooms)))
    assert (found.minutes_of(VISION), found.items_of(VISION)) == (0, 0)
    assert sum(found.phase_items.values()) == 0
    assert VISION in found.never_led


def test_one_session_alone() -> None:
    programme = cycle()
    first, second = programme.sessions
    assert coverage(programme, first.id).minutes_of(VISION) == 30
    assert coverage(programme, second.id).minutes_of(VISION) == 85
    assert coverage(programme, second.id).minutes_of(EMPOWERING) == 0


def test_capabilities_nobody_leads_on() -> None:
    assert coverage(cycle()).never_led == (
        Capability.CREATIVITY,
        Capability.COLLABORATING,
        Capability.MOTIVATING,
    )
    assert coverage(plan(session("10:00"))).never_led == tuple(Capability)


@given(programmes())
def test_the_sessions_add_up_to_the_programme(programme: Programme) -> None:
    whole = coverage(programme)
    parts = [coverage(programme, session.id) for session in programme.sessions]
    for capability in Capability:
        for role in (None, *Role):
            minutes = sum(part.minutes_of(capability, role=role) for part in parts)
            items = sum(part.items_of(capability, role=role) for part in parts)
            assert whole.minutes_of(capability, role=role) == minutes
            assert whole.items_of(capability, role=role) == items
    assert sum(whole.phases.values()) == sum(sum(part.phases.values()) for part in parts)


@given(programmes())
def test_every_minute_counted_is_the_slot_of_an_item_with_that_focus(programme: Programme) -> None:
    slots = {key: slot for clock in schedule(programme) for key, slot in clock.slots.items()}
    wanted = sum(
        slots[row.item_id].minutes
        for row in programme.rows.values()
        if isinstance(row, Focus)
        and row.item_id in slots
        and slots[row.item_id].start is not None
        and programme.get(row.item_id, Item).kind is not Kind.SECTION
    )
    assert sum(coverage(programme).minutes_of(capability) for capability in Capability) == wanted
