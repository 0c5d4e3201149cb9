"""The open programme as pages see it: its value, its edits, and signals for what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from aiplanner.app.document import Change, OpenDocument
from aiplanner.app.history import History
from aiplanner.app.ports import Library
from aiplanner.domain.delta import Delta
from aiplanner.domain.programme import Programme
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.saving import Merged, Saving, State

SILENCE_MS = 2_000
"""Milliseconds of silence after which typing on begins a new step of undo."""


class Document(QObject):
    """One programme, open in one window; the only place where its present value is replaced."""

    changed = Signal(object)
    """Delta: these rows are different now."""
    state_changed = Signal()
    """The mark of saving, or what can be undone, is different now."""
    merged = Signal(object)
    """Merged: a colleague's save came in."""
    trouble = Signal(str)
    """A sentence for the banner: saving fails and is tried again."""

    def __init__(
        self,
        opened: OpenDocument,
        library: Library,
        jobs: Jobs,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._saving = Saving(opened, library, jobs, now, self)
        self._saving.state_changed.connect(self.state_changed)
        self._saving.trouble.connect(self.trouble)
        self._saving.merged.connect(self._on_merged)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENCE_MS)
        self._silence.timeout.connect(self.seal)

    @property
    def now(self) -> Programme:
        """The programme with every edit."""
        return self._opened.now

    @property
    def revision(self) -> int:
        """The library's revision that it is based on."""
        return self._opened.revision

    @property
    def history(self) -> History:
        """What can be undone and redone, by label."""
        return self._opened.history

    @property
    def state(self) -> State:
        """Where the last edit is."""
        return self._saving.state

    def edit(self, label: str, change: Change, merge_key: Hashable = None) -> None:
        """Make an edit; PlanError from `change` leaves everything as it was.

        Edits with the same `merge_key` are one step of undo until `seal` or two silent seconds.
        """
        delta = self._opened.edit(label, change, merge_key)
        if merge_key is not None:
            self._silence.start()
        self._show(delta)

    def undo(self) -> None:
        """Take the last edit back; Conflict when a colleague has changed the same since."""
        self._show(self._opened.undo())

    def redo(self) -> None:
        """Do the last undone edit again; Conflict like `undo`."""
        self._show(self._opened.redo())

    def seal(self) -> None:
        """End the running step of typing: the focus left, or two seconds went by."""
        self._silence.stop()
        self.history.seal()

    def flush(self) -> None:
        """Store now what is not stored."""
        self._saving.flush()

    def close(self) -> None:
        """Store what is not stored and try nothing more after that."""
        self.seal()
        self._saving.flush()
        self._saving.stop()

    def _show(self, delta: Delta) -> None:
        if not delta:
            return
        self.changed.emit(delta)
        self._saving.edited()

    def _on_merged(self, merged: Merged) -> None:
        if merged.delta:
            self.changed.emit(merged.delta)
        self.merged.emit(merged)
