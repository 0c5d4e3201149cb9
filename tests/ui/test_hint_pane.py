"""The pane of the hints beside the running order: sorted, walked, followed, mended, left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.content import StarterMaterial
from aiplanner.domain.cycle import Capability, Part, Phase
from aiplanner.domain.programme import Programme
from aiplanner.ui.dialogs.leave_hint import LeaveHint
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.hint_list import HintList
from tests.support.advice import finding
from tests.support.hands import Hands
from tests.support.plans import item, named, plan, session, step
from tests.ui.conftest import Keep


def faulty() -> Programme:
    """A session with faults, one in order, and a cycle with faults of its own."""
    steps = (step(20), step(40))
    return plan(
        session(
            "10:00",
            item("Welcome", "10", part=Part.OPENING),
            item("Interviews", "120", phase=Phase.DISCOVER, leads=tuple(Capability)),
            item("Themes", "50", phase=Phase.DISCOVER, steps=steps),
            item("Check-out", "10", part=Part.CLOSING),
            title="Best of what is",
            planned=100,
        ),
        session(
            "10:00",
            item("Hello again", "10", part=Part.OPENING),
            item("More themes", "20", phase=Phase.DISCOVER),
            item("Goodbye", "10", part=Part.CLOSING),
            title="What could be",
            planned=40,
        ),
        title="Ours",
        found=(finding("promise", "I ring"),),
    )


class Shown:
    """A window on the Sessions page."""

    def __init__(self, window: MainWindow, frame: ProgrammeFrame, services: Services) -> None:
        self.window, self.frame, self.services = window, frame, services
        assert isinstance(frame.page, SessionsPage)
        self.page = frame.page

    def rules(self, hints: HintList) -> list[str]:
        """The rules that speak in a list."""
        return [row.line.rule for row in hints.shown if row.line is not None]

    def at(self, rule: str) -> int:
        """The place of a rule among the hints of the session."""
        return [line.rule for line in self.page.hints.lines].index(rule)


@pytest.fixture
def shown(window: MainWindow, services: Services, keep: Keep, qtbot: QtBot) -> Iterator[Shown]:
    programme = keep(faulty())
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    services.jobs.drain()
    yield Shown(window, window.frame, services)
    window.go_home()
    services.jobs.drain()


def test_the_foot_counts_the_hints_of_its_session_and_opens_them(
    shown: Shown, qtbot: QtBot
) -> None:
    page, hands = shown.page, Hands(qtbot, shown.window)
    count = len(page.hints.lines)
    assert {"fits-time", "breaks", "steps-sum"} == {line.rule for line in page.hints.lines}
    assert page.hints.count.text() == f"○ {count} hints"
    hands.tab_to(page.hints.count)
    hands.press("Return")
    assert page.panes.shown == "hints"
    assert hands.here is page.hints.pane.here.shown[0].hint
    page.sessions.turn_to(1)
    assert page.hints.count.text() == "✓ no hints"
    assert page.hints.pane.here.shown == []


def test_this_session_comes_first_then_the_whole_cycle(shown: Shown, qtbot: QtBot) -> None:
    pane, hands = shown.page.hints.pane, Hands(qtbot, shown.window)
    hands.press("Ctrl+H")
    assert set(shown.rules(pane.here)) == {"fits-time", "breaks", "steps-sum"}
    assert {"every-phase", "follow-up"} <= set(shown.rules(pane.cycle))
    for row in (*pane.here.shown, *pane.cycle.shown):
        assert hands.here is row.hint, "Down walks through all of them"
        hands.press("Down")
    hands.press("Up")
    assert hands.here is pane.cycle.shown[-2].hint
    hands.press("Escape")
    assert shown.page.table.hasFocus()
    assert shown.page.panes.shown == "hints", "there is room for both"
    hands.press("Ctrl+H", "Ctrl+H")
    assert shown.page.panes.shown == "inspector", "what was there before comes back"
    assert shown.page.table.hasFocus()


def test_enter_goes_to_the_cell_that_tells_most(shown: Shown, qtbot: QtBot) -> None:
    page, hands = shown.page, Hands(qtbot, shown.window)
    hands.press("Ctrl+H", *["Down"] * shown.at("steps-sum"), "Return")
    assert page.table.hasFocus()
    line = page.table.line_in_focus()
    assert line is not None
    assert line.title == "Themes"
    assert page.table.currentIndex().column() == Column.MINUTES


def test_a_hint_on_materials_leads_to_how_many_there_are(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> None:
    things = (StarterMaterial("Pens", 1), StarterMaterial("Interview guides", 4))
    held = item("Interviews", "40", group="pairs", materials=things)
    programme = keep(plan(session("10:00", item("Talk", "20"), held), title="Ours", people=16))
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    services.jobs.drain()
    page, hands = window.frame.page, Hands(qtbot, window)
    assert isinstance(page, SessionsPage)
    at = [line.rule for line in page.hints.lines].index("enough-materials")
    hands.press("Ctrl+H", *["Down"] * at, "Return")
    assert page.panes.shown == "inspector"
    assert hands.here is page.inspector.item.materials._rows[1].fields[1]
    hands.press("Ctrl+A")
    hands.type("8")
    hands.press("Tab")
    now = window.frame.document.now
    assert now.materials_of(named(now, "Interviews").id)[1].quantity == 8
    services.jobs.drain()
    window.go_home()
    services.jobs.drain()


def test_who_follows_up_is_asked_on_the_overview(shown: Shown, qtbot: QtBot) -> None:
    pane, hands = shown.page.hints.pane, Hands(qtbot, shown.window)
    hands.press("Ctrl+H")
    pane.cycle.go_to(shown.rules(pane.cycle).index("follow-up"))
    hands.press("Return")
    assert shown.frame.page is not shown.page
    assert hands.here.accessibleName() == "Who follows up"
    hands.type("Aileen")
    hands.press("Tab")
    assert shown.frame.document.now.head.follow_up == "Aileen"


def test_a_mend_is_one_step_and_the_hint_is_gone(shown: Shown, qtbot: QtBot) -> None:
    page, hands, before = shown.page, Hands(qtbot, shown.window), shown.frame.document.now
    hands.press("Ctrl+H", *["Down"] * shown.at("steps-sum"))
    shown.services.jobs.drain()
    hands.press("Tab")
    assert hands.here.accessibleName() == "Let “Themes” take 1 h, as its steps do"
    hands.press("Space")
    assert named(shown.frame.document.now, "Themes").length.minutes == 60
    shown.services.jobs.drain()
    assert "steps-sum" not in shown.rules(page.hints.pane.here)
    assert page.hints.pane.has_focus()
    assert shown.frame.notice.words.text() == "Let “Themes” take 1 h, as its steps do"
    hands.press("Ctrl+Z")
    assert shown.frame.document.now == before


def test_del_leaves_the_hint_in_focus_and_no_item(shown: Shown, qtbot: QtBot) -> None:
    page, hands, before = shown.page, Hands(qtbot, shown.window), shown.frame.document.now
    hands.press("Ctrl+H", "Delete")
    assert page.findChild(LeaveHint) or shown.window.findChild(LeaveHint)
    hands.type("We know")
    hands.press("Return")
    shown.services.jobs.drain()
    now = shown.frame.document.now
    assert now.rows.keys() - before.rows.keys() == {now.dismissals[0].id}
    pane = page.hints.pane
    assert pane.left.head.text() == "1 left as it is"
    pane.left.head.setFocus()
    hands.press("Return")
    assert pane.left_list.isVisible()
    hands.press("Tab", "Return")
    assert shown.frame.document.now == before
    shown.services.jobs.drain()
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert shown.frame.document.now == before
    hands.press("Ctrl+Y")
    assert len(shown.frame.document.now.dismissals) == 1


def test_what_is_well_is_folded_to_a_line(shown: Shown, qtbot: QtBot) -> None:
    pane, hands = shown.page.hints.pane, Hands(qtbot, shown.window)
    hands.press("Ctrl+H")
    count = int(pane.good.head.text().split()[1])
    assert pane.good.head.text().startswith("✓ ")
    assert not pane.good_words.isVisible()
    hands.tab_to(pane.good.head)
    assert pane.good.head.accessibleDescription() == "closed"
    hands.press("Return")
    assert pane.good_words.isVisible()
    assert pane.good.head.accessibleDescription() == "open"
    assert len(pane.good_words.text().splitlines()) == count
    hands.press("Return")
    assert not pane.good_words.isVisible()


def test_in_a_narrow_window_the_hints_take_turns_with_the_running_order(
    shown: Shown, qtbot: QtBot
) -> None:
    page, hands = shown.page, Hands(qtbot, shown.window)
    page.panes.setMaximumWidth(640)
    QApplication.processEvents()
    hands.press("Ctrl+H")
    assert page.panes.alone
    hands.press(*["Down"] * shown.at("breaks"), "Return")
    assert not page.panes.alone
    assert page.table.hasFocus()
    line = page.table.line_in_focus()
    assert line is not None
    assert line.title == "Interviews"
    hands.press("Ctrl+H", "Escape")
    assert not page.panes.alone
    assert page.table.hasFocus()


def test_every_control_of_the_pane_has_a_name(shown: Shown, qtbot: QtBot) -> None:
    Hands(qtbot, shown.window).press("Ctrl+H")
    shown.services.jobs.drain()
    pane = shown.page.hints.pane
    buttons = [one for one in pane.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) > 8
    assert [one for one in buttons if not (one.accessibleName() or one.text())] == []


def test_of_many_hints_some_come_first_and_only_those_on_show_are_looked_into(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> None:
    items = [item(f"Talk {n}", "30", steps=(step(10),)) for n in range(40)]
    programme = keep(plan(session("08:00", *items), title="Long"))
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    services.jobs.drain()
    page = window.frame.page
    assert isinstance(page, SessionsPage)
    assert len(page.hints.lines) > 40
    assert not any(line.mends for line in page.hints.lines), "the pane is not on show"
    hands = Hands(qtbot, window)
    hands.press("Ctrl+H")
    services.jobs.drain()
    pane = page.hints.pane
    assert len(pane.here.shown) == 12
    assert sum(bool(line.mends) for line in page.hints.lines) <= 12
    hands.tab_to(pane.more)
    hands.press("Return")
    assert len(pane.here.shown) == 42
    assert hands.here is pane.here.shown[12].hint
    services.jobs.drain()
    window.go_home()
    services.jobs.drain()
