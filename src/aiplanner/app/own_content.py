"""The user's own activities, handouts and starters: kept in the library, exchanged as a file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from aiplanner.app import content
from aiplanner.app.content_files import piece, told
from aiplanner.app.decoding import strict
from aiplanner.app.handout_files import handout_from_plain, handout_plain
from aiplanner.app.own_faults import own_faults
from aiplanner.app.plain_data import plain
from aiplanner.app.ports import Library, OwnPiece, OwnSort, WorldError
from aiplanner.app.wording import say
from aiplanner.domain.bank import Activity
from aiplanner.domain.content import Starter
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Handout

Piece = Activity | Handout | Starter

OWN = "my-"
"""How every key of one's own begins, so that none can be mistaken for a shipped one."""

LARGEST = 4 * 1024 * 1024
"""No content file is larger, in bytes."""

_MOST = 1_000
"""No content file holds more pieces of a sort."""


@dataclass(frozen=True, slots=True)
class Bank:
    """What there is to plan with: what is shipped, then what is one's own."""

    activities: tuple[Activity, ...]
    handouts: tuple[Handout, ...]
    starters: tuple[Starter, ...]
    unread: tuple[str, ...] = ()
    """A sentence for each piece of one's own that cannot be read and is left out."""


@dataclass(frozen=True, slots=True)
class _Shape:
    sort: OwnSort
    table: str
    """The name of its tables in a content file."""
    kind: type[Any]
    read: Callable[[object, str], Any]
    write: Callable[[Any], dict[str, object]]


_SHAPES: tuple[_Shape, ...] = (
    _Shape(
        OwnSort.ACTIVITY,
        "activities",
        Activity,
        lambda raw, where: strict(raw, Activity, where),
        plain,
    ),
    _Shape(OwnSort.HANDOUT, "handouts", Handout, handout_from_plain, handout_plain),
    _Shape(
        OwnSort.STARTER,
        "starters",
        Starter,
        lambda raw, where: strict(raw, Starter, where),
        plain,
    ),
)


def bank(library: Library) -> Bank:
    """Everything shipped, and everything of the user's that the library keeps."""
    own, unread = _readable(library.own_pieces())
    return Bank(
        (*content.activities(), *(one for one in own if isinstance(one, Activity))),
        (*content.handouts(), *(one for one in own if isinstance(one, Handout))),
        (*content.starters(), *(one for one in own if isinstance(one, Starter))),
        tuple(unread),
    )


def own_handouts(library: Library) -> tuple[Handout, ...]:
    """The user's own handouts, but for those that cannot be read."""
    pieces, _unread = _readable(library.own_pieces(OwnSort.HANDOUT))
    return tuple(one for one in pieces if isinstance(one, Handout))


def own_starters(library: Library) -> tuple[Starter, ...]:
    """The user's own starters, but for those that cannot be read."""
    pieces, _unread = _readable(library.own_pieces(OwnSort.STARTER))
    return tuple(one for one in pieces if isinstance(one, Starter))


def is_own(key: str) -> bool:
    """Whether a key is that of a piece of one's own."""
    return key.startswith(OWN)


def to_piece(one: Piece, now: datetime) -> OwnPiece:
    """A piece as the library keeps it.

    PlanError `own-key` unless its key begins with "my-", `own-unfit` where nobody could use it.
    """
    if not is_own(one.key):
        raise PlanError("own-key", key=one.key)
    for where, what in own_faults(one):
        raise PlanError("own-unfit", title=one.title, what=_at(where, what))
    shape = _shape_of(one)
    return OwnPiece(one.key, shape.sort, one.title, json.dumps(shape.write(one)), now)


def from_piece(kept: OwnPiece) -> Piece:
    """The piece that the library keeps; PlanError `own-damaged` where it cannot be read."""
    shape = next(shape for shape in _SHAPES if shape.sort is kept.sort)
    try:
        found: Piece = shape.read(json.loads(kept.body), "")
        what = next((_at(where, what) for where, what in _faults(found)), "")
    except PlanError as error:
        what = told(error)[1]
    except (ValueError, RecursionError):
        what = "it is no JSON"
    if what or found.key != kept.key:
        raise PlanError("own-damaged", title=kept.title, what=what or "its key is another one")
    return found


def read_content_file(path: Path) -> tuple[Piece, ...]:
    """The pieces of a content file, all or none; refused as `content_pieces` refuses."""
    return tuple(one for _where, one in content_pieces(path))


def content_pieces(path: Path) -> tuple[tuple[str, Piece], ...]:
    """The pieces of a content file, each with its place there.

    PlanError `content-broken` (file, line, reason), `content-empty`; WorldError
    `file-unreadable`, `content-too-large`.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise WorldError("content-too-large", file=path.name)
        found = piece(path, _pieces)
    except OSError as error:
        raise WorldError("file-unreadable", file=str(path), what=error.strerror) from error
    except UnicodeDecodeError as error:
        raise PlanError("content-empty", file=path.name) from error
    if not found:
        raise PlanError("content-empty", file=path.name)
    return found


def content_file(pieces: Iterable[Piece]) -> bytes:
    """The pieces as a content file, which `read_content_file` reads back."""
    import tomli_w  # noqa: PLC0415 - only an export needs it

    made: dict[str, list[dict[str, object]]] = {}
    for one in pieces:
        shape = _shape_of(one)
        made.setdefault(shape.table, []).append(shape.write(one))
    return tomli_w.dumps(made, multiline_strings=True).encode()


def _readable(kept: Iterable[OwnPiece]) -> tuple[list[Piece], list[str]]:
    """The pieces that can be read, and a sentence for each other one."""
    pieces: list[Piece] = []
    unread: list[str] = []
    for one in kept:
        try:
            pieces.append(from_piece(one))
        except PlanError as error:
            unread.append(say(error))
    return pieces, unread


def _pieces(raw: Mapping[str, Any]) -> tuple[tuple[str, Piece], ...]:
    known = {shape.table: shape for shape in _SHAPES}
    for key, tables in raw.items():
        if key not in known:
            raise PlanError("data-unknown-field", where="the top", field=key)
        if not isinstance(tables, list):
            raise PlanError("data-wrong", where=key, what="it is no list of tables")
        if len(tables) > _MOST:
            raise PlanError("data-wrong", where=key, what=f"a file holds at most {_MOST} of them")
    found = [one for name in raw for one in _read(known[name], raw[name])]
    keys: set[str] = set()
    for where, one in found:
        if one.key in keys:
            what = f"the key “{one.key}” is there twice"
            raise PlanError("data-wrong", where=f"{where}.key", what=what)
        keys.add(one.key)
    return tuple(found)


def _read(shape: _Shape, tables: Sequence[object]) -> list[tuple[str, Piece]]:
    made: list[tuple[str, Piece]] = []
    for number, one in enumerate(tables):
        where = f"{shape.table}[{number}]"
        read: Piece = shape.read(one, where)
        for name, what in _faults(read):
            raise PlanError("data-wrong", where=f"{where}.{name}".rstrip("."), what=what)
        made.append((where, read))
    return made


def _faults(one: Piece) -> Iterator[tuple[str, str]]:
    """What the library could not keep, or nobody use, or what could be taken for shipped."""
    if not is_own(one.key):
        yield "key", f"a key of your own begins with “{OWN}”"
    yield from own_faults(one)


def _at(where: str, what: str) -> str:
    return f"{where}: {what}" if where else what


def _shape_of(one: Piece) -> _Shape:
    return next(shape for shape in _SHAPES if isinstance(one, shape.kind))
