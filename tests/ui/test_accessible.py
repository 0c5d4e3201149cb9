"""Whoever cannot see or cannot use a mouse reaches and hears every control."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Phase
from aiplanner.ui.dialogs.new_programme import NewProgramme
from aiplanner.ui.dialogs.shortcuts import Shortcuts
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.page_table import PAGES
from aiplanner.ui.services import Services
from aiplanner.ui.widgets import announcer
from aiplanner.ui.widgets.badges import Badge
from aiplanner.ui.widgets.time_bar import Part, TimeBar
from tests.support.plans import item, plan, session
from tests.ui.conftest import Keep

PLACES = ("home", *(page.rail.key for page in PAGES))
SILENT = {QAccessible.Role.NoRole, QAccessible.Role.Client}


def turned(window: MainWindow, services: Services, place: str) -> QWidget:
    """The window with a place on show."""
    if place == "home":
        return window.home
    window.open_programme(window.home.model.rows[0].id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go(place)
    services.jobs.drain()
    QApplication.processEvents()
    return window.frame


@pytest.fixture
def place(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> Iterator[Callable[[str], QWidget]]:
    """Turns the active window to a place by its name."""
    keep(
        plan(
            session("10:00", item("Interviews", "40", phase=Phase.DISCOVER), title="First"),
            title="Ours",
        )
    )
    window.home.refresh()
    services.jobs.drain()
    with qtbot.waitActive(window):
        window.activateWindow()

    def turn(name: str) -> QWidget:
        inside = turned(window, services, name)
        if not window.isActiveWindow():  # a picture of a PDF makes Qt's test platform lose it
            with qtbot.waitActive(window):
                window.activateWindow()
        return inside

    yield turn
    window.go_home()


def controls(inside: QWidget) -> list[QWidget]:
    """Everything on show that the Tab key stops at."""
    tab = Qt.FocusPolicy.TabFocus.value
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy().value & tab
    ]


def spoken(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """The name and the role that a screen reader is told."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


@pytest.mark.parametrize("name", PLACES)
def test_every_control_has_a_name_and_a_role(place: Callable[[str], QWidget], name: str) -> None:
    inside = place(name)
    found = controls(inside)
    assert len(found) > 4
    unnamed = [
        widget for widget in found if not spoken(widget)[0].strip() or spoken(widget)[1] in SILENT
    ]
    assert unnamed == []


@pytest.mark.parametrize("name", PLACES)
def test_tab_goes_round_through_every_control(place: Callable[[str], QWidget], name: str) -> None:
    inside = place(name)
    wanted = {widget for widget in controls(inside) if _is_a_stop(widget)}
    seen: set[QWidget | None] = set()
    for _ in range(3 * len(wanted)):
        focused = QApplication.focusWidget()
        seen |= {focused, focused.parentWidget() if focused else None}
        QTest.keyClick(focused or inside, Qt.Key.Key_Tab)
    assert wanted - seen == set()


def _is_a_stop(widget: QWidget) -> bool:
    """Of buttons that exclude each other only the chosen one is; a proxy stands for another."""
    group = getattr(widget, "group", lambda: None)()
    if group is not None and group.exclusive():
        return bool(widget.isChecked())  # type: ignore[attr-defined]  # buttons are in groups
    return widget.focusProxy() is None


@pytest.mark.parametrize("name", PLACES)
def test_no_table_traps_the_tab_key(place: Callable[[str], QWidget], name: str) -> None:
    views = place(name).findChildren(QAbstractItemView)
    assert views
    assert [view for view in views if view.tabKeyNavigation()] == []


@pytest.mark.parametrize("dialog", ["keys", "new"])
def test_dialogs_are_named_too(window: MainWindow, dialog: str) -> None:
    window.actions_by_key[dialog].trigger()
    made = window.findChild(Shortcuts if dialog == "keys" else NewProgramme)
    assert made is not None
    assert spoken(made)[0]
    assert [widget for widget in controls(made) if not spoken(widget)[0].strip()] == []
    made.reject()


def test_pictures_are_told_in_words(qtbot: QtBot) -> None:
    parts = (Part("Define", 5, Phase.DEFINE), Part("free", 10, free=True))
    pictures = (
        TimeBar(parts),
        Badge("SL", "Self-leadership", leads=True),
        Badge("SL", "Self-leadership", leads=False),
    )
    for picture in pictures:
        qtbot.addWidget(picture)
    assert [spoken(picture)[0] for picture in pictures] == [
        "Define 5 min, free 10 min",
        "Self-leadership, led on",
        "Self-leadership, supported",
    ]


def test_what_happens_is_announced(
    place: Callable[[str], QWidget], window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    place("overview")
    heard: list[str] = []
    monkeypatch.setattr(
        announcer.QAccessible,
        "updateAccessibility",
        lambda event: heard.append(event.message()),
    )
    assert window.frame is not None
    window.frame.say("Deleted Session 2.", undo=True)
    assert heard == ["Deleted Session 2. Undo"]
