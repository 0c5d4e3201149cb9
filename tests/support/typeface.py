"""Tell which characters of the shipped content our own typeface lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from reportlab.pdfbase.ttfonts import TTFontFace

from aiplanner.assets import resource

FACES = ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf", "SourceSans3-Bold.ttf")


def unprintable(content: object) -> set[str]:
    """Characters in any text of a piece of content that one of the faces has no glyph for."""
    used = {character for text in texts(content) for character in text if character != "\n"}
    return {c for c in used if any(ord(c) not in _characters(face) for face in FACES)}


def texts(content: object) -> Iterator[str]:
    """Every text that a piece of content has people read, however deep."""
    if isinstance(content, str):
        yield content
    elif is_dataclass(content):
        for spec in fields(content):
            if spec.name != "ask":
                yield from texts(getattr(content, spec.name))
    elif isinstance(content, Mapping):
        yield from texts(tuple(content.values()))
    elif isinstance(content, tuple):
        for part in content:
            yield from texts(part)


@cache
def _characters(face: str) -> frozenset[int]:
    return frozenset(TTFontFace(str(resource("fonts", face))).charToGlyph)
