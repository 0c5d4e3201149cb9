"""The pictures of wall sheets: what is kept of them, under which key, and how large they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from aiplanner.app.picture_bytes import PictureKind, shape_of
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme

MEGABYTE = 1024 * 1024
MOST_READ = 25 * MEGABYTE
"""Bytes of the largest file a picture is taken from."""
MOST_READ_PIXELS = 60_000_000
"""Pixels of the largest picture that is unpacked, to be made smaller."""
EDGE = 2000
"""Pixels of the longer edge of what is kept; across a page of A4 that is 280 dots an inch."""
MOST_KEPT = 4 * MEGABYTE
"""Bytes of the largest picture that is kept."""
UNUSED_FOR = timedelta(days=30)
"""So long a picture stays that no photo shows, as a programme stays in the bin.

It counts from when it was last handed in, or a photo of it last stored or deleted, so that a window
that could not save meanwhile finds it when it can.
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: `key` is the SHA-256 of `data`, so that the same is kept once."""

    key: str
    kind: PictureKind
    data: bytes


def picture_of(data: bytes, file: str) -> Picture:
    """A picture that may be kept: small enough, whole, and with nothing in it but the picture.

    PlanError `picture-unclear`, `picture-too-large`, `picture-too-wide`, `picture-with-notes`;
    `file` is what their sentences call it.
    """
    if len(data) > MOST_KEPT:
        raise PlanError("picture-too-large", file=file, most=MOST_KEPT // MEGABYTE)
    try:
        shape = shape_of(data)
    except ValueError:
        raise PlanError("picture-unclear", file=file) from None
    if max(shape.width, shape.height) > EDGE:
        raise PlanError("picture-too-wide", file=file, edge=EDGE)
    if not shape.bare:
        raise PlanError("picture-with-notes", file=file)
    return Picture(key_of(data), shape.kind, data)


def key_of(data: bytes) -> str:
    """Under which key these bytes are kept."""
    return sha256(data).hexdigest()


def picture_keys(programme: Programme) -> tuple[str, ...]:
    """The pictures that a programme shows, each once: its logo, then its photos in their order."""
    keys = (programme.head.logo, *(photo.picture for photo in programme.photos))
    return tuple(dict.fromkeys(key for key in keys if key))


def fitting(pictures: Iterable[Picture], most: int) -> Iterator[Picture]:
    """The first pictures that have no more than so many bytes together."""
    for picture in pictures:
        most -= len(picture.data)
        if most < 0:
            return
        yield picture


def in_order(programme: Programme, found: Mapping[str, Picture]) -> list[Picture]:
    """What of `found` a programme shows, in the order of `picture_keys`."""
    return [found[key] for key in picture_keys(programme) if key in found]
