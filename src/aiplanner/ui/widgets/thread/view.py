"""The picture of the thread, walked and tied by keyboard and by mouse."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainterPath,
    QPainterPathStroker,
)
from PySide6.QtWidgets import QWidget

from aiplanner.app.thread_words import NOTHING_AFTER, NOTHING_BEHIND, named
from aiplanner.domain.ids import RowId
from aiplanner.domain.thread_layout import Way, step
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.thread import ThreadModel
from aiplanner.ui.models.thread_edits import Knot
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.thread.card_view import CardView
from aiplanner.ui.widgets.thread.keys import on_key
from aiplanner.ui.widgets.thread.pulling import Pull

_Select = QItemSelectionModel.SelectionFlag
_LEFT = Qt.MouseButton.LeftButton
_NEAR = 5.0
"""Pixels around a line in which a click means it."""


class ThreadView(CardView):
    """Shows cards; what is done to them is told, and done by whoever owns the plan."""

    moved = Signal()
    """Another card is current, or another line is chosen."""
    opened = Signal()
    """The current card should be shown where it was found."""
    link_wanted = Signal()
    """The current card should be tied to another that is looked for."""
    tied = Signal(object)
    """A Knot: a line was drawn from card to card."""
    menu_wanted = Signal(QPoint)

    def __init__(self, model: ThreadModel, pull: Pull, parent: QWidget | None = None) -> None:
        super().__init__(model, pull, parent)
        self._came: RowId | None = None
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def choose(self, finding: RowId | None) -> bool:
        """Go to a card; False where it is not shown."""
        row = None if finding is None else self.cards.row_of(finding)
        if row is None:
            return False
        index = self.cards.index(row)
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
        self.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Go to the first card, where none is current."""
        scene = self.cards.scene
        if self.here is None and scene is not None and scene.layout.columns:
            self.choose(scene.layout.columns[0].ids[0])

    def step(self, way: Way, times: int = 1) -> None:
        """Go a step that way, or several; where there is none, say so."""
        scene, here = self.cards.scene, self.here
        if scene is None or here is None:
            self.choose_first()
            return
        there: RowId | None = here
        for _time in range(times):
            further = step(scene.thread, scene.layout, there or here, way, self._came)
            there = further or there
        if there == here:
            announce(self, {"left": NOTHING_BEHIND, "right": NOTHING_AFTER}.get(way, _("The end.")))
            return
        self.choose(there)
        self._came = here if way in ("left", "right") else None

    def choose_line(self, *, back: bool) -> None:
        """Choose the next line back from the current card or on from it."""
        scene, here = self.cards.scene, self.here
        if scene is None or here is None:
            return
        others = scene.thread.grown_from(here) if back else scene.thread.became(here)
        knots: list[Knot] = [(key, here) if back else (here, key) for key in others]
        if not knots:
            announce(self, NOTHING_BEHIND if back else NOTHING_AFTER)
            return
        at = knots.index(self.knot) + 1 if self.knot in knots else 0
        self._choose_knot(knots[at % len(knots)])
        other = named(scene.thread.rows[others[at % len(knots)]])
        said = _("Line to {finding}, {number} of {count}. Delete removes it.")
        announce(self, said.format(finding=other, number=at % len(knots) + 1, count=len(knots)))

    def give_up(self) -> None:
        """Draw no line any more, and choose none."""
        self.pull.cancel()
        self._choose_knot(None)

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens, L ties."""
        if not on_key(self, event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card, and perhaps begin to draw a line; or choose a line."""
        self.setFocus()
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid():
            key = self.cards.card(index.row()).id
            self.choose(key)
            if event.button() == _LEFT:
                self.pull.press(key, point + self.offset())
        elif event.button() == _LEFT:
            self._choose_knot(self._line_at(QPointF(point + self.offset())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on, or show what the pointer is over."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        over = self.cards.card(index.row()).id if index.isValid() else None
        if event.buttons() & _LEFT:
            self._near_edge(point)
            self.pull.move(point + self.offset(), over)
        elif over == self.hovered:
            return
        self.hovered = over
        self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go: the knot is told."""
        knot = self.pull.release()
        self.viewport().update()
        if knot is not None:
            self.tied.emit(knot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it where it was found."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.pull.cancel()
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the current card."""
        if self.currentIndex().isValid():
            self.menu_wanted.emit(menu_place(self, event))

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        del now, before
        self._came = None
        self.knot = None
        self.light()
        self.moved.emit()

    def _choose_knot(self, knot: Knot | None) -> None:
        if knot != self.knot:
            self.knot = knot
            self.viewport().update()
            self.moved.emit()

    def _line_at(self, point: QPointF) -> Knot | None:
        """The line at a point; of several, one of the current card's thread."""
        if self.scale is None:
            return None
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * _NEAR)
        near: list[Knot] = []
        for strand in self.scale.strands(self.viewport().rect().translated(self.offset())):
            path = QPainterPath()
            path.addPolygon(strand.points(point.y() - 4 * _NEAR, point.y() + 4 * _NEAR))
            if stroker.createStroke(path).contains(point):
                near.append(strand.knot)
        return min(near, key=lambda knot: not self.lit.issuperset(knot), default=None)

    def _near_edge(self, point: QPoint) -> None:
        """Scroll on where a line is drawn beyond the edge."""
        port = self.viewport().rect()
        for bar, at, most in (
            (self.verticalScrollBar(), point.y(), port.height()),
            (self.horizontalScrollBar(), point.x(), port.width()),
        ):
            by = -1 if at < 0 else int(at > most)
            bar.setValue(bar.value() + by * bar.singleStep())
