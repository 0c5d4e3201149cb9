"""Our dataclasses as plain dicts and lists for JSON and TOML; `decoding` reads them back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any


def plain(one: Any, without: Collection[str] = ()) -> dict[str, object]:
    """The fields of a dataclass that differ from their defaults, by name."""
    values = ((spec, getattr(one, spec.name)) for spec in fields(one) if spec.name not in without)
    return {spec.name: _value(value) for spec, value in values if value != spec.default}


def _value(value: Any) -> object:
    match value:
        case StrEnum():
            return value.value
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case tuple():
            return [_value(part) for part in value]
        case _ if is_dataclass(value):
            return plain(value)
        case _:
            return value
