"""Turn rows of a programme into column values and back, from the fields of their dataclasses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlalchemy import Column, Table

from aiplanner.domain.answers import Answer
from aiplanner.domain.lengths import Length
from aiplanner.domain.rows import KINDS, Head, Row
from aiplanner.domain.self_rating import SelfRating

from . import schema
from .columns import moment

_EMBEDDED = (Length,)
"""Dataclasses that are stored as columns of the row that holds them, `<field>_<part>`."""

_KEYS = frozenset({"handout", "time_zone", "rule", "picture", "logo"})
"""Texts that a program wrote and nobody searches for."""

_UNSEARCHED = (SelfRating, Answer)
"""What people say of themselves, or on a sheet without their name, is private."""

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class RowMap:
    """How one kind of row is stored."""

    kind: type[Row]
    table: Table
    columns: tuple[Column[Any], ...]
    """In the order of the fields; an embedded dataclass takes a column for each of its parts."""
    writers: Mapping[str, Callable[[Any], object]]
    """By column name."""
    words: tuple[tuple[int, Mapping[str | None, StrEnum | None]], ...]
    """Place among the columns, and members by stored word, of each enum."""
    moments: tuple[int, ...]
    """Place among the columns of each moment."""
    embedded: tuple[tuple[int, int, Callable[..., object]], ...]
    """Place, number of columns and maker of each embedded dataclass, the last first."""
    texts: tuple[Callable[[Any], str], ...]
    """What people wrote in the row."""

    def values(self, row: Row) -> dict[str, object]:
        """The column values of a row."""
        return {name: write(row) for name, write in self.writers.items()}

    def row(self, record: Sequence[Any]) -> Row:
        """The row of a record of `columns`; KeyError or ValueError where one makes no sense."""
        values = list(record)
        for place, members in self.words:
            values[place] = members[values[place]]
        for place in self.moments:
            values[place] = values[place] and datetime.fromisoformat(values[place])
        for place, width, make in self.embedded:
            values[place : place + width] = [make(*values[place : place + width])]
        return self.kind(*values)

    def text(self, row: Row) -> list[str]:
        """The texts of a row that are not empty, in the order of its fields."""
        return [text for read in self.texts if (text := read(row))]


def _map(kind: type[Row], table: Table) -> RowMap:
    leaves = tuple(_leaves(kind))
    names = [leaf.column for leaf in leaves]
    return RowMap(
        kind=kind,
        table=table,
        columns=tuple(table.c[name] for name in names),
        writers={leaf.column: leaf.writer() for leaf in leaves},
        words=tuple((n, _members(leaf.kind)) for n, leaf in enumerate(leaves) if leaf.is_word),
        moments=tuple(n for n, leaf in enumerate(leaves) if leaf.kind is datetime),
        embedded=tuple(reversed(list(_embedded(kind, names)))),
        texts=tuple(
            attrgetter(leaf.path)
            for leaf in leaves
            if leaf.kind is str and leaf.column not in _KEYS and kind not in _UNSEARCHED
        ),
    )


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A field that takes one column."""

    column: str
    path: str
    """From the row, for example "length.minutes"."""
    kind: Any

    @property
    def is_word(self) -> bool:
        return isinstance(self.kind, type) and issubclass(self.kind, StrEnum)

    def writer(self) -> Callable[[Any], object]:
        read = attrgetter(self.path)
        if self.kind is datetime:
            return lambda row: _text(read(row))
        return (lambda row: _plain(read(row))) if self.is_word else read


def _leaves(kind: type, column: str = "", path: str = "") -> Iterator[_Leaf]:
    for name, inner in _types(kind):
        if inner in _EMBEDDED:
            yield from _leaves(inner, f"{name}_", f"{name}.")
        else:
            yield _Leaf(column + name, path + name, inner)


def _embedded(kind: type, columns: Sequence[str]) -> Iterator[tuple[int, int, Any]]:
    for name, inner in _types(kind):
        if inner in _EMBEDDED:
            first, *rest = fields(inner)
            yield columns.index(f"{name}_{first.name}"), 1 + len(rest), inner


def _types(kind: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a dataclass and their types, without `| None`."""
    hints = get_type_hints(kind)
    for spec in fields(kind):
        hint = hints[spec.name]
        options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
        yield spec.name, next(option for option in options if option is not NoneType)


def _members(kind: type[StrEnum]) -> Mapping[str | None, StrEnum | None]:
    return {None: None, **{word.value: word for word in kind}}


def _plain(word: StrEnum | None) -> str | None:
    # A driver may store an enum by its name; a plain string leaves it no choice.
    return None if word is None else word.value


def _text(time: datetime | None) -> str | None:
    return None if time is None else moment(time)


def _table(kind: type[Row]) -> Table:
    """The table of a kind of row has its name; the heads share theirs with the library's list."""
    name = _CAPITAL.sub("_", kind.__name__).lower()
    return schema.metadata.tables["programme" if kind is Head else name]


MAPS: Mapping[type[Row], RowMap] = {kind: _map(kind, _table(kind)) for kind in KINDS}
"""Parents before children."""

CHILD_MAPS = tuple(rows for kind, rows in MAPS.items() if kind is not Head)
"""All but the heads, which share their table with what the library keeps of a programme."""

BY_NAME: Mapping[str, RowMap] = {rows.table.name: rows for rows in MAPS.values()}
