"""The choices above the documents: which sessions, print size, paper; the rest in a menu."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import Any, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMenu, QWidget

from aiplanner.app.printing import Audience, PaperSize, PrintSize, RunningColumn
from aiplanner.app.session_scope import Scope
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.pages.print_look import (
    AUDIENCES,
    COLUMNS,
    DUPLEX,
    FILLABLE,
    PAPERS,
    PRINT_SIZES,
    ColumnsChosen,
    Look,
    look_words,
    without_or_with,
)
from aiplanner.ui.pages.print_sessions import SessionsField
from aiplanner.ui.settings import Settings
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.buttons import icon_button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of
from aiplanner.ui.widgets.snug_field import SnugField

_LEAST = 72
"""Pixels to which a field gives way where the window is narrow."""
_TELLS_ACCESS = "people-list"
"""The one document in which access needs can be printed."""
_BOTH = "both"


class PrintChoices(QWidget):
    """Print size, paper and sides are remembered on this computer; the rest is the programme's."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.session = SessionsField()
        self.size_of_print = SnugField(_("Print size"), PRINT_SIZES.items())
        self.sheet = SnugField(_("Paper"), PAPERS.items())
        self.size_of_print.show_key(settings.word("print/size", "clear"))
        self.sheet.show_key(settings.word("print/paper", "a4"))
        self._audience: Audience = "all"
        self._columns: ColumnsChosen = ()
        self._fillable, self._duplex = False, settings.word("print/sides") == _BOTH
        self.more = icon_button(_("More choices for the pack"), "more", self._open_menu)
        self.told = label("", "secondary", wrap=True)
        self.private = QCheckBox(_("Tell access needs in the list of people"))
        self.private.toggled.connect(lambda _on: self.changed.emit())
        self.private.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(INSIDE)
        self._grid.setColumnStretch(3, 1)
        self.session.scope_picked.connect(self._on_picked)
        for field in self._fields:
            if field is not self.session:
                field.picked.connect(self._on_picked)
            field.setMinimumWidth(_LEAST)
            field.currentIndexChanged.connect(lambda _row: self._arrange())
        self._grid.addWidget(self.told, 2, 0, 1, 4)
        self._grid.addWidget(self.private, 3, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        self._place(in_two_rows=False)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room for the words (large text) the sessions have a row of their own."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = sum(one.sizeHint().width() + INSIDE for one in (*self._fields, self.more))
        self._place(in_two_rows=wanted > self.width() + INSIDE)

    @property
    def _fields(self) -> tuple[SnugField, ...]:
        return self.session, self.size_of_print, self.sheet

    def _place(self, *, in_two_rows: bool) -> None:
        row = int(in_two_rows)
        self._grid.addWidget(self.session, 0, 0, 1, 1 + 2 * row)
        self._grid.addWidget(self.size_of_print, row, 1 - row)
        self._grid.addWidget(self.sheet, row, 2 - row)
        self._grid.addWidget(self.more, row, 3 - row, Qt.AlignmentFlag.AlignLeft)

    @property
    def look(self) -> Look:
        """All that is chosen here."""
        return Look(
            self.print_size,
            self.paper,
            self.sessions,
            self._audience,
            self._fillable,
            self._duplex,
            self.access,
            self._columns,
        )

    def show_look(self, look: Look) -> None:
        """Choose all this at once, as if by hand; access needs are never chosen for people."""
        self.size_of_print.show_key(look.print_size)
        self.sheet.show_key(look.paper)
        self.session.show_scope(look.sessions)
        self._audience, self._fillable, self._duplex = look.audience, look.fillable, look.duplex
        self._columns = look.columns
        self._on_picked()

    def entries(self) -> list[Entry]:
        """The lines of the menu."""
        audiences = [
            Entry(words, partial(self._set, audience=key), on=self._audience == key)
            for key, words in AUDIENCES.items()
        ]
        turns = (
            Entry(FILLABLE, partial(self._set, fillable=not self._fillable), on=self._fillable),
            Entry(DUPLEX, partial(self._set, duplex=not self._duplex), on=self._duplex),
        )
        columns = Entry(_("What the running order tells…"), self._open_columns)
        return [*audiences, LINE, *turns, LINE, columns]

    def column_entries(self) -> list[Entry]:
        """The lines of the menu of columns; it stays open for the next tick."""
        chosen = self._columns or COLUMNS
        return [
            Entry(words, partial(self._turn_column, key), on=key in chosen)
            for key, words in COLUMNS.items()
        ]

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
    def sessions(self) -> Scope:
        """The sessions to print; None is the whole cycle."""
        return self.session.scope

    @property
    def scope(self) -> str:
        """The choice of sessions in words, as on show."""
        return self.session.words

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
        """Offer these sessions; where none of those chosen is left it is the whole cycle."""
        self.session.show_sessions(sessions)

    def choose_session(self, session: RowId) -> None:
        """Choose one session, as if by hand."""
        self.session.show_scope((session,))
        self.changed.emit()

    def _on_picked(self) -> None:
        self._settings.keep_word("print/size", self.print_size)
        self._settings.keep_word("print/paper", self.paper)
        self._settings.keep_word("print/sides", _BOTH if self._duplex else "")
        self._tell()
        self.changed.emit()

    def _set(self, **chosen: Any) -> None:
        self.show_look(replace(self.look, **chosen))

    def _turn_column(self, key: RunningColumn) -> None:
        self._set(columns=without_or_with(self._columns, key))
        self._open_columns(key)

    def _open_menu(self) -> None:
        self._pop_up(self.entries())

    def _open_columns(self, at: RunningColumn = "clock") -> None:
        menu = self._pop_up(self.column_entries())
        menu.setActiveAction(menu.actions()[tuple(COLUMNS).index(at)])

    def _pop_up(self, entries: list[Entry]) -> QMenu:
        below = self.more.mapToGlobal(self.more.rect().bottomLeft())
        menu = menu_of(entries, self)
        menu.popup(below)
        return menu

    def _tell(self) -> None:
        words = look_words(self.look)
        self.told.setText(words)
        self.told.setVisible(bool(words))
