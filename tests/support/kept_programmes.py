"""Programmes in a library, put there and changed as the use cases do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from aiplanner.app.digest import digest
from aiplanner.app.ports import Library, Save, Shelf
from aiplanner.domain.content import StarterFinding
from aiplanner.domain.cycle import Level
from aiplanner.domain.delta import diff
from aiplanner.domain.findings import Sort
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Strand
from tests.support.plans import breakout, item, plan, session, strand

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def keep(library: Library, programme: Programme, now: datetime = NOW) -> Programme:
    """Add a programme as the use cases do."""
    library.add(programme, digest(programme), now)
    return programme


def keep_titled(library: Library, *titles: str) -> list[RowId]:
    """Add a programme of each title, the later ones changed later; their ids."""
    kept = [empty_programme(new_id(), title) for title in titles]
    for minutes, programme in enumerate(kept):
        keep(library, programme, NOW + timedelta(minutes=minutes))
    return [programme.id for programme in kept]


def store(library: Library, before: Programme, base: int, after: Programme) -> int:
    """Save the step from one state to another; the new revision."""
    return library.save(Save(before.id, base, diff(before, after), after), LATER)


def workshop() -> Programme:
    """A session with a breakout of two strands, a session after it, and a thread of findings."""
    tracks = breakout(
        "Tracks", strand("Left", item("Story circle", "30")), strand("Right", item("Map", "30"))
    )
    return plan(
        session("10:00", item("Welcome", "10"), tracks, title="Morning"),
        session("13:00", item("Close", "15"), title="Afternoon"),
        title="Workshop",
        found=(
            StarterFinding(Sort.STORY, "The taxi", name="taxi", teller="S1"),
            StarterFinding(Sort.THEME, "Asking early", name="asking", grown_from=("taxi",)),
            StarterFinding(Sort.THEME, "Quiet", name="quiet", grown_from=("taxi",), votes=5),
            StarterFinding(
                Sort.PROMISE,
                "I ask first",
                grown_from=("asking", "quiet"),
                kind="offer",
                due=date(2027, 3, 1),
                level=Level.PERSONAL,
            ),
        ),
    )


def titles(library: Library, words: str = "", shelf: Shelf | None = Shelf.ACTIVE) -> list[str]:
    """What the list shows, by title."""
    return [summary.title for summary in library.summaries(shelf, words)]


def named_strand(programme: Programme, title: str) -> Strand:
    """The one strand of that title."""
    strands = [row for row in programme.rows.values() if isinstance(row, Strand)]
    [found] = [row for row in strands if row.title == title]
    return found
