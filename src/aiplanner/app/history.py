"""Undo and redo as two stacks of deltas."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from aiplanner.domain.delta import Delta, apply, diff
from aiplanner.domain.programme import Programme

LIMIT = 500


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable edit. Steps with the same merge key run together until sealed."""

    label: str
    delta: Delta
    merge_key: Hashable = None


class History:
    """The edits of one open programme that can be taken back or done again."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._limit = limit

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        return self._redo[-1].label if self._redo else None

    def record(
        self, before: Programme, after: Programme, label: str, merge_key: Hashable = None
    ) -> None:
        """Remember an edit; typing (same merge key as the last step) joins that step."""
        self._redo.clear()
        if merge_key is not None and self._undo and self._undo[-1].merge_key == merge_key:
            before = apply(before, self._undo.pop().delta.inverted())
        if delta := diff(before, after):
            self._undo.append(Step(label, delta, merge_key))
            del self._undo[: -self._limit]

    def seal(self) -> None:
        """End the running step: focus left, a pause, or a colleague's change came in."""
        if self._undo:
            self._undo[-1] = replace(self._undo[-1], merge_key=None)

    def undo(self, programme: Programme) -> Programme:
        """Take the last edit back; Conflict (nothing moved) when a colleague changed the same."""
        step = self._undo[-1]
        undone = apply(programme, step.delta.inverted())
        self._redo.append(replace(self._undo.pop(), merge_key=None))
        self.seal()
        return undone

    def redo(self, programme: Programme) -> Programme:
        """Do the last undone edit again; Conflict like `undo`."""
        redone = apply(programme, self._redo[-1].delta)
        self._undo.append(self._redo.pop())
        return redone
