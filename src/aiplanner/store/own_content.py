"""Keep the user's own activities, handouts and starters beside the programmes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from aiplanner.app.ports import OwnPiece, OwnSort

from .columns import moment
from .folding import folded
from .schema import own_piece

_PIECES = select(
    own_piece.c.key, own_piece.c.sort, own_piece.c.title, own_piece.c.body, own_piece.c.changed
)


def list_pieces(connection: Connection, sort: OwnSort | None) -> list[OwnPiece]:
    """The pieces of a sort (None: all), by title; one of no sort we know is left out."""
    wanted = _PIECES if sort is None else _PIECES.where(own_piece.c.sort == sort.value)
    found = [
        OwnPiece(key, OwnSort(word), title, body, datetime.fromisoformat(changed))
        for key, word, title, body, changed in connection.execute(wanted).all()
        if not _strange(word, changed)
    ]
    return sorted(found, key=lambda piece: (folded(piece.title), piece.key))


def strange_pieces(connection: Connection) -> list[tuple[str, str]]:
    """Title and fault of each piece that `list_pieces` leaves out."""
    records = connection.execute(_PIECES).all()
    told = [(title, _strange(word, changed)) for _key, word, title, _body, changed in records]
    return [(title, what) for title, what in told if what]


def keep_pieces(connection: Connection, pieces: Sequence[OwnPiece]) -> None:
    """Add pieces in place of those of the same keys; of two of one key the last counts."""
    by_key = {piece.key: piece for piece in pieces}
    drop_pieces(connection, list(by_key))
    if by_key:
        connection.execute(insert(own_piece), [_record(piece) for piece in by_key.values()])


def drop_pieces(connection: Connection, keys: Sequence[str]) -> None:
    """Delete the pieces of these keys; one that is gone already is no fault."""
    connection.execute(delete(own_piece).where(own_piece.c.key.in_(keys)))


def _strange(word: str, changed: str) -> str:
    """What of a record this version does not know, or nothing."""
    try:
        OwnSort(word)
        datetime.fromisoformat(changed)
    except ValueError as error:
        return str(error)
    return ""


def _record(piece: OwnPiece) -> dict[str, str]:
    return {
        "key": piece.key,
        "sort": piece.sort.value,
        "title": piece.title,
        "body": piece.body,
        "changed": moment(piece.changed),
    }
