"""Look for values that a row must not hold, which equality alone would not tell."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row


def mistyped(programme: Programme) -> list[str]:
    """Fields whose value is not of the declared type: "break" is equal to Kind.BREAK, yet none."""
    return [
        f"{type(row).__name__}.{name} is {value!r}"
        for row in programme.rows.values()
        for name, kinds in _kinds(type(row)).items()
        if type(value := getattr(row, name)) not in kinds
    ]


@cache
def _kinds(row: type[Row]) -> dict[str, tuple[type, ...]]:
    hints = get_type_hints(row)
    return {
        spec.name: tuple(_plain(kind) for kind in _options(hints[spec.name]))
        for spec in fields(row)
    }


def _options(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _plain(kind: Any) -> type:
    known = isinstance(kind, type) and issubclass(
        kind, Enum | Length | date | time | int | type(None)
    )
    return kind if known else str
