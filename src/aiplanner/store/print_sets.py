"""Keep named sets of documents beside the programmes."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select

from aiplanner.app.print_sets import PrintSet, in_order, set_from, set_text
from aiplanner.domain.errors import PlanError

from .schema import print_set


def print_sets(connection: Connection) -> list[PrintSet]:
    """All sets by name; one that a later version wrote and this cannot read is left out."""
    return in_order(list(_readable(connection)))


def keep(connection: Connection, one: PrintSet) -> None:
    """Keep a set in place of the one of the same name."""
    drop(connection, one.name)
    connection.execute(insert(print_set).values(name=one.name, body=set_text(one)))


def drop(connection: Connection, name: str) -> None:
    """Forget the set of a name; one that is gone already is no fault."""
    connection.execute(delete(print_set).where(print_set.c.name == name))


def _readable(connection: Connection) -> Iterator[PrintSet]:
    for body in connection.scalars(select(print_set.c.body)).all():
        try:
            yield set_from(body)
        except PlanError:
            continue
