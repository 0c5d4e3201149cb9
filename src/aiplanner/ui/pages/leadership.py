"""The Leadership page: where a cycle asks people to lead, and how they see themselves lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from aiplanner.app.content import capabilities
from aiplanner.app.leadership_words import levels_text
from aiplanner.domain.coverage import coverage
from aiplanner.domain.ids import RowId
from aiplanner.domain.self_rating import SelfRating
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.heat import HeatModel
from aiplanner.ui.models.leadership_map import TOTAL
from aiplanner.ui.page import Page
from aiplanner.ui.pages.leadership_map import LeadershipMap
from aiplanner.ui.pages.leadership_mends import LeadershipMends
from aiplanner.ui.pages.leadership_profile import ProfilePanel
from aiplanner.ui.pages.leadership_sheets import SheetsView
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.capability_map import CapabilityMap
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.labels import hairline, label
from aiplanner.ui.widgets.level_bar import LevelBar
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.side_panel import WithPanel

MAP, SHEETS = "map", "sheets"
_LEVELS = "levels"
_ROOM_FOR_WHY = 760
"""Pixels at 100 % text size."""


class LeadershipPage(Page):
    """Two views: the maps with the group's profile beside them, and the sheets by code."""

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self._behind = True
        self._topic = _LEVELS
        self.header = PageHeader(_("Leadership"), _("Where does this cycle ask people to lead?"))
        self.views = ChoiceRow(_("View"), [(MAP, _("Map")), (SHEETS, _("Self-ratings"))])
        self.map = LeadershipMap(document)
        self.levels = LevelBar()
        self.level_words = label("", wrap=True)
        self.sessions = HeatModel(self.map.sessions, self)
        self.session_table = CapabilityMap(_("Capabilities by session"), self.sessions)
        self.mends = LeadershipMends(document, services)
        self.profile = ProfilePanel(services)
        self.sheets = SheetsView(document, services)
        self._lay_out()
        self._connect()
        self._follow()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Sheets are added and deleted; the maps are only looked at."""
        return self.sheets.verbs() if self.views.current == SHEETS else {}

    def show_row(self, row_id: RowId) -> None:
        """Show a self-rating sheet."""
        if isinstance(self._document.now.rows.get(row_id), SelfRating):
            self.turn(SHEETS)
            self.sheets.show_sheet(row_id)

    def guide_topic(self) -> str:
        """The capability in focus; the levels where it is none."""
        return self._topic

    def arrive(self) -> None:
        """Begin in the map, or among the sheets."""
        if self.views.current == SHEETS:
            self.sheets.arrive()
        else:
            self.map.table.setFocus()

    def leave(self) -> None:
        """End the step of typing."""
        self._document.seal()

    def turn(self, view: str) -> None:
        """Turn to one of the two views."""
        self._document.seal()
        self.views.choose(view)
        self._stack.setCurrentIndex(int(view == SHEETS))
        for action in (self.sheets.delete_button, self.sheets.new_button):
            action.setVisible(view == SHEETS)
        self._follow()
        self.verbs_changed.emit()
        self.arrive()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the maps or below them; the title stands alone in little room."""
        super().resizeEvent(event)
        self._panes.fit(self.width())
        self.header.why.setVisible(self.width() >= fonts.scaled(_ROOM_FOR_WHY))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited on other pages."""
        super().showEvent(event)
        self.mends.shelf.read()
        if self._behind:
            self._follow()

    def _connect(self) -> None:
        self.views.chosen.connect(self.turn)
        self.map.changed.connect(self._show_sessions)
        self.map.table.walked.connect(self._on_walked)
        self.map.item_wanted.connect(lambda key: self._services.go("sessions", RowId(key)))
        self.session_table.opened.connect(self._on_session)
        self.profile.sheets_wanted.connect(lambda: self.turn(SHEETS))
        self._document.changed.connect(lambda _delta: self._on_changed())

    def _on_walked(self, index: QModelIndex) -> None:
        key = self.map.model.rows[index.row()].key if index.isValid() else TOTAL
        topic = _LEVELS if key == TOTAL else f"capability:{key}"
        if topic != self._topic:
            self._topic = topic
            self.topic_changed.emit()

    def _on_changed(self) -> None:
        # Counting a whole programme takes longer than a keystroke on another page may.
        self._behind = not self.isVisible()
        if not self._behind:
            self._follow()

    def _follow(self) -> None:
        if self.views.current == SHEETS:
            self._behind = True  # the maps, which are out of sight
            return
        self._behind = False
        now = self._document.now
        found = coverage(now)
        self.map.refresh()
        self.levels.show_levels(found.levels, levels_text(found))
        self.level_words.setText(levels_text(found))
        self._level_card.setVisible(bool(found.levels))
        self._show_sessions()
        self.mends.refresh()
        self.profile.show_programme(now)

    def _show_sessions(self) -> None:
        self.sessions.refresh()
        self.session_table.fit()
        self._session_card.setVisible(bool(self.sessions.rows))

    def _fit(self) -> None:
        self.map.refresh()
        self.session_table.fit()
        self.profile.fit()
        self._panes.fit(self.width())

    def _on_session(self, index: QModelIndex) -> None:
        self._services.go("sessions", RowId(self.sessions.rows[index.row()].key))

    def _lay_out(self) -> None:
        for widget in (self.views, self.sheets.delete_button, self.sheets.new_button):
            self.header.add_action(widget)
        content = QWidget()
        rooms = QVBoxLayout(content)
        rooms.setContentsMargins(AROUND, 2, AROUND, AROUND)
        rooms.setSpacing(BETWEEN - 2)
        self._session_card = self._sessions()
        self._level_card = self._levels()
        for room in (self.map, self.mends, self._level_card, self._session_card):
            rooms.addWidget(room)
        self._panes = WithPanel(content, self._services.settings, "leadership")
        below = QVBoxLayout()
        rooms.addLayout(below)
        rooms.addStretch(1)
        self._panes.hold(self.profile, below)
        held = QWidget()
        inset = QVBoxLayout(held)
        inset.setContentsMargins(AROUND, 0, AROUND, BETWEEN)
        inset.addWidget(self.sheets)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(held)
        head = QVBoxLayout()
        head.setContentsMargins(AROUND, BETWEEN, AROUND, INSIDE)
        head.addWidget(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        for action in (self.sheets.delete_button, self.sheets.new_button):
            action.hide()

    def _levels(self) -> Card:
        card = Card(margins=BETWEEN, spacing=INSIDE)
        card.add(label(_("Level"), "section"))
        card.add(self.level_words)
        card.add(self.levels)
        return card

    def _sessions(self) -> Card:
        card = Card(margins=1, spacing=0)
        head = QVBoxLayout()
        head.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        head.addWidget(label(_("What each session asks for"), "section"))
        card.body.addLayout(head)
        card.add(hairline())
        card.add(self.session_table)
        marks = label(_marks(), "secondary", wrap=True)
        marks.setContentsMargins(10, INSIDE, 10, INSIDE)
        card.add(marks)
        return card


def _marks() -> str:
    """What the letters above the columns stand for."""
    return "\N{NO-BREAK SPACE}· ".join(f"{guide.mark} {guide.name}" for guide in capabilities())
