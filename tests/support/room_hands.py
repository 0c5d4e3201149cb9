"""Hands on the room view: a day with its session, and how its buttons and keys are pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from aiplanner.domain.programme import Programme
from aiplanner.ui.room.window import RoomWindow
from tests.support.day_clock import DAY, DayClock
from tests.support.plans import breakout, item, plan, session, strand


def day_in_two_parts() -> Programme:
    """A morning in London with a breakout, and an afternoon without a date."""
    rooms = breakout("Rooms", strand("A", item("Stories", "10")), strand("B", item("Wishes", "20")))
    first = session(
        "10:00",
        item("Welcome", "10", lead="Anna"),
        item("Pairs", "40", group="pairs"),
        rooms,
        item("Close", "10"),
        title="Best of what is",
        day=DAY,
        time_zone="Europe/London",
        planned=80,
    )
    return plan(first, session("14:00", item("More", "10"), title="Afternoon"), title="Ours")


def begun(room: RoomWindow, clock: DayClock, *nexts: str) -> None:
    """Start at ten, and go on when a clock shows these times."""
    for when in ("10:00", *nexts):
        clock.show(when)
        press(room, "next")
    room.refresh()


def press(room: RoomWindow, key: str) -> None:
    """Click a button."""
    button = room.foot.buttons[key]
    assert button.isVisible(), f"{key} is not offered"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def double_click(room: RoomWindow, key: str) -> None:
    """Press and release twice, as the system tells it: the second press is a double click."""
    press(room, key)
    button, left = room.foot.buttons[key], Qt.MouseButton.LeftButton
    middle = QPointF(button.rect().center())
    kind, none = QEvent.Type.MouseButtonDblClick, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, middle, button.mapToGlobal(middle), left, left, none)
    QApplication.sendEvent(button, event)
    QTest.mouseRelease(button, left)


def key(room: RoomWindow, name: Qt.Key) -> None:
    """Press a key, as a person or a clicker does."""
    QTest.keyClick(room, name)


def offered(room: RoomWindow) -> set[str]:
    """The buttons that can be pressed, by their words."""
    buttons = room.foot.buttons.values()
    return {button.text() for button in buttons if button.isVisible() and button.isEnabled()}


def seen(room: RoomWindow) -> list[str]:
    """All the words on the stage, from the top."""
    room.refresh()
    stage = room.stage
    parts = (stage.heading, stage.time, stage.coming, stage.next, stage.standing)
    return [part.text() for part in parts if part.isVisible()]


def pause_until(clock: DayClock, room: RoomWindow, when: str) -> None:
    """Let time go by; the window looks at the clock once a second."""
    clock.show(when)
    room.refresh()
