"""Materials as one line of words: "2 × pens per person; 1 flipchart per table +10 %"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aiplanner.domain.cycle import Per
from aiplanner.domain.edits.parts import set_parts
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import MOST_QUANTITY
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Material
from aiplanner.i18n import gettext as _

_WORDS: Mapping[str, Per] = {
    _("per person"): Per.PERSON,
    _("each"): Per.PERSON,
    _("per pair"): Per.PAIR,
    _("per table"): Per.TABLE,
    _("in all"): Per.SESSION,
    _("per session"): Per.SESSION,
}
"""How a rule is typed; the first words of each rule are those it is shown with."""
_SHOWN = {per: words for words, per in reversed(tuple(_WORDS.items()))}
_SPARE = _("+10 %")
_COUNT = re.compile(r"(?P<count>\d{1,5})\s*(?P<times>[x×*])?\s+(?P<name>.+)", re.IGNORECASE)
_TIMES = re.compile(r"(?P<count>\d{1,5})\s*(?P<times>[x×*])\s*(?P<name>.+)", re.IGNORECASE)
_MORE = re.compile(r"(?P<name>.+?)\s*\+\s*10\s*%", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Needed:
    """What a piece of such a line says of one material."""

    name: str
    quantity: int = 1
    per: Per = Per.SESSION
    spare: bool = False


def material_text(material: Material | Needed) -> str:
    """One material as it is typed; `read_material` reads it back, with commas for semicolons."""
    plain = _text(material, counted=material.quantity != 1)
    said = Needed(_name(material), material.quantity, material.per, material.spare)
    return plain if read_material(plain) == said else _text(material, counted=True)


def materials_text(materials: Iterable[Material]) -> str:
    """All materials of an item that have a name in one line."""
    return "; ".join(material_text(material) for material in materials if material.name.strip())


def read_material(piece: str) -> Needed:
    """What one piece says: how many, of what, per what, and whether a tenth more is taken."""
    name, spare = " ".join(piece.split()), False
    if more := _MORE.fullmatch(name):
        name, spare = more["name"], True
    per = Per.SESSION
    for words, meant in _WORDS.items():
        if name.casefold().endswith(f" {words}"):
            name, per = name[: -len(words)].strip(), meant
            break
    found = _TIMES.fullmatch(name) or _COUNT.fullmatch(name)
    if found is None or int(found["count"]) > MOST_QUANTITY:
        return Needed(name, 1, per, spare)
    return Needed(found["name"].strip(), int(found["count"]), per, spare)


def set_materials(programme: Programme, item: RowId, text: str, new_id: NewId) -> Programme:
    """Give an item the materials of these pieces, parted by semicolons; known ones stay the same.

    Those without a name stay as well, as they stand in no such line. PlanError as `add_part`.
    """
    pieces = [piece for piece in map(str.strip, text.split(";")) if piece]
    spare = _named(programme, item)
    wanted = []
    for piece in pieces:
        said = read_material(piece)
        known = next((m for m in spare if material_text(m) == piece or _said(m) == said), None)
        if known is not None:
            spare.remove(known)
        fresh = Material(new_id(), item, 0, said.name, said.quantity, said.per, said.spare)
        wanted.append(known or fresh)
    return set_parts(programme, spare, wanted, lambda now: _named(now, item))


def _named(programme: Programme, item: RowId) -> list[Material]:
    return [material for material in programme.materials_of(item) if material.name.strip()]


def _said(material: Material) -> Needed:
    return Needed(material.name, material.quantity, material.per, material.spare)


def _text(material: Material | Needed, *, counted: bool) -> str:
    parts = [f"{material.quantity} ×"] if counted else []
    parts.append(_name(material))
    if material.per is not Per.SESSION:
        parts.append(_SHOWN[material.per])
    if material.spare:
        parts.append(_SPARE)
    return " ".join(parts)


def _name(material: Material | Needed) -> str:
    """A name as it stands in a line in which semicolons part the materials."""
    return material.name.replace(";", ",")
