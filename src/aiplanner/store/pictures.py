"""Keep the bytes of photos and logos once each, and let go of what nothing can bring back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, exists, insert, select

from aiplanner.app.picture_bytes import PictureKind
from aiplanner.app.pictures import Picture, key_of

from .columns import moment
from .found_tables import photo
from .schema import history, journal, picture, programme

_AT_ONCE = 200
"""Databases bound how many values one statement names."""


def keep(connection: Connection, pictures: Sequence[Picture], now: datetime) -> None:
    """Keep pictures in place of those of the same keys, which are the same but for their time."""
    by_key = {one.key: one for one in pictures}
    _drop(connection, list(by_key))
    if by_key:
        connection.execute(insert(picture), [_record(one, now) for one in by_key.values()])


def whole_ones(connection: Connection, keys: Collection[str]) -> dict[str, Picture]:
    """The pictures of these keys that are as they were handed in; others are left out."""
    columns = picture.c.key, picture.c.kind, picture.c.data
    return {
        key: Picture(key, PictureKind(kind), bytes(data))
        for some in _portions(sorted(set(keys)))
        for key, kind, data in connection.execute(select(*columns).where(picture.c.key.in_(some)))
        if _whole(key, kind, data)
    }


def damaged(connection: Connection) -> int:
    """How many pictures are not what was handed in; reads them all, one after the other."""
    columns = picture.c.key, picture.c.kind, picture.c.data
    found = connection.execute(select(*columns).execution_options(yield_per=1))
    return sum(not _whole(key, kind, data) for key, kind, data in found)


def drop_unused(connection: Connection, before: datetime) -> int:
    """As `Library.drop_unused_pictures`."""
    seen = exists().where(photo.c.picture == picture.c.key)
    worn = exists().where(programme.c.logo == picture.c.key)
    old = select(picture.c.key).where(picture.c.kept < moment(before), ~seen, ~worn)
    unseen = [key for key in connection.scalars(old) if not _named(connection, key, before)]
    _drop(connection, unseen)
    return len(unseen)


def _named(connection: Connection, key: str, since: datetime) -> bool:
    """Whether a step that somebody can undo or redo names the picture, or a save since then."""
    steps = select(history.c.number).where(history.c.delta.contains(key, autoescape=True))
    lately = journal.c.time >= moment(since)
    saves = select(journal.c.revision).where(lately, journal.c.delta.contains(key, autoescape=True))
    found = (connection.execute(which.limit(1)).first() for which in (steps, saves))
    return any(row is not None for row in found)


def _whole(key: str, kind: str, data: bytes) -> bool:
    return kind in tuple(PictureKind) and key_of(data) == key


def _drop(connection: Connection, keys: Sequence[str]) -> None:
    for some in _portions(keys):
        connection.execute(delete(picture).where(picture.c.key.in_(some)))


def _portions(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    return (keys[n : n + _AT_ONCE] for n in range(0, len(keys), _AT_ONCE))


def _record(one: Picture, now: datetime) -> dict[str, object]:
    return {"key": one.key, "kind": one.kind.value, "data": one.data, "kept": moment(now)}
