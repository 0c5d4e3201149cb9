"""Refuse a PDF that would do something: scripts, actions that send or start, files inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from aiplanner.domain.errors import PlanError

MOST_OBJECTS = 200_000
"""More than any form of ours has by far."""

_ACTIVE = frozenset(
    {
        *("/AA", "/JS", "/JavaScript", "/XFA", "/EmbeddedFiles", "/EF", "/Launch", "/RichMedia"),
        *("/SubmitForm", "/ImportData", "/Rendition", "/GoToE", "/GoToR", "/Movie", "/Sound"),
    }
)
"""Entries of a dictionary, and kinds of action, that no form of ours has."""

_PASSED = frozenset(
    {"/StructTreeRoot", "/SE", "/Contents", "/Resources", "/Metadata", "/AP", "/DR", "/PageLabels"}
)
"""What holds no action, and most of a file: structure, what is drawn, and with which faces."""

_HARMLESS = frozenset({"/GoTo", ""})
"""What a file may do as it is opened: show one of its own pages."""


def refuse_active_parts(trailer: Mapping[str, Any]) -> None:
    """Look at all that can act; PlanError `returned-scripts` or `returned-overfull`."""
    waiting: list[object] = list(trailer.values())
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            place = (one.idnum, one.generation)
            if place in seen:
                continue
            seen.add(place)
            one = one.get_object()
        count += 1
        if count > MOST_OBJECTS:
            raise PlanError("returned-overfull")
        waiting.extend(_inside(one))


def _inside(one: object) -> Iterator[object]:
    if isinstance(one, ArrayObject):
        yield from one
    elif isinstance(one, DictionaryObject):
        _refuse(one)
        yield from (value for key, value in one.items() if key not in _PASSED)


def _refuse(one: DictionaryObject) -> None:
    acts = _ACTIVE & one.keys() or {str(_entry(one, key)) for key in ("/S", "/Subtype")} & _ACTIVE
    opening = _entry(one, "/OpenAction") or ArrayObject()
    if acts or not (isinstance(opening, ArrayObject) or _shows(opening)):
        raise PlanError("returned-scripts")


def _shows(action: object) -> bool:
    return isinstance(action, DictionaryObject) and str(_entry(action, "/S") or "") in _HARMLESS


def _entry(one: DictionaryObject, key: str) -> object:
    """What stands there, and not its number where it is an object of its own."""
    found = one.get(key)
    return found.get_object() if isinstance(found, IndirectObject) else found
