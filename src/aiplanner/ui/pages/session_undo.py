"""Go where undo and redo have changed something, so that nothing changes out of sight."""

from __future__ import annotations

from aiplanner.domain.delta import Change, Delta
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row, Session, parents
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class UndoFollower:
    """Shows the session concerned and chooses what came back or changed.

    It must be made after the session list and the model, so that it finds them up to date.
    """

    def __init__(
        self,
        document: Document,
        sessions: SessionList,
        model: RunningOrderModel,
        table: RunningOrderView,
    ) -> None:
        self._document, self._sessions = document, sessions
        self._model, self._table = model, table
        self._labels = self._history()
        document.changed.connect(self._on_changed)

    def _history(self) -> tuple[str | None, str | None]:
        history = self._document.history
        return history.undo_label, history.redo_label

    def _stepped(self) -> bool:
        """Whether this change was an undo or a redo: a label went from one stack to the other."""
        (undo, redo), self._labels = self._labels, self._history()
        undone = undo is not None and self._labels[1] == undo
        redone = redo is not None and self._labels[0] == redo
        return undone or redone

    def _on_changed(self, delta: Delta) -> None:
        if not self._stepped():
            return
        touched = [s for s in map(self._session_of, delta.rows.values()) if s is not None]
        if touched and self._sessions.current not in touched:
            self._sessions.show(touched[0])
        came = [key for key, change in delta.rows.items() if change.before is None]
        self._choose(came or [key for key, change in delta.rows.items() if change.after])

    def _choose(self, keys: list[RowId]) -> None:
        self._model.reveal(*keys)
        shown = [key for key in keys if self._model.row_of_id(key) is not None]
        if not shown:
            now = self._document.now
            shown = [
                parent
                for key in keys
                for parent in parents(now.rows[key])
                if self._model.row_of_id(parent) is not None
            ]
        line = self._table.line_in_focus()
        if not shown and line is not None:
            self._table.choose(self._table.currentIndex().row())  # what went was the chosen row
        if shown and (line is None or line.row not in shown):
            self._table.choose_all(shown)

    def _session_of(self, change: Change) -> RowId | None:
        row = change.after or change.before
        return _session(self._document.now, row) if row is not None else None


def _session(programme: Programme, row: Row) -> RowId | None:
    """The session in which a row stands, or stood, as far as its parents are still there."""
    here: Row | None = row
    while here is not None:
        if isinstance(here, Session):
            return here.id if here.id in programme.rows else None
        if isinstance(here, Item) and here.session_id is not None:
            return here.session_id if here.session_id in programme.rows else None
        above = parents(here)
        here = programme.rows.get(above[0]) if above else None
    return None
