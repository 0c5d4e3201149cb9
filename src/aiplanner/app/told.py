"""What a printed document says, without a page: the value that paper, Word and fingerprints share.

It is told from the very flowables that are printed, so that whatever is made of it (a Word file, a
comparison with what was issued) can neither leave out nor let slip what the paper does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePath

from aiplanner.app.printing import Audience, PaperSize, PrintSize


class Tone(StrEnum):
    """How a paragraph is said."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    STRONG = "strong"
    SMALL = "small"
    CLOSE = "close"
    DISPLAY = "display"


class ListKind(StrEnum):
    """What stands before the items of a list."""

    BULLET = "bullet"
    NUMBER = "number"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind; a line break is a newline in `text`."""

    text: str
    bold: bool = False
    link: str = ""
    """The address it leads to; empty where it leads nowhere."""


Words = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6; 1 is the document's title."""

    level: int
    words: Words
    place: str = ""
    """The name by which a contents line finds it; empty where nothing leads here."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: Words
    tone: Tone = Tone.BODY
    passing: bool = False
    """Whether it speaks of the day of printing, and so changes where nothing has changed."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; the numbers of a numbered one are not in its words."""

    kind: ListKind
    items: tuple[Words, ...]
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, `across` columns wide; `head` where it heads a row or a column."""

    parts: tuple[Part, ...]
    across: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `shares` are the widths of its columns as parts of one."""

    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and the words for those who cannot see it; size in points."""

    words: str
    width: float
    height: float
    file: str = ""
    """Where its PNG or JPEG lies; empty where there are only the words."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write: so many lines."""

    lines: int
    words: Words = ()
    """What stands before the first line, as on forms."""
    framed: bool = False
    """Whether it is a frame to draw in, rather than lines."""
    fills: bool = False
    """Whether it takes what is left of its page, where that can be known."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out, row by row, `across` by `down` on a sheet of paper."""

    cards: tuple[tuple[Part, ...], ...]
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: `depth` 0 is a document, 1 a section of it."""

    depth: int
    words: Words
    place: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a pack; page numbers are the business of whoever sets it."""

    lines: tuple[ContentsLine, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page, which the author asked for."""


Part = Heading | Text | Listing | Table | Picture | Blank | Cards | Contents | Turn


@dataclass(frozen=True, slots=True)
class ToldDocument:
    """One document as it would be printed."""

    id: str
    title: str
    number: str
    """Its number as a sheet, such as "2.4"; empty where it has none."""
    session: str
    """The name of the session it belongs to; empty where it is of the whole cycle."""
    programme: str
    """The programme's title at the head of its pages; empty on sheets that are for any."""
    audience: Audience
    wide: bool
    """Whether it lies across its paper."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ToldPack:
    """All documents of a pack, and what is said on each page of it."""

    title: str
    author: str
    issue: str
    """Version and date, as at the foot of each page."""
    made: datetime
    print_size: PrintSize
    paper: PaperSize
    documents: tuple[ToldDocument, ...]


def told_words(document: ToldDocument) -> str:
    """All that the document says as plain text, one paragraph a line, in reading order."""
    return "\n".join(_lines(document.parts))


def fingerprint(document: ToldDocument) -> str:
    """32 hex digits that change when what the document says or shows changes.

    The day of printing is no change, nor is the version; documents are told in one print size and
    on one paper when their fingerprints are to be compared.
    """
    heads = (document.title, document.number, document.session)
    said = "\n".join((*heads, *_lines(document.parts, lasting=True)))
    return sha256(said.encode()).hexdigest()[:32]


def plain_words(words: Words) -> str:
    """The words without what they look like."""
    return "".join(piece.text for piece in words)


def parts_within(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The parts and all that stand inside of tables and cards, in reading order."""
    for part in parts:
        yield part
        match part:
            case Table(rows=rows):
                for cell in (cell for row in rows for cell in row):
                    yield from parts_within(cell.parts)
            case Cards(cards=cards):
                for card in cards:
                    yield from parts_within(card)


def _lines(parts: tuple[Part, ...], *, lasting: bool = False) -> Iterator[str]:
    """The lines that say something; `lasting`: those that hold beyond the day of printing, and
    the names of the files of pictures."""
    for part in parts_within(parts):
        if lasting and isinstance(part, Text) and part.passing:
            continue
        yield from (line for words in _words(part) if (line := plain_words(words).strip()))
        if lasting and isinstance(part, Picture):
            yield PurePath(part.file).name


def _words(part: Part) -> tuple[Words, ...]:
    match part:
        case Heading(words=words) | Text(words=words) | Blank(words=words):
            return (words,)
        case Listing(items=items):
            return items
        case Contents(lines=lines):
            return tuple(line.words for line in lines)
        case Picture(words=words):
            return ((Piece(words),),)
        case _:
            return ()
