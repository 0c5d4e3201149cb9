"""What of a piece of one's own could not be kept, planned with, or printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import count
from typing import Any

from aiplanner.app.bank import add_activity
from aiplanner.app.content_files import KEY, told
from aiplanner.app.form_names import ASK
from aiplanner.app.starters import programme_from
from aiplanner.app.wording import say
from aiplanner.domain import handouts as sheets
from aiplanner.domain.bank import Activity
from aiplanner.domain.content import Starter, StarterSession
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import MOST_PEOPLE, TEXT, text_fault
from aiplanner.domain.lengths import LONGEST
from aiplanner.domain.programme import Programme

Told = Iterator[tuple[str, str]]
"""Places in the piece, and what is wrong there."""

_LONGEST_KEY = 100
_LONGEST_PRINTED = 2_000
"""Most characters of any text of a handout: more would not be read in a room."""

_MINUTES = (0, LONGEST)
_NUMBERS: Mapping[type[Any], Mapping[str, tuple[float, float]]] = {
    Activity: {
        **dict.fromkeys(("least", "typical", "most", "short_minutes"), _MINUTES),
        **dict.fromkeys(("people_least", "people_most"), (0, MOST_PEOPLE)),
    },
    Starter: {"order": (-1_000_000, 1_000_000)},
    sheets.Handout: {"pages": (1, 100), "pages_large": (1, 100)},
    sheets.PromptBlock: {"lines": (0, 60)},
    sheets.FrameBlock: {"share": (0.01, 1)},
    sheets.ColumnPart: {"share": (1, 100)},
    sheets.TableBlock: {"rows": (0, 200)},
    sheets.Card: {"lines": (0, 20)},
    sheets.CardsBlock: {"copies": (1, 50)},
    sheets.FindingsBlock: {"lines": (0, 20)},
}
"""Least and most of each number; what else a piece holds, a programme made of it would refuse."""

_COUNTS: Mapping[type[Any], Mapping[str, tuple[int, int]]] = {
    sheets.Handout: {"blocks": (1, 200)},
    sheets.ListBlock: {"items": (1, 200)},
    sheets.TableBlock: {"columns": (1, 12), "labels": (0, 200)},
    sheets.ChecklistBlock: {"items": (1, 200)},
    sheets.ScaleBlock: {"points": (2, 10), "statements": (1, 100)},
    sheets.CardsBlock: {"cards": (1, 100)},
    sheets.FindingsBlock: {"instead": (0, 100)},
}
"""Fewest and most parts of each list."""


def own_faults(one: Activity | sheets.Handout | Starter) -> Told:
    """All that is wrong with it, by the place in it, for example ("blocks[2].rows", …)."""
    yield from _key(one.key)
    if text_fault("title", one.title) or not one.title.strip():
        yield "title", "it is empty, too long, or holds characters that cannot be printed"
    yield from _parts("", one, _LONGEST_PRINTED if isinstance(one, sheets.Handout) else TEXT)
    if isinstance(one, Activity) and not one.least <= one.typical <= one.most:
        yield "typical", f"minutes out of order: {one.least}, {one.typical}, {one.most}"
    if isinstance(one, sheets.Handout):
        yield from _names(one)
    yield from _plan(one)


def _names(handout: sheets.Handout) -> Told:
    """What could not name the answers of a form, or would name two alike."""
    names = list(_asked(handout, ""))
    for where, name in names:
        if not ASK.fullmatch(name):
            yield where, "the name of an answer is made of at most 40 letters, figures, - and _"
        elif [other for _where, other in names].count(name) > 1:
            yield where, f"two answers are called “{name}”"


def _asked(part: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every name of an answer, with its place."""
    if isinstance(part, tuple):
        for number, one in enumerate(part):
            yield from _asked(one, f"{where}[{number}]")
    elif is_dataclass(part):
        for spec in fields(part):
            value = getattr(part, spec.name)
            if spec.name == "ask" and value:
                yield _at(where, "ask"), value
            else:
                yield from _asked(value, _at(where, spec.name))


def _key(key: str) -> Told:
    if len(key) > _LONGEST_KEY:
        yield "key", f"a key has at most {_LONGEST_KEY} characters"
    elif not KEY.fullmatch(key):
        yield "key", "a key is made of letters, figures and single hyphens"


def _parts(where: str, value: Any, longest: int) -> Told:
    if isinstance(value, str):
        if text_fault("text", value) or len(value) > longest:
            yield where, "it is too long, or holds characters that cannot be printed"
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _parts(f"{where}[{number}]", part, longest)
    elif is_dataclass(value):
        yield from _bounds(where, value)
        for spec in fields(value):
            yield from _parts(_at(where, spec.name), getattr(value, spec.name), longest)


def _bounds(where: str, part: Any) -> Told:
    for name, (least, most) in _NUMBERS.get(type(part), {}).items():
        number = getattr(part, name)
        if number is not None and not least <= number <= most:
            yield _at(where, name), f"the number is not between {least} and {most}"
    for name, (fewest, most) in _COUNTS.get(type(part), {}).items():
        if not fewest <= len(getattr(part, name)) <= most:
            yield _at(where, name), f"there must be {fewest} to {most} of them"
    if isinstance(part, sheets.TableBlock):
        for number in sheets.strange_columns(part):
            yield (
                _at(where, f"columns[{number}].field"),
                "no finding of this table has such a field",
            )


def _plan(one: Activity | sheets.Handout | Starter) -> Told:
    """What the programme refuses that is made of it."""
    numbers = count(1)

    def new_id() -> RowId:
        return RowId(f"{next(numbers):032x}")

    try:
        if isinstance(one, Starter):
            programme_from(one, "", new_id)
        elif isinstance(one, Activity):
            empty = _empty(new_id)
            add_activity(empty, one, empty.sessions[0].id, None, new_id)
    except PlanError as error:
        yield told(error) if "where" in error.facts else ("", say(error).rstrip("."))


def _empty(new_id: NewId) -> Programme:
    return programme_from(Starter("", "-", "", (StarterSession("-"),)), "", new_id)


def _at(where: str, name: str) -> str:
    return f"{where}.{name}".lstrip(".")
