"""Mends of an item: its minutes, its turns, and what it needs of each thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from aiplanner.domain.checks import Hint
from aiplanner.domain.cycle import Per
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.mends.mend import Mend, Tools
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Material


def mend_steps_sum(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Let the item take what its steps take.

    Only where it says one plain length and every step its minutes: turns and ranges mean more.
    """
    item = programme.get(cast(RowId, hint.facts["item"]), Item)
    minutes = cast(int, hint.facts["steps"])
    timed = all(step.minutes is not None for step in programme.steps_of(item.id))
    if timed and item.length.timed and item.length == Length(item.length.minutes):
        yield Mend(
            "as-steps",
            lambda now: set_fields(now, item.id, length=Length(minutes)),
            {"item": item.id, "minutes": minutes},
        )


def mend_enough_materials(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Take as many as the hint has counted."""
    item = cast(RowId, hint.facts["item"])
    name, there = hint.facts["name"], hint.facts["there"]
    found = [
        one
        for one in programme.materials_of(item)
        if (one.name, one.quantity, one.per) == (name, there, Per.SESSION)
    ]
    needed = cast(int, hint.facts["needed"])
    for material in found[:1]:
        yield _take(material, needed)


def mend_turns_fit(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Plan as many turns as there are people, pairs or groups, where just one number is right."""
    least, most = hint.facts["least"], cast(int, hint.facts["most"])
    item = programme.get(cast(RowId, hint.facts["item"]), Item)
    if least == most > 0:
        length = replace(item.length, times=most)
        yield Mend(
            "turns",
            lambda now: set_fields(now, item.id, length=length),
            {"item": item.id, "times": most, "minutes": length.typical},
        )


def _take(material: Material, needed: int) -> Mend:
    return Mend(
        "take",
        lambda now: set_fields(now, material.id, quantity=needed),
        {"name": material.name, "needed": needed},
    )
