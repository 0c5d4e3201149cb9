"""The field in the bar that finds words in the open programme and goes to them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.found import Found, find
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, row_height
from aiplanner.ui.widgets.search_field import SearchField

_PLACE = Qt.ItemDataRole.UserRole + 1
_FIELD, _LIST = 240, 440
"""Widths in pixels at 100 % text size."""


class _Delegate(QStyledItemDelegate):
    """Paints a place: the words found, and below them where they stand."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines."""
        return QSize(120, row_height(("body", "secondary")))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground and both lines, or the sentence that nothing was found."""
        easel, place, rect = Easel(painter, in_force()), index.data(_PLACE), cell_rect(option.rect)
        easel.ground(option, "only", ring=False)
        if isinstance(place, Found):
            easel.two_lines(rect, place.text, place.where)
        else:
            easel.text(rect, str(index.data()), easel.tokens.ink2, fonts.font())


class Finder(SearchField):
    """Lists places as one types; `found` tells the page and the row of the chosen one."""

    found = Signal(str, str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        words = _("Find in this programme")
        super().__init__(words, words, parent, width=_FIELD)
        self._document = document
        self._places = QStandardItemModel(self)
        popup = QListView()
        popup.setProperty("look", "popup")
        popup.setAccessibleName(_("Places found"))
        popup.setUniformItemSizes(True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list = QCompleter(self._places, self)
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.list.setMaxVisibleItems(8)
        self.list.setPopup(popup)
        self.list.setWidget(self)
        popup.setItemDelegate(_Delegate(popup))  # setPopup brings in one of its own
        self.textEdited.connect(self._look_up)
        self.textChanged.connect(self._on_text_changed)
        self.list.activated[QModelIndex].connect(  # type: ignore[index]  # no overloads in the stubs
            self._on_activated
        )

    def go_to(self) -> None:
        """Take the focus, the words in it chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _look_up(self, words: str) -> None:
        places = find(self._document.now, words)
        self._places.clear()
        for place in places:
            self._places.appendRow(_entry(place))
        if words.strip() and not places:
            nothing = QStandardItem(_("Nothing found. Try fewer words."))
            nothing.setEnabled(False)
            self._places.appendRow(nothing)
        self._show_list()

    def _on_text_changed(self, words: str) -> None:
        popup = self.list.popup()
        if not words and popup is not None:
            popup.hide()

    def _show_list(self) -> None:
        popup = self.list.popup()
        if popup is None:
            return
        if not self._places.rowCount():
            popup.hide()
            return
        width = max(self.width(), fonts.scaled(_LIST))
        self.list.complete(QRect(self.width() - width, 0, width, self.height()))
        popup.setCurrentIndex(popup.model().index(0, 0))

    def _on_activated(self, index: QModelIndex) -> None:
        place = index.data(_PLACE)
        if isinstance(place, Found):
            self.clear()
            self.found.emit(place.page, place.row)


def _entry(place: Found) -> QStandardItem:
    entry = QStandardItem(place.text)
    entry.setAccessibleText(f"{place.text}, {place.where}")
    entry.setData(place, _PLACE)
    return entry
