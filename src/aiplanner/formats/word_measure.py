"""Measure how high the elements of a Word file stand, near enough to share out what a page leaves.

No program is asked: the widths of letters and the measures of the styles are known, and what is
guessed (how a program breaks a line) is guessed on the safe side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from aiplanner.formats.word_faces import width_of
from aiplanner.formats.word_styles import FACE_HEIGHT, Style
from aiplanner.formats.word_xml import Element

_TWIPS = 20
_EMU = 12700
"""Of the lengths of drawings, in a point."""
_LINE = 0.75
"""Points that the line under a row takes."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures elements that are set in these styles, by their ids."""

    styles: dict[str, Style]

    def height(self, elements: Iterable[Element], width: float) -> float:
        """Points from the top of the first to the foot of the last, `width` points wide."""
        return sum(self._one(made, width) for made in elements)

    def _one(self, made: Element, width: float) -> float:
        if made.tag == qn("w:tbl"):
            return sum(self.row(one, made) for one in made.iterchildren(qn("w:tr")))
        return self._paragraph(made, width) if made.tag == qn("w:p") else 0

    def row(self, made: Element, table: Element) -> float:
        """Points that a row of this table is high."""
        sides = _sides(table)
        beside, beyond = sides["left"] + sides["right"], sides["top"] + sides["bottom"]
        inside = max(
            self.height(cell, _points(cell.find(f".//{qn('w:tcW')}"), "w:w") - beside)
            for cell in made.iterchildren(qn("w:tc"))
        )
        return max(inside + beyond, _points(made.find(f".//{qn('w:trHeight')}"), "w:val")) + _LINE

    def _paragraph(self, made: Element, width: float) -> float:
        setting = made.pPr
        style = self.styles[setting.find(qn("w:pStyle")).get(qn("w:val"))]
        indent = style.indent * style.size + _points(setting.find(qn("w:ind")), "w:left")
        if setting.find(qn("w:numPr")) is not None and not indent:
            indent = style.size * 2
        room = setting.find(qn("w:spacing"))
        above = _points(room, "w:before", style.before * style.size)
        below = _points(room, "w:after", style.after * style.size)
        drawn = sum(float(one.get("cy")) / _EMU for one in made.iter(qn("wp:extent")))
        lines = 0 if drawn else self._lines(made, (width - indent) / style.size, style)
        return above + lines * style.size * style.lines * FACE_HEIGHT + drawn + below

    def _lines(self, made: Element, ems: float, style: Style) -> int:
        """How many lines the words take in so many ems."""
        lines, taken = 1, 0.0
        for word, bold in _words(made):
            if word == "\n":
                lines, taken = lines + 1, 0.0
                continue
            wide = width_of(word, bold=bold or style.bold)
            if taken and taken + wide - width_of(" ") > ems:
                lines, taken = lines + 1, 0.0
            taken += wide
        return lines


def _words(made: Element) -> Iterator[tuple[str, bool]]:
    """The words with the space behind each, line breaks as newlines, and whether each is bold."""
    for run in made.iter(qn("w:r")):
        bold = run.find(f".//{qn('w:b')}") is not None
        for one in run:
            if one.tag == qn("w:br"):
                yield "\n", bold
            elif one.tag == qn("w:t"):
                first, *others = (one.text or "").split(" ")
                yield first + " " * bool(others), bold
                yield from ((f"{word} ", bold) for word in others)


def _sides(table: Element) -> dict[str, float]:
    margins = table.find(f".//{qn('w:tblCellMar')}")
    return {
        side: _points(margins.find(qn(f"w:{side}")), "w:w")
        for side in ("top", "left", "bottom", "right")
    }


def _points(made: Element | None, name: str, default: float = 0) -> float:
    """A length of an element in points; `default` where there is none."""
    said = None if made is None else made.get(qn(name))
    return default if said is None else float(said) / _TWIPS
