"""Whether content keeps the rules its types cannot say: references, limits, minutes, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import count
from pathlib import Path
from string import Formatter
from typing import Any

from aiplanner.app import content
from aiplanner.app.content_files import KEY, broken, piece, tables, told
from aiplanner.app.content_limits import limit
from aiplanner.app.handout_files import handout_from_plain
from aiplanner.app.own_content import content_pieces, is_own
from aiplanner.app.starters import programme_from
from aiplanner.app.toml_lines import line_of
from aiplanner.app.wording import say
from aiplanner.assets import resource
from aiplanner.domain.bank import Activity
from aiplanner.domain.content import (
    Advice,
    CapabilityGuide,
    LevelGuide,
    PhaseGuide,
    Principle,
    Signpost,
    Source,
    Starter,
    StarterItem,
    StarterSheet,
)
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import PLACEHOLDERS, Handout, TableBlock, strange_columns
from aiplanner.domain.ids import RowId
from aiplanner.domain.interview import GuideText

Told = Iterator[tuple[str, str]]
"""Places that break a rule, and what is wrong there."""

Pieces = tuple[tuple[str, Any], ...]
"""The pieces of a file, each after its place there."""

_TABLES: Mapping[str, type[Any]] = {
    "sources": Source,
    "capabilities": CapabilityGuide,
    "levels": LevelGuide,
    "phases": PhaseGuide,
    "principles": Principle,
    "advice": Advice,
    "interview": GuideText,
    "signposts": Signpost,
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A dataclass somewhere in a piece, and its place there."""

    where: str
    value: Any


@dataclass(frozen=True, slots=True)
class Known:
    """What content may name."""

    documents: frozenset[str]
    """Ids of the documents and handouts that can be printed."""
    sources: frozenset[str]


def shipped_breaches(documents: Collection[str]) -> tuple[PlanError, ...]:
    """Everything wrong with the shipped content, each a `content-broken` with file and line.

    `documents` are the ids of what the packs print beside the handouts.
    """
    return tuple(_breaches(content.content_files(), _known(documents)))


def file_breaches(path: Path, documents: Collection[str]) -> tuple[PlanError, ...]:
    """Everything wrong with a content file of one's own."""
    try:
        found = content_pieces(path)
    except PlanError as error:
        return (error,)
    own = (one.key for _where, one in found if isinstance(one, Handout))
    return tuple(_of_pieces(path, found, _known({*documents, *own})))


def _known(documents: Collection[str]) -> Known:
    handouts = {file.stem for file in resource("content", "handouts").glob("*.toml")}
    return Known(frozenset(documents) | handouts, frozenset(content.sources()))


def _breaches(files: Collection[Path], known: Known) -> Iterator[PlanError]:
    seen: Counter[tuple[type[Any], str]] = Counter()
    for file in files:
        try:
            found = _parts_of(file)
        except PlanError as error:
            yield error
            continue
        yield from _of_pieces(file, found, known)
        for where, one in found:
            seen[type(one), one.key] += 1
            if seen[type(one), one.key] == 2:
                what = f"the key “{one.key}” is there twice"
                yield _broken(file, f"{where}.key".lstrip("."), what)


def _of_pieces(path: Path, found: Pieces, known: Known) -> Iterator[PlanError]:
    for where, one in found:
        for place, what in _told(where, one, known):
            yield _broken(path, place, what)


def _broken(path: Path, where: str, what: str) -> PlanError:
    text = path.read_text(encoding="utf-8")
    return broken(path, line_of(text, where), f"{where}: {what}")


def _parts_of(path: Path) -> Pieces:
    """The pieces of a shipped file and their places in it, by the folder it lies in."""
    match path.parent.name:
        case "activities":
            return _numbered("activities", tables(path, "activities", Activity))
        case "handouts":
            return (("", piece(path, handout_from_plain)),)
        case "starters" | "example":
            return (("", piece(path, content.starter_from_plain)),)
        case _:
            return _numbered(path.stem, tables(path, path.stem, _TABLES[path.stem]))


def _numbered(name: str, found: tuple[Any, ...]) -> Pieces:
    return tuple((f"{name}[{n}]", one) for n, one in enumerate(found))


def _told(where: str, one: Any, known: Known) -> Told:
    for part in _walk(where, one):
        for rule in _RULES:
            yield from rule(part, known)


