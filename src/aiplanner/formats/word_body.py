"""Turn the parts of a told document into paragraphs, lists, tables and pictures of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod
from itertools import count, zip_longest

from docx.oxml.ns import qn

from aiplanner.app.told import (
    Blank,
    Cards,
    Contents,
    Heading,
    Listing,
    ListKind,
    Part,
    Picture,
    Piece,
    Table,
    Text,
    Tone,
    Turn,
    Words,
    parts_within,
    plain_words,
)
from aiplanner.formats.word_fit import Lines, Room, Rows
from aiplanner.formats.word_styles import BULLET, FIRST_LIST, TICK, TICK_BOX, Looks, Page
from aiplanner.formats.word_tables import Kind, Place, cards_table, frame, told_table
from aiplanner.formats.word_xml import Element, Setting, element, paragraph, run
from aiplanner.formats.word_xml import field as page_field

_STYLES = {
    Tone.BODY: "Normal",
    Tone.LEAD: "Lead",
    Tone.NOTE: "Note",
    Tone.STRONG: "StrongLine",
    Tone.SMALL: "SmallNote",
    Tone.CLOSE: "CompactText",
    Tone.DISPLAY: "CardWord",
}
_CELL_STYLES = {
    Tone.NOTE: "TableNote",
    Tone.SMALL: "TableNote",
    Tone.STRONG: "TableStrong",
    Tone.DISPLAY: "CardWord",
}
_LISTS = {ListKind.BULLET: BULLET, ListKind.TICK: TICK}
_BELOW = 0.6
"""Ems of room under a table."""
_LAST = 0.5
"""Ems of room under the last item of a list."""
_HANG = 1.3
"""Ems from the mark of an item in a cell to its words, where room is short."""
_FEWEST_LINES = 5
"""Lines' room that a frame to draw in has at least."""
_FLATTEST = 0.75
"""Of the height of a row to write in: what is left of it at least."""
_SHORT = 200
"""Letters of a list that is kept on one page, and of words that are kept with what they lead to."""
_TALLEST_PICTURE = 0.6
"""Of the height of a page."""


@dataclass(slots=True)
class Ties:
    """What the file keeps beside its text: addresses, pictures, places, lists in order."""

    address: Callable[[str], str]
    """The relation by which a link leads to an address."""
    picture: Callable[[Picture, float, float], Element]
    """The drawing of a picture at a width and height in points."""
    places: dict[str, str] = field(default_factory=dict)
    ordered: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def bookmark(self, place: str) -> str:
        """The name of the bookmark of a place."""
        return self.places.setdefault(place, f"place_{len(self.places) + 1}")

    def next_list(self) -> int:
        """The number of a new list in order."""
        self.ordered += 1
        return FIRST_LIST + self.ordered - 1

    def next_bookmark(self) -> int:
        """The number of a new bookmark."""
        return next(self._numbers)


