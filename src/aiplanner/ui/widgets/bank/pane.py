"""The pane of the activity bank: what is looked for, what was found, and the chosen activity."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QVBoxLayout

from aiplanner.domain.bank import Activity, Wanted, matching
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.bank import BankModel, BankRow
from aiplanner.ui.models.bank_words import count_words
from aiplanner.ui.settings import Settings
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.bank.filters import BankFilters
from aiplanner.ui.widgets.bank.found import FoundList
from aiplanner.ui.widgets.bank.preview import BankPreview
from aiplanner.ui.widgets.buttons import icon_button
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.search_field import SearchField

Suggested = tuple[Activity, tuple[str, ...]]
"""An activity and why it is suggested, in sentences."""
Suggest = Callable[[Sequence[Activity], int | None], Sequence[Suggested]]
"""Suggests some of the activities found, where minutes are given for so much time."""

_QUIET_MS = 400
"""Milliseconds without typing after which the number found is spoken."""


class BankPane(QFrame):
    """Narrows and shows; what to do with an activity is the page's business."""

    wanted = Signal(str)
    """The key of the activity to add."""
    closed = Signal()
    left = Signal()
    """Esc: back to the running order."""

    def __init__(self, head: Callable[[], Head], settings: Settings, suggest: Suggest) -> None:
        super().__init__()
        self._suggest = suggest
        self._activities: tuple[Activity, ...] = ()
        self._mine: frozenset[str] = frozenset()
        self._filling = False
        """Whether the filters were set for free time, and by nobody else since."""
        self.setProperty("ground", "panel")
        self.setAccessibleName(_("Activity bank"))
        self.search = SearchField(_("Search the bank"), _("Search activities"), width=200)
        self.filters = BankFilters(head())
        self.count = label("", "secondary")
        self.model = BankModel(head, self)
        self.found = FoundList(self.model)
        self.preview = BankPreview(self.add_chosen, head)
        self.empty = EmptyState("", _("Show all activities"), self.show_all)
        self.more = icon_button(_("More to do with my bank"), "more", lambda: None)
        self._panes = QSplitter(Qt.Orientation.Vertical)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_QUIET_MS)
        self._said.timeout.connect(lambda: announce(self.search, self.count.text()))
        self._lay_out(settings)
        self._connect()

    # What the page tells

    def show_activities(self, activities: Sequence[Activity], mine: frozenset[str]) -> None:
        """Offer these activities; `mine` are the keys of the user's own."""
        self._activities, self._mine = tuple(activities), mine
        self.refresh()

    def refresh(self, *, keep: bool = True) -> None:
        """Look anew for what suits; the chosen activity stays chosen where it is among it."""
        wanted, mine = self.filters.wanted(self.search.text()), self.filters.mine.isChecked()
        among = [one for one in self._activities if one.key in self._mine or not mine]
        found = matching(among, wanted)
        suggested = self._suggested(found, wanted) if found else []
        self._show_empty(nothing=not found, none_mine=mine and not among)
        rows = [*suggested, *self._all(found, wanted, headed=bool(suggested))]
        self.found.show_rows(rows, keep=keep)
        self.count.setText(count_words(len(found), len(self._activities)))

    def show_all(self) -> None:
        """Take search and filters away."""
        self.search.clear()
        self.filters.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_search(self) -> None:
        """Begin to look for something; what was there to fill some time is done with."""
        if self._filling:
            self.filters.clear()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def look_for(self, phase: Phase) -> None:
        """Look for the activities of a phase."""
        self.search.clear()
        self.filters.only_phase(phase)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, minutes: int) -> None:
        """Look for what can be done in so many minutes."""
        self.search.clear()
        self.filters.only_minutes(minutes)
        self._filling = True
        self.found.choose_first()
        self.found.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_chosen(self) -> None:
        """Ask for the chosen activity to be added."""
        row = self.found.row
        if row is not None and row.activity is not None:
            self.wanted.emit(row.activity.key)

    def fill_on(self, minutes: int) -> None:
        """Some of the time is filled: look for what fits into the rest, or for anything again."""
        if not self._filling:
            return
        if minutes > 0:
            self.filters.only_minutes(minutes)
            self._filling = True
        else:
            self.filters.clear()

    def has_focus(self) -> bool:
        """Whether the focus is somewhere in it."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table, typing in the list goes on in the search field."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.found.hasFocus() and event.text().isprintable() and event.text().strip():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.setText(self.search.text() + event.text())
        else:
            super().keyPressEvent(event)

    def _suggested(self, found: Sequence[Activity], wanted: Wanted) -> list[BankRow]:
        """Suggestions on top, as long as nobody looks for something else."""
        minutes = wanted.minutes if self.filters.only_length else None
        if wanted.words.strip() or (self.filters.active and minutes is None):
            return []
        for_all, for_time = _("Suggested for this session"), _("Suggested for this time")
        picked = self._suggest(found, minutes)
        rows = [self._row(one, wanted, reasons) for one, reasons in picked]
        return [BankRow(for_time if minutes else for_all), *rows] if rows else []

    def _row(self, one: Activity, wanted: Wanted, reasons: tuple[str, ...] = ()) -> BankRow:
        return BankRow("", one, reasons, one.key in self._mine, wanted.phase)

    def _all(self, found: Sequence[Activity], wanted: Wanted, *, headed: bool) -> list[BankRow]:
        rows = [self._row(one, wanted) for one in found]
        heading = _("All that fit") if self.filters.active else _("All")
        return [BankRow(heading), *rows] if headed else rows

    def _show_empty(self, *, nothing: bool, none_mine: bool) -> None:
        if nothing and self._panes.isAncestorOf(self.focusWidget() or self):
            # Otherwise Qt gives the focus to the running order, where Del deletes something else.
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panes.setVisible(not nothing)
        self.empty.setVisible(nothing)
        if none_mine:
            self.empty.say(
                _(
                    "Nothing of your own yet. Open the menu of an item in a running order "
                    "and choose “Save to my bank”."
                )
            )
        else:
            self.empty.say(_("No activity suits all of that. Try fewer words or choices."))

    def _on_sought(self) -> None:
        self._filling = False
        self.refresh(keep=False)
        self._said.start()

    def _on_entered(self) -> None:
        if self.found.row is not None:
            self.found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.search.sought.connect(self._on_sought)
        self.search.entered.connect(self._on_entered)
        self.filters.changed.connect(self._on_sought)
        self.found.wanted.connect(self.wanted)
        self.found.chosen.connect(lambda: self.preview.show_row(self.found.row))

    def _lay_out(self, settings: Settings) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(label(_("Activity bank"), "section"), 1)
        head.addWidget(self.more)
        close = _("Close the activity bank")
        head.addWidget(icon_button(close, "close", self.closed.emit, _("Close (Ctrl+B)")))
        top = QVBoxLayout()
        top.setContentsMargins(BETWEEN, BETWEEN - STEP, INSIDE + STEP, INSIDE)
        top.setSpacing(INSIDE)
        top.addLayout(head)
        for widget in (self.search, self.filters, self.count):
            top.addWidget(widget)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self.found)
        self._panes.addWidget(self.preview)
        self._panes.setSizes([300, 220])
        self._panes.setStretchFactor(0, 1)
        settings.follow_panes(self._panes, "bank")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._panes, 1)
        whole.addWidget(self.empty, 1)
