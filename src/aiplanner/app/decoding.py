"""Turn data of others (JSON, TOML) into our dataclasses, strictly and with the place of a fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import cache
from threading import Lock
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from aiplanner.app.fault_words import fault_words
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _

T = TypeVar("T")

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?(Z|[+-]\d{2}:\d{2})?", re.ASCII)
_DEPTH = 40
_ONE_AT_A_TIME = Lock()
"""Two threads that meet a type at once for the first time end the process inside msgspec 0.22."""


def strict(raw: object, kind: type[T], where: str = "") -> T:
    """`raw` (dicts, lists, plain values) as a value of the dataclass `kind`.

    Clock times are "HH:MM", days "YYYY-MM-DD", moments both: "2027-01-12T10:05:00Z".
    PlanError `data-unknown-field` for a key no field
    has, `data-wrong` for a wrong type or value; both with `where`, for example
    "items[3].length.minutes".
    """
    ready = _ready(raw, kind, where, 0)
    try:
        with _ONE_AT_A_TIME:
            return msgspec.convert(ready, kind, builtin_types=(date, datetime, time))
    except UnicodeEncodeError:  # half a character, as JSON can smuggle it in
        what = _("it holds a character that is none")
        raise PlanError("data-wrong", where=where or "the top", what=what) from None
    except msgspec.ValidationError as error:
        what, _at, path = str(error).partition(" - at ")
        place = f"{where}{path.strip('`').removeprefix('$')}".lstrip(".")
        raise PlanError("data-wrong", where=place or "the top", what=fault_words(what)) from None


def _ready(raw: object, kind: Any, where: str, depth: int) -> object:
    """A copy of `raw` with times and days read, once no mapping holds a key it should not."""
    if depth > _DEPTH:
        raise PlanError("data-too-deep", where=where)
    options = _options(kind)
    if isinstance(raw, Mapping):
        shape = next((option for option in options if is_dataclass(option)), None)
        return raw if shape is None else _ready_fields(raw, shape, where, depth)
    if isinstance(raw, list):
        inner = next((get_args(o)[0] for o in options if get_origin(o) in (tuple, list)), Any)
        return [_ready(part, inner, f"{where}[{n}]", depth + 1) for n, part in enumerate(raw)]
    if isinstance(raw, str) and time in options:
        return _clock(raw, where)
    if isinstance(raw, str) and date in options:
        return _day(raw, where)
    if isinstance(raw, str) and datetime in options:
        return _moment(raw, where)
    return raw


def _ready_fields(
    raw: Mapping[object, object], shape: Any, where: str, depth: int
) -> dict[object, object]:
    types = _field_types(shape)
    for key in raw:
        if key not in types:
            raise PlanError("data-unknown-field", where=where or "the top", field=str(key)[:80])
    return {
        key: _ready(value, types[str(key)], f"{where}.{key}".lstrip("."), depth + 1)
        for key, value in raw.items()
    }


def _clock(text: str, where: str) -> time:
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise PlanError("data-wrong", where=where, what=f"{text[:40]!r} is no clock time HH:MM")
    return time(int(found[1]), int(found[2]))


def _day(text: str, where: str) -> date:
    found = _DAY.fullmatch(text)
    try:
        return date.fromisoformat(text if found else "")
    except ValueError:
        what = f"{text[:40]!r} is no day YYYY-MM-DD"
        raise PlanError("data-wrong", where=where, what=what) from None


def _moment(text: str, where: str) -> datetime:
    found = _MOMENT.fullmatch(text)
    try:
        return datetime.fromisoformat(text if found else "")
    except ValueError:
        what = f"{text[:40]!r} is no moment YYYY-MM-DDTHH:MM:SSZ"
        raise PlanError("data-wrong", where=where, what=what) from None


def _options(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


@cache
def _field_types(shape: type) -> dict[str, Any]:
    hints = get_type_hints(shape)
    return {spec.name: hints[spec.name] for spec in fields(shape) if spec.init}
