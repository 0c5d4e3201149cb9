"""What is noted while a session runs as rows: where it stands, and how long things really took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from aiplanner.domain.ids import RowId

RUN = "run"
"""What the id of a run is derived from, in the namespace of its session's id."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where a session that is being held stands. Its id is `derived_id(session_id, "run")`.

    Moments are in UTC, to the second. `item_id` is a note and no parent: an item that was deleted
    meanwhile leaves the run where the plan goes on.
    """

    id: RowId
    session_id: RowId
    began: datetime
    item_id: RowId | None = None
    """The outermost item under way; None: before the first, or after the last (`ended`)."""
    since: datetime | None = None
    """When that item began."""
    extra: int = 0
    """Minutes given to it (+5) or taken from it (-5) while it runs."""
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """When an item really began and ended. Its id is `derived_id(item_id, "timing")`.

    Moments are in UTC, to the second.
    """

    id: RowId
    item_id: RowId
    began: datetime
    ended: datetime
