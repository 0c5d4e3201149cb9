"""Take a self-rating that came back as a form; whose it is stays a code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from aiplanner.app.days import parse_day
from aiplanner.domain.cycle import Capability
from aiplanner.domain.edits.fields import tidy_text
from aiplanner.domain.edits.self_ratings import add_self_rating
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import text_fault
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from aiplanner.domain.self_ratings import field_of, usual_day

_TEXTS = ("code", "strengths", "develop", "reflection")
_SCALE = re.compile(r"b\d+-s([1-6])")
_POINT = re.compile(r"p([1-5])")
_MOMENTS = {"p1": Moment.BEFORE, "p2": Moment.AFTER}


def rated(
    programme: Programme, values: Mapping[str, str], today: date, new_id: Callable[[], RowId]
) -> tuple[Programme, frozenset[str]]:
    """The programme with the sheet in it, and the keys of the answers that have a place there.

    PlanError `returned-nothing` where it says nothing but whose it is, `returned-moment` where it
    does not say whether it is from before or after: the two are never mixed up by a guess.
    """
    fields = _fields(values, today)
    if not fields.keys() - {"code", "day", "moment"}:
        raise PlanError("returned-nothing")
    if "moment" not in fields:
        raise PlanError("returned-moment")
    key = new_id()
    if "day" not in fields:
        fields["day"] = usual_day(programme, key, fields["moment"], today)
    used = frozenset(one for one in values if _field(one) in fields and one != "day")
    used |= {"day"} if _day(values.get("day", ""), today) else frozenset()
    return add_self_rating(programme, SelfRating(key, 0, **fields)), used


def rating_keys(values: Mapping[str, str]) -> dict[str, type]:
    """The keys that have a place in a self-rating."""
    return {key: SelfRating for key in values if _field(key)}


def _fields(values: Mapping[str, str], today: date) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, typed in values.items():
        name = _field(key)
        if name and (value := _value(name, typed, today)) is not None:
            found[name] = value
    return found


def _field(key: str) -> str:
    """The field of a self-rating that an answer fills; empty for none."""
    if key in (*_TEXTS, "moment", "day"):
        return key
    found = _SCALE.fullmatch(key)
    return field_of(list(Capability)[int(found[1]) - 1]) if found else ""


def _value(name: str, typed: str, today: date) -> Any:
    """What the field takes of it; None where it does not fit."""
    if name == "moment":
        return _MOMENTS.get(typed)
    if name == "day":
        return _day(typed, today)
    if name in _TEXTS:
        tidy = tidy_text(name, typed)
        return None if text_fault(name, tidy) else tidy
    found = _POINT.fullmatch(typed)
    return list(Score)[int(found[1]) - 1] if found else None


def _day(typed: str, today: date) -> date | None:
    try:
        return parse_day(typed, today)
    except PlanError:
        return None
