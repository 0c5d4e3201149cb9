"""The three choices above the documents: which sessions, how large the print, which paper."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from aiplanner.app.printing import PaperSize, PrintSize
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.settings import Settings
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.choice_field import ChoiceField

_LEAST = 72
"""Pixels to which a field gives way where the window is narrow."""
_TELLS_ACCESS = "people-list"
"""The one document in which access needs can be printed."""
_WHOLE = ""
"""The key of the whole cycle among the sessions."""
_PRINT_SIZES: dict[PrintSize, str] = {
    "clear": _("Clear print 14 pt"),
    "16": _("16 pt"),
    "large": _("Large print 18 pt"),
    "20": _("20 pt"),
    "24": _("24 pt"),
}
_PAPERS: dict[PaperSize, str] = {"a4": _("A4"), "letter": _("Letter")}


class PrintChoices(QWidget):
    """Print size and paper are remembered on this computer; the sessions belong to the moment."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._sessions: tuple[Session, ...] = ()
        self.session = ChoiceField(_("Sessions"), [(_WHOLE, _("Whole cycle"))])
        self.size_of_print = ChoiceField(_("Print size"), _PRINT_SIZES.items())
        self.sheet = ChoiceField(_("Paper"), _PAPERS.items())
        self.size_of_print.show_key(settings.word("print/size", "clear"))
        self.sheet.show_key(settings.word("print/paper", "a4"))
        self.private = QCheckBox(_("Tell access needs in the list of people"))
        self.private.toggled.connect(lambda _on: self.changed.emit())
        self.private.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(INSIDE)
        self._grid.setColumnStretch(2, 1)
        for field in self._fields:
            field.picked.connect(self._on_picked)
            field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
            field.setMinimumContentsLength(0)
            field.setMinimumWidth(_LEAST)
        self._grid.addWidget(self.private, 2, 0, 1, 3)
        self._place(in_two_rows=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room for the words (large text) the sessions have a row of their own."""
        super().resizeEvent(event)
        wanted = sum(field.sizeHint().width() + INSIDE for field in self._fields)
        self._place(in_two_rows=wanted > event.size().width() + INSIDE)

    @property
    def _fields(self) -> tuple[ChoiceField, ...]:
        return self.session, self.size_of_print, self.sheet

    def _place(self, *, in_two_rows: bool) -> None:
        row = int(in_two_rows)
        self._grid.addWidget(self.session, 0, 0, 1, 1 + row)
        self._grid.addWidget(self.size_of_print, row, 1 - row)
        self._grid.addWidget(self.sheet, row, 2 - row, Qt.AlignmentFlag.AlignLeft)

    @property
    def look(self) -> tuple[PrintSize, PaperSize, tuple[RowId, ...] | None]:
        """Print size, paper and sessions."""
        return self.print_size, self.paper, self.sessions

    @property
    def access(self) -> bool:
        """Whether what people need to take part may be printed; never unless asked anew."""
        return self.private.isChecked() and not self.private.isHidden()

    def ask_private(self, programme: Programme, documents: Collection[str]) -> None:
        """Offer to print access needs where a document is ticked that can tell them."""
        needs = any(person.access for person in programme.people)
        offered = needs and _TELLS_ACCESS in documents
        self.private.setVisible(offered)
        if not offered:
            self.private.setChecked(False)

    @property
    def sessions(self) -> tuple[RowId, ...] | None:
        """The sessions to print; None is the whole cycle."""
        return None if self.session.key == _WHOLE else (RowId(self.session.key),)

    @property
    def scope(self) -> str:
        """The choice of sessions in words, as on show."""
        return self.session.currentText()

    @property
    def print_size(self) -> PrintSize:
        """Clear or large print."""
        key = self.size_of_print.key
        return next(size for size in get_args(PrintSize) if size == key)

    @property
    def paper(self) -> PaperSize:
        """The size of the paper."""
        key = self.sheet.key
        return next(size for size in get_args(PaperSize) if size == key)

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Offer these sessions; a choice that is gone becomes the whole cycle."""
        self.session.setVisible(bool(sessions))
        if sessions == self._sessions:
            return
        self._sessions, chosen = sessions, self.session.key
        self.session.clear()
        self.session.addItem(_("Whole cycle"), _WHOLE)
        for number, session in enumerate(sessions, 1):
            self.session.addItem(_("Session {number}").format(number=number), session.id)
            self.session.setItemData(number, session.title, Qt.ItemDataRole.ToolTipRole)
        self.session.show_key(chosen)

    def choose_session(self, session: RowId) -> None:
        """Choose one session, as if by hand."""
        self.session.show_key(session)
        self.changed.emit()

    def _on_picked(self) -> None:
        self._settings.keep_word("print/size", self.print_size)
        self._settings.keep_word("print/paper", self.paper)
        self.changed.emit()
