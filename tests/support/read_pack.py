"""Read a whole pack once: its parts by document, all it says, and where its letters stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

from aiplanner.app.content import handouts
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.domain.handouts import CardsBlock
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import document, documents
from aiplanner.packs.setting import Setting
from aiplanner.packs.sheet import Layout, Sheet
from aiplanner.packs.text import Gate
from aiplanner.packs.writing import sheet_of
from tests.support.packs import squeezed
from tests.support.private_texts import beside
from tests.support.tagged_pdf import parts_and_pages

EDGE = 14
"""Points from the edge of the paper that many printers cannot reach."""
_LOOSE = 0.06
"""Ems by which a letter may overhang its own width, or hang below its line."""


_WITH_CARDS = {"table-cards", "name-cards"} | {
    handout.key
    for handout in handouts()
    if any(isinstance(block, CardsBlock) for block in handout.blocks)
}
"""Documents that may have sheets of cards."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


@dataclass(frozen=True, slots=True)
class ReadPack:
    """A pack as it is on paper and as a screen reader tells it."""

    file: Path
    told: dict[str, str]
    """What the structure of each document says, by its id, without white space."""
    drawn: str
    """All it says anywhere, without white space: on its pages and beside them."""


def read_pack(file: Path, report: PackReport) -> ReadPack:
    """Read the structure and the pages of a pack that was rendered with this report."""
    parts, pages = parts_and_pages(file)
    owners = list(owners_of(report))
    told = dict.fromkeys(report.parts, "")
    for number, part in parts:
        told[owners[number]] += squeezed(part.words())
    with pikepdf.open(file) as pdf:
        return ReadPack(file, told, squeezed("".join((*pages, *beside(pdf)))))


def owners_of(report: PackReport) -> Iterator[str]:
    """For each page the id of the document it belongs to."""
    order = [info.id for info in documents() if info.id in report.parts]
    for key in order:
        yield from [key] * report.parts[key]


def printed(text: str) -> str:
    """A text as it comes out, without white space: what no face has stands as a box."""
    return squeezed("".join(run.text for run in Gate().runs(text)))


def outside(
    file: Path, report: PackReport, programme: Programme, options: PackOptions
) -> list[str]:
    """Pages with text that stands neither in the frame nor in the strips of head and foot."""
    setting = Setting(programme, options, Gate())
    sheets = {key: sheet_of(document(key), setting) for key in report.parts}
    found = []
    with pypdfium2.PdfDocument(file) as pdf:
        for number, (page, owner) in enumerate(zip(pdf, owners_of(report), strict=True), 1):
            layouts = tuple(Layout) if owner in _WITH_CARDS else (Layout.TEXT,)
            if fault := fault_of(page, sheets[owner], number, layouts):
                found.append(f"{owner}, page {number}: {fault}")
    return found


def fault_of(
    page: pypdfium2.PdfPage,
    sheet: Sheet,
    number: int,
    layouts: Sequence[Layout] = (Layout.TEXT,),
) -> str:
    """What is wrong with where the text of a page of such a layout stands; empty for nothing."""
    if any(abs(own - asked) > 0.01 for own, asked in zip(page.get_size(), sheet.size, strict=True)):
        return f"the paper is {page.get_size()}"
    text = page.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    rooms = [_outside(text, boxes, sheet, layout, number) for layout in layouts]
    lost = min(rooms, key=len)
    return f"{len(lost)} lines outside, such as {[round(side) for side in lost[0]]}" if lost else ""


def _outside(
    text: pypdfium2.PdfTextPage, boxes: list[Box], sheet: Sheet, layout: Layout, number: int
) -> list[Box]:
    """The lines of text that do not stand where that layout has room for them."""
    loose = (box for box in boxes if not _stands(box, sheet, layout, number))
    return [box for box in loose if not _stands(_inked(text, box), sheet, layout, number)]


def _inked(text: pypdfium2.PdfTextPage, box: Box) -> Box:
    """A line without the spaces at its ends, which nobody sees."""
    left, bottom, right, top = box
    half = (top - bottom) / 2
    first, last = _ink_at(text, box, left + half), _ink_at(text, box, right - half)
    return min(first, default=left), bottom, max(last, default=right), top


def _ink_at(text: pypdfium2.PdfTextPage, box: Box, across: float) -> list[float]:
    """The edges of the letters with ink on a line around a place of it."""
    _left, bottom, _right, top = box
    near = text.get_index(across, (bottom + top) / 2, 8, 8)
    count = text.count_chars()
    letters = range(count) if near is None else range(max(0, near - 3), min(near + 5, count))
    inked = [text.get_charbox(n) for n in letters if text.get_text_range(n, 1).strip()]
    on_line = [ink for ink in inked if bottom <= (ink[1] + ink[3]) / 2 <= top]
    return [edge for ink in on_line for edge in (ink[0], ink[2])]


def _stands(box: Box, sheet: Sheet, layout: Layout, number: int) -> bool:
    """Whether it stands in the room for text of that layout, or with the head and the foot."""
    left, bottom, width, height = sheet.frame(layout, number)
    line, top = sheet.profile.furniture * 1.1, sheet.size[1]
    if layout is Layout.TEXT:
        foot = (sheet.head * 0.5 - line / 2, sheet.head * 0.5 + line)
        bands = [(bottom, bottom + height), foot, (top - foot[1], top - foot[0])]
    else:
        left, width = EDGE, width - 2 * EDGE
        bands = [(EDGE, sheet.strip), (sheet.strip, top - EDGE)]
    loose = sheet.profile.body * _LOOSE
    across = left - loose <= box[0] and box[2] <= left + width + loose
    return across and any(low - loose <= box[1] and box[3] <= high + loose for low, high in bands)
