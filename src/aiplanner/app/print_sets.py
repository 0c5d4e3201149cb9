"""Sets of documents that people give a name, to choose them again at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from aiplanner.app.decoding import strict
from aiplanner.app.plain_data import plain
from aiplanner.app.printing import Audience, PaperSize, PrintSize, RunningColumn
from aiplanner.domain.errors import PlanError
from aiplanner.domain.integrity import text_fault
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class PrintSet:
    """What to print and how. One session belongs to the moment: the page holds it."""

    name: str
    documents: tuple[str, ...] = ()
    """Ids. One that no document has (any more) is kept, and skipped with a word."""
    audience: Audience = "all"
    print_size: PrintSize = "clear"
    paper: PaperSize = "a4"
    fillable: bool = False
    duplex: bool = False
    sessions: Literal["all", "one", "these"] = "all"
    numbers: tuple[int, ...] = ()
    """Of "these" sessions, counted from 1: a set is for every programme, so it knows no ids."""
    columns: tuple[RunningColumn, ...] = ()
    """What the running order tells beside titles; empty is all there is."""


LONGEST = 60
"""Most letters of a name: it stands in one line of a menu, in large text too."""
SHIPPED: tuple[PrintSet, ...] = (
    PrintSet(
        _("Session participants"),
        ("agenda", "story-sheet", "check-out", "evaluation"),
        audience="participant",
        sessions="one",
    ),
    PrintSet(
        _("Session facilitator"),
        ("agenda", "running-order", "materials", "sign-in-names", "group-lists", "table-cards"),
        sessions="one",
    ),
    PrintSet(
        _("Whole cycle for the sponsor"),
        ("cover", "contents", "overview", "timetable", "cycle-report", "action-tracker"),
        audience="participant",
    ),
)
"""What is there before anybody has made a set."""


def named(name: str) -> str:
    """A name as it is kept; PlanError `set-name-empty`, `text-too-long`, `text-unprintable`."""
    tidy = " ".join(name.split())
    if not tidy:
        raise PlanError("set-name-empty")
    if len(tidy) > LONGEST:
        raise PlanError("text-too-long", limit=LONGEST)
    if text_fault("name", tidy):
        raise PlanError("text-unprintable")
    return tidy


def set_text(one: PrintSet) -> str:
    """A set as JSON, for the library."""
    return msgspec.json.encode(plain(one)).decode()


def set_from(text: str) -> PrintSet:
    """The set that such JSON tells; PlanError `data-not-json`, `data-wrong`."""
    try:
        raw = msgspec.json.decode(text.encode())
    except msgspec.DecodeError as error:
        raise PlanError("data-not-json", what=str(error)) from None
    return strict(raw, PrintSet)


def in_order(sets: list[PrintSet]) -> list[PrintSet]:
    """Sets by name, whatever the case."""
    return sorted(sets, key=lambda one: (one.name.casefold(), one.name))
