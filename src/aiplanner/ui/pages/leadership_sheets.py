"""Self-ratings: the list of sheets beside the form of one; private, and said so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.rating_words import PRIVATE
from aiplanner.domain.edits.self_ratings import delete_self_ratings
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.self_sheets import Column, SheetsModel
from aiplanner.ui.pages.leadership_sheet import SheetForm
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import hairline, label
from aiplanner.ui.widgets.paint import row_height
from aiplanner.ui.widgets.row_table import RowTable
from aiplanner.ui.widgets.scroll import scrolling
from aiplanner.ui.widgets.words_delegate import WordsDelegate

_BESIDE = 720
"""Pixels, at 100 % text size, that list and form need to stand side by side."""
_LIST = 280
_FEW_ROWS = 2
"""So many rows are on show where the list stands above the form."""


class SheetsTable(RowTable):
    """Enter goes on into the sheet."""

    def __init__(self, model: SheetsModel, enter: Callable[[], object]) -> None:
        super().__init__(_("Sheets entered"), Column.CODE)
        self._enter = enter
        self.setModel(model)
        self.setItemDelegate(WordsDelegate(self))
        self.fit()

    def fit(self) -> None:
        """Follow the text size."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        for column, width in ((Column.MOMENT, 76), (Column.ANSWERED, 84)):
            self.setColumnWidth(column, fonts.scaled(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)


class SheetsView(QWidget):
    """Ins begins a sheet, Del deletes the chosen one; everything else is typed in the form."""

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        self._behind = True
        self.model = SheetsModel()
        self.model.setParent(self)
        self.form = SheetForm(document, services)
        self._scroll = scrolling(self.form)
        self.table = SheetsTable(self.model, self._begin)
        self.private = label(PRIVATE, "strong", wrap=True)
        self.new_button = button(
            _("New sheet"), self.begin_new, "primary", tip=_("New sheet (Ins)")
        )
        self.delete_button = button(_("Delete"), self.delete, tip=_("Delete the sheet (Del)"))
        self.empty = EmptyState(
            _("No sheets yet. Type the first one, or print sheets to fill in."),
            _("Print sheets"),
            lambda: services.go("print", document="self-rating"),
        )
        self._lay_out()
        self.form.next_wanted.connect(self.begin_new)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        document.changed.connect(lambda _delta: self._on_changed())

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """A sheet is added and deleted as rows are everywhere."""
        return {"add": self.begin_new, "delete": self.delete}

    def arrive(self) -> None:
        """Begin with a new sheet where there is none, else in the list."""
        self._on_changed()
        if self.model.rowCount() and self.form.row is not None:
            self.table.setFocus()
        else:
            self._begin()

    def begin_new(self) -> None:
        """Begin a sheet; it is stored with the first thing that is entered."""
        self._document.seal()
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())
        self.form.show_sheet(None)
        self.delete_button.setEnabled(False)
        self._begin()

    def show_sheet(self, sheet: RowId) -> None:
        """Choose a sheet."""
        self._on_changed()
        row = self.model.row_of(sheet)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def delete(self) -> None:
        """Delete the sheet on show."""
        row = self.form.row
        if row is None:
            return
        place = self.model.row_of(row.id) or 0
        change = _("Delete the sheet of {code}") if row.code else _("Delete a sheet")
        said = _("Deleted the sheet of {code}.") if row.code else _("Deleted a sheet.")
        self._document.edit(
            change.format(code=row.code), lambda now: delete_self_ratings(now, [row.id])
        )
        if self.model.rowCount():
            left = self.model.index(min(place, self.model.rowCount() - 1), 0)
            self.table.setCurrentIndex(left)
            self.form.show_sheet(self.model.lines[left.row()].id)
            self.table.setFocus()
        else:
            self.begin_new()
        self._services.say(said.format(code=row.code), undo=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stands above the form where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < fonts.scaled(_BESIDE)
        way = QBoxLayout.Direction
        self._panes.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        most = self.table.horizontalHeader().sizeHint().height() + _FEW_ROWS * row_height()
        self.table.setMaximumHeight(most if narrow else 16_777_215)
        self._list.setMaximumWidth(16_777_215 if narrow else fonts.scaled(_LIST))
        self.table.fit()

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None and line.id != self.form.sheet:
            self._document.seal()
            self.form.show_sheet(line.id)
            self._scroll.verticalScrollBar().setValue(0)
        self.delete_button.setEnabled(self.form.row is not None)

    def _begin(self) -> None:
        """Go to the head of the form, which has its place only when it was laid out."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.verticalScrollBar().setValue(0)
        self.form.begin()

    def _on_changed(self) -> None:
        if not self.isVisible():
            return
        self.model.show(self._document.now)
        self.form.follow()
        row = self.model.row_of(self.form.sheet)
        if row is not None and self.table.currentIndex().row() != row:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self.delete_button.setEnabled(row is not None)
        some = bool(self.model.rowCount())
        self.table.setVisible(some)
        self.empty.setVisible(not some)

    def _lay_out(self) -> None:
        self._list = Card(margins=1, spacing=0)
        head = QVBoxLayout()
        head.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        head.addWidget(label(_("Sheets entered"), "section"))
        self._list.body.addLayout(head)
        self._list.add(hairline())
        self._list.add(self.table, 1)
        self._list.add(self.empty, 1)
        form = Card(margins=1, spacing=0)
        form.add(self._scroll, 1)
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panes.setSpacing(BETWEEN)
        self._panes.addWidget(self._list)
        self._panes.addWidget(form, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(INSIDE)
        body.addWidget(self.private)
        body.addLayout(self._panes, 1)
