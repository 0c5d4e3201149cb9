"""A session with strands side by side on show, and a person at its keyboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.domain.content import StarterStrand
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.widgets.running_order.lane_view import LaneView
from tests.support.plans import breakout, item, plan, session, strand

NONE = Qt.KeyboardModifier.NoModifier


def in_two(*strands: StarterStrand) -> Programme:
    return plan(
        session(
            "10:00",
            item("Welcome", "5"),
            breakout("Two groups", *strands),
            item("Check-out", "10"),
            planned=120,
        )
    )


TWO = in_two(
    strand("", item("Headline", "30"), item("Retell", "10")),
    strand("Day room", item("Wishes", "25")),
)


class Hall:
    """A page with strands side by side, and a person at its keyboard."""

    def __init__(self, qtbot: QtBot, document: Document, page: SessionsPage) -> None:
        self.bot, self.document, self.page = qtbot, document, page
        self.table, self.model = page.table, page.model

    def cards(self) -> list[LaneView]:
        return list(self.table.lanes.views())

    def place_of(self, card: LaneView) -> QRect:
        parent = card.parentWidget()
        assert parent is not None
        return parent.geometry()

    def go(self, title: str, column: Column = Column.WHAT) -> None:
        lines = enumerate(self.model.lines())
        rows = [n for n, line in lines if title in (line.title, line.sort.value)]
        self.table.setFocus()
        self.table.choose(rows[0], column)

    def squeeze(self, width: int) -> None:
        self.table.setFixedWidth(width)
        QApplication.sendPostedEvents()
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(focused(), key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(focused(), letter)

    def here(self) -> tuple[str, Column]:
        index = self.table.currentIndex()
        line = self.model.line(index.row())
        return line.title or line.sort.value, Column(index.column())

    def dragged(self) -> QMimeData:
        return self.model.mimeData(self.table.selectionModel().selectedIndexes())

    def titles_on(self, card: LaneView) -> list[str]:
        return [
            self.model.line(row).title or self.model.line(row).sort.value
            for row in range(self.model.rowCount())
            if not card.isRowHidden(row)
        ]

    def in_table(self) -> list[str]:
        return [
            line.title or line.sort.value
            for row, line in enumerate(self.model.lines())
            if not self.table.isRowHidden(row)
        ]


def hall_of(qtbot: QtBot, document: Document, page: SessionsPage) -> Hall:
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.arrive()
    return Hall(qtbot, document, page)


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
