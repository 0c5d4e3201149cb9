"""Bring what an older program wrote up to the version that is read today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from aiplanner.app.fault_words import fault_words
from aiplanner.domain.cycle import State
from aiplanner.domain.errors import PlanError

Raw: TypeAlias = Mapping[object, object]

_LISTS_OF_2 = frozenset(
    {
        *("topics", "questions", "stories", "themes", "dreams"),
        *("statements", "promises", "actions", "reviews", "links"),
    }
)
_FIELDS_OF_2 = frozenset({"issue", "sponsor", "boundary", "follow_up"})

_LISTS_OF_3 = frozenset(
    {
        *("dismissals", "people", "absences", "groupings", "groups", "members"),
        *("runs", "timings"),
    }
)


_LISTS_OF_4 = frozenset(
    {"soar", "elements", "task_groups", "check_outs", "logic", "photos", "self_ratings", "pictures"}
)
_FIELDS_OF_4 = {
    "programme": frozenset({"interview_opening", "interview_minutes", "future_day", "future"}),
    "stories": frozenset({"session_id"}),
    "dreams": frozenset({"session_id"}),
    "actions": frozenset({"reviewed"}),
}

_LISTS_OF_5 = frozenset({"answers"})
_FIELDS_OF_5 = {"programme": frozenset({"logo", "logo_words", "other_formats"})}


def brought_up(raw: Raw, version: int) -> Raw:
    """The same programme as a file of today says it.

    PlanError `data-unknown-field` or `data-wrong` where it says what no file of then could.
    """
    for step in _STEPS[version - 1 :]:
        raw = step(raw)
    return raw


def _from_1(raw: Raw) -> Raw:
    """Version 2 added what groups find; a file that says it is older cannot hold any."""
    _refuse(raw, _LISTS_OF_2, "the top")
    if isinstance(head := raw.get("programme"), Mapping):
        _refuse(head, _FIELDS_OF_2, "programme")
    return {**raw, "version": 2}


def _from_2(raw: Raw) -> Raw:
    """Version 3 added people, hints done without, how sessions went, and short versions."""
    _refuse(raw, _LISTS_OF_3, "the top")
    items = raw.get("items")
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, Mapping) and item.get("state") == State.SHORT:
            what = fault_words(f"Invalid enum value '{State.SHORT}'")
            raise PlanError("data-wrong", where=f"items[{number}].state", what=what)
    return {**raw, "version": 3}


def _from_3(raw: Raw) -> Raw:
    """Version 4 added SOAR, the design, task groups, the logic model, photos and self-ratings."""
    _refuse(raw, _LISTS_OF_4, "the top")
    _refuse_fields(raw, _FIELDS_OF_4)
    return {**raw, "version": 4}


def _from_4(raw: Raw) -> Raw:
    """Version 5 added answers on sheets, the logo, and which other formats there are."""
    _refuse(raw, _LISTS_OF_5, "the top")
    _refuse_fields(raw, _FIELDS_OF_5)
    return {**raw, "version": 5}


def _refuse_fields(raw: Raw, early: Mapping[str, frozenset[str]]) -> None:
    """Refuse fields, by the list of their rows, that came with a later version."""
    for name, fields in early.items():
        held = raw.get(name)
        for number, row in enumerate(held if isinstance(held, list) else ()):
            if isinstance(row, Mapping):
                _refuse(row, fields, f"{name}[{number}]")
        if isinstance(held, Mapping):
            _refuse(held, fields, name)


def _refuse(raw: Raw, names: frozenset[str], where: str) -> None:
    if early := sorted(names.intersection(raw)):
        raise PlanError("data-unknown-field", where=where, field=early[0])


_STEPS: tuple[Callable[[Raw], Raw], ...] = (_from_1, _from_2, _from_3, _from_4)
"""From each version to the next, from the first on."""
