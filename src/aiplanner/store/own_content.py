"""Keep the user's own activities, handouts and starters beside the programmes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from aiplanner.app.ports import OwnPiece, OwnSort, WorldError

from .folding import folded
from .schema import moment, own_piece
from .transactions import place_of

_PIECES = select(
    own_piece.c.key, own_piece.c.sort, own_piece.c.title, own_piece.c.body, own_piece.c.changed
)


def list_pieces(connection: Connection, sort: OwnSort | None) -> list[OwnPiece]:
    """The pieces of a sort (None: all), by title; WorldError when one is of no sort we know."""
    wanted = _PIECES if sort is None else _PIECES.where(own_piece.c.sort == sort.value)
    records = connection.execute(wanted).all()
    try:
        found = [
            OwnPiece(key, OwnSort(word), title, body, datetime.fromisoformat(changed))
            for key, word, title, body, changed in records
        ]
    except ValueError as error:
        place = place_of(connection.engine)
        raise WorldError("library-damaged", place=place, what=str(error)) from error
    return sorted(found, key=lambda piece: (folded(piece.title), piece.key))


def keep_pieces(connection: Connection, pieces: Sequence[OwnPiece]) -> None:
    """Add pieces in place of those of the same keys; of two of one key the last counts."""
    by_key = {piece.key: piece for piece in pieces}
    drop_pieces(connection, list(by_key))
    if by_key:
        connection.execute(insert(own_piece), [_record(piece) for piece in by_key.values()])


def drop_pieces(connection: Connection, keys: Sequence[str]) -> None:
    """Delete the pieces of these keys; one that is gone already is no fault."""
    connection.execute(delete(own_piece).where(own_piece.c.key.in_(keys)))


def _record(piece: OwnPiece) -> dict[str, str]:
    return {
        "key": piece.key,
        "sort": piece.sort.value,
        "title": piece.title,
        "body": piece.body,
        "changed": moment(piece.changed),
    }
