"""What the lists of the inspector hold: steps, strands, materials and sheets of an item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aiplanner.app.wording import PER_NAMES
from aiplanner.domain.cycle import Per
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Material, Sheet, Step, Strand
from aiplanner.i18n import gettext as _
from aiplanner.ui.widgets.inspector_words import counted

OrderedPart = Strand | Step | Material | Sheet


@dataclass(frozen=True, slots=True)
class PartField:
    """One field of a part: what it is called, what undo calls its change, and its sort.

    `sort` is "area" (lines of text), "text", "minutes", "number", "each", "choice", "handout",
    "name" (of a person) or "tick".
    `line` is 0 for the first line of the part and 1 for a second one; `width` is in letters, and 0
    takes the rest.
    """

    field: str
    name: str
    label: str
    sort: str = "text"
    hint: str = ""
    line: int = 0
    width: int = 0
    answers: tuple[tuple[str, str], ...] = ()
    kind: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class PartSort:
    """One sort of list: its heading, its fields, and how its verbs are called."""

    key: str
    heading: str
    one: str
    """How one of them is called when it has no words of its own."""
    adding: str
    """The hint in the field that adds."""
    add_label: str
    move_label: str
    delete_label: str
    fields: tuple[PartField, ...]
    parts_of: Callable[[Programme, RowId], tuple[OrderedPart, ...]]
    make: Callable[[RowId, RowId, str], OrderedPart]
    """A new part from its id, its item and what was typed."""
    numbered: bool = False
    facts: Callable[[Programme, Any], str] = lambda _programme, _part: ""
    """What follows from a part's fields in this plan, in a few words behind them."""
    show_label: str = ""
    """How it is called to look at a part, where there is something to see."""
    shows: Callable[[Any], bool] = lambda _part: False


def make_part(sort: PartSort, item: RowId, text: str, new_id: NewId) -> OrderedPart:
    """A new part of an item, holding what was typed."""
    return sort.make(new_id(), item, text)


STEPS = PartSort(
    key="step",
    heading=_("How"),
    one=_("Step"),
    adding=_("Add a step"),
    add_label=_("Add a step"),
    move_label=_("Move a step"),
    delete_label=_("Delete a step"),
    fields=(
        PartField("text", _("Step"), _("Change a step"), "area"),
        PartField(
            "minutes", _("Minutes"), _("Change the minutes of a step"), "minutes", "min", width=4
        ),
    ),
    parts_of=Programme.steps_of,
    make=lambda row, item, text: Step(row, item, 0, text),
    numbered=True,
)

STRANDS = PartSort(
    key="strand",
    heading=_("Strands"),
    one=_("Strand"),
    adding=_("Add a strand"),
    add_label=_("Add a strand"),
    move_label=_("Move a strand"),
    delete_label=_("Delete a strand"),
    fields=(
        PartField("title", _("Strand"), _("Change a strand"), hint=_("Its name")),
        PartField("room", _("Room"), _("Change the room of a strand"), hint=_("Room"), line=1),
        PartField("lead", _("Lead"), _("Change the lead of a strand"), "name", _("Lead"), line=1),
    ),
    parts_of=Programme.strands_of,
    make=lambda row, item, text: Strand(row, item, 0, text),
)

MATERIALS = PartSort(
    key="material",
    heading=_("Materials"),
    one=_("Material"),
    adding=_("Add a material"),
    add_label=_("Add a material"),
    move_label=_("Move a material"),
    delete_label=_("Delete a material"),
    fields=(
        PartField("name", _("Material"), _("Change a material")),
        PartField("quantity", _("How many"), _("Change how many"), "number", line=1, width=3),
        PartField(
            "per",
            _("For whom"),
            _("Change how they are counted"),
            "choice",
            line=1,
            answers=tuple((per.value, PER_NAMES[per]) for per in Per),
            kind=Per,
        ),
        PartField("spare", _("+10 %"), _("Change what is to spare"), "tick", line=1),
    ),
    parts_of=Programme.materials_of,
    make=lambda row, item, text: Material(row, item, 0, text),
    facts=counted,
)

SHEETS = PartSort(
    key="sheet",
    heading=_("Sheets"),
    one=_("Sheet"),
    adding=_("Add a sheet"),
    add_label=_("Add a sheet"),
    move_label=_("Move a sheet"),
    delete_label=_("Delete a sheet"),
    fields=(
        PartField("title", _("Sheet"), _("Change a sheet")),
        PartField("number", _("Its own number"), _("Change a sheet's number"), width=5),
        PartField("handout", _("Handout"), _("Choose a handout"), "handout", line=1),
    ),
    parts_of=Programme.sheets_of,
    make=lambda row, item, text: Sheet(row, item, 0, text),
    show_label=_("See it as it prints"),
    shows=lambda sheet: bool(sheet.handout),
)
