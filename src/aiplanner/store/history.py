"""Keep each person's steps of undo with the programme, so that they outlive the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select

from aiplanner.app.history import KeptStep, StepsToKeep
from aiplanner.app.interchange import delta_if_readable, delta_to_json
from aiplanner.domain.ids import RowId

from .journal import who
from .schema import history


def keep_steps(connection: Connection, programme_id: RowId, steps: StepsToKeep) -> None:
    """Store how this person's steps have changed, in the transaction that stores the programme."""
    numbers = [*steps.dropped, *(step.number for step in steps.kept)]
    if not numbers:
        return
    mine = _mine(programme_id)
    connection.execute(delete(history).where(and_(mine, history.c.number.in_(numbers))))
    rows = [_values(programme_id, step) for step in steps.kept]
    if rows:
        connection.execute(insert(history), rows)


def steps_of(connection: Connection, programme_id: RowId) -> Sequence[KeptStep]:
    """This person's steps in a programme, by number.

    A step that cannot be read ends the way back; what is newer than it is still there.
    """
    columns = history.c.number, history.c.label, history.c.delta, history.c.undone
    wanted = select(*columns).where(_mine(programme_id)).order_by(history.c.number.desc())
    newest_first = list(_readable(connection.execute(wanted)))
    return newest_first[::-1]


def _readable(records: Iterable[Any]) -> Iterator[KeptStep]:
    for number, label, written, undone in records:
        delta = delta_if_readable(written)
        if delta is None:
            return
        yield KeptStep(number, label, delta, bool(undone))


def _mine(programme_id: RowId) -> Any:
    return and_(history.c.programme_id == programme_id, history.c.who == who())


def _values(programme_id: RowId, step: KeptStep) -> dict[str, object]:
    return {
        "programme_id": programme_id,
        "who": who(),
        "number": step.number,
        "label": step.label,
        "undone": step.undone,
        "delta": delta_to_json(step.delta),
    }