class Body:
    """Makes the elements of one document."""

    def __init__(self, looks: Looks, page: Page, ties: Ties, *, above: float = 0) -> None:
        """`above` are points of empty room over the first paragraph."""
        self._looks, self._page, self._ties = looks, page, ties
        self._turned, self._above, self._kept = False, above, False
        self.rooms: list[Room] = []
        """The room to write that may be more or less; none in cards, which have their own."""

    def elements(self, parts: Sequence[Part]) -> list[Element]:
        """All of the document; it ends with a paragraph, as Word wants it."""
        made = self._story(parts, Place(self._page.width))
        return made if made and not _is_table(made[-1]) else [*made, self._close()]

    def _story(self, parts: Sequence[Part], place: Place) -> list[Element]:
        made: list[Element] = []
        for part, following in zip_longest(parts, parts[1:]):
            self._kept = _leads(part, following)
            below = bool(made) and _is_table(made[-1])
            if below and isinstance(part, Text | Listing | Picture):
                self._above = self._looks.body * _BELOW
            more = list(self._made(part, place))
            if below and more and _is_table(more[0]):
                made.append(self._paragraph(Setting("Between"), ()))  # else Word makes them one
            made += more
        return made

    def _in_cell(self, parts: Sequence[Part], place: Place) -> list[Element]:
        """What stands in a cell; Word wants a paragraph at its end."""
        made = self._story(parts, place)
        if made and not _is_table(made[-1]):
            return made
        return [*made, self._paragraph(Setting("TableText"), ())]

    def _close(self) -> Element:
        return self._paragraph(Setting("Close"), ())

    @singledispatchmethod
    def _made(self, part: object, place: Place) -> Iterable[Element]:
        raise NotImplementedError(f"{type(part).__name__} in {place}")

    @_made.register
    def _heading(self, part: Heading, _place: Place) -> Iterable[Element]:
        runs = self._runs(part.words)
        if part.place:
            mark = {"w:id": self._ties.next_bookmark()}
            name = {**mark, "w:name": self._ties.bookmark(part.place)}
            ends = element("w:bookmarkEnd", mark)
            runs = [element("w:bookmarkStart", name), *runs, ends]
        yield self._paragraph(Setting(f"Heading{min(part.level, 3)}"), part.words, runs)

    @_made.register
    def _text(self, part: Text, place: Place) -> Iterable[Element]:
        setting = Setting(_style(part.tone, place.kind), centred=place.centred, kept=self._kept)
        yield self._paragraph(setting, part.words)

    @_made.register
    def _listing(self, part: Listing, place: Place) -> Iterable[Element]:
        if not any(part.items):
            yield self._paragraph(Setting("TableText", centred=True), (), [run(TICK_BOX)])
            return
        number = _LISTS.get(part.kind) or self._ties.next_list()
        cell = place.kind is Kind.CELL
        close = "CompactList" if part.tone is Tone.CLOSE else "ListParagraph"
        style, hang = ("TableList", self._looks.table * _HANG) if cell else (close, 0)
        *others, last = part.items
        short = sum(len(plain_words(item)) for item in part.items) < _SHORT
        for nth, item in enumerate(others):  # none but a long list breaks, and no item stands alone
            kept = short or nth in (0, len(others) - 1)
            yield self._paragraph(Setting(style, number, hang=hang, kept=kept), item)
        below = self._looks.body * _LAST if place.kind is Kind.PAGE else 0
        yield self._paragraph(Setting(style, number, hang=hang, below=below), last)

    @_made.register
    def _picture(self, part: Picture, place: Place) -> Iterable[Element]:
        if not part.file:
            yield self._paragraph(Setting("Note"), (), [run(part.words)])
            return
        tallest = self._page.height * _TALLEST_PICTURE
        scale = min(1, place.width / part.width, tallest / part.height)
        drawing = self._ties.picture(part, part.width * scale, part.height * scale)
        yield self._paragraph(Setting("Normal"), (), [element("w:r", {}, drawing)])

    @_made.register
    def _blank(self, part: Blank, place: Place) -> Iterable[Element]:
        if part.framed:
            made = frame(part.lines * self._looks.pitch, place, self._in_cell)
            self._keep_rows(made, fills=part.fills, least=min(1, _FEWEST_LINES / part.lines))
            return [made]
        if not place.lines:
            return [self._paragraph(Setting("TableText"), part.words)] if part.words else []
        line = Setting("Write", writing=place.width)
        first = [*self._runs(part.words), *([run(" ")] if part.words else []), run("\t")]
        lines = [self._paragraph(line, part.words, first)]
        lines += [self._paragraph(line, (), [run("\t")]) for _line in range(part.lines - 1)]
        if place.width == self._page.width:
            self.rooms.append(Lines(lines, part.fills))
        return list(lines)

    def _keep_rows(self, made: Element, *, fills: bool, least: float = _FLATTEST) -> None:
        heights = list(made.iter(qn("w:trHeight")))
        if heights:
            self.rooms.append(Rows(heights, self._looks.pitch, least, fills))

    @_made.register
    def _contents(self, part: Contents, _place: Place) -> Iterable[Element]:
        """Lines that lead to their places; Word and LibreOffice work out the pages.

        Each has a field of its own: LibreOffice keeps what stands in a whole table of contents as
        it is, and Word asks a question on opening a file that tells it to fill one. So no page is
        named before a program has counted it (Word does as it prints), and none is named wrongly.
        """
        for line in part.lines:
            place = self._ties.bookmark(line.place)
            page = page_field(rf"PAGEREF {place} \h", "")
            to = {"w:anchor": place, "w:history": 1}
            link = element("w:hyperlink", to, *self._runs(line.words), run("\t"), *page)
            stop = Setting(f"TOC{line.depth + 1}", paged=self._page.width)
            yield self._paragraph(stop, line.words, [link])

    @_made.register
    def _turn(self, _part: Turn, _place: Place) -> Iterable[Element]:
        self._turned = True
        return ()

    @_made.register
    def _told_table(self, part: Table, place: Place) -> Iterable[Element]:
        made = told_table(part, place, self._looks, self._in_cell)
        blanks = (one for one in parts_within((part,)) if isinstance(one, Blank))
        self._keep_rows(made, fills=any(blank.fills for blank in blanks))
        yield made

    @_made.register
    def _cards(self, part: Cards, _place: Place) -> Iterable[Element]:
        yield cards_table(part, self._page, self._looks, self._in_cell)

    def _paragraph(
        self, setting: Setting, words: Words, runs: Iterable[Element] | None = None
    ) -> Element:
        """A paragraph of these words, or of runs that were made of them."""
        turned = replace(setting, turned=self._turned, above=self._above)
        self._turned, self._above = False, 0
        return paragraph(turned, self._runs(words) if runs is None else runs, words)

    def _runs(self, words: Words) -> list[Element]:
        return [self._run(piece) for piece in words]

    def _run(self, piece: Piece) -> Element:
        if not piece.link:
            return run(piece.text, bold=piece.bold)
        shown = run(piece.text, bold=piece.bold, style="Hyperlink")
        if piece.link.startswith("#"):
            place = self._ties.bookmark(piece.link.removeprefix("#"))
            return element("w:hyperlink", {"w:anchor": place}, shown)
        return element("w:hyperlink", {"r:id": self._ties.address(piece.link)}, shown)


def _leads(part: Part, following: Part | None) -> bool:
    """Whether a few words say what comes after them, so that they stand on one page with it."""
    if not isinstance(part, Text) or not isinstance(following, Blank | Listing | Table):
        return False
    return len(plain_words(part.words)) < _SHORT


def _style(tone: Tone, kind: Kind) -> str:
    match kind:
        case Kind.HEAD:
            return "TableHead"
        case Kind.CELL:
            return _CELL_STYLES.get(tone, "TableText")
        case Kind.FACT:
            return "FactName" if tone is Tone.NOTE else "Fact"
        case Kind.PAGE:
            return _STYLES[tone]


def _is_table(made: Element) -> bool:
    return bool(made.tag.endswith("}tbl"))
