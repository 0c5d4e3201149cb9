"""The links in a line that tells of free time or an overlap: where they are, and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QWidget

from aiplanner.app.offer_words import MORE_WAYS, SHORTEN_OR_SKIP, WAY_LINKS
from aiplanner.domain.offers import Way
from aiplanner.domain.schedule import Slot
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order_lines import Line
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.paint import Easel

_LEAST_OF_WORDS = 0.5
"""The part of a line to which its words may be cut, so that there is room for links."""
_BETWEEN = 2 * INSIDE


class Link(NamedTuple):
    """One link; without a way it opens the list of all there are."""

    rect: QRect
    text: str
    way: Way | None


class Table(Protocol):
    """What it asks of the view."""

    def viewport(self) -> QWidget:
        """Where the mouse is watched."""

    def links_at(self, place: QPoint) -> tuple[Line | None, list[Link]]:
        """The line at a place, and its links."""


def links_in(line: Line, slot: Slot, words: QRect) -> list[Link]:
    """The links behind the words of a notice: the list of all ways, and those that fit before it.

    Where there is little room the words are cut, and not the way out.
    """
    metrics = QFontMetrics(fonts.font())
    said = metrics.horizontalAdvance(line.title)
    for kept in (said, min(said, round(words.width() * _LEAST_OF_WORDS))):
        for offered in _fewer_and_fewer(slot):
            widths = [metrics.horizontalAdvance(text) + 2 for text, _way in offered]
            taken = sum(widths) + _BETWEEN * len(widths)
            if kept + taken <= words.width():
                left = words.left() + min(said, words.width() - taken) + _BETWEEN
                return list(_in_a_row(offered, widths, left, words))
    return []


def _fewer_and_fewer(slot: Slot) -> Iterator[Sequence[tuple[str, Way | None]]]:
    """The links to show, best first; the list of all ways, by a short name if need be, is last."""
    ways = [
        (WAY_LINKS[way], way) for way in ((Way.EARLIER, Way.BREAK) if slot.gap else [Way.LATER])
    ]
    whole = (MORE_WAYS if slot.gap else SHORTEN_OR_SKIP, None)
    for count in range(len(ways), -1, -1):
        yield [*ways[:count], whole]
    yield [(MORE_WAYS, None)]


def _in_a_row(
    offered: Sequence[tuple[str, Way | None]], widths: Sequence[int], left: int, words: QRect
) -> Iterator[Link]:
    for (text, way), width in zip(offered, widths, strict=True):
        yield Link(QRect(left, words.top(), width, words.height()), text, way)
        left += width + _BETWEEN


def paint_link(easel: Easel, link: Link) -> None:
    """A link, underlined so that it is not told by its colour alone."""
    font, rect = fonts.font(), link.rect
    width = easel.text(rect, link.text, easel.tokens.warn, font)
    metrics = QFontMetrics(font)
    below = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2 + 2
    easel.painter.fillRect(QRect(rect.left(), below, width, 1), QColor(easel.tokens.warn))


class OfferLinks(QObject):
    """Watches the mouse over one view: what it is on is told, and what is clicked is wanted."""

    wanted = Signal(str, object, QPoint)
    """Id of the pinned item, the Way (None: all of them), and where a menu should open."""
    pointed = Signal(str, object, QPoint)
    """The same for the link under the pointer; an empty id: none is."""

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._under: tuple[str, Way | None] | None = None
        table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the pointer; let go over a link means that it is wanted."""
        if isinstance(event, QMouseEvent):
            place = event.position().toPoint()
            if event.type() is QEvent.Type.MouseMove:
                self._point(place)
            elif event.type() is QEvent.Type.MouseButtonRelease:
                return event.button() is Qt.MouseButton.LeftButton and self._click(place)
        elif event.type() is QEvent.Type.Leave:
            self._point(QPoint(-1, -1))
        # What the link would do is told at once, and not what the cell would say later.
        return event.type() is QEvent.Type.ToolTip and self._under is not None

    def _at(self, place: QPoint) -> tuple[Line, Link] | None:
        line, links = self._table.links_at(place)
        hit = next((link for link in links if link.rect.contains(place)), None)
        return None if line is None or hit is None else (line, hit)

    def _below(self, link: Link) -> QPoint:
        return self._table.viewport().mapToGlobal(link.rect.bottomLeft())

    def _point(self, place: QPoint) -> None:
        found = self._at(place)
        under = None if found is None else (found[0].row, found[1].way)
        if under == self._under:
            return
        self._under, port = under, self._table.viewport()
        if found is None:
            port.unsetCursor()
            self.pointed.emit("", None, QPoint())
        else:
            port.setCursor(Qt.CursorShape.PointingHandCursor)
            self.pointed.emit(found[0].row, found[1].way, self._below(found[1]))

    def _click(self, place: QPoint) -> bool:
        found = self._at(place)
        if found is not None:
            self.wanted.emit(found[0].row, found[1].way, self._below(found[1]))
        return False
