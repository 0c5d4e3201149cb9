"""The thread as a table: what is found, what it is tied to, and what it lacks."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from aiplanner.app.thread_words import ties_words
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import Index, LinesModel, Role
from aiplanner.ui.models.thread import Card, Scene, changed_spans


class Column(IntEnum):
    """The columns of the list."""

    KIND = 0
    TEXT = 1
    TIES = 2
    LACKS = 3


class ThreadListModel(LinesModel[Card]):
    """One row a card, in the order of a cycle; in words the same as the picture."""

    def __init__(self) -> None:
        super().__init__((_("What"), _("Finding"), _("Tied to"), _("Not tied yet")))
        self._scene: Scene | None = None

    def show(self, scene: Scene) -> None:
        """Show a thread as it is now."""
        self._scene = scene
        follow(self, self._lines, scene.cards, lambda card: card.id)
        before, self._lines = self._lines, list(scene.cards)
        span = changed_spans(before, self._lines)
        if span is not None:
            first, last = span
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def row_of(self, finding: RowId) -> int | None:
        """Where a finding is in the list."""
        return next((n for n, card in enumerate(self._lines) if card.id == finding), None)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell says."""
        card = self.line(index)
        if card is None or self._scene is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        match Column(index.column()):
            case Column.KIND:
                return card.kind[:1].upper() + card.kind[1:]
            case Column.TEXT:
                return f"{card.text} ({card.fact})" if card.fact else card.text
            case Column.TIES:
                return ties_words(self._scene.thread, card.id)
            case Column.LACKS:
                return card.lacks
