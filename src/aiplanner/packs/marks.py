"""Marks drawn as lines: the phases' own, from the same files as the screen's, and tick boxes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache

from reportlab.lib.colors import Color
from reportlab.pdfgen.pathobject import PDFPathObject

from aiplanner.assets import resource
from aiplanner.domain.cycle import Phase
from aiplanner.packs.asking import Button
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.paragraphs import DrawMark
from aiplanner.packs.styles import colour

GRID = 20
"""The marks are drawn on a square of so many units, y downwards."""

Command = tuple[str, tuple[float, ...]]
_TOKEN = re.compile(r"[MLHVCZ]|-?\d*\.?\d+")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}
_CURVE = 0.5523
"""Length of the handles that make a quarter circle of radius 1."""


def phase_mark(phase: Phase, size: float, tint: Color | None = None) -> DrawMark:
    """A drawing of the phase's mark, `size` points square, sitting on the text line."""

    def draw(canvas: PackCanvas, x: float, y: float) -> None:
        canvas.saveState()
        canvas.translate(x, y - size * 0.18 + size)
        canvas.scale(size / GRID, -size / GRID)
        canvas.setStrokeColor(tint or colour(phase.value))
        canvas.setLineWidth(1.7)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        path = canvas.beginPath()
        for name, numbers in shape(phase):
            _DRAW[name](path, *numbers)
        canvas.drawPath(path)
        canvas.restoreState()

    return draw


def tick_box(size: float, line: Color) -> DrawMark:
    """A drawing of an empty box to tick, `size` points square."""

    def draw(canvas: PackCanvas, x: float, y: float) -> None:
        canvas.setStrokeColor(line)
        canvas.setLineWidth(1)
        canvas.roundRect(x + 0.5, y - size * 0.14, size, size, size * 0.12)

    return draw


def tick_field(asked: Button, size: float) -> DrawMark:
    """A field of a form where `tick_box` draws its box."""

    def draw(canvas: PackCanvas, x: float, y: float) -> None:
        canvas.forms.button(asked, x + 0.5, y - size * 0.14, size)

    return draw


@cache
def shape(phase: Phase) -> tuple[Command, ...]:
    """The lines of a phase's mark as absolute commands: M x y, L x y, C six numbers, Z."""
    root = ET.fromstring(resource("icons", f"{phase.value}.svg").read_text("utf-8"))  # noqa: S314  # our own file
    return tuple(command for element in root for command in _commands(element))


def _commands(element: ET.Element) -> Iterator[Command]:
    if element.tag.endswith("circle"):
        yield from _circle(*(float(element.attrib[name]) for name in ("cx", "cy", "r")))
    else:
        yield from _absolute(_parsed(element.attrib["d"]))


def _circle(x: float, y: float, r: float) -> Iterator[Command]:
    k = r * _CURVE
    yield "M", (x + r, y)
    yield "C", (x + r, y + k, x + k, y + r, x, y + r)
    yield "C", (x - k, y + r, x - r, y + k, x - r, y)
    yield "C", (x - r, y - k, x - k, y - r, x, y - r)
    yield "C", (x + k, y - r, x + r, y - k, x + r, y)
    yield "Z", ()


def _parsed(path: str) -> Iterator[Command]:
    letter, numbers = "", list[float]()
    for token in _TOKEN.findall(path):
        if token.isalpha():
            letter = token
            if letter == "Z":
                yield "Z", ()
            continue
        numbers.append(float(token))
        if len(numbers) == _ARITY[letter]:
            yield letter, tuple(numbers)
            numbers = []
            letter = (
                "L" if letter == "M" else letter
            )  # more pairs after M are lines (SVG 1.1, 8.3.2)


def _absolute(commands: Iterator[Command]) -> Iterator[Command]:
    x = y = 0.0
    place: tuple[float, ...]
    for letter, numbers in commands:
        match letter:
            case "Z":
                yield letter, ()
                continue
            case "H":
                letter_now, place = "L", (numbers[0], y)
            case "V":
                letter_now, place = "L", (x, numbers[0])
            case _:
                letter_now, place = letter, numbers
        x, y = place[-2:]
        yield letter_now, place


_DRAW = {
    "M": PDFPathObject.moveTo,
    "L": PDFPathObject.lineTo,
    "C": PDFPathObject.curveTo,
    "Z": PDFPathObject.close,
}
