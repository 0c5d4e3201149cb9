"""What is kept of forms as answers: look at it sheet by sheet, delete it, take it elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from aiplanner.app.content import handouts
from aiplanner.app.kept_answers import KeptSheet, kept_sheets
from aiplanner.app.own_content import own_handouts
from aiplanner.domain.edits.answers import delete_answers
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.answer_copies import AnswerCopies
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known
from aiplanner.ui.returned.answers import AnswersForm
from aiplanner.ui.returned.list import SheetsModel, SheetsView, Telling
from aiplanner.ui.services import Services
from aiplanner.ui.stepping import do_again, step_keys, take_back
from aiplanner.ui.tokens import BETWEEN, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import Card, on_card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import ElidedLabel, label
from aiplanner.ui.widgets.scroll import Scrolling

_WHY = _(
    "What fits no finding is kept in the words of its sheet, evaluations first of all. It is "
    "private: no participant’s paper shows it."
)
_KEYS = _("Enter to the answers · Space tick · Del delete · Ctrl+Z undo")
_EMPTY = _(
    "Nothing is kept yet. When a form is taken in, evaluations and answers that fit no finding "
    "are kept here."
)
_LEAST_HIGH = 360
"""Pixels of the list and the answers at least."""


def _named(sheet: KeptSheet) -> str:
    return ", ".join(part for part in (sheet.name, sheet.where) if part)


_SHEETS: Telling[KeptSheet] = Telling(lambda sheet: sheet.id, _named, lambda sheet: sheet.gist)


class KeptAnswers(DialogFrame):
    """Del in the list deletes a sheet, in the answers the ticked ones; each is one step of undo."""

    def __init__(self, parent: QWidget, document: Document, services: Services) -> None:
        super().__init__(parent, _("Kept answers"), _WHY, width=1000)
        self._document, self._services = document, services
        self._own: tuple[Handout, ...] = ()
        self.form: AnswersForm | None = None
        self.model = SheetsModel(_SHEETS)
        self.list = SheetsView(self.model, _("Sheets of which answers are kept"))
        self.title = label("", "section", wrap=True)
        self.area = Scrolling(QWidget())
        self.empty = EmptyState(_EMPTY)
        self.words = ElidedLabel(role="secondary")
        self.copies = AnswerCopies(document, services, self, self._tell)
        self.copy = button(_("Copy the results"), self.copies.copy, icon="copy")
        self.save = button(_("Save the results…"), self.copies.save)
        self.undo = button(_("Undo"), self._undo, icon="undo", tip=_("Undo (Ctrl+Z)"))
        self.remove = button("", self.delete, icon="bin", tip=_("Delete (Del)"))
        self.close_button = button(_("Close"), self.accept, "primary")
        self._work = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._follow()
        library = services.library
        services.jobs.start(lambda _ticket: own_handouts(library), self._on_own, self._on_failed)

    @property
    def sheet(self) -> KeptSheet | None:
        """The sheet on show."""
        return self.model.line(self.list.currentIndex())

    def delete(self) -> None:
        """Delete the ticked answers of the sheet on show; where none is ticked, the sheet."""
        keys = frozenset[str]() if self.form is None else self.form.keys
        if keys:
            self._delete(keys)
        else:
            self._delete_sheet()

    def _delete_sheet(self) -> None:
        if self.sheet is not None:
            self._delete({one.key for one in self.sheet.answers})

    def _delete_here(self) -> None:
        """Delete the ticked answers; where none is ticked, the one in focus."""
        if self.form is not None:
            self._delete(self.form.keys or self.form.here)

    def _delete(self, keys: Collection[str]) -> None:
        sheet, row = self.sheet, self.list.currentIndex().row()
        if sheet is None or not keys:
            return
        gone = [RowId(key) for key in keys]
        step = _("delete answers of {sheet}").format(sheet=sheet.name)
        self._document.edit(step, lambda now: delete_answers(now, gone))
        words = ngettext(
            "Deleted: {count} answer of {sheet}.", "Deleted: {count} answers of {sheet}.", len(keys)
        )
        self._tell(words.format(count=len(keys), sheet=sheet.name))
        if self.model.row_of(sheet.id) < 0:
            self.list.turn_to(min(row, self.model.rowCount() - 1))
            (self.list if self.model.rowCount() else self.close_button).setFocus()

    def _lay_out(self) -> None:
        answers = Card(spacing=STEP)
        answers.add(self.title)
        answers.add(self.area, 1)
        both = QHBoxLayout(self._work)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(BETWEEN)
        both.addWidget(on_card(self.list), 2)
        both.addWidget(answers, 3)
        below = QVBoxLayout()
        below.setSpacing(STEP)
        below.addWidget(self.words)
        below.addWidget(ElidedLabel(_KEYS, "secondary"))
        for one in (self.empty, self._work):
            self._stack.addWidget(one)
        self._stack.setMinimumHeight(_LEAST_HIGH)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(below)
        for place, one in enumerate((self.copy, self.save)):
            self.answers.insertWidget(place, one)
        for one in (self.undo, self.remove, self.close_button):
            self.add_answer(one)

    def _connect(self) -> None:
        self.list.shown.connect(self._show_sheet)
        self.list.opened.connect(self._go_to_answers)
        self.list.unwanted.connect(self._delete_sheet)
        self._document.changed.connect(self._follow)
        self._document.state_changed.connect(self._offer)
        for key, do in step_keys(self._undo, self._redo):
            QShortcut(QKeySequence(key), self).activated.connect(do)
        away = QShortcut(QKeySequence("Del"), self.area)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self._delete_here)

    def _follow(self) -> None:
        """Show what is kept now; the sheet in focus stays as it is while nothing of it changed."""
        sheets = kept_sheets(self._document.now, (*handouts(), *self._own))
        self.model.show_lines(sheets)
        some, emptied = bool(sheets), self._stack.currentWidget() is self.empty
        if some and self.sheet is None:
            self.list.turn_to(0)
        self._stack.setCurrentWidget(self._work if some else self.empty)
        self.remove.setVisible(some)
        if some and emptied:
            self.list.setFocus()
        for one in (self.copy, self.save):
            one.setEnabled(some)
        self._show_sheet()

    def _show_sheet(self) -> None:
        sheet = self.sheet
        said = () if sheet is None else sheet.answers
        self.title.setText("" if sheet is None else _named(sheet))
        if self.form is not None and [line.said for line in self.form.lines] == list(said):
            return
        had = self.area.isAncestorOf(self.focusWidget() or self)
        self.form = AnswersForm(said, frozenset(), usable=True)
        self.form.ticked.connect(self._offer)
        self.area.setWidget(self.form)
        self.form.setAutoFillBackground(False)
        self._offer()
        if had:
            self._go_to_answers()

    def _offer(self) -> None:
        """Name the button after what it would do now."""
        count = 0 if self.form is None else len(self.form.keys)
        these = ngettext("Delete this {count}", "Delete these {count}", count)
        self.remove.setText(these.format(count=count) if count else _("Delete the sheet"))

        self.undo.setEnabled(self._document.history.undo_label is not None)

    def _go_to_answers(self) -> None:
        if self.form is not None:
            self.form.begin()

    def _undo(self) -> None:
        take_back(self._document, self._tell)

    def _redo(self) -> None:
        do_again(self._document, self._tell)

    def _on_own(self, own: tuple[Handout, ...]) -> None:
        self._own = own
        self._follow()

    def _on_failed(self, error: BaseException) -> None:
        """The names of own sheets are told by their keys, then."""
        if not is_known(error):
            raise error

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)
