"""A thousand random steps of a hand on the window's own keys, and all the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from random import Random

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Kind, Phase
from aiplanner.domain.ids import new_id
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import COLUMNS, Column, can_edit
from aiplanner.ui.models.running_order_edits import Desk
from aiplanner.ui.models.running_order_lines import Line
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.running_order.painting import line_height
from aiplanner.ui.widgets.running_order.view import RunningOrderView
from tests.support.plans import breakout, item, pause, plan, section, session, strand
from tests.support.story import Story

STEPS = 1_000
A_LOOK = 20
"""Steps after which the table is compared with what it would be if it were opened now."""
SEED = "a walk through the window"
_ELSEWHERE = frozenset({"bank", "hints", "plan_b", "columns", "room", "find", "rename"})
"""Keys of the page that open or close something and change no plan."""
_TYPED = (
    *("Welcome", "Break", "R&D <team>", "15", "1h30", "6x3", "30-45", "10:30", "25:99", "d", ""),
    *("pairs", "Ann; Bob", "<b>&amp;", "x" * 40),
)


@pytest.mark.timeout(180)
def test_a_walk_of_edits_and_undo_ends_where_it_began(
    walk_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = Walker(walk_window, qtbot, Random(SEED))
    start = walker.document.now
    for number in range(STEPS):
        walker.step()
        if not number % A_LOOK:
            assert_as_if_opened_now(walker, monkeypatch)
    assert len(walker.done) > 12, f"the walk saw little of the window: {walker.done}"
    end = walker.document.now
    assert not faults(end)
    walker.back_to_the_start()
    assert walker.document.now == start
    walker.forth_to_the_end()
    assert walker.document.now == end


def assert_as_if_opened_now(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that the table keeps from edit to edit is stale: lines, heights, pictures."""
    table, model = walker.page.table, walker.page.model
    fresh = RunningOrderModel(walker.document, Desk(date.today, new_id))
    fresh.show_session(model.session_id)
    fresh.fold(model.folded)
    assert model.lines() == fresh.lines()
    fresh.deleteLater()
    table.updateGeometries()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    table.grab()  # behind the timeline it is told of its size only when it is to be seen
    rows = range(model.rowCount())
    heights = [table.rowHeight(row) for row in rows]
    assert heights == [height_needed(table, model.line(row), row) for row in rows]
    kept = table.grab().toImage()
    with monkeypatch.context() as patched:
        patched.setattr(table, "rows", None)
        assert kept == table.grab().toImage(), "Qt itself paints something else"
    widths = [table.columnWidth(column) for column in COLUMNS]
    QApplication.sendEvent(table, QEvent(QEvent.Type.FontChange))
    if widths == [table.columnWidth(column) for column in COLUMNS]:  # some only grow until then
        assert heights == [table.rowHeight(row) for row in rows]
        assert kept == table.grab().toImage()


def height_needed(table: RunningOrderView, line: Line, row: int) -> int:
    """What a row measures in columns as wide as they are."""
    if table.lanes.is_hidden(row):
        return 0
    if row in table.lanes.hosts:
        return table.lanes.height(row)
    return line_height(line, table.columnWidth(Column.WHAT))


class Walker:
    """Does what a hand could do next, whatever that is."""

    def __init__(self, window: MainWindow, qtbot: QtBot, dice: Random) -> None:
        self.story = Story(window, qtbot)
        self._dice = dice
        self.done: Counter[str] = Counter()

    @property
    def document(self) -> Document:
        assert self.story.window.frame is not None
        return self.story.window.frame.document

    def step(self) -> None:
        """Choose somewhere, and edit, or take the last edit back or do it again."""
        do = self._dice.choices((self._verb, self._type, self._back, self._turn), (5, 4, 3, 1))
        do[0]()
        self.page.table.finish()

    def back_to_the_start(self) -> None:
        while (label := self.document.history.undo_label) is not None:
            assert label, "every step has a name"
            self.story.hands.press("Ctrl+Z")

    def forth_to_the_end(self) -> None:
        while self.document.history.redo_label is not None:
            self.story.hands.press("Ctrl+Y")

    @property
    def page(self) -> SessionsPage:
        return self.story.page(SessionsPage)

    def _verb(self) -> None:
        self._choose()
        verbs = {key: do for key, do in self.page.verbs().items() if key not in _ELSEWHERE}
        key = self._dice.choice(sorted(verbs))
        self.done[key] += 1
        verbs[key]()

    def _type(self) -> None:
        self._choose()
        row = self.page.table.currentIndex().row()
        if row < 0:
            return
        columns = [column for column in COLUMNS if can_edit(self.page.model.line(row), column)]
        if not columns:
            return
        column = self._dice.choice(columns)
        self.done[column.name] += 1
        self.page.table.begin(row, column)
        editor = QApplication.focusWidget()
        if editor is not None and editor is not self.page.table:
            self.story.hands.type(self._dice.choice(_TYPED))
            self.story.hands.press("Return")

    def _back(self) -> None:
        self.story.hands.press(self._dice.choice(("Ctrl+Z", "Ctrl+Z", "Ctrl+Y")))

    def _turn(self) -> None:
        self.story.hands.press(self._dice.choice(("Ctrl+PgUp", "Ctrl+PgDown")))

    def _choose(self) -> None:
        model, table = self.page.model, self.page.table
        if not model.rowCount():
            return
        table.setFocus()
        table.choose(self._dice.randrange(model.rowCount()))
        if self._dice.random() < 0.3:
            items = [line.row for line in model.lines() if line.item is not None]
            table.choose_all(self._dice.sample(items, min(len(items), 3)))


@pytest.fixture
def walk_window(
    window: MainWindow, services: Services, keep: Callable[..., Programme]
) -> Iterator[MainWindow]:
    programme = keep(walked())
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    yield window
    window.go_home()
    services.jobs.drain()


def walked() -> Programme:
    """A little of everything: sections, breaks, breakouts, pins, tasks, phases."""
    rooms = breakout("Rooms", strand("A", item("Left", "20")), strand("B", item("Right", "15")))
    return plan(
        session(
            "10:00",
            section("Morning"),
            item("Welcome", "10", phase=Phase.DEFINE),
            item("Pairs", "40", phase=Phase.DISCOVER),
            pause("15"),
            rooms,
            item("Close", "10", "12:00"),
            item("Ask at home", kind=Kind.TASK),
            planned=120,
        ),
        session("13:00", item("Dream", "30", phase=Phase.DREAM)),
    )
