"""The hints on the open programme, judged anew in a quiet moment after edits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from aiplanner.app.hint_words import OF_THE_CYCLE
from aiplanner.app.hints import HintLine, LeftLine, hint_words
from aiplanner.app.mend_words import mending_tools, with_mends
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.ui.document import Document
from aiplanner.ui.jobs import Ticket
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.services import Services

QUIET_MS = 600
"""Milliseconds without an edit after which the rules look at the programme again."""

Jump = tuple[str, RowId | None]
"""The key of a page, and the row there."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of a programme, in words: what speaks, is satisfied, or is left."""

    programme: Programme
    lines: tuple[HintLine, ...]
    """With what would mend them."""
    satisfied: tuple[str, ...]
    left: tuple[LeftLine, ...]


def judge(programme: Programme, new_id: NewId, today: date) -> Judged:
    """Ask all rules; too long for the GUI thread where a programme is large."""
    words, tools = hint_words(programme), mending_tools(new_id, today)
    lines = tuple(with_mends(programme, line, tools) for line in words.lines)
    return Judged(programme, lines, words.satisfied, words.left)


def jump_of(programme: Programme, line: HintLine) -> Jump | None:
    """Where a hint can be followed; None where no page shows its row yet."""
    if line.row is None:
        return "sessions", None
    shown = shown_by(programme, line.row)
    if shown is None or (shown[0] == "overview" and line.row != programme.id):
        return None
    return shown


def session_of(programme: Programme, line: HintLine) -> RowId | None:
    """The session that a hint speaks of; None for the whole cycle."""
    if line.row is None or line.rule in OF_THE_CYCLE:
        return None
    shown = shown_by(programme, line.row)
    row = programme.rows.get(shown[1]) if shown is not None else None
    if isinstance(row, Item):
        return programme.session_of(row).id
    return row.id if isinstance(row, Session) else None


class Hints(QObject):
    """Works while its page is on show, on the worker and never while somebody types."""

    changed = Signal()
    """`judged` is another one now."""

    def __init__(self, document: Document, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._document, self._services = document, services
        self.judged: Judged | None = None
        """None until the rules have looked once."""
        self._asked: Programme | None = None
        self._ticket: Ticket | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._ask)
        self._page = page
        page.installEventFilter(self)
        document.changed.connect(self._on_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at once when the page comes, and rest while it is away."""
        if event.type() is QEvent.Type.Show:
            self._ask()
        elif event.type() is QEvent.Type.Hide:
            self._quiet.stop()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Have the rules look at once; for changes that were made because of a hint."""
        self._quiet.stop()
        self._ask()

    def _on_changed(self) -> None:
        if self._page.isVisible():
            self._quiet.start()

    def _ask(self) -> None:
        programme = self._document.now
        if programme is self._asked:
            return
        self._asked = programme
        if self._ticket is not None:
            self._ticket.cancel()  # its answer would be out of date
        new_id, today = self._services.new_id, self._services.now().astimezone().date()
        self._ticket = self._services.jobs.start(
            lambda _ticket: judge(programme, new_id, today),
            self._on_judged,
            self._on_failed,
            owner=self,
        )

    def _on_judged(self, judged: Judged) -> None:
        self._ticket = None
        self.judged = judged
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        raise error  # rules refuse nothing: whatever they raise is a mistake of ours
