"""One open programme: what the user sees, what the library holds, and the road back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from aiplanner.app.history import History, KeptStep, steps_between
from aiplanner.app.ports import Save
from aiplanner.domain.delta import NOTHING, Delta, apply, diff
from aiplanner.domain.programme import Programme

Change = Callable[[Programme], Programme]


class OpenDocument:
    """The programme as edited (`now`), the state last stored, and the history between."""

    def __init__(self, programme: Programme, revision: int, steps: Sequence[KeptStep] = ()) -> None:
        self._now = programme
        self._stored = programme
        self._sending: Programme | None = None
        self._unsure: tuple[Programme, ...] = ()
        self._revision = revision
        self.history = History(kept=steps)
        self._kept_steps: Sequence[KeptStep] = steps
        self._sending_steps: Sequence[KeptStep] = steps

    @property
    def now(self) -> Programme:
        """The programme with every edit."""
        return self._now

    @property
    def stored(self) -> Programme:
        """The programme as the library holds it, as far as is known here."""
        return self._stored

    @property
    def revision(self) -> int:
        """The library's revision that `now` is based on."""
        return self._revision

    @property
    def dirty(self) -> bool:
        """Whether there is anything the library does not hold yet."""
        return self._now != self._stored

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._sending is not None

    def edit(self, label: str, change: Change, merge_key: Hashable = None) -> Delta:
        """Make an edit; PlanError from `change` leaves everything as it was."""
        after = change(self._now)
        delta = self.history.record(self._now, after, label, merge_key)
        self._now = after
        return delta

    def undo(self) -> Delta:
        """Take the last edit back; nothing when there is none; Conflict as `History.undo`."""
        if self.history.undo_label is None:
            return NOTHING
        return self._become(self.history.undo(self._now))

    def redo(self) -> Delta:
        """Do the last undone edit again; nothing when there is none."""
        if self.history.redo_label is None:
            return NOTHING
        return self._become(self.history.redo(self._now))

    def next_save(self) -> Save | None:
        """What to store now, or None: nothing new, or a save is under way."""
        if self._sending is not None or not self.dirty:
            return None
        self._sending = self._now
        self._sending_steps = self.history.to_keep()
        steps = steps_between(self._kept_steps, self._sending_steps)
        return Save(self._now.id, self._revision, diff(self._stored, self._now), self._now, steps)

    def saved(self, revision: int) -> None:
        """The save under way is stored."""
        assert self._sending is not None, "no save is under way"
        self._stored, self._sending, self._revision = self._sending, None, revision
        self._kept_steps = self._sending_steps
        self._unsure = ()

    def failed(self) -> None:
        """The save under way did not happen, or nobody can tell; the edits are still here."""
        if self._sending is not None and self._sending not in self._unsure:
            self._unsure = (*self._unsure, self._sending)
        self._sending = None

    def adopt(self, theirs: Programme, revision: int) -> Delta:
        """Take a colleague's save under my unsaved edits; Conflict when both changed one field.

        What turns out to be my own save, which came through although it failed, is no conflict.
        """
        if theirs in self._unsure:
            return self._rebase(self._now, theirs, revision)
        merged = apply(self._now, diff(self._stored, theirs))
        return self._rebase(merged, theirs, revision)

    def adopt_with(self, mine: Programme, theirs: Programme, revision: int) -> Delta:
        """Take a colleague's save; `mine` is the programme with every conflict settled."""
        return self._rebase(mine, theirs, revision)

    def _rebase(self, merged: Programme, theirs: Programme, revision: int) -> Delta:
        self._stored, self._sending, self._revision = theirs, None, revision
        self._unsure = ()
        self.history.seal()
        return self._become(merged)

    def _become(self, after: Programme) -> Delta:
        before, self._now = self._now, after
        return diff(before, after)
