"""The page of a phase: what we bring, what we do, what we found, and all about one finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from aiplanner.app.content import phase_guide, phase_label
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import Finding
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.hint_desk import HintDesk
from aiplanner.ui.hints import Hints
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.page import Page
from aiplanner.ui.pages.phase_brings import Brings
from aiplanner.ui.pages.phase_does import Does
from aiplanner.ui.pages.phase_found import FoundRoom
from aiplanner.ui.pages.phase_frame import WrittenFrame
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN
from aiplanner.ui.widgets.findings.details import Details
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.side_panel import WithPanel

_ROOMY = 600
"""Pixels, at 100 % text size, of height that all rooms need to stand open."""


class PhasePage(Page):
    """One class for all five: what is different is data."""

    def __init__(
        self,
        document: Document,
        services: Services,
        phase: Phase,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._services, self._phase = document, services, phase
        self._behind, self._start = True, False
        self.header = PageHeader("", phase_guide(phase).question)
        self.brings: Brings | WrittenFrame = (
            WrittenFrame(document, services)
            if phase is Phase.DEFINE
            else Brings(document, phase, services.settings, self._go_to)
        )
        self.does = Does(document, services, phase, self.add_from_bank)
        self.found = FoundRoom(document, services, phase, services.today)
        hints = Hints(document, services, self)
        desk = HintDesk(document, services, hints, self)
        self._hints = hints
        self.details = Details(
            document, services.today, lambda line: desk.place_of(line) is not None
        )
        self._lay_out()
        hints.changed.connect(self._show_hints)
        self.details.hints.followed.connect(desk.follow)
        self.details.hints.mended.connect(desk.mend)
        self.details.hints.left.connect(desk.leave)
        self.details.hints.emptied.connect(self.found.table.setFocus)
        self.details.left.connect(self._back_to_list)
        self.details.tie_wanted.connect(self.found.commands.tie)
        self.details.thread_wanted.connect(self.found.commands.show_thread)
        self.details.wanted.connect(lambda key: self._go_to(RowId(key)))
        self.found.chosen.connect(self._on_chosen)
        document.changed.connect(self._on_changed)
        for keys, do in (
            ("Ctrl+G", self.found.ask_theme),
            ("Ctrl+Shift+G", self.found.commands.tie),
            ("Ctrl+I", self._turn_details),
            ("Ctrl+PgUp", partial(self.found.turn_by, -1)),
            ("Ctrl+PgDown", partial(self.found.turn_by, 1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        self._follow()
        self._on_chosen()

    # What the window asks of a page

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the list; what changes it rests while something else is written."""
        commands, table = self.found.commands, self.found.table
        listed: dict[str, Callable[[], object]] = {
            "rename": table.begin_here,
            "delete": commands.delete,
            "merge": commands.merge,
            "copy": commands.copy,
            "paste": commands.paste,
            "move_up": partial(commands.move, -1),
            "move_down": partial(commands.move, 1),
        }
        return {
            "add": self._capture_next,
            "bank": self.add_from_bank,
            "hints": partial(self.details.hints.go_to, 0),
            **{key: partial(self._in_list, do) for key, do in listed.items()},
        }

    def show_row(self, row_id: RowId) -> None:
        """Show a finding and choose it."""
        row = self._document.now.rows.get(row_id)
        if isinstance(row, Finding):
            self._start = self.found.show_finding(row)

    def guide_topic(self) -> str:
        """What the guide says of the phase."""
        return f"phase:{self._phase.value}"

    def arrive(self) -> None:
        """Begin where findings are written down, or at the one somebody was led to."""
        start, self._start = self._start, False
        (self.found.table if start else self.found.capture).setFocus()

    def leave(self) -> None:
        """Take what is still being typed."""
        self.found.finish()

    def add_from_bank(self) -> None:
        """Turn to Sessions with the bank open at the activities of this phase."""
        self._services.open_bank(self._phase, self.does.first)

    # What Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        """Come up to date."""
        super().showEvent(event)
        if self._behind:
            self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pane beside the rooms or below them."""
        super().resizeEvent(event)
        self._fit()

    # Following

    def _on_changed(self) -> None:
        self._behind = True
        if self.isVisible():
            self._follow()

    def _follow(self) -> None:
        self._behind = False
        head = self._document.now.head
        self.header.set_words(phase_label(head, self._phase), phase_guide(self._phase).question)
        self.brings.follow()
        self.does.follow()
        if self.details.finding is None and self.found.table.current is not None:
            self._on_chosen()

    def _on_chosen(self) -> None:
        self.details.show_finding(self.found.table.current, len(self.found.table.ids))
        self._show_hints()

    def _show_hints(self) -> None:
        judged, row = self._hints.judged, self.found.table.current
        lines = () if judged is None else judged.lines
        self.found.model.show_hinted({line.row for line in lines if line.row is not None})
        mine = [line for line in lines if row is not None and line.row == row]
        self.details.show_hints(mine)
        self._hints.find_mends(mine)

    # What is done

    def _in_list(self, do: Callable[[], object]) -> None:
        """Do something with the list unless somebody writes elsewhere."""
        focus = QApplication.focusWidget()
        around = (self.details, self.brings, self.does, *self.found.heads.values())
        if focus is None or not any(one.isAncestorOf(focus) for one in around):
            do()

    def _capture_next(self) -> None:
        self.found.capture.setFocus()

    def _turn_details(self) -> None:
        """Go to what is written of the finding, and back to the list."""
        if self.details.has_focus():
            self._back_to_list()
        elif self.details.finding is not None:
            self.details.take_focus()

    def _back_to_list(self) -> None:
        self.found.table.setFocus()

    def _go_to(self, row: RowId) -> None:
        place = shown_by(self._document.now, row)
        if place is not None:
            self._services.go(*place)

    def _fit(self) -> None:
        self._panes.fit(self.width())
        for card in (self.brings, self.does):
            card.suit(roomy=self.height() >= fonts.scaled(_ROOMY))

    def _lay_out(self) -> None:
        self._content = QWidget()
        body = QVBoxLayout(self._content)
        body.setContentsMargins(AROUND, AROUND, AROUND, BETWEEN)
        body.setSpacing(BETWEEN - 2)
        body.addWidget(self.header)
        body.addWidget(self.brings)
        body.addWidget(self.does)
        body.addWidget(self.found, 1)
        self._panes = WithPanel(self._content, self._services.settings, "phase")
        below = QVBoxLayout()
        body.addLayout(below)
        self._panes.hold(self.details, below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self.setAccessibleName(_("Phase"))
