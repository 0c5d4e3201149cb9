"""Activities dragged out of the bank into the running order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.widgets.running_order.order_table import OrderTable
from tests.support.activities import STORIES
from tests.support.bank_desk import Desk
from tests.support.plans import named

COPY, LEFT, PLAIN = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


class TestDragging:
    def over(self, desk: Desk, title: str, *, below: bool) -> QPointF:
        """A point at the upper or lower edge of an item's row."""
        index = desk.page.model.index(
            desk.page.model.row_of_id(named(desk.now, title).id) or 0, Column.WHAT
        )
        row = self.view_of(desk, title).visualRect(index)
        return QPointF(row.center().x(), row.bottom() - 1 if below else row.top() + 1)

    def view_of(self, desk: Desk, title: str) -> OrderTable:
        """The table, or the card of the strand in which an item stands."""
        row = desk.page.model.row_of_id(named(desk.now, title).id) or 0
        return desk.table.lanes.view_at(row) or desk.table

    def drag(self, desk: Desk, key: str, place: QPointF, onto: str = "Welcome") -> bool:
        """Drag an activity there and let it go, as the window system tells it."""
        data = desk.pane.model.mimeData([desk.pane.model.place_of(key)])
        port = self.view_of(desk, onto).viewport()
        enter = QDragEnterEvent(place, COPY, data, LEFT, PLAIN)
        move = QDragMoveEvent(place, COPY, data, LEFT, PLAIN)
        drop = QDropEvent(place, COPY, data, LEFT, PLAIN)
        for event in (enter, move):
            QApplication.sendEvent(port, event)
        if move.isAccepted():
            QApplication.sendEvent(port, drop)
        return move.isAccepted()

    def test_between_two_items(self, desk: Desk) -> None:
        desk.open_bank()
        before = desk.now
        assert self.drag(desk, STORIES.key, self.over(desk, "Welcome", below=True))
        assert desk.order()[:2] == ["Welcome", "Retell the stories"]
        assert desk.said == "Added Retell the stories, second, starts 10:05."
        desk.frame.undo()
        assert desk.now == before

    def test_into_a_strand(self, desk: Desk) -> None:
        desk.open_bank()
        place = self.over(desk, "Posters", below=False)
        assert self.drag(desk, STORIES.key, place, onto="Posters")
        assert desk.added("Retell the stories").strand_id == desk.added("Posters").strand_id

    def test_items_still_move(self, desk: Desk) -> None:
        data = desk.page.model.mimeData([desk.page.model.index(0, Column.WHAT)])
        place = self.over(desk, "Check-out", below=True)
        move = Qt.DropAction.MoveAction
        for event in (
            QDragEnterEvent(place, move, data, LEFT, PLAIN),
            QDragMoveEvent(place, move, data, LEFT, PLAIN),
            QDropEvent(place, move, data, LEFT, PLAIN),
        ):
            QApplication.sendEvent(desk.table.viewport(), event)
        assert desk.order()[-1] == "Welcome"

    def test_the_mouse_begins_the_drag(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        desk.open_bank()
        desk.hands.type("paired")
        dragged: list[str] = []
        monkeypatch.setattr(
            "aiplanner.ui.widgets.bank.found.drag_items",
            lambda _source, data, action: dragged.extend((data.text(), action.name)),
        )
        port = desk.pane.found.viewport()
        start = desk.pane.found.visualRect(desk.pane.found.currentIndex()).center()
        QTest.mousePress(port, LEFT, PLAIN, start)
        QTest.mouseMove(port, start + QPoint(-10, 0))
        QTest.mouseMove(port, start + QPoint(-80, 0))
        QTest.mouseRelease(port, LEFT, PLAIN, start + QPoint(-80, 0))
        assert dragged == ["Paired interviews", "CopyAction"]
