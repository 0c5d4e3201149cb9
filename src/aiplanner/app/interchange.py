"""A programme as JSON by a published, versioned schema; also what worker and journal speak."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from inspect import cleandoc
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from aiplanner.app.decoding import strict
from aiplanner.app.older_files import brought_up
from aiplanner.domain.answers import Answer
from aiplanner.domain.delta import Change, Delta
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import (
    Action,
    CheckOut,
    Dream,
    Element,
    Link,
    LogicNote,
    Promise,
    Question,
    Review,
    Soar,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import fault_facts, faults, text_limit
from aiplanner.domain.lengths import Length
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import (
    Dismissal,
    Focus,
    Head,
    Item,
    Material,
    Row,
    Session,
    Sheet,
    Step,
    Strand,
)
from aiplanner.domain.self_rating import SelfRating

FORMAT = "aiplanner-programme"
VERSION = 5
LARGEST = 96 * 1024 * 1024
"""No programme's JSON is larger, in bytes; a 20-session plan with every text filled has 2 MB.

The most that the pictures of its photos may have (`programme_files.MOST_PICTURES`) leaves a third.
"""

MOST_ROWS = 100_000
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LAST_VERSION = 9999
"""No file is of a later version than this, and its sentence stays short."""


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """The shape of the JSON: the head, and every other row in a list of its kind."""

    format: str
    version: int
    programme: Head
    sessions: tuple[Session, ...] = ()
    items: tuple[Item, ...] = ()
    strands: tuple[Strand, ...] = ()
    steps: tuple[Step, ...] = ()
    focus: tuple[Focus, ...] = ()
    materials: tuple[Material, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    topics: tuple[Topic, ...] = ()
    questions: tuple[Question, ...] = ()
    stories: tuple[Story, ...] = ()
    themes: tuple[Theme, ...] = ()
    dreams: tuple[Dream, ...] = ()
    soar: tuple[Soar, ...] = ()
    elements: tuple[Element, ...] = ()
    statements: tuple[Statement, ...] = ()
    promises: tuple[Promise, ...] = ()
    actions: tuple[Action, ...] = ()
    task_groups: tuple[TaskGroup, ...] = ()
    reviews: tuple[Review, ...] = ()
    check_outs: tuple[CheckOut, ...] = ()
    logic: tuple[LogicNote, ...] = ()
    links: tuple[Link, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    people: tuple[Person, ...] = ()
    absences: tuple[Absence, ...] = ()
    groupings: tuple[Grouping, ...] = ()
    groups: tuple[Group, ...] = ()
    members: tuple[Member, ...] = ()
    runs: tuple[Run, ...] = ()
    timings: tuple[Timing, ...] = ()
    photos: tuple[Photo, ...] = ()
    self_ratings: tuple[SelfRating, ...] = ()
    answers: tuple[Answer, ...] = ()
    pictures: dict[str, str] = field(default_factory=dict)
    """Those of the photos and the logo, in base 64, by their keys; `programme_files` reads them."""


_TABLES: dict[str, type[Row]] = {
    name: get_args(rows)[0]
    for name, rows in get_type_hints(ProgrammeFile).items()
    if get_origin(rows) is tuple
}
KINDS: Mapping[str, type[Row]] = MappingProxyType({"programme": Head, **_TABLES})
"""The kinds of rows, by the key under which the JSON has them; the head is not in a list."""


def to_plain(
    programme: Programme, plainly: Callable[[Row], object] | None = None
) -> dict[str, object]:
    """A programme as plain dicts and lists, ordered by kind and position, empty fields left out.

    `plainly` makes plain data of a row as `plain_row` does, where somebody remembers them.
    """
    tell = plainly or plain_row
    rows = sorted(programme.rows.values(), key=lambda row: (getattr(row, "position", 0), row.id))
    by_kind: defaultdict[type[Row], list[object]] = defaultdict(list)
    for row in rows:
        by_kind[type(row)].append(tell(row))
    full = {name: by_kind[kind] for name, kind in _TABLES.items() if kind in by_kind}
    return {"format": FORMAT, "version": VERSION, "programme": tell(programme.head), **full}


def from_plain(raw: object) -> Programme:
    """The programme that such plain data tells.

    PlanError: `data-not-ours`, `data-newer`, `data-unknown-field`, `data-wrong`, `data-too-large`,
    `data-id-twice`, or the code of what does not fit together (`data-broken` with `fault`).
    """
    known, version = _checked_format(raw)
    _check_size(known)
    file = strict(brought_up(known, version), ProgrammeFile)
    rows: dict[RowId, Row] = {}
    for row in _rows_of(file):
        if row.id in rows:
            raise PlanError("data-id-twice", id=row.id[:40])
        rows[row.id] = row
    programme = Programme(file.programme.id, rows)
    if found := faults(programme):
        facts = fault_facts(programme, found[0])
        kind = _CAPITAL.sub(" ", type(rows[found[0].row]).__name__).lower()
        raise PlanError("data-broken", fault=found[0].code, kind=kind, **facts)
    return programme


def to_json(programme: Programme, pictures: Mapping[str, str] | None = None) -> bytes:
    """A programme as indented JSON; the same programme gives the same bytes.

    `pictures` are those of its photos, in base 64, by their keys.
    """
    shown = {"pictures": dict(pictures)} if pictures else {}
    text = json.dumps({**to_plain(programme), **shown}, ensure_ascii=False, indent=1)
    return text.encode() + b"\n"


def to_compact(programme: Programme, plainly: Callable[[Row], object] | None = None) -> bytes:
    """A programme as one line of JSON; `plainly` as for `to_plain`."""
    plain = to_plain(programme, plainly)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(data: bytes) -> Programme:
    """The programme of such JSON; PlanError as `from_plain` and `plain_json`."""
    return from_plain(plain_json(data))


def plain_json(data: bytes) -> object:
    """What JSON says; PlanError `data-too-large`, `data-too-deep`, `data-not-json`."""
    if len(data) > LARGEST:
        raise PlanError("data-too-large")
    try:
        raw: object = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError:
        raise PlanError("data-too-deep") from None
    except UnicodeDecodeError:
        raise PlanError("data-not-json", what="its text is not UTF-8") from None
    except msgspec.DecodeError as error:
        raise PlanError("data-not-json", what=str(error)) from None
    return raw


def delta_to_json(delta: Delta) -> str:
    """A delta for the journal: by row id its kind and the row before and after."""
    changes = {
        key: {
            "kind": _kind_of(change),
            "before": change.before and plain_row(change.before),
            "after": change.after and plain_row(change.after),
        }
        for key, change in delta.rows.items()
    }
    return json.dumps(changes, ensure_ascii=False, separators=(",", ":"))


def delta_if_readable(text: str) -> Delta | None:
    """As `delta_from_json`; None for what is damaged or was written by a later version."""
    try:
        return delta_from_json(text)
    except (msgspec.DecodeError, PlanError, LookupError, TypeError, ValueError):
        return None


def delta_from_json(text: str) -> Delta:
    """The delta that `delta_to_json` wrote."""
    raw: Mapping[str, Any] = msgspec.json.decode(text.encode())
    return Delta(
        {
            RowId(key): Change(
                before=_row(change["before"], KINDS[change["kind"]]),
                after=_row(change["after"], KINDS[change["kind"]]),
            )
            for key, change in raw.items()
        }
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a programme file, as published in `docs/`."""
    schema = msgspec.json.schema(ProgrammeFile)
    for kind in (ProgrammeFile, *KINDS.values(), Length):
        shape = schema["$defs"][kind.__name__]
        shape["additionalProperties"] = False
        for name, hint in get_type_hints(kind).items():
            _narrow(shape["properties"][name], name, get_args(hint) or (hint,))
    for shape in schema["$defs"].values():
        if told := shape.get("description"):
            shape["description"] = cleandoc(told)  # Python 3.13 does so by itself
    header = schema["$defs"]["ProgrammeFile"]["properties"]
    header["format"] = {"const": FORMAT}
    header["version"] = {"const": VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "aiplanner programme",
        "description": "One Appreciative Inquiry programme; docs/file-format.md tells the rest.",
        **schema,
    }


