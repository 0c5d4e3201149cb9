"""The pages of a pack: frames, running heads and feet, document by document, in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.doctemplate import FrameBreak, NullActionFlowable

from aiplanner.i18n import gettext as _
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fonts import REGULAR, width
from aiplanner.packs.styles import Paper, Print, Profile, colour, styles
from aiplanner.packs.tables import TaggedTable
from aiplanner.packs.text import Gate, Run, cleaned

rl_config.useA85 = 0  # binary streams: half the time and four fifths of the bytes

ELLIPSIS = "…"

PartBegins = Callable[[int, int], None]
"""Hears the number of a part, from 0, and the page on which it begins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room on a page: print size and paper, and whether it is punched at the left."""

    print_size: Print
    paper: Paper
    punched: bool = False

    @property
    def profile(self) -> Profile:
        """The measures of the print size."""
        return styles(self.print_size).profile

    @property
    def left(self) -> float:
        """Margin at the left in points."""
        return self.profile.margin + (self.profile.gutter if self.punched else 0)

    @property
    def right(self) -> float:
        """Margin at the right in points."""
        return self.profile.margin - (self.profile.gutter if self.punched else 0)

    @property
    def width(self) -> float:
        """Room for text, from margin to margin."""
        return self.paper.size[0] - self.left - self.right

    @property
    def height(self) -> float:
        """Room for text, from head to foot."""
        return self.paper.size[1] - 2 * self.profile.head


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page of a document."""

    programme: str
    title: str
    number: str = ""
    """The "session.item" that a sheet belongs to, for example "3.1"."""
    issue: str = ""
    """Version and date, for example "Version 3 · 12 January 2027"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a pack: its running heads, its sheet and its flowables."""

    key: str
    running: Running
    sheet: Sheet
    story: tuple[Flowable, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole PDF: what its metadata say, and its parts in order."""

    title: str
    author: str
    moment: datetime
    parts: tuple[Part, ...] = field(repr=False)


def set_book(book: Book, gate: Gate, target: BinaryIO, on_part: PartBegins | None = None) -> int:
    """Write the book as PDF; the number of its pages. `on_part` hears of each part that begins."""
    template = _BookTemplate(target, book, gate)
    template.build(list(_story(book, on_part)), canvasmaker=PackCanvas)
    return int(template.canv.page_count)


class _BookTemplate(BaseDocTemplate):  # type: ignore[misc]  # ReportLab ships no types
    """Makes the canvas of a book and one page template a part."""

    def __init__(self, target: BinaryIO, book: Book, gate: Gate) -> None:
        first = book.parts[0].sheet
        super().__init__(
            target,
            pagesize=first.paper.size,
            title=plain(cleaned(book.title)),
            author=plain(cleaned(book.author)),
            subject="",
            creator="aiplanner",
            producer="aiplanner",
            initialFontName=REGULAR,
            invariant=1,
            displayDocTitle=True,
            keepTogetherClass=KeepWithStart,
            pageTemplates=[_page_template(part, gate) for part in book.parts],
        )
        self._moment = book.moment

    def _makeCanvas(self, *args: Any, **options: Any) -> PackCanvas:
        canvas: PackCanvas = super()._makeCanvas(*args, **options)
        canvas.date(self._moment)
        canvas.addPageLabel(0, style="ARABIC", start=1)
        return canvas


def _page_template(part: Part, gate: Gate) -> PageTemplate:
    sheet = part.sheet
    frame = Frame(sheet.left, sheet.profile.head, sheet.width, sheet.height, 0, 0, 0, 0, id="text")
    furniture = _Furniture(part, gate)
    return PageTemplate(part.key, [frame], onPage=furniture, pagesize=sheet.paper.size)


def _story(book: Book, on_part: PartBegins | None) -> Iterable[Flowable]:
    for number, part in enumerate(book.parts):
        if number:
            yield NextPageTemplate(part.key)
            yield PageBreak()
        yield _PartBegins(part, number, on_part)
        yield from part.story


class _PartBegins(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """Takes no room; opens the document's element in the structure and says that it began."""

    def __init__(self, part: Part, number: int, on_part: PartBegins | None) -> None:
        super().__init__()
        self._part, self._number, self._on_part = part, number, on_part

    def wrap(self, _availWidth: float, _availHeight: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Enter the part."""
        tagger = self.canv.tagger
        if self._number:
            tagger.leave()
        tagger.enter("Part", self._part, T=plain(cleaned(self._part.running.title)))
        if self._on_part:
            self._on_part(self._number, self.canv.getPageNumber())


class KeepWithStart(KeepTogether):  # type: ignore[misc]  # ReportLab ships no types
    """Headings and what follows them: at least its beginning stands on the same page."""

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The flowables as they are, after a page break where they would be torn apart."""
        story = list(self._content)
        *heads, last = story
        taken = sum(_height(head, availWidth, self.canv) for head in heads)
        room = availHeight - taken - last.getSpaceBefore()
        frame = getattr(self, "_frame", None)
        fits = getattr(frame, "_atTop", True) or _begins(last, availWidth, room, self.canv)
        # ReportLab takes what comes first as it is, so it is an action and not a flowable: a
        # heading longer than a page can still be split afterwards.
        return [NullActionFlowable() if fits else FrameBreak, *story]


def _height(flowable: Flowable, available: float, canvas: PackCanvas) -> float:
    _width, height = flowable.wrapOn(canvas, available, 1e6)
    return float(height + flowable.getSpaceBefore() + flowable.getSpaceAfter())


def _begins(flowable: Flowable, available: float, room: float, canvas: PackCanvas) -> bool:
    if isinstance(flowable, TaggedTable):
        return flowable.begins(canvas, available, room)
    _width, height = flowable.wrapOn(canvas, available, room)
    return height <= room or (room > 0 and bool(flowable.splitOn(canvas, available, room)))


class _Furniture:
    """Draws head and foot of every page of a part; artifacts, so they are not read aloud."""

    def __init__(self, part: Part, gate: Gate) -> None:
        self._sheet, self._running = part.sheet, part.running
        title = " · ".join(filter(None, (part.running.title, part.running.number)))
        self._programme = gate.runs(part.running.programme)
        self._title = gate.runs(title)
        self._issue = gate.runs(part.running.issue)

    def __call__(self, canvas: PackCanvas, _template: BaseDocTemplate) -> None:
        with canvas.tagger.artifact("Pagination"):
            canvas.saveState()
            canvas.setFillColor(colour("ink2"))
            self._draw(canvas)
            canvas.restoreState()

    def _draw(self, canvas: PackCanvas) -> None:
        sheet, size = self._sheet, self._sheet.profile.furniture
        foot = sheet.profile.head * 0.5
        head = sheet.paper.size[1] - foot - size * 0.66
        right = sheet.left + sheet.width
        title = fitted(self._title, sheet.width * 0.55, size)
        used = draw_runs(canvas, title, right - runs_width(title, size), head, size)
        draw_runs(
            canvas,
            fitted(self._programme, sheet.width - used - 2 * size, size),
            sheet.left,
            head,
            size,
        )
        draw_runs(canvas, fitted(self._issue, sheet.width * 0.65, size), sheet.left, foot, size)
        number = canvas.getPageNumber()
        canvas.late_text(right, foot, REGULAR, size, lambda: page_of(number, canvas.page_count))


def page_of(number: int, count: int) -> str:
    """The page number as it is printed."""
    return _("page {number} of {count}").format(number=number, count=count)


def runs_width(runs: list[Run], size: float) -> float:
    """How wide the runs are together, in points."""
    return sum(width(run.text, run.face or REGULAR, size) for run in runs)


def fitted(runs: list[Run], room: float, size: float) -> list[Run]:
    """The runs, ended with an ellipsis where they would not fit the room."""
    if runs_width(runs, size) <= room:
        return runs
    kept: list[Run] = []
    left = room - width(ELLIPSIS, REGULAR, size)
    for run in runs:
        text = _prefix(run, left, size)
        kept.append(Run(run.face, text))
        left -= width(text, run.face or REGULAR, size)
        if text != run.text:
            break
    return [*kept, Run("", ELLIPSIS)]


def _prefix(run: Run, room: float, size: float) -> str:
    """The longest beginning of a run that fits, found by halving."""
    low, high = 0, len(run.text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(run.text[:middle], run.face or REGULAR, size) <= room:
            low = middle
        else:
            high = middle - 1
    return run.text[:low]


def draw_runs(canvas: PackCanvas, runs: list[Run], x: float, y: float, size: float) -> float:
    """Draw the runs from x on; their width."""
    start = x
    for run in runs:
        face = run.face or REGULAR
        canvas.setFont(face, size)
        canvas.drawString(x, y, run.text)
        x += width(run.text, face, size)
    return x - start


def plain(text: str, longest: int = 120) -> str:
    """Words for an outline or a contents page: one line, shortened."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + ELLIPSIS
