"""Handouts as data: sheets made of blocks, so that adding one needs no Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Literal

from aiplanner.domain.cycle import Per, Phase
from aiplanner.domain.findings import ROW_OF, Sort


class CardSize(StrEnum):
    """How large a card of the cutting grid is: four or eight on a sheet of A4."""

    A6 = "A6"
    A7 = "A7"


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading."""

    text: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `ordered` numbers it."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class PromptBlock:
    """A prompt with lines to write on (0: as many as the page leaves, shared with its like)."""

    text: str
    hint: str = ""
    lines: int = 3
    ask: str = ""
    """What its answer is called in a form; so with every `ask`, which has a name without it."""


@dataclass(frozen=True, slots=True)
class FrameBlock:
    """An empty frame to draw or stick things in; `share` of the page's height, 0 to 1."""

    text: str
    share: float = 0.4
    ask: str = ""


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """A column of a table to fill: its heading, and its share of the width against the others.

    `field` is the field of a finding printed in it, where the table shows findings.
    """

    title: str
    share: int = 1
    field: str = ""
    ask: str = ""
    """What the cell is called where a table has but one row, or the row is a finding's."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table to fill: a row for each label, or for each finding `of` a sort, and empty rows."""

    columns: tuple[ColumnPart, ...]
    rows: int = 0
    """Empty rows after the filled ones."""
    labels: tuple[str, ...] = ()
    """Words of the first column."""
    of: Sort | None = None
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Quadrant:
    """One of four boxes."""

    title: str
    prompt: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class QuadrantsBlock:
    """Four boxes to fill, as large as the page leaves them room."""

    boxes: tuple[Quadrant, Quadrant, Quadrant, Quadrant]


@dataclass(frozen=True, slots=True)
class ChecklistBlock:
    """Things to tick; `one` of them only, where they exclude each other."""

    items: tuple[str, ...]
    one: bool = False
    ask: str = ""


@dataclass(frozen=True, slots=True)
class ScaleBlock:
    """Statements, each answered by a tick on the same scale."""

    points: tuple[str, ...]
    statements: tuple[str, ...]
    ask: str = ""


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """What a form asks for in a line of its own, where paper has it among other lines."""

    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card: what stands on it, and lines to write on."""

    title: str
    text: str = ""
    lines: int = 0
    ask: str = ""
    also: tuple[ShortAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class CardsBlock:
    """Cards on a cutting grid; each is printed `copies` times."""

    size: CardSize
    cards: tuple[Card, ...]
    copies: int = 1


@dataclass(frozen=True, slots=True)
class FindingsBlock:
    """What the programme has found `of` a sort, each with `lines` to write on.

    Where there is nothing yet `instead` stands in its place, each with as many lines.
    """

    of: Sort
    intro: str = ""
    """Stands before them, for example "Last time you told us:"; not before `instead`."""
    lines: int = 0
    instead: tuple[str, ...] = ()
    ask: str = ""


@dataclass(frozen=True, slots=True)
class InterviewBlock:
    """How an interview opens, and how long it takes, as the programme says; else `text`."""

    text: str


@dataclass(frozen=True, slots=True)
class CycleBlock:
    """The five phases by mark, name and question, in the programme's own words for them."""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """What follows begins on a new page."""


Block = (
    HeadingBlock
    | TextBlock
    | ListBlock
    | PromptBlock
    | FrameBlock
    | TableBlock
    | QuadrantsBlock
    | ChecklistBlock
    | ScaleBlock
    | CardsBlock
    | FindingsBlock
    | InterviewBlock
    | CycleBlock
    | PageBlock
)

BLOCKS: Mapping[str, type[Block]] = {
    "heading": HeadingBlock,
    "text": TextBlock,
    "list": ListBlock,
    "prompt": PromptBlock,
    "frame": FrameBlock,
    "table": TableBlock,
    "quadrants": QuadrantsBlock,
    "checklist": ChecklistBlock,
    "scale": ScaleBlock,
    "cards": CardsBlock,
    "findings": FindingsBlock,
    "interview": InterviewBlock,
    "cycle": CycleBlock,
    "page": PageBlock,
}
"""The word by which a file says which block it is (its key `block`)."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A sheet that people hold in the room.

    Its texts may name {programme}, {service}, {organisation}, {session}, {day}, {venue} and
    {statement} (what the programme calls a possibility statement): where the programme does not
    say, a short line to write on stands in their place.
    """

    key: str
    title: str
    lead: str
    """The line under the title that says what the sheet is for."""
    blocks: tuple[Block, ...]
    per: Per
    """For whom a copy is made."""
    sources: tuple[str, ...]
    summary: str = ""
    """What it is, for those who choose what to print; the lead where it is empty."""
    audience: Literal["participant", "facilitator"] = "participant"
    each: Literal["programme", "session"] = "programme"
    """Whether there is one of it, or one a session."""
    phase: Phase | None = None
    pages: int = 1
    """Most pages it may take at clear print."""
    pages_large: int = 2
    """Most pages it may take at large print."""
    fillable: bool = True
    """Whether it can be filled in on a screen where it has room to write."""
    returns: bool = True
    """Whether what people fill in is for the programme, and not theirs alone."""


def is_form(handout: Handout) -> bool:
    """Whether there is something in it that can be filled in on a screen."""
    return handout.fillable and any(map(_asks, handout.blocks))


def _asks(block: Block) -> bool:
    match block:
        case CardsBlock():
            return any(card.lines for card in block.cards)
        case FindingsBlock():
            return block.lines > 0
        case _:
            return isinstance(
                block,
                PromptBlock
                | FrameBlock
                | TableBlock
                | QuadrantsBlock
                | ChecklistBlock
                | ScaleBlock,
            )


PLACEHOLDERS = frozenset(
    {"programme", "service", "organisation", "session", "day", "venue", "statement"}
)

_NOT_PRINTED = frozenset({"id", "position", "shared", "core", "keep", "session_id"})
"""Fields of findings that say nothing on paper."""


def strange_columns(table: TableBlock) -> tuple[int, ...]:
    """The numbers of the columns, from 0, whose `field` no finding of the table has to print."""
    known = {spec.name for spec in fields(ROW_OF[table.of])} if table.of is not None else set()
    allowed = (known - _NOT_PRINTED) | {""}
    return tuple(n for n, column in enumerate(table.columns) if column.field not in allowed)
