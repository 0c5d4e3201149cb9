"""Look whether a library is sound: the file, its references, every programme."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, select

from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults, text_limit
from aiplanner.i18n import gettext as _

from .loading import load
from .schema import programme
from .transactions import is_file, reading

_MOST = 20
"""Complaints of SQLite that are repeated; one damaged page can cause thousands."""


def complaints(engine: Engine) -> Iterator[str]:
    """What is wrong with the library, one plain sentence each.

    Every programme is read in a transaction of its own, so that nobody waits long to save.
    """
    with reading(engine) as connection:
        if is_file(engine):
            yield from _of_the_file(connection)
        named = connection.execute(select(programme.c.id, programme.c.title)).all()
    for key, title in named:
        with reading(engine) as connection:
            what = _fault(connection, RowId(key))
        if what:
            yield _("The programme “{title}” is damaged: {what}").format(title=title, what=what)


def _of_the_file(connection: Connection) -> Iterator[str]:
    for (told,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})"):
        if told != "ok":
            yield _("The library file is damaged ({what}).").format(what=told)
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST)
    for name in sorted({row[0] for row in orphans}):
        yield _("The table {table} holds rows that belong to none.").format(table=name)


def _fault(connection: Connection, programme_id: RowId) -> str:
    """What is wrong with a programme, or nothing; one deleted meanwhile is not wrong."""
    try:
        stored, _revision = load(connection, programme_id)
    except WorldError as error:
        return say(error)
    except PlanError:
        return ""
    for fault in faults(stored):
        return say(PlanError(fault.code, field=fault.field, limit=text_limit(fault.field)))
    return ""
