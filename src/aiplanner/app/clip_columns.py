"""What the columns of a pasted table mean: by their heads, or by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import time

from aiplanner.app.clip_cells import Cells
from aiplanner.app.clip_table import HEADS
from aiplanner.domain.clocks import parse_span
from aiplanner.domain.cycle import Phase
from aiplanner.domain.errors import PlanError
from aiplanner.domain.lengths import parse_length
from aiplanner.i18n import gettext as _

_ALSO: Mapping[str, str] = {
    "clock": _("clock, time, start, starts, start time, begin, begins, from, when, at"),
    "end": _("end, ends, end time, until, to, finish"),
    "minutes": _("min, mins, minutes, length, duration, how long, timing"),
    "what": _("what, activity, activities, title, item, topic, agenda, agenda item, session"),
    "group": _("group, groups, form, format, grouping, setting"),
    "phase": _("phase, stage, phase of the cycle"),
    "capabilities": _("capabilities, capability, competencies, skills"),
    "lead": _("lead, leads, led by, who, facilitator, facilitators, presenter, speaker, owner"),
    "room": _("room, rooms, place, where, location, venue, space"),
    "materials": _("materials, material, equipment, resources, supplies"),
    "sheets": _("sheets, sheet, handout, handouts, worksheet, worksheets"),
    "level": _("level"),
    "audience": _("audience, participants, for whom"),
    "kind": _("kind, type"),
    "state": _("counts, state, status"),
    "why": _("why, purpose, aim, aims, objective, objectives, goal, goals"),
    "outputs": _("outputs, output, outcome, outcomes, result, results"),
    "steps": _("how, steps, method, process, instructions"),
    "notes": _("notes, note, comments, comment, remarks"),
}
"""The heads that people write, parted by commas, by what they mean."""
_MEANING = {name.strip(): key for key, names in _ALSO.items() for name in names.split(",")} | {
    head.casefold(): key for key, head in HEADS.items()
}
_MOST = 0.6
"""So large a part of a column's cells must look alike for it to mean what they look like."""
_EARLIEST = 5
"""Hour before which "1:30" is rather a length."""
_MINUTES = re.compile(r"\d")


def columns_of(cells: Cells) -> tuple[list[str], bool]:
    """What each column means ("" is not known), and whether the first row holds the heads."""
    heads = [_meaning(cell) for cell in cells[0]]
    named = [head for head in heads if head]
    written = sum(1 for cell in cells[0] if cell.strip())
    if named and 2 * len(named) >= written and (written > 1 or len(cells[0]) == 1):
        return _settled(heads, cells[1:]), True
    return _guessed(cells), False


def is_clock(text: str) -> bool:
    """Whether a text is a clock time, or one and its end."""
    try:
        return bool(text.strip()) and parse_span(text)[0] is not None
    except PlanError:
        return False


def is_length(text: str) -> bool:
    """Whether a text is a length in minutes or hours."""
    try:
        return bool(_MINUTES.search(text)) and parse_length(text).timed
    except PlanError:
        return False


def _meaning(cell: str) -> str:
    word = re.sub(r"\s*[(\[].*?[)\]]\s*", "", cell).strip(" :.*").casefold()
    return _MEANING.get(word, "")


def _settled(heads: list[str], rows: Cells) -> list[str]:
    """Heads, each once; "Time" over lengths is a length."""
    if "minutes" not in heads and "clock" in heads:
        at = heads.index("clock")
        if _mostly(rows, at, is_length) and not _mostly(rows, at, is_clock):
            heads = [*heads[:at], "minutes", *heads[at + 1 :]]
    if "what" not in heads:
        free = [n for n, head in enumerate(heads) if not head]
        if free:
            heads = [*heads[: free[0]], "what", *heads[free[0] + 1 :]]
    return [head if head not in heads[:n] else "" for n, head in enumerate(heads)]


def _guessed(cells: Cells) -> list[str]:
    columns = [""] * len(cells[0])
    for key, looks in _LOOKS:
        fits = [n for n, head in enumerate(columns) if not head and _mostly(cells, n, looks)]
        if fits:
            columns[fits[0]] = key
    free = [n for n, head in enumerate(columns) if not head]
    if free:
        # The words that differ most from row to row say what happens.
        told = [len({row[n] for row in cells if row[n]}) for n in free]
        columns[free[told.index(max(told))]] = "what"
    return columns


def _mostly(cells: Cells, column: int, looks: Callable[[str], bool]) -> bool:
    written = [row[column] for row in cells if row[column].strip()]
    return bool(written) and sum(map(looks, written)) >= _MOST * len(written)


def _is_phase(text: str) -> bool:
    return any(text.strip().casefold().startswith(phase.value) for phase in Phase)


def _is_only_length(text: str) -> bool:
    """Whether it is no clock time of a working day: "1:30" takes so long, "10:05" is when."""
    if not is_length(text):
        return False
    return not is_clock(text) or (parse_span(text)[0] or time()).hour < _EARLIEST


_LOOKS: Sequence[tuple[str, Callable[[str], bool]]] = (
    ("minutes", _is_only_length),
    ("clock", is_clock),
    ("end", is_clock),
    ("phase", _is_phase),
)
