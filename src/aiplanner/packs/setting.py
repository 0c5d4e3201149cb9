"""What every document of a pack is written from: the programme, its clocks, the sheet, the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from aiplanner.app.printing import PackOptions
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, session_clock
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate


@dataclass(frozen=True, slots=True)
class Draft:
    """A document, or the sheet of one session, as its module writes it."""

    title: str
    """How the running heads call it."""
    story: Story
    number: str = ""
    """The session, or "session.item", that it belongs to."""
    session: str = ""
    """The name of its session, where there is one sheet a session."""
    of: RowId | None = None
    """That session."""


class Setting:
    """The programme as one pack prints it. `sessions` are the chosen ones, in order."""

    def __init__(self, programme: Programme, options: PackOptions, gate: Gate) -> None:
        self.programme, self.options, self.gate = programme, options, gate
        self.head = programme.head
        self.cut = False
        """Whether there are sheets that are left out, as only a glimpse is wanted."""

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions to print."""
        chosen = self.options.sessions
        return tuple(s for s in self.programme.sessions if chosen is None or s.id in chosen)

    def sheets(self, sessions: Sequence[Session]) -> Sequence[Session]:
        """Those of the sessions for which a document that has a sheet for each is to write it.

        In a glimpse that is one: the one looked at, or the first where that one has no sheet.
        """
        glimpse = self.options.glimpse
        if glimpse is None or glimpse.session is None:
            return sessions
        seen = [s for s in sessions if s.id == glimpse.session] or sessions[:1]
        self.cut |= len(seen) < len(sessions)
        return seen

    @cached_property
    def clocks(self) -> dict[str, SessionClock]:
        """The computed times of the chosen sessions, by session."""
        return {s.id: session_clock(self.programme, s) for s in self.sessions}

    def sheet(self, *, punched: bool = False, close: bool = False, wide: bool = False) -> Sheet:
        """The sheet to print on; facilitators' documents are punched."""
        size, paper = Print(self.options.print_size), Paper(self.options.paper)
        return Sheet(size, paper, punched, close, wide, self.options.duplex)

    def items(self, session: Session) -> Iterable[Item]:
        """All items of a session, those of strands after their breakout."""
        return self.programme.walk(session.id)


Write = Callable[[Setting, Blocks], Iterable[Draft]]
"""A document's module has one function of this shape: `drafts`."""
