"""Keep an open programme in the library: after a pause, after a failure, with a colleague."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from aiplanner.app.digest import digest
from aiplanner.app.document import OpenDocument
from aiplanner.app.ports import Library, Stale
from aiplanner.domain.delta import Clash, Conflict, Delta, diff, settle
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.jobs import Jobs

State = Literal["saved", "unsaved", "saving", "retrying"]

QUIET_MS = 800
"""Milliseconds without an edit after which the programme is stored."""
FIRST_WAIT_MS, LONGEST_WAIT_MS = 2_000, 60_000
"""Milliseconds until a failed save is tried again; doubled each time."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in with a colleague's save: the delta, and where mine stood against theirs."""

    delta: Delta
    clashes: tuple[Clash, ...]
    theirs: Programme


class Saving(QObject):
    """The way of one open programme into the library and of colleagues' saves out of it."""

    state_changed = Signal()
    merged = Signal(object)
    """Merged: a colleague's save was taken under my edits."""
    trouble = Signal(str)
    """A sentence: the world refuses; it will be tried again."""

    def __init__(
        self,
        opened: OpenDocument,
        library: Library,
        jobs: Jobs,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._library, self._jobs, self._now = opened, library, jobs, now
        self._wait = FIRST_WAIT_MS
        self._failed = False
        self._at_once = False
        """Whether what comes while a save is under way is to be stored right after it."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def state(self) -> State:
        """Where the last edit is: in the library, on its way, or waiting for another try."""
        if self._opened.saving:
            return "saving"
        if not self._opened.dirty:
            return "saved"
        return "retrying" if self._failed else "unsaved"

    def edited(self) -> None:
        """Something changed: store it after a pause (a failed save keeps its own time)."""
        if not self._failed:
            self._timer.start(QUIET_MS)
        self.state_changed.emit()

    def flush(self) -> None:
        """Store now what is not stored; while a save is under way, right after it."""
        self._timer.stop()
        self._at_once = self._opened.saving
        save = self._opened.next_save()
        if save is None:
            return
        library, now = self._library, self._now()
        self._jobs.start(lambda _: library.save(save, now), self._on_saved, self._on_failed)
        self.state_changed.emit()

    def stop(self) -> None:
        """Try nothing any more."""
        self._timer.stop()

    def _on_saved(self, revision: int) -> None:
        self._opened.saved(revision)
        self._wait, self._failed = FIRST_WAIT_MS, False
        if self._opened.dirty and self._at_once:
            self.flush()
        elif self._opened.dirty:
            self._timer.start(QUIET_MS)
        self.state_changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Stale):
            library, key = self._library, self._opened.now.id
            self._jobs.start(lambda _: library.load(key), self._on_theirs, self._on_unloadable)
            return
        self._opened.failed()
        self._failed = True
        self._timer.start(self._wait)
        self._wait = min(self._wait * 2, LONGEST_WAIT_MS)
        self.state_changed.emit()
        if not is_known(error):
            raise error
        self.trouble.emit(sentence(error))

    def _on_theirs(self, loaded: tuple[Programme, int]) -> None:
        theirs, revision = loaded
        clashes: tuple[Clash, ...] = ()
        try:
            delta = self._opened.adopt(theirs, revision)
        except Conflict:
            delta, clashes = self._settle(theirs, revision)
        self._wait, self._failed = FIRST_WAIT_MS, False
        self.merged.emit(Merged(delta, clashes, theirs))
        self.flush()
        self.state_changed.emit()

    def _settle(self, theirs: Programme, revision: int) -> tuple[Delta, tuple[Clash, ...]]:
        mine, clashes = settle(self._opened.now, diff(self._opened.stored, theirs))
        return self._opened.adopt_with(mine, theirs, revision), clashes

    def _on_unloadable(self, error: BaseException) -> None:
        gone = isinstance(error, PlanError) and error.code == "programme-gone"
        if not gone:
            self._on_failed(error)
            return
        # Deleted for good in another window while it was edited here: the work is kept.
        library, kept, now = self._library, self._opened.now, self._now()
        self._jobs.start(
            lambda _: library.add(kept, digest(kept), now),
            lambda revision: self._on_theirs((kept, revision)),
            self._on_failed,
            owner=self,
        )
