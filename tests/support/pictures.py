"""Pictures made by hand, whole and broken, and what a camera writes into them."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode

from aiplanner.app.pictures import Picture, picture_of

Colour = tuple[int, int, int]

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, body: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, colour: Colour = (200, 30, 30), extra: bytes = b"") -> bytes:
    """A PNG of one colour; `extra` are chunks after its head."""
    rows = (b"\0" + bytes(colour) * width) * height
    return png_of(width, height, zlib.compress(rows), extra)


def png_of(width: int, height: int, packed: bytes, extra: bytes = b"") -> bytes:
    """A PNG that says so of itself and holds these packed rows."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return SIGNATURE + head + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


GREY_JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERX"
    "RTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAAGAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABv/EABQQAQAA"
    "AAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8ASP/Z"
)
"""8 × 6 grey pixels."""


def with_exif(jpeg: bytes, tags: bytes) -> bytes:
    """The JPEG as a camera would write it, with a block of Exif."""
    body = b"Exif\0\0" + tags
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def turned(orientation: int) -> bytes:
    """Exif that says how the camera was held (6: on its right side), and where it was."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    note = struct.pack(">HHII", 0x010E, 2, 12, 0x26)
    return b"MM\0*" + struct.pack(">IH", 8, 2) + note + entry + bytes(4) + b"Ward 7, Leith"


RED = picture_of(png(12, 8), "a.png")
BLUE = picture_of(png(9, 9, (20, 30, 200)), "a.png")
GREY: Picture = picture_of(GREY_JPEG, "a.png")
