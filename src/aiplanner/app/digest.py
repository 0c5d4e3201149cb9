"""The few facts of a programme that the library's list shows, kept beside it when it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from aiplanner.domain.cycle import Phase
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import counts, schedule


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session as the list knows it: its day and the phase it works on first."""

    day: date | None
    phase: Phase | None


@dataclass(frozen=True, slots=True)
class Digest:
    """The sessions in order, and the minutes of all of them."""

    meetings: tuple[Meeting, ...] = ()
    minutes: int = 0

    def next(self, today: date) -> tuple[int, date] | None:
        """Number (from 1) and day of the first session that is today or later."""
        days = [(m.day, n) for n, m in enumerate(self.meetings, 1) if m.day and m.day >= today]
        if not days:
            return None
        day, number = min(days)
        return number, day

    def phase(self, today: date) -> Phase | None:
        """The phase the programme is in: that of its next session, else of the last one held."""
        coming = self.next(today)
        if coming is not None:
            return self.meetings[coming[0] - 1].phase
        held = [m.phase for m in self.meetings if m.day and m.phase]
        return held[-1] if held else next((m.phase for m in self.meetings if m.phase), None)

    def finished(self, today: date) -> bool:
        """Whether every session has a day and all are past."""
        days = [meeting.day for meeting in self.meetings]
        return bool(days) and all(day is not None and day < today for day in days)


def digest(programme: Programme) -> Digest:
    """The facts of a programme for the library's list."""
    return Digest(
        meetings=tuple(_meeting(programme, session) for session in programme.sessions),
        minutes=sum(clock.end - clock.start for clock in schedule(programme)),
    )


def _meeting(programme: Programme, session: Session) -> Meeting:
    phases = (i.phase for i in programme.walk(session.id) if i.phase is not None and counts(i))
    return Meeting(session.day, next(phases, None))


def digest_text(facts: Digest) -> str:
    """A digest as one line for the store: `minutes|day phase;day phase`, empty where unknown."""
    meetings = ";".join(
        f"{m.day.isoformat() if m.day else ''} {m.phase or ''}" for m in facts.meetings
    )
    return f"{facts.minutes}|{meetings}"


def read_digest(text: str) -> Digest:
    """The digest of such a line."""
    minutes, _, meetings = text.partition("|")
    return Digest(
        tuple(_read_meeting(part) for part in meetings.split(";") if part), int(minutes or 0)
    )


@lru_cache(maxsize=4096)  # ten thousand programmes meet on a few hundred days
def _read_meeting(text: str) -> Meeting:
    day, _, phase = text.partition(" ")
    return Meeting(date.fromisoformat(day) if day else None, Phase(phase) if phase else None)
