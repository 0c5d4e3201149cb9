"""What a rule says of a programme: silent for want of data, satisfied, or a few hints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from aiplanner.domain.cycle import RESTS
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, Slot, counts, session_clock
from aiplanner.domain.thread import Thread, thread_of

Facts = Mapping[str, object]
Fault = tuple[RowId | None, Facts]
"""The row to jump to, and what fills the sentence."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Advice on one row; `facts` fill the sentence of its rule."""

    rule: str
    row: RowId | None
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says. Not `known`: there is nothing to judge yet. Known without hints: ✓."""

    rule: str
    known: bool
    hints: tuple[Hint, ...] = ()
    dismissed: tuple[Hint, ...] = ()
    """What it would say, had the team not chosen to do without."""

    @property
    def satisfied(self) -> bool:
        """Whether there was something to judge and nothing to say."""
        return self.known and not self.hints and not self.dismissed


def judged(rule: str, known: object, faults: Iterable[Fault] = ()) -> Verdict:
    """The verdict of a rule that looked at something (`known`) and found these faults."""
    hints = tuple(Hint(rule, row, facts) for row, facts in faults) if known else ()
    return Verdict(rule, bool(known), hints)


@dataclass(frozen=True)
class Laid:
    """A programme with its sessions laid on the clock, once for all rules that look at times."""

    programme: Programme

    @cached_property
    def sessions(self) -> tuple[tuple[Session, SessionClock], ...]:
        """The sessions in order, each with its clock."""
        sessions = self.programme.sessions
        return tuple((session, session_clock(self.programme, session)) for session in sessions)

    @cached_property
    def thread(self) -> Thread:
        """The findings and the links between them, walked by several rules."""
        return thread_of(self.programme)

    @cached_property
    def planned(self) -> tuple[Item, ...]:
        """All items that are neither parked nor skipped, nor in a breakout that is."""
        return tuple(item for session in self.programme.sessions for item in self._live(session.id))

    def work(self, session: Session) -> tuple[Item, ...]:
        """What a session's people do, in order and without rests; strands after their breakout."""
        return tuple(
            item for item in self._live(session.id) if counts(item) and item.kind not in RESTS
        )

    def slots(self, session: Session, clock: SessionClock) -> tuple[tuple[Item, Slot], ...]:
        """The outermost items of a session that take part in its clock, in order."""
        items = self.programme.items_of(session.id)
        return tuple((item, clock.slots[item.id]) for item in items if counts(item))

    def _live(self, parent: RowId) -> Iterator[Item]:
        for item in self.programme.items_of(parent):
            if item.live:
                yield item
                for strand in self.programme.strands_of(item.id):
                    yield from self._live(strand.id)


Check = Callable[[Laid], Verdict]
"""A rule: a pure function of its own."""