def _narrow(spec: dict[str, Any], name: str, kinds: tuple[Any, ...]) -> None:
    """Say of a text which it may be: an id, a clock time, a moment, or at most so long."""
    for option in (spec, *spec.get("anyOf", ())):
        if option.get("type") != "string":
            continue
        if RowId in kinds:
            option["pattern"] = "^[0-9a-f]{32}$"
        elif time in kinds:
            option["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
            option.pop("format", None)
        elif datetime in kinds:
            option["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
        elif str in kinds:
            option["maxLength"] = text_limit(name)


def _checked_format(raw: object) -> tuple[Mapping[object, object], int]:
    """What a file of ours says, and of which version it is."""
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise PlanError("data-not-ours")
    version = raw.get("version")
    if type(version) is not int or not 1 <= version <= _LAST_VERSION:
        raise PlanError("data-wrong", where="version", what="it is not a whole number from 1")
    if version > VERSION:
        raise PlanError("data-newer", version=version, ours=VERSION)
    return raw, version


def _check_size(raw: Mapping[object, object]) -> None:
    """Refuse too many rows before each is looked at."""
    if sum(len(part) for part in raw.values() if isinstance(part, list)) > MOST_ROWS:
        raise PlanError("data-too-large")


def _rows_of(file: ProgrammeFile) -> Iterable[Row]:
    yield file.programme
    for name in _TABLES:
        yield from getattr(file, name)


def _row(raw: object, kind: type[Row]) -> Row | None:
    return None if raw is None else strict(raw, kind)


def _kind_of(change: Change) -> str:
    row = change.after or change.before
    return next((name for name, kind in _TABLES.items() if type(row) is kind), "programme")


def plain_row(row: Row | Length) -> dict[str, object]:
    """A row as plain data, empty fields left out."""
    values = ((spec, getattr(row, spec.name)) for spec in fields(row))
    return {spec.name: _value(value) for spec, value in values if value != spec.default}


def _value(value: object) -> object:
    match value:
        case Length():
            return plain_row(value)
        case time():
            return f"{value:%H:%M}"
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case str():
            return str(value)
        case _:
            return value
