"""The overview: the cycle as one picture, what comes next, the sessions, the capability map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.content import capability_guide
from aiplanner.app.next_step import NextStep, next_step
from aiplanner.app.wording import minutes_text
from aiplanner.domain.coverage import coverage
from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.sessions import add_session
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import schedule
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.binding import bind_text
from aiplanner.ui.document import Document
from aiplanner.ui.hint_desk import HintDesk
from aiplanner.ui.hints import Hints
from aiplanner.ui.models.heat import HeatModel
from aiplanner.ui.models.overview_map import overview_map
from aiplanner.ui.models.overview_sessions import SessionsModel
from aiplanner.ui.page import Page
from aiplanner.ui.pages.overview_about import About, title_link
from aiplanner.ui.pages.overview_cycle import CyclePicture
from aiplanner.ui.pages.overview_hints import HintCard
from aiplanner.ui.pages.overview_sessions import SessionsTable
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.capability_map import CapabilityMap
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import hairline, label
from aiplanner.ui.widgets.side_panel import WithPanel
from aiplanner.ui.widgets.text_field import TextField

_INSET = 12
"""Pixels between the edge of a text field and its words."""
_LATER_MS = 120
"""Milliseconds after which it follows while another window is the active one."""


class OverviewPage(Page):
    """Everything follows the programme; nothing here is typed twice."""

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self._step = NextStep("", "")
        self.title = TextField(_("Title of the programme"), _("Title"))
        self.title.setProperty("role", "title")
        self.title.setProperty("look", "bare")
        self.refusal = label("", "refusal")
        self.totals = label("", "quiet")
        self.step_words = label("", wrap=True)
        self.step_button: Button = button(_("Go there"), self._go_to_step, "primary")
        self.picture = CyclePicture(document.now)
        self.sessions = SessionsModel()
        self.sessions.setParent(self)
        self.sessions_table = SessionsTable(self.sessions)
        self.no_sessions = EmptyState(
            _("No sessions yet. A session is one meeting with its running order."),
            _("Add a session"),
            self.add_session,
        )
        self.map = HeatModel(lambda: overview_map(document.now), self)
        self.map_table = CapabilityMap(_("Minutes on each capability, by phase"), self.map)
        self.add_button = button(_("Add a session"), self.add_session)
        self.never_led = label("", "secondary", wrap=True)
        self.map_card = self._map()
        hints = Hints(document, services, self)
        self.hint_card = HintCard(hints, HintDesk(document, services, hints, self))
        self.about = About(document, services)
        self._start: QWidget = self.step_button
        self._lay_out()
        bind_text(self.title, document, title_link(document.now.id), self.refusal)
        self.sessions_table.chosen.connect(lambda key: services.go("sessions", RowId(key)))
        self.map_table.opened.connect(lambda _cell: services.go("leadership"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._follow_later)
        document.changed.connect(self._on_changed)
        self._follow()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Ins adds a session, F2 changes the title; the hints stand further down."""
        return {
            "add": self.add_session,
            "rename": self._rename,
            "hints": self.hint_card.take_focus,
        }

    def show_row(self, row_id: RowId) -> None:
        """Of the head, what a hint may ask for: who follows up."""
        if row_id == self._document.now.id and not self._document.now.head.follow_up:
            self._start = self.about.follow_up

    def arrive(self) -> None:
        """Begin where somebody was led, else where the next step is offered."""
        start, self._start = self._start, self.step_button
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_session(self) -> None:
        """Add a session at the end and go to it."""
        key = self._services.new_id()
        number = len(self._document.now.sessions) + 1
        session = Session(key, 0, title=_("Session {number}").format(number=number))
        self._document.edit(_("Add a session"), lambda now: add_session(now, session))
        self._services.go("sessions", key)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fit()
            self._panes.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the rooms or below them."""
        super().resizeEvent(event)
        self._panes.fit(self.width())

    def _lay_out(self) -> None:
        content = QWidget()
        body = QVBoxLayout(content)
        # The words of the title, not the edge of its field, stand over the edge of the cards.
        body.setContentsMargins(AROUND - _INSET, BETWEEN, AROUND, AROUND)
        body.setSpacing(BETWEEN - 2)
        head, rooms = QVBoxLayout(), QVBoxLayout()
        rooms.setContentsMargins(_INSET, 0, 0, 0)
        rooms.setSpacing(BETWEEN - 2)
        body.addLayout(head)
        body.addLayout(rooms)
        body.addStretch(1)
        self._panes = WithPanel(content, self._services.settings, "overview")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self._fill_head(head)
        for room in (self._cycle(), self._sessions(), self.hint_card, self.map_card):
            rooms.addWidget(room)
        self._panes.hold(self.about, rooms)

    def _fill_head(self, head: QVBoxLayout) -> None:
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self.refusal)
        facts = QHBoxLayout()
        facts.setContentsMargins(_INSET, 0, 0, 0)
        facts.addWidget(self.totals, 1)
        head.addLayout(facts)

    def _cycle(self) -> Card:
        card = Card(margins=BETWEEN, spacing=BETWEEN - STEP)
        card.add(self.picture)
        card.add(hairline())
        step = QHBoxLayout()
        step.setSpacing(INSIDE + STEP)
        step.addWidget(label(_("Next"), "strong"))
        step.addWidget(self.step_words, 1)
        step.addWidget(self.step_button)
        card.body.addLayout(step)
        return card

    def _sessions(self) -> Card:
        card = Card(margins=1, spacing=0)
        card.add(_heading(_("Sessions"), self.add_button))
        card.add(hairline())
        card.add(self.sessions_table)
        card.add(self.no_sessions)
        return card

    def _map(self) -> Card:
        card = Card(margins=1, spacing=0)
        card.add(
            _heading(_("Minutes on each capability"), label(_("led on and supported"), "secondary"))
        )
        card.add(hairline())
        card.add(self.map_table)
        self.never_led.setContentsMargins(10, INSIDE, 10, INSIDE)
        card.add(self.never_led)
        return card

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited on other pages."""
        super().showEvent(event)
        if self._behind:
            self._follow()

    def _on_changed(self, _delta: Delta) -> None:
        # Counting a whole programme takes longer than a keystroke on another page may; and another
        # window in front of this one may take in a hundred forms one after the other.
        self._behind = True
        if self.isVisible() and self.isActiveWindow():
            self._follow()
        elif self.isVisible() and not self._later.isActive():
            self._later.start()

    def _follow_later(self) -> None:
        if self.isVisible():
            self._follow()

    def _follow(self) -> None:
        self._behind = False
        self._later.stop()
        now = self._document.now
        self.picture.show_programme(now)
        self.sessions.show(now)
        self.map.refresh()
        self.totals.setText(self._totals())
        self._say_never_led()
        self._step = next_step(now, self._services.today())
        self.step_words.setText(self._step.sentence)
        self._fit()

    def _say_never_led(self) -> None:
        names = [capability_guide(c).name for c in coverage(self._document.now).never_led]
        said = _("○ No item leads on {names} yet.")
        self.never_led.setText(said.format(names=", ".join(names)))
        self.never_led.setVisible(bool(names))

    def _totals(self) -> str:
        clocks = schedule(self._document.now)
        if not clocks:
            return _("A cycle of five phases; its sessions come first.")
        sessions = ngettext("{count} session", "{count} sessions", len(clocks))
        spent = minutes_text(sum(clock.end - clock.start for clock in clocks))
        return f"{sessions.format(count=len(clocks))} · {spent}"

    def _fit(self) -> None:
        some = bool(self.sessions.lines)
        self.sessions_table.setVisible(some)
        self.add_button.setVisible(some)
        self.no_sessions.setVisible(not some)
        self.map_card.setVisible(self.map.rows[-1].cells[-1].minutes > 0)
        self.sessions_table.fit()
        self.map_table.fit()

    def _go_to_step(self) -> None:
        if self._step.page == "sessions" and not self._document.now.sessions:
            self.add_session()
        else:
            self._services.go(self._step.page, self._step.row)

    def _rename(self) -> None:
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()


def _heading(words: str, beside: QWidget) -> QWidget:
    row = QWidget()
    body = QHBoxLayout(row)
    body.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
    body.addWidget(label(words, "section"), 1)
    body.addWidget(beside)
    return row