def _walk(where: str, one: Any) -> Iterator[_Part]:
    yield _Part(where, one)
    for spec in fields(one):
        value = getattr(one, spec.name)
        place = f"{where}.{spec.name}".lstrip(".")
        if is_dataclass(value):
            yield from _walk(place, value)
        elif isinstance(value, tuple):
            for number, inner in enumerate(value):
                if is_dataclass(inner):
                    yield from _walk(f"{place}[{number}]", inner)


def _at(part: _Part, name: str) -> str:
    return f"{part.where}.{name}".lstrip(".")


def _lengths(part: _Part, _known: Known) -> Told:
    for spec in fields(part.value):
        value = getattr(part.value, spec.name)
        most = limit(type(part.value), spec.name)
        for number, text in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(text, str) and most is not None and len(text) > most:
                inside = f"[{number}]" if isinstance(value, tuple) else ""
                what = f"{len(text)} characters are too many for its sheet; at most {most}"
                yield _at(part, spec.name) + inside, what


def _sources(part: _Part, known: Known) -> Told:
    for number, key in enumerate(getattr(part.value, "sources", ())):
        if key not in known.sources:
            yield _at(part, f"sources[{number}]"), f"there is no source “{key}” in sources.toml"
    whole = isinstance(part.value, Activity | Handout | Starter)
    if whole and not part.value.sources and not is_own(part.value.key):
        yield _at(part, "sources"), "it names no source; where it is our own idea, say “own”"


def _sheets(part: _Part, known: Known) -> Told:
    if isinstance(part.value, StarterSheet):
        key = part.value.handout
        if key and key not in known.documents:
            yield _at(part, "handout"), f"there is no handout or document “{key}”"


def _keys(part: _Part, _known: Known) -> Told:
    key = getattr(part.value, "key", None)
    if key is not None and not KEY.fullmatch(key):
        yield _at(part, "key"), "a key is made of letters, figures and single hyphens"


def _minutes(part: _Part, _known: Known) -> Told:
    one = part.value
    if isinstance(one, Activity):
        if not 0 < one.least <= one.typical <= one.most:
            what = f"minutes out of order: {one.least}, {one.typical}, {one.most}"
            yield _at(part, "typical"), what
        yield from _steps(part, one.typical)
        yield from _shorter(part, one.typical)


def _steps(part: _Part, minutes: int) -> Told:
    steps = [step.minutes for step in part.value.steps]
    if any(m is not None for m in steps) and sum(m or 0 for m in steps) != minutes:
        told = sum(m or 0 for m in steps)
        yield _at(part, "steps"), f"the steps take {told} minutes and the whole {minutes}"


def _shorter(part: _Part, minutes: int) -> Told:
    one: Activity | StarterItem = part.value
    if bool(one.short) != (one.short_minutes is not None):
        yield _at(part, "short"), "the short version has words and minutes, or neither"
    if one.short_minutes is not None and not 0 < one.short_minutes < minutes:
        what = f"the short version takes {one.short_minutes} of {minutes} minutes"
        yield _at(part, "short_minutes"), what


def _placeholders(part: _Part, _known: Known) -> Told:
    if not isinstance(part.value, Handout):
        return
    for inner in _walk(part.where, part.value):
        for spec in fields(inner.value):
            value = getattr(inner.value, spec.name)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and (wrong := _unknown_names(text)):
                    yield _at(inner, spec.name), f"nothing fills {{{wrong}}}"


def _unknown_names(text: str) -> str | None:
    try:
        names = [name for _text, name, _spec, _conversion in Formatter().parse(text)]
    except ValueError:
        return "…"
    return next((name for name in names if name is not None and name not in PLACEHOLDERS), None)


def _columns(part: _Part, _known: Known) -> Told:
    if isinstance(part.value, TableBlock):
        for number in strange_columns(part.value):
            yield _at(part, f"columns[{number}].field"), "no finding of this table has such a field"


def _plans(part: _Part, _known: Known) -> Told:
    if isinstance(part.value, Starter):
        numbers = count(1)
        try:
            programme_from(part.value, "", lambda: RowId(f"{next(numbers):032x}"))
        except PlanError as error:
            yield told(error) if "where" in error.facts else (_at(part, "sessions"), say(error))


_RULES: tuple[Callable[[_Part, Known], Told], ...] = (
    _keys,
    _lengths,
    _sources,
    _sheets,
    _minutes,
    _placeholders,
    _columns,
    _plans,
)
