"""The pages of a pack: frames, running heads and feet, document by document, in one pass."""

from __future__ import annotations

from collections.abc import Iterator
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
from reportlab.platypus.doctemplate import ActionFlowable, FrameBreak, NullActionFlowable, PageBegin

from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fonts import REGULAR
from aiplanner.packs.furniture import Furniture, Running
from aiplanner.packs.runs import plain
from aiplanner.packs.sheet import Layout, Sheet, Turn
from aiplanner.packs.tables import TaggedTable
from aiplanner.packs.text import Gate, cleaned

rl_config.useA85 = 0  # binary streams: half the time and four fifths of the bytes


class Listener:
    """Hears how a book is made, by itself without a word; what it raises ends the work."""

    def part_begins(self, part: int, page: int) -> None:
        """A part begins on a page; parts are counted from 0, pages from 1."""

    def page_begins(self) -> None:
        """One more page begins."""

    def cut(self) -> None:
        """There is more than the pages that were wanted."""


_NOBODY = Listener()


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a pack: its running heads, its sheet and its flowables."""

    key: str
    running: Running
    sheet: Sheet
    story: tuple[Flowable, ...]

    @property
    def opens(self) -> Layout:
        """The layout of its first page: a story may begin with the turn to it."""
        first = self.story[0] if self.story else None
        return first.layout if isinstance(first, Turn) else Layout.TEXT

    def template(self, layout: Layout) -> str:
        """The name of its page template of that layout."""
        return f"{self.key}-{layout.value}"

    @property
    def empty_side(self) -> str:
        """The name of its page template of a back side with nothing on it."""
        return f"{self.key}-empty"


@dataclass(frozen=True, slots=True)
class Book:
    """A whole PDF: what its metadata say, and its parts in order."""

    title: str
    author: str
    moment: datetime
    parts: tuple[Part, ...] = field(repr=False)
    most: int | None = None
    """At most so many pages are drawn."""
    cut: bool = False
    """Whether parts were left out; like after a cut, pages then have no numbers."""


def set_book(book: Book, gate: Gate, target: BinaryIO, listener: Listener = _NOBODY) -> int:
    """Write the book as PDF; the number of its pages."""
    gate.place = ""  # heads and feet stand everywhere
    template = _BookTemplate(target, book, gate, listener)
    template.build(list(_story(book, listener)), canvasmaker=PackCanvas)
    return int(template.canv.page_count)


class _Enough(Exception):  # noqa: N818 - nothing is wrong
    """All pages that are wanted are there."""


class _BookTemplate(BaseDocTemplate):  # type: ignore[misc]  # ReportLab ships no types
    """Makes the canvas of a book and one page template a part."""

    def __init__(self, target: BinaryIO, book: Book, gate: Gate, listener: Listener) -> None:
        first = book.parts[0].sheet
        super().__init__(
            target,
            pagesize=first.size,
            title=plain(cleaned(book.title)),
            author=plain(cleaned(book.author)),
            subject="",
            creator="aiplanner",
            producer="aiplanner",
            initialFontName=REGULAR,
            invariant=1,
            displayDocTitle=True,
            keepTogetherClass=KeepWithStart,
            pageTemplates=[t for part in book.parts for t in _page_templates(part, gate)],
        )
        self._moment, self._most, self._listener = book.moment, book.most, listener
        self.cut = book.cut

    def build(self, flowables: list[Flowable], **options: Any) -> None:
        """Set all this, or as much as is wanted."""
        try:
            super().build(flowables, **options)
        except _Enough:
            self.cut = True
            self._listener.cut()
            self._hanging = [PageBegin]  # what hangs at the end is not begun
            self.canv._doc.info = self._savedInfo  # noqa: SLF001 - as ReportLab does at the end
            self._endBuild()

    def handle_pageBegin(self) -> None:
        """Tell of the page, unless it is one more than is wanted."""
        if self.page == self._most:
            raise _Enough
        self._listener.page_begins()
        super().handle_pageBegin()

    def handle_frontSide(self, blank: str) -> None:
        """Leave the back of the sheet empty where the next page would be one."""
        if self.page % 2:
            self._hanging += [NextPageTemplate(blank), PageBreak()]

    def _makeCanvas(self, *args: Any, **options: Any) -> PackCanvas:
        canvas: PackCanvas = super()._makeCanvas(*args, **options)
        canvas.date(self._moment)
        canvas.addPageLabel(0, style="ARABIC", start=1)
        return canvas


class _Template(PageTemplate):  # type: ignore[misc]  # ReportLab ships no types
    """The pages of one layout of a part: the room for text changes sides with the gutter."""

    def __init__(self, part: Part, layout: Layout, gate: Gate) -> None:
        self._sheet, self._layout = part.sheet, layout
        furniture = Furniture(part.running, part.sheet, layout, gate)
        frame = Frame(*part.sheet.frame(layout), 0, 0, 0, 0, id="text")
        name = part.template(layout)
        super().__init__(name, [frame], onPage=furniture, pagesize=part.sheet.size)

    def beforeDrawPage(self, _canvas: PackCanvas, template: BaseDocTemplate) -> None:
        """Move the frame to where this page has its text."""
        self.frames[0].x1 = self._sheet.frame(self._layout, template.page)[0]


def _page_templates(part: Part, gate: Gate) -> Iterator[PageTemplate]:
    """Those of a part, that of its first page first: a book begins with its first template."""
    for layout in sorted(Layout, key=lambda layout: layout is not part.opens):
        yield _Template(part, layout, gate)
    empty = Frame(*part.sheet.frame(Layout.TEXT), 0, 0, 0, 0, id="empty")
    yield PageTemplate(part.empty_side, [empty], pagesize=part.sheet.size)


def _story(book: Book, listener: Listener) -> Iterator[Flowable]:
    for number, part in enumerate(book.parts):
        if number:
            if part.sheet.duplex:
                yield ActionFlowable(("frontSide", book.parts[number - 1].empty_side))
            yield from _turned(part, part.opens)
        yield _PartBegins(part, number, listener)
        for last in part.story[-1:]:
            # ReportLab would look for ever for what to keep a heading with that ends the book.
            last.keepWithNext = 0
        for place, flowable in enumerate(part.story):
            if not isinstance(flowable, Turn):
                yield flowable
            elif place:
                yield from _turned(part, flowable.layout)


def _turned(part: Part, layout: Layout) -> tuple[Flowable, Flowable]:
    return NextPageTemplate(part.template(layout)), PageBreak()


class _PartBegins(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """Takes no room; opens the document's element in the structure and says that it began."""

    def __init__(self, part: Part, number: int, listener: Listener) -> None:
        super().__init__()
        self._part, self._number, self._listener = part, number, listener

    def wrap(self, _availWidth: float, _availHeight: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Enter the part."""
        tagger = self.canv.tagger
        if self._number:
            tagger.leave()
        tagger.enter("Part", self._part, T=plain(cleaned(self._part.running.title)))
        self._listener.part_begins(self._number, self.canv.getPageNumber())


class KeepWithStart(KeepTogether):  # type: ignore[misc]  # ReportLab ships no types
    """Headings and what follows them: at least its beginning stands on the same page."""

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The flowables as they are, after a page break where they would be torn apart."""
        story = list(self._content)
        *heads, last = story
        # It is kept with nothing any more: ReportLab would ask again about it alone, for ever.
        last.keepWithNext = 0
        taken = sum(_height(head, availWidth, self.canv) for head in heads)
        room = availHeight - taken - last.getSpaceBefore()
        frame = getattr(self, "_frame", None)
        last._frame = frame  # noqa: SLF001 - a figure asks it how large it may be at most
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
