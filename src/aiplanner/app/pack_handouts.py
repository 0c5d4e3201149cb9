"""Find the handouts that a running order names."""

from __future__ import annotations

from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme


def named_handouts(
    programme: Programme, sessions: tuple[RowId, ...] | None = None
) -> frozenset[str]:
    """Keys of the handouts that planned items of these sessions (None: all) name."""
    chosen = (s for s in programme.sessions if sessions is None or s.id in sessions)
    items = (item for session in chosen for item in programme.walk(session.id))
    planned = (item for item in items if item.live)
    named = (sheet.handout for item in planned for sheet in programme.sheets_of(item.id))
    return frozenset(key for key in named if key)
