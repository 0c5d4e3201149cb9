"""Remember which filled forms were taken in, so that the same one is known when it comes again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId

from .columns import moment
from .schema import programme, returned_form


def returned(connection: Connection, programme_id: RowId) -> frozenset[str]:
    """The fingerprints of what was taken in."""
    mine = returned_form.c.programme_id == programme_id
    return frozenset(connection.scalars(select(returned_form.c.fingerprint).where(mine)))


def note_returned(
    connection: Connection, programme_id: RowId, fingerprint: str, file: str, now: datetime
) -> None:
    """Note that a form was taken in; the last time counts. PlanError `programme-gone`."""
    if connection.scalar(select(programme.c.number).where(programme.c.id == programme_id)) is None:
        raise PlanError("programme-gone", id=programme_id)
    forget_returned(connection, programme_id, fingerprint)
    connection.execute(
        insert(returned_form).values(
            programme_id=programme_id, fingerprint=fingerprint, file=file, moment=moment(now)
        )
    )


def forget_returned(connection: Connection, programme_id: RowId, fingerprint: str) -> None:
    """Forget that a form was taken in."""
    table = returned_form.c
    same = table.programme_id == programme_id, table.fingerprint == fingerprint
    connection.execute(delete(returned_form).where(*same))
