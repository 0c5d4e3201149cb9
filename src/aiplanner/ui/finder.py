"""The field in the bar that finds words in the open programme and goes to them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.found import Found, find
from aiplanner.ui.widgets.search_field import SearchField

_PLACE = Qt.ItemDataRole.UserRole + 1


class Finder(SearchField):
    """Lists places as one types; `found` tells the page and the row of the chosen one."""

    found = Signal(str, str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Find in this programme"), _("Find in this programme"), parent, width=240
        )
        self._document = document
        self._places = QStandardItemModel(self)
        self._list = QCompleter(self._places, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(12)
        popup = QListView()
        popup.setProperty("look", "popup")
        popup.setAccessibleName(_("Places found"))
        self._list.setPopup(popup)
        self.setCompleter(self._list)
        self.textEdited.connect(self._look_up)
        self._list.activated[QModelIndex].connect(  # type: ignore[index]  # no overloads in the stubs
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

    def _on_activated(self, index: QModelIndex) -> None:
        place = index.data(_PLACE)
        if isinstance(place, Found):
            self.clear()
            self.found.emit(place.page, place.row)


def _entry(place: Found) -> QStandardItem:
    entry = QStandardItem(f"{place.text}  –  {place.where}")
    entry.setData(place, _PLACE)
    return entry
