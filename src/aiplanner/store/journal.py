"""Note every save: what changed, when, and who did it."""

from __future__ import annotations

import getpass
from datetime import datetime

from sqlalchemy import Connection, insert

from aiplanner.app.interchange import delta_to_json
from aiplanner.domain.delta import Delta
from aiplanner.domain.ids import RowId

from .columns import moment
from .schema import journal


def note(
    connection: Connection, programme_id: RowId, revision: int, delta: Delta, now: datetime
) -> None:
    """Note the delta that led to `revision`, in the transaction that stores it."""
    connection.execute(
        insert(journal).values(
            programme_id=programme_id,
            revision=revision,
            time=moment(now),
            who=who(),
            delta=delta_to_json(delta),
        )
    )


def who() -> str:
    """The name this person has on this computer; empty where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # which of them is the platform's and Python's choice
        return ""
