"""Sessions that are being held in London, and what the room shows of them."""

from __future__ import annotations

from datetime import date

from aiplanner.app.room import RoomState, room_state
from aiplanner.domain.cycle import State
from aiplanner.domain.edits.on_the_day import begin_run, go_on
from aiplanner.domain.programme import Programme
from tests.support.day_clock import DAY, local, shown
from tests.support.plans import StarterItem, item, pause, plan, section, session, the_session


def one(*items: StarterItem, start: str = "10:00", **fields: object) -> Programme:
    """A programme of one session in London."""
    settings = {"day": DAY, "time_zone": "Europe/London", **fields}
    return plan(session(start, *items, **settings))


def morning() -> Programme:
    """Two hours with a break at eleven; what is parked counts for nothing."""
    return one(
        item("Welcome", "10"),
        section("Discover"),
        item("Pairs", "40"),
        item("Later", "30", state=State.PARKED),
        pause("15", at="11:00"),
        item("Dream", "30"),
        item("Close", "15"),
        planned=120,
    )


def begun(programme: Programme, clock: str = "10:00", *nexts: str) -> Programme:
    """Begun and gone on with when a clock in London shows these times."""
    key = the_session(programme).id
    programme = begin_run(programme, key, local(clock))
    for when in nexts:
        programme = go_on(programme, key, local(when))
    return programme


def seen(programme: Programme, clock: str, day: date = DAY) -> RoomState:
    """What the room shows when a clock in London shows that time."""
    return room_state(programme, the_session(programme).id, local(clock, day))


def stand(state: RoomState) -> tuple[str, int | None, str, str, int]:
    """Now, whole minutes left, next, when, minutes behind."""
    return (
        "" if state.now is None else state.now.item.title,
        None if state.now is None or state.now.left is None else state.now.left // 60,
        "" if state.next is None else state.next.item.title,
        "" if state.next is None else shown(state.next.at),
        state.behind // 60,
    )
