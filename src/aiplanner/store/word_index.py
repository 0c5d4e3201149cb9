"""Keep the words of every row findable, in the transaction that changes the row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Insert,
    Text,
    bindparam,
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
Condition: TypeAlias = tuple[ColumnElement[bool], ...]

HALF = 32
"""Bits of a key below the programme's number."""

INDEX = table(
    "words_index", column("words_index", Text), column("rowid", BigInteger), column("text", Text)
)
"""SQLite's full-text index; the column of its own name takes commands."""


def keep_words(connection: Connection, number: int, changes: Iterable[Change]) -> None:
    """Follow the changes of the rows of the programme with that number."""
    gone: list[Record] = []
    other: list[Record] = []
    fresh: list[Record] = []
    for change in changes:
        before, after = _texts(change.before), _texts(change.after)
        row = change.after or change.before
        if row is None or before == after:
            continue
        place = gone if not after else other if before else fresh
        place.append(_record(row, after))
    stored = words.c.row_id == bindparam("_row"), _keys_of(number)
    _leave_index(connection, stored, [*gone, *other])
    if gone:
        connection.execute(delete(words).where(*stored), _rows(gone))
    if other:
        changed = [{"_row": record["row_id"], **record} for record in other]
        connection.execute(update(words).where(*stored), changed)
    if fresh:
        first = _last_key(connection, number) + 1
        keyed = [{"key": key, **record} for key, record in enumerate(fresh, first)]
        connection.execute(insert(words), keyed)
    _enter_index(connection, stored, [*other, *fresh])


def forget_words(connection: Connection, number: int) -> None:
    """Forget every word of a programme."""
    stored = _keys_of(number)
    if _indexed(connection):
        connection.execute(_leaving(stored))
    connection.execute(delete(words).where(stored))


def _indexed(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _leave_index(connection: Connection, stored: Condition, records: Sequence[Record]) -> None:
    """Must come before the texts change: the index is told what it held."""
    if records and _indexed(connection):
        connection.execute(_leaving(*stored), _rows(records))


def _enter_index(connection: Connection, stored: Condition, records: Sequence[Record]) -> None:
    if records and _indexed(connection):
        texts = select(words.c.key, words.c.text).where(*stored)
        statement = insert(INDEX).from_select(["rowid", "text"], texts)
        connection.execute(statement, _rows(records))


def _leaving(*stored: ColumnElement[bool]) -> Insert:
    texts = select(literal("delete"), words.c.key, words.c.text).where(*stored)
    return insert(INDEX).from_select(["words_index", "rowid", "text"], texts)


def _rows(records: Sequence[Record]) -> list[Record]:
    return [{"_row": record["row_id"]} for record in records]


def _texts(row: Row | None) -> list[str]:
    return [] if row is None else MAPS[type(row)].text(row)


def _record(row: Row, texts: Sequence[str]) -> Record:
    # Each word has a space before it, so that LIKE finds beginnings.
    text = "".join(f" {word}" for word in folded("\n".join(texts)))
    return {"row_id": row.id, "kind": MAPS[type(row)].table.name, "text": text}


def _keys_of(number: int) -> ColumnElement[bool]:
    return words.c.key.between(number << HALF, ((number + 1) << HALF) - 1)


def _last_key(connection: Connection, number: int) -> int:
    last = connection.scalar(select(func.max(words.c.key)).where(_keys_of(number)))
    return (number << HALF) if last is None else last
