"""How easily the content reads, by the Flesch-Kincaid grade (an American school year)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import textstat

from aiplanner.domain.handouts import Handout

_NO_PROSE = frozenset({"key", "sources", "field", "handout", "mark", "address", "licence", "ask"})


def grade(piece: Any) -> float:
    """The grade of everything that a piece of content says, each text taken as a sentence."""
    told = " ".join(text if text[-1] in ".?!:" else f"{text}." for text in texts(piece) if text)
    return float(textstat.flesch_kincaid_grade(told))


def texts(piece: Any) -> Iterator[str]:
    """The texts that people read in a piece, in order."""
    for spec in fields(piece):
        if spec.name not in _NO_PROSE:
            yield from _texts(getattr(piece, spec.name))


def _texts(value: Any) -> Iterator[str]:
    if type(value) is str:
        yield value.strip()
    elif is_dataclass(value):
        yield from texts(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)


def kinds_of(handout: Handout) -> str:
    """The kinds of block that a sheet is made of, in words."""
    names = [type(block).__name__.removesuffix("Block").lower() for block in handout.blocks]
    return ", ".join(dict.fromkeys(names))
