"""The hints on the open programme, judged anew in a quiet moment after edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from aiplanner.app.hint_words import OF_THE_CYCLE
from aiplanner.app.hints import HintLine, LeftLine, MendLine, hint_words
from aiplanner.app.mend_words import mending_tools, with_mends
from aiplanner.domain.ids import RowId
from aiplanner.domain.mends import Tools
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.ui.document import Document
from aiplanner.ui.jobs import Ticket
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.services import Services

QUIET_MS = 600
"""Milliseconds without an edit after which the rules look at the programme again."""

Key = tuple[str, RowId | None, str]
"""What tells hints apart (`HintLine.key`)."""
Jump = tuple[str, RowId | None]
"""The key of a page, and the row there."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of a programme, in words: what speaks, is satisfied, or is left."""

    programme: Programme
    lines: tuple[HintLine, ...]
    """With what would mend them, as far as that was looked for."""
    satisfied: tuple[str, ...]
    left: tuple[LeftLine, ...]


def judge(programme: Programme) -> Judged:
    """Ask all rules; too long for the GUI thread where a programme is large."""
    words = hint_words(programme)
    return Judged(programme, words.lines, words.satisfied, words.left)


def look_for_mends(
    programme: Programme, lines: Sequence[HintLine], tools: Callable[[], Tools], ticket: Ticket
) -> tuple[HintLine, ...]:
    """These hints with what would mend them: each mend is tried, so ask for few at a time."""
    found, ready = list[HintLine](), tools()
    for number, line in enumerate(lines):
        ticket.step(number, len(lines))
        found.append(with_mends(programme, line, ready))
    return tuple(found)


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
    """Works while its page is on show, on the worker and never while somebody types.

    What would mend a hint is looked for when it is on show, and not for all of them.
    """

    changed = Signal()
    """`judged` is another one now."""

    def __init__(self, document: Document, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._document, self._services = document, services
        self.judged: Judged | None = None
        """None until the rules have looked once."""
        self._asked: Programme | None = None
        self._ticket: Ticket | None = None
        self._search: Ticket | None = None
        self._sought: frozenset[Key] = frozenset()
        """Hints of which we know what would mend them in the programme that was judged."""
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

    def find_mends(self, lines: Sequence[HintLine]) -> None:
        """Look for what would mend these hints, which are on show; `changed` tells when found."""
        judged = self.judged
        wanted = tuple(line for line in lines if line.key not in self._sought)
        if judged is None or not wanted or judged.programme is not self._document.now:
            return
        self._stop_search()
        programme, tools = judged.programme, self._tools()
        self._search = self._services.jobs.start(
            lambda ticket: look_for_mends(programme, wanted, tools, ticket),
            self._on_found,
            self._on_failed,
            owner=self,
        )

    def mends_now(self, line: HintLine) -> tuple[MendLine, ...]:
        """What would mend a hint in the programme as it is now."""
        now, judged = self._document.now, self.judged
        if judged is not None and judged.programme is now and line.key in self._sought:
            return line.mends
        same = (one for one in judge(now).lines if (one.rule, one.row) == (line.rule, line.row))
        tools = self._tools()()
        return tuple(mend for one in same for mend in with_mends(now, one, tools).mends)

    def _tools(self) -> Callable[[], Tools]:
        """Makes the tools where they are used: their first making reads files."""
        today = self._services.today()
        return partial(mending_tools, self._services.new_id, today)

    def _stop_search(self) -> None:
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def _on_changed(self) -> None:
        self._stop_search()
        if self._page.isVisible():
            self._quiet.start()

    def _ask(self) -> None:
        programme = self._document.now
        if programme is self._asked:
            return
        self._asked = programme
        if self._ticket is not None:
            self._ticket.cancel()  # its answer would be out of date
        self._ticket = self._services.jobs.start(
            lambda _ticket: judge(programme), self._on_judged, self._on_failed, owner=self
        )

    def _on_judged(self, judged: Judged) -> None:
        self._ticket = None
        # What was offered stays on its button until it is known anew; the desk looks before it does
        # anything, and a button that goes and comes would lose the focus.
        known = self.judged.lines if self.judged is not None else ()
        self._take(judged, {line.key: line.mends for line in known if line.mends})
        self._sought = frozenset()
        self.changed.emit()

    def _on_found(self, found: tuple[HintLine, ...]) -> None:
        self._search = None
        if self.judged is not None:
            self._take(self.judged, {line.key: line.mends for line in found})
            self._sought |= {line.key for line in found}
            self.changed.emit()

    def _take(self, judged: Judged, mends: Mapping[Key, tuple[MendLine, ...]]) -> None:
        lines = (
            replace(one, mends=mends[one.key]) if one.key in mends else one for one in judged.lines
        )
        self.judged = replace(judged, lines=tuple(lines))

    def _on_failed(self, error: BaseException) -> None:
        raise error  # rules refuse nothing: whatever they raise is a mistake of ours
