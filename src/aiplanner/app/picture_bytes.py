"""Look into the bytes of a picture without drawing it: what it is, how large, whether whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class PictureKind(StrEnum):
    """The two kinds of picture that are kept."""

    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a picture is; sizes in pixels. `bare` is whether it says nothing beside the picture."""

    kind: PictureKind
    width: int
    height: int
    bare: bool


def shape_of(data: bytes) -> Shape:
    """What these bytes are; ValueError for what is no whole JPEG or PNG."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
    except (IndexError, zlib.error) as error:
        raise ValueError(error) from None
    raise ValueError(data[:8])


_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"gAMA", b"sRGB"})
"""What a picture needs; dates, texts and the camera's notes stand in other chunks."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers a pixel has, by PNG's type of colour."""


def _png(data: bytes) -> Shape:
    chunks = list(_chunks(data))
    names = [name for name, _body in chunks]
    head = chunks[0][1]
    if names[0] != b"IHDR" or len(head) != 13 or names[-1] != b"IEND":
        raise ValueError(names)
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    row = (width * head[8] * _SAMPLES.get(head[9], 0) + 7) // 8
    if not width or not height or not row or head[12]:
        raise ValueError(head)  # what is interlaced is not of our making
    _inflate(b"".join(body for name, body in chunks if name == b"IDAT"), (row + 1) * height)
    return Shape(PictureKind.PNG, width, height, bare=_PNG_PARTS.issuperset(names))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12
        if int.from_bytes(data[at - 4 : at], "big") != zlib.crc32(name + body) or at > len(data):
            raise ValueError(name)
        yield name, body


def _inflate(packed: bytes, size: int) -> None:
    """ValueError when the packed bytes are not just so many; never unpacks more than that."""
    if size > _MOST_RAW:
        raise ValueError(size)
    unpacking = zlib.decompressobj()
    if len(unpacking.decompress(packed, size + 1)) != size or not unpacking.eof:
        raise ValueError(size)


_MOST_RAW = 64 * 1024 * 1024
"""No picture that is kept needs more bytes when it is unpacked."""

_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Markers of the sorts of JPEG that everything draws."""
_NEEDED = frozenset({0xE0, 0xEE, 0xDB, 0xC4, 0xDD, 0xDA, *_FRAMES})
"""Markers that a picture needs; the camera's notes and comments stand under others."""
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_SCAN, _END = 0xDA, 0xD9


def _jpeg(data: bytes) -> Shape:
    parts = list(_segments(data))
    frames = [body for marker, body in parts if marker in _FRAMES]
    if len(frames) != 1 or not any(marker == _SCAN for marker, _body in parts):
        raise ValueError(len(frames))
    height, width = (int.from_bytes(frames[0][n : n + 2], "big") for n in (1, 3))
    if not width or not height:
        raise ValueError(width)
    bare = all(marker in _NEEDED for marker, _body in parts)
    return Shape(PictureKind.JPEG, width, height, bare)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and body of each segment; ValueError unless the picture ends where the bytes do."""
    at = 2
    while data[at + 1] != _END:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at] != 0xFF or length < 2:
            raise ValueError(at)
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length
        if marker == _SCAN:
            at = _after_scan(data, at)
    if data[at:] != bytes((0xFF, _END)):
        raise ValueError(at)


def _after_scan(data: bytes, at: int) -> int:
    found = _NEXT.search(data, at)
    if found is None:
        raise ValueError(at)
    return found.start()
