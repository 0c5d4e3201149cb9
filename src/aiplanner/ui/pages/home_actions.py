"""What is still to be done in all programmes, on Home: overdue, due, one's own, or all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from aiplanner.app.action_words import count_words, what_words
from aiplanner.app.actions_due import Which
from aiplanner.app.marking import Mark
from aiplanner.app.tracked import Tracked
from aiplanner.domain.findings import Sort
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.actions_desk import ActionsDesk, Question, ToDo
from aiplanner.ui.dialogs.own_names import OwnNames
from aiplanner.ui.models.actions import ActionsModel
from aiplanner.ui.services import Say, Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.action_table import ActionTable
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import Card, on_card
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.flow import FlowLayout
from aiplanner.ui.widgets.menus import Entry, menu_of
from aiplanner.ui.widgets.page_header import PageHeader

_CHOICES = (
    (Which.DUE, _("Due")),
    (Which.OVERDUE, _("Overdue")),
    (Which.MINE, _("Mine")),
    (Which.ALL, _("All")),
)
_WHY = _("From all your programmes. Space marks as done, Enter opens it in its programme.")
_LEAST = 200
"""Pixels of the list at 100 % text size; with less room the page scrolls."""
_EMPTY_HEIGHT = 200
_AROUND_ROWS = 8
"""Pixels of the card around its table, above and below together."""


class ActionsRoom(QWidget):
    """A table of things to do; `opened` tells programme and row, `leave_wanted` goes back."""

    opened = Signal(str, str)
    unlisted = Signal(str)
    """A sentence: the list cannot be had."""
    listed = Signal()
    leave_wanted = Signal()
    verbs_changed = Signal()

    def __init__(self, services: Services, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._say = services, say
        self.desk = ActionsDesk(services, self)
        self._shown: Question | None = None
        self.model = ActionsModel(lambda: self.desk.today)
        self.model.setParent(self)
        self.header = PageHeader(_("Actions"), _WHY)
        self.print_button = button(_("Print…"), self.print_list)
        self.which = ChoiceRow(_("Which actions"), _CHOICES)
        self.archived = QCheckBox(_("Archived programmes too"))
        self.names_button = button("", self.ask_names, "link")
        self.table = ActionTable(self.model)
        self.empty = EmptyState("", " ", self._do_empty)
        self._offer: Callable[[], object] = self.leave_wanted.emit
        self._room, self._stack = QWidget(), QStackedLayout()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Ask for the list anew."""
        self.desk.ask(Which(self.which.current), archived=self.archived.isChecked())

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Here Ctrl+P prints the list."""
        return {"print": self.print_list} if self.model.lines else {}

    def mark_done(self, one: Tracked) -> None:
        """Mark it as done without opening its programme; the notice offers the way back."""
        if one.sort is Sort.REVIEW:
            self._say(_("A review is done when it says what you learned. Enter opens it."))
            return
        mark = Mark(one.programme_id, one.id, one.progress)
        said = _("Done: {what}").format(what=what_words(one))
        self.desk.mark(mark, lambda: self._say(said, back=lambda: self._mark_back(mark.back, one)))

    def ask_names(self) -> None:
        """Ask which names are the user's own."""
        dialog = OwnNames(self, self.desk.names)
        dialog.done_with.connect(self._on_names)
        dialog.open()

    def print_list(self) -> None:
        """Ask how the list is to be printed, and print it or save it as a PDF."""
        from aiplanner.ui.dialogs.print_tracker import PrintTracker  # noqa: PLC0415 - Qt's PDF

        if self.model.lines:
            PrintTracker(self, self._services, tuple(self.model.lines)).open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self.table.fit()
            self._fit()

    def _fit(self) -> None:
        """Be as high as the rows ask, within what the page can give."""
        whole = self.table.whole_height() + _AROUND_ROWS if self.model.lines else _EMPTY_HEIGHT
        self._room.setMinimumHeight(min(whole, fonts.scaled(_LEAST)))
        self._room.setMaximumHeight(whole if self.model.lines else fonts.scaled(whole))

    def _lay_out(self) -> None:
        self.header.add_action(self.print_button)
        filters = QWidget()
        flow = FlowLayout(filters, INSIDE)
        for widget in (self.which, self.archived, self.names_button):
            flow.addWidget(widget)
        nothing = Card(margins=0)
        nothing.add(self.empty)
        self._room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._room.setLayout(self._stack)
        body = QVBoxLayout(self)
        body.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        body.setSpacing(BETWEEN)
        body.addWidget(self.header)
        body.addWidget(filters)
        body.addWidget(self._room, 10)
        body.addStretch(1)
        for layer in (on_card(self.table), nothing):
            self._stack.addWidget(layer)

    def _connect(self) -> None:
        self.desk.listed.connect(self._on_listed)
        self.desk.unlisted.connect(self.unlisted)
        self.desk.refused.connect(self._say)
        self.which.chosen.connect(lambda _key: self.refresh())
        self.archived.toggled.connect(lambda _on: self.refresh())
        self.table.opened.connect(self._open)
        self.table.ticked.connect(self.mark_done)
        self.table.menu_wanted.connect(self._on_menu_wanted)

    def _on_listed(self, answer: ToDo) -> None:
        question, before = answer.question, self._shown
        anew = before is None or (question.which, question.archived) != (
            before.which,
            before.archived,
        )
        key, row = self.table.chosen_key(), self.table.currentIndex().row()
        self._shown = question
        self.model.show(answer.found, anew=anew)
        there = self.model.row_of(key)
        self.table.choose_row(max(row, 0) if there is None else there)
        said = count_words(answer.found, question.today)
        self.header.set_words(_("Actions"), said or _WHY)
        self._show_names(question)
        self._show_empty(question, nothing=not answer.found)
        self._fit()
        if anew and before is not None:
            announce(self, said or self.empty.words.text())
        self.listed.emit()
        self.verbs_changed.emit()

    def _show_names(self, question: Question) -> None:
        self.names_button.setVisible(question.which is Which.MINE)
        names = ", ".join(question.names)
        self.names_button.setText(
            _("For {names}: change…").format(names=names) if names else _("Give your name…")
        )

    def _show_empty(self, question: Question, *, nothing: bool) -> None:
        had_focus = self.table.hasFocus() or self.empty.isAncestorOf(self.focusWidget())
        self.print_button.setEnabled(not nothing)
        sentence, offer, self._offer = self._empty_words(question)
        self.empty.say(sentence)
        way_on = self.empty.button
        assert way_on is not None, "made with one"
        way_on.setText(offer)
        self._stack.setCurrentIndex(int(nothing))
        if had_focus:  # what had it is not on show any more
            (way_on if nothing else self.table).setFocus()

    def _empty_words(self, question: Question) -> tuple[str, str, Callable[[], object]]:
        """Why nothing is on show, and what can be done about it."""
        match question.which:
            case Which.DUE:
                sentence = _("Nothing is overdue or due in the next 14 days.")
            case Which.OVERDUE:
                sentence = _("Nothing is overdue.")
            case Which.MINE if not question.names:
                return (
                    _("Give the name under which you stand in actions, to see which are yours."),
                    _("Give your name…"),
                    self.ask_names,
                )
            case Which.MINE:
                sentence = _("Nothing waits for {names}.").format(names=", ".join(question.names))
            case Which.ALL:
                return (
                    _(
                        "Nothing is to be done. Actions, promises and reviews that you write down "
                        "on the Deliver page of a programme come together here."
                    ),
                    _("To the programmes"),
                    self.leave_wanted.emit,
                )
        return sentence, _("Show all"), lambda: self._choose(Which.ALL)

    def _choose(self, which: Which) -> None:
        self.which.choose(which)
        self.refresh()

    def _do_empty(self) -> None:
        self._offer()

    def _mark_back(self, mark: Mark, one: Tracked) -> None:
        said = _("Not done: {what}").format(what=what_words(one))
        self.desk.mark(mark, lambda: self._say(said))

    def _on_names(self, typed: str) -> None:
        self.desk.names = typed
        self.refresh()

    def _open(self, one: Tracked) -> None:
        self.opened.emit(one.programme_id, one.id)

    def _on_menu_wanted(self, one: Tracked, corner: QPoint) -> None:
        usable = one.sort is not Sort.REVIEW
        entries = (
            Entry(_("Open in its programme"), lambda: self._open(one), _("Enter")),
            Entry(_("Mark as done"), lambda: self.mark_done(one), _("Space"), usable),
        )
        menu_of(entries, self).popup(corner)
