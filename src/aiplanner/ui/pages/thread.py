"""The thread of a programme: from what people told to what is done, as a picture and as a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from aiplanner.app.thread_words import kind_words, totals_words
from aiplanner.domain.findings import LogicNote
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.thread import ThreadModel, scene_of
from aiplanner.ui.models.thread_edits import Knot, finding_of, knot_between
from aiplanner.ui.models.thread_list import ThreadListModel
from aiplanner.ui.page import Page
from aiplanner.ui.pages.thread_commands import ThreadCommands
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import ElidedLabel
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.thread.pulling import Pull
from aiplanner.ui.widgets.thread.table import ThreadTable
from aiplanner.ui.widgets.thread.view import ThreadView

if TYPE_CHECKING:
    from aiplanner.ui.pages.logic import LogicView

THREAD, LOGIC = "thread", "logic"
PICTURE, LIST = "picture", "list"
_ROOM_FOR_WHY = 900
"""Pixels at 100 % text size."""


class ThreadPage(Page):
    """Two views, the thread and the logic model; the thread as a picture or as a list."""

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self._stale = True
        self._logic: LogicView | None = None
        self.model, self.rows = ThreadModel(self), ThreadListModel()
        self.rows.setParent(self)
        self.view = ThreadView(self.model, Pull(self._knot_between, self._pull_words))
        self.table = ThreadTable(self.rows)
        self.commands = ThreadCommands(
            self, document, services, lambda: self.shown.here, self._chosen_knot
        )
        self.header = PageHeader(
            _("Thread"), _("From what people told to what is done about it, and back.")
        )
        self.views = ChoiceRow(
            _("View"), [(THREAD, _("Thread")), (LOGIC, _("Logic model"))], self.header
        )
        self.shape = ChoiceRow(_("Shown as"), [(PICTURE, _("Picture")), (LIST, _("List"))])
        self.loose = QCheckBox(_("Only what is not tied yet"))
        self.link_button = button(
            _("Tie…"), self.commands.link, tip=_("Tie it to another finding (L)")
        )
        self.ask_button = button(
            _("Where from?"), self.commands.ask, tip=_("Where it came from, and what became of it")
        )
        self.print_button = button(_("Print"), self._print, "link")
        self.words = ElidedLabel(role="secondary")
        self.empty = _nothing_found(lambda: services.go("define"))
        self.all_tied = EmptyState(
            _("Everything is tied: statements have stories behind them, actions statements."),
            _("Show the whole thread"),
            self._show_all,
        )
        self._lay_out()
        self._connect()
        self._follow()

    @property
    def shown(self) -> ThreadView | ThreadTable:
        """The picture or the list, whichever is on show."""
        return self.table if self.shape.current == LIST else self.view

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What keys do in the view on show."""
        if (logic := self._logic_on_show()) is not None:
            return logic.verbs()
        return {
            "add": self.commands.link,
            "delete": self.commands.unlink,
            "copy": self.commands.copy,
        }

    def show_row(self, row_id: RowId) -> None:
        """Choose a finding; an entry of the logic model is shown in its own view."""
        if isinstance(self._document.now.rows.get(row_id), LogicNote):
            self._turn(LOGIC)
            if self._logic is not None:
                self._logic.show_row(row_id)
            return
        self._turn(THREAD)
        self._refresh()
        if self.model.row_of(row_id) is None:
            self._show_all()
        self.view.choose(row_id)
        self.table.choose(row_id)

    def arrive(self) -> None:
        """Begin where one can walk, or at what there is to do while there is nothing."""
        logic = self._logic_on_show()
        if logic is not None:
            logic.arrive()
            return
        self._refresh()
        for place in (self.empty, self.all_tied):
            if self._stack.currentWidget() is place and place.button is not None:
                place.button.setFocus()
                return
        self.shown.choose_first()
        self.shown.setFocus()

    def leave(self) -> None:
        """Draw no line any more; take what is being typed into the logic model."""
        self.view.pull.cancel()
        if self._logic is not None:
            self._logic.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the title stands alone."""
        super().resizeEvent(event)
        self.header.why.setVisible(self.width() >= fonts.scaled(_ROOM_FOR_WHY))

    # Turning

    def _turn(self, view: str) -> None:
        if view == LOGIC and self._logic is None:
            from aiplanner.ui.pages.logic import LogicView  # noqa: PLC0415 - when it is shown

            made = LogicView(self._document, self._services, self._whole)
            made.verbs_changed.connect(self.verbs_changed)
            self._logic = made
            self._whole.addWidget(made)
        self.views.choose(view)
        logic = self._logic_on_show()
        self._whole.setCurrentIndex(0 if logic is None else self._whole.indexOf(logic))
        self._show_choices()
        self.verbs_changed.emit()

    def _logic_on_show(self) -> LogicView | None:
        return self._logic if self.views.current == LOGIC else None

    def _on_view(self, view: str) -> None:
        self._turn(view)
        self.arrive()

    def _on_shape(self, _shape: str) -> None:
        other = self.view if self.shown is self.table else self.table
        here = other.here
        self._show_state()
        self.shown.choose(here)
        self.shown.setFocus()

    def _show_all(self) -> None:
        self.loose.setChecked(False)
        if self.isVisible():
            self.arrive()

    def _print(self) -> None:
        self._services.go("print", document="thread")

    # Showing

    def _follow(self, _delta: object = None) -> None:
        """Show what is there now, or remember to where nobody looks."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        now, before = self._document.now, self.model.scene
        scene = scene_of(now, only_loose=self.loose.isChecked(), before=before)
        self.model.show(scene)
        self.rows.show(scene)
        self.table.fit()
        self.view.refresh()
        self._show_state()

    def _show_state(self) -> None:
        scene = self.model.scene
        if scene is None:
            return
        nothing = not scene.layout.places
        place: QWidget = self._cards[self.shape.current]
        if nothing:
            place = self.all_tied if self.loose.isChecked() else self.empty
        self._stack.setCurrentWidget(place)
        self._foot.setVisible(not nothing or self.loose.isChecked())
        self._show_choices()
        self._show_words()

    def _show_choices(self) -> None:
        """What an empty thread does not need, and the logic model has of its own, is hidden."""
        thread = self._logic_on_show() is None and self._stack.currentWidget() is not self.empty
        for widget in (self.shape, self.print_button):
            widget.setVisible(thread)

    def _show_words(self) -> None:
        scene, here = self.model.scene, self.shown.here
        said = self.model.sentence(here) if here is not None else ""
        if scene is not None:
            self.words.setText(said or totals_words(scene.thread, scene.loose))
        for control in (self.link_button, self.ask_button):
            control.setEnabled(bool(said))

    # Lines

    def _chosen_knot(self) -> Knot | None:
        return self.view.knot if self.shown is self.view else None

    def _knot_between(self, one: RowId, other: RowId) -> Knot | None:
        return knot_between(self._document.now, one, other)

    def _pull_words(self, knot: Knot) -> str:
        now = self._document.now
        source, target = (finding_of(now, key) for key in knot)
        if source is None or target is None:
            return ""
        if any(row.id == target.id for row in now.became(source.id)):
            return _("Tied already")
        names = {"source": kind_words(source), "target": kind_words(target)}
        return _("This {target} grew from that {source}").format(**names)

    def _connect(self) -> None:
        for shown in (self.view, self.table):
            shown.opened.connect(self.commands.open)
            shown.link_wanted.connect(self.commands.link)
            shown.menu_wanted.connect(self.commands.open_menu)
            shown.moved.connect(self._show_words)
        self.view.tied.connect(self.commands.tie)
        self.loose.toggled.connect(self._follow)
        self.views.chosen.connect(self._on_view)
        self.shape.chosen.connect(self._on_shape)
        self._document.changed.connect(self._follow)

    def _lay_out(self) -> None:
        apart = QWidget()
        apart.setFixedWidth(BETWEEN)
        for widget in (self.views, apart, self.shape, self.print_button):
            self.header.add_action(widget)
        self._cards = {PICTURE: on_card(self.view), LIST: on_card(self.table)}
        self._stack = QStackedWidget()
        for place in (*self._cards.values(), self.empty, self.all_tied):
            self._stack.addWidget(place)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(INSIDE)
        foot.addWidget(self.words, 1)
        for control in (self.loose, self.ask_button, self.link_button):
            foot.addWidget(control)
        thread = QWidget()
        body = QVBoxLayout(thread)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(INSIDE)
        body.addWidget(self._stack, 1)
        body.addWidget(self._foot)
        self._whole = QStackedWidget()
        self._whole.addWidget(thread)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
        whole.setSpacing(BETWEEN)
        whole.addWidget(self.header)
        whole.addWidget(self._whole, 1)


def _nothing_found(begin: Callable[[], object]) -> EmptyState:
    return EmptyState(
        _(
            "The thread shows how a story became a theme, a theme a dream, a dream a "
            "statement, and a statement an action. Nothing has been found yet: it begins "
            "with a topic."
        ),
        _("Write the first topic"),
        begin,
        "primary",
    )
