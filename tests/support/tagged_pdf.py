"""Read a tagged PDF as a screen reader does: its structure, with the text of every element."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import page
import pikepdf


@dataclass(slots=True)
class Element:
    """A structure element: its role, its own text, its children in reading order."""

    role: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list[Element] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, role: str) -> list[Element]:
        """All elements of that role, in reading order."""
        return [element for element in self.walk() if element.role == role]

    def words(self) -> str:
        """All its text, in reading order."""
        return " ".join(filter(None, (e.text.strip() for e in self.walk())))

    def lines(self, depth: int = 0) -> list[str]:
        """The tree as indented lines, for golden tests."""
        own = f"{'  ' * depth}{self.role} {self.text.strip()}".rstrip()
        return [own, *(line for kid in self.kids for line in kid.lines(depth + 1))]


def faults(path: Path) -> list[str]:
    """What a PDF/UA-1 validator, and qpdf on the syntax, have to say against the file."""
    result = page.validate_pdf(str(path), profile="ua1")
    found = sorted({str(failure.rule_id) for failure in result.failures})
    assert result.is_compliant == (not found)
    with pikepdf.open(path) as pdf:
        return found + [str(problem) for problem in pdf.check_pdf_syntax()]


def structure(path: Path) -> Element:
    """The structure tree with its text."""
    with pikepdf.open(path) as pdf:
        texts = _texts_of(pdf)
        return _element(pdf.Root.StructTreeRoot.K[0], texts)


def parts_and_pages(path: Path) -> tuple[list[tuple[int, Element]], list[str]]:
    """Each part with the number, from 0, of the page on which it begins; the text of each page."""
    with pikepdf.open(path) as pdf:
        texts = _texts_of(pdf)
        numbers = {key: number for number, key in enumerate(texts)}
        parts = [
            (min(numbers[place] for place in _places(node)), _element(node, texts))
            for node in pdf.Root.StructTreeRoot.K[0].K
        ]
        return parts, ["".join(found[None]) for found in texts.values()]


def _places(node: Any) -> Iterator[Any]:
    """The pages that an element has something on."""
    if "/Pg" in node:
        yield node.Pg.objgen
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary):
            yield from _places(kid)


def page_texts(path: Path) -> list[str]:
    """The text of each page: content and artifacts, as they are drawn."""
    with pikepdf.open(path) as pdf:
        return ["".join(found[None]) for found in _texts_of(pdf).values()]


def _element(node: Any, texts: dict[Any, Texts]) -> Element:
    element = Element(str(node.S)[1:])
    for name in ("Alt", "ActualText", "T", "Lang"):
        if f"/{name}" in node:
            element.attributes[name] = str(node[f"/{name}"])
    for owned in node.get("/A", []):
        element.attributes |= {key[1:]: str(value) for key, value in owned.items()}
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            continue
        if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
            element.kids.append(_element(kid, texts))
            continue
        own = kid if isinstance(kid, pikepdf.Dictionary) else None
        place = (own.Pg if own is not None else node.Pg).objgen
        number = int(own.MCID if own is not None else kid)
        element.text += "".join(texts[place].get(number, ()))
    return element


Texts = dict[int | None, list[str]]
Letters = dict[int, str | None]
"""What each code of a font stands for; None for nothing."""


def _texts_of(pdf: pikepdf.Pdf) -> dict[Any, Texts]:
    """The text of each page; a font is read once, however many pages use it."""
    read: dict[Any, Letters] = {}

    def letters(font: Any) -> Letters:
        if font.objgen == (0, 0):
            return _unicode(font)
        if font.objgen not in read:
            read[font.objgen] = _unicode(font)
        return read[font.objgen]

    return {one.obj.objgen: _texts(one, letters) for one in pdf.pages}


def _texts(pdf_page: pikepdf.Page, letters: Callable[[Any], Letters]) -> Texts:
    """Text by number of marked content; under None the text of the whole page."""
    fonts = {name: letters(font) for name, font in pdf_page.Resources.Font.items()}
    found: Texts = {None: []}
    marked: list[int | None] = []
    font: Letters = dict.fromkeys(range(256))
    for operands, operator in pikepdf.parse_content_stream(pdf_page, "BDC BMC EMC Tf Tj T*"):
        match str(operator):
            case "BDC" | "BMC":
                marked.append(_number(operands))
            case "EMC":
                marked.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                _add(found, marked, bytes(operands[0]).decode("latin-1").translate(font))
            case "T*":
                found[None].append("\n")
    return found


def _number(operands: Any) -> int | None:
    mcid = operands[1].get("/MCID") if len(operands) > 1 else None
    return None if mcid is None else int(mcid)


def _add(found: Texts, marked: list[int | None], text: str) -> None:
    found[None].append(text)
    if marked and marked[-1] is not None:
        found.setdefault(marked[-1], []).append(text)


def _unicode(font: Any) -> Letters:
    letters: Letters = dict.fromkeys(range(256))
    if "/ToUnicode" in font:
        pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>", font.ToUnicode.read_bytes())
        for code, text in pairs:
            letters[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return letters
