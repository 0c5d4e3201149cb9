"""Keep the words of every row findable, in the transaction that changes the row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Insert,
    Integer,
    Text,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    literal,
    select,
    table,
    update,
)

from aiplanner.domain.delta import Change
from aiplanner.domain.rows import Row

from .folding import folded
from .mapping import MAPS
from .schema import words

Record: TypeAlias = dict[str, object]
Keys: TypeAlias = dict[str, int]

HALF = 32
"""Bits of a key below the programme's number."""

INDEX = table(
    "words_index", column("words_index", Text), column("rowid", BigInteger), column("text", Text)
)
"""SQLite's full-text index; the column of its own name takes commands."""


def number_of(key: ColumnElement[int]) -> ColumnElement[int]:
    """The number of the programme that a row with this key is in."""
    return key.bitwise_rshift(cast(HALF, Integer))  # PostgreSQL shifts by small integers only


_OF_PROGRAMME = words.c.key.between(bindparam("_lowest"), bindparam("_highest"))
_OF_ROW = words.c.row_id == bindparam("_row")


def _leaving(*where: ColumnElement[bool]) -> Insert:
    """The index must be told what it held, before the texts change."""
    texts = select(literal("delete"), words.c.key, words.c.text).where(*where)
    return insert(INDEX).from_select(["words_index", "rowid", "text"], texts)


_LEAVE_ALL = _leaving(_OF_PROGRAMME)
_LEAVE = _leaving(_OF_ROW, _OF_PROGRAMME)
_ENTER = insert(INDEX).from_select(
    ["rowid", "text"], select(words.c.key, words.c.text).where(_OF_ROW, _OF_PROGRAMME)
)
_ADD = insert(words)
_CHANGE = update(words).where(_OF_ROW, _OF_PROGRAMME)
_REMOVE = delete(words).where(_OF_ROW, _OF_PROGRAMME)
_REMOVE_ALL = delete(words).where(_OF_PROGRAMME)
_LOWEST = select(func.min(words.c.key)).where(_OF_PROGRAMME)


def keep_words(connection: Connection, number: int, changes: Iterable[Change]) -> None:
    """Follow the changes of the rows of the programme with that number."""
    gone: list[Record] = []
    other: list[Record] = []
    fresh: list[Record] = []
    for change in changes:
        before, after = _texts(change.before), _texts(change.after)
        row = change.after or change.before
        if row is not None and before != after:
            place = gone if not after else other if before else fresh
            place.append(_record(row, after))
    here = _keys_of(number)
    _index(connection, _LEAVE, here, [*gone, *other])
    if gone:
        connection.execute(_REMOVE, _rows(here, gone))
    if other:
        changed = [{**key, **record} for key, record in zip(_rows(here, other), other, strict=True)]
        connection.execute(_CHANGE, changed)
    if fresh:
        lowest = connection.scalar(_LOWEST, here) or here["_highest"] + 1
        keyed = [{"key": lowest - n, **record} for n, record in enumerate(fresh, 1)]
        connection.execute(_ADD, keyed)
    _index(connection, _ENTER, here, [*other, *fresh])


def forget_words(connection: Connection, number: int) -> None:
    """Forget every word of a programme."""
    here = _keys_of(number)
    if _indexed(connection):
        connection.execute(_LEAVE_ALL, here)
    connection.execute(_REMOVE_ALL, here)


def _index(
    connection: Connection, statement: Insert, here: Keys, records: Sequence[Record]
) -> None:
    if records and _indexed(connection):
        connection.execute(statement, _rows(here, records))


def _indexed(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _keys_of(number: int) -> Keys:
    """The keys a programme's rows may have; they are given from the highest down.

    So reading the index backwards meets the newest programme first, and its head before the rest.
    """
    return {"_lowest": number << HALF, "_highest": ((number + 1) << HALF) - 1}


def _rows(here: Keys, records: Sequence[Record]) -> list[Record]:
    return [{**here, "_row": record["row_id"]} for record in records]


def _texts(row: Row | None) -> list[str]:
    return [] if row is None else MAPS[type(row)].text(row)


def _record(row: Row, texts: Sequence[str]) -> Record:
    # Each word has a space before it, so that LIKE finds beginnings.
    text = "".join(f" {word}" for word in folded("\n".join(texts)))
    return {"row_id": row.id, "kind": MAPS[type(row)].table.name, "text": text}
