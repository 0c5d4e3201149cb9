"""Find rows by the beginnings of their words, in every database alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, select

from aiplanner.app.ports import Hit, Shelf
from aiplanner.domain.ids import RowId

from .folding import excerpt, folded
from .mapping import BY_NAME
from .schema import programme, words
from .word_index import INDEX, number_of


class Found(NamedTuple):
    """Where a row with the sought words is."""

    programme: str
    row: str
    kind: str


def numbers_with(connection: Connection, word: str) -> Select[int]:
    """The numbers of the programmes in which a folded word begins a word."""
    if connection.dialect.name == "sqlite":
        return select(number_of(INDEX.c.rowid)).where(INDEX.c.text.match(f'"{word}"*'))
    return select(number_of(words.c.key)).where(_holds(word))


def find_hits(connection: Connection, sought: str, limit: int) -> list[Hit]:
    """Rows that hold all words, of the newest programme first, without those in the bin."""
    parts = folded(sought)
    if not parts:
        return []
    found = [Found(*record) for record in connection.execute(_hits(connection, parts).limit(limit))]
    texts = _texts_of(connection, found)
    return [
        Hit(RowId(hit.programme), RowId(hit.row), excerpt(texts.get(hit, []), parts))
        for hit in found
    ]


def _hits(connection: Connection, parts: Sequence[str]) -> Select[str, str, str]:
    found = select(programme.c.id, words.c.row_id, words.c.kind)
    if connection.dialect.name == "sqlite":
        every = " ".join(f'"{part}"*' for part in parts)
        key = INDEX.c.rowid
        found = found.where(INDEX.c.text.match(every), words.c.key == key)
    else:
        key = words.c.key
        found = found.where(*(_holds(part) for part in parts))
    return found.where(
        programme.c.number == number_of(key), programme.c.shelf != Shelf.BIN.value
    ).order_by(key.desc())


def _texts_of(connection: Connection, found: Iterable[Found]) -> dict[Found, list[str]]:
    """The texts of rows, with one query for each kind."""
    by_kind: dict[str, list[Found]] = defaultdict(list)
    for hit in found:
        by_kind[hit.kind].append(hit)
    texts = {}
    for name, some in by_kind.items():
        rows = BY_NAME[name]
        owner = rows.table.c.get("programme_id", rows.table.c.id)  # a head's is its own id
        here = owner.in_({hit.programme for hit in some})
        those = rows.table.c.id.in_({hit.row for hit in some})
        for whose, *record in connection.execute(select(owner, *rows.columns).where(here, those)):
            row = rows.row(record)
            texts[Found(whose, row.id, name)] = rows.text(row)
    return texts


def _holds(word: str) -> ColumnElement[bool]:
    return words.c.text.like(f"% {word}%")
