"""What the boxes of a handout's blocks ask in a form; nothing on paper, where nobody names them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aiplanner.domain.handouts import (
    Block,
    ChecklistBlock,
    HeadingBlock,
    QuadrantsBlock,
    ScaleBlock,
    TextBlock,
)
from aiplanner.packs.asking import Ask, Asks, Button, Option
from aiplanner.packs.merge import Merge


def tick_asks(
    block: ChecklistBlock, items: Sequence[str], merge: Merge, asks: Asks | None
) -> Sequence[Button]:
    """What each of the items is ticked for; one question where they exclude each other."""
    if asks is None:
        return ()
    question, words = asks.of(block), list(map(merge.plain, items))
    if block.one:
        return asks.options(question, merge.plain(_heads(asks.blocks, block)), words)
    return [asks(f"{question}-p{number}", said) for number, said in enumerate(words, 1)]


def score_asks(block: ScaleBlock, merge: Merge, asks: Asks | None) -> Sequence[Sequence[Option]]:
    """The points of each statement."""
    if asks is None:
        return ()
    question, points = asks.of(block), list(map(merge.plain, block.points))
    return [
        asks.options(f"{question}-s{number}", merge.plain(words), points)
        for number, words in enumerate(block.statements, 1)
    ]


def box_asks(block: QuadrantsBlock, merge: Merge, asks: Asks | None) -> list[Ask]:
    """What is written in each of the four boxes."""
    if asks is None:
        return []
    named = asks.of(block)
    return [
        asks(
            box.ask or f"{named}-q{number}", titled(merge.plain(box.title), merge.plain(box.prompt))
        )
        for number, box in enumerate(block.boxes, 1)
    ]


def titled(title: str, text: str) -> str:
    """The words of a box or a card: its title, and what stands under it."""
    return f"{title}. {text}" if text.strip() else title


def _heads(blocks: Sequence[Block], block: Block) -> str:
    """The heading right before a block; nothing where there is none."""
    before = next((one for one, two in pairwise(blocks) if two is block), None)
    match before:
        case HeadingBlock(text=text) | TextBlock(text=text, strong=True):
            return text
        case _:
            return ""
