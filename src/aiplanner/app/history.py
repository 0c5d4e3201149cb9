"""Undo and redo as two stacks of deltas, and what of them is kept with the programme."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aiplanner.domain.delta import Delta, apply, diff
from aiplanner.domain.programme import Programme

LIMIT = 500
KEPT = 200
"""So many steps of the way back are kept in the library, for the day the programme is reopened."""


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable edit. Steps with the same merge key run together until sealed."""

    label: str
    delta: Delta
    number: int
    """Counts the steps of a programme from 1; a later step has a higher one."""
    merge_key: Hashable = None


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step as the library keeps it."""

    number: int
    label: str
    delta: Delta
    undone: bool = False

    def same_as(self, other: KeptStep | None) -> bool:
        """Whether it is that step; deltas are never changed, so looking at which one will do."""
        return other is not None and (self.delta is other.delta and self.undone is other.undone)


@dataclass(frozen=True, slots=True)
class StepsToKeep:
    """What of the history is another than what the library keeps."""

    dropped: tuple[int, ...] = ()
    """Numbers of steps that are no more."""
    kept: tuple[KeptStep, ...] = ()
    """Steps that are new, or have changed, by number."""


NO_STEPS = StepsToKeep()


class History:
    """The edits of one open programme that can be taken back or done again."""

    def __init__(self, limit: int = LIMIT, kept: Sequence[KeptStep] = ()) -> None:
        self._undo = [_step(step) for step in kept if not step.undone]
        self._redo = [_step(step) for step in reversed(kept) if step.undone]
        self._next = max((step.number for step in kept), default=0) + 1
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
    ) -> Delta:
        """Remember an edit and tell what it changed; typing (same merge key) joins its step."""
        delta = diff(before, after)
        if not delta:
            return delta
        self._redo.clear()
        whole, number = delta, self._next
        if merge_key is not None and self._undo and self._undo[-1].merge_key == merge_key:
            step = self._undo.pop()
            whole, number = diff(apply(before, step.delta.inverted()), after), step.number
        if whole:
            self._undo.append(Step(label, whole, number, merge_key))
            self._next = number + 1
            del self._undo[: -self._limit]
        return delta

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

    def to_keep(self) -> tuple[KeptStep, ...]:
        """The newest steps as the library keeps them, by number; those undone come last."""
        return tuple(self._kept())

    def _kept(self) -> Iterator[KeptStep]:
        for step in self._undo[-KEPT:]:
            yield KeptStep(step.number, step.label, step.delta)
        for step in reversed(self._redo[-KEPT:]):
            yield KeptStep(step.number, step.label, step.delta, undone=True)


def steps_between(before: Sequence[KeptStep], after: Sequence[KeptStep]) -> StepsToKeep:
    """What makes the steps that the library keeps into those of now."""
    known: Mapping[int, KeptStep] = {step.number: step for step in before}
    there = {step.number for step in after}
    return StepsToKeep(
        dropped=tuple(number for number in known if number not in there),
        kept=tuple(step for step in after if not step.same_as(known.get(step.number))),
    )


def _step(kept: KeptStep) -> Step:
    return Step(kept.label, kept.delta, kept.number)
