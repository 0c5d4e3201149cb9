"""The cards of a handout: their faces in type as large as they hold, and the sheets to cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from aiplanner.domain.handouts import Card, CardsBlock, Handout, ShortAnswer
from aiplanner.packs.asking import Ask, Asks
from aiplanner.packs.block_asks import titled
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.cards import CardFace, CardRoom, card_sheets
from aiplanner.packs.merge import Merge
from aiplanner.packs.sheet import Layout, Turn
from aiplanner.packs.styles import card_styles

Grid = tuple[int, int]

_SCALES = (1.6, 1.45, 1.3, 1.15)
"""Multiples of the print size that cards are tried at, the largest first."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of one handout."""

    handout: Handout
    blocks: Blocks
    merge: Merge
    asks: Asks | None = None
    """Names the fields, where the sheet is a form."""

    def sheets(self, blocks: Sequence[CardsBlock], title: str) -> Story:
        """Sheets of all cards of the blocks, all on one grid, each after its turn to a new page.

        With a `title` (what the outline calls it) the first card is the handout's own. Places
        that are left over hold more of the cards that people write on. Nothing at all where a card
        is too long for any sheet.
        """
        _left, _bottom, width, height = self.blocks.sheet.frame(Layout.CARDS)
        room = CardRoom(width, height, self.blocks.pitch)
        faces = list(self._faces(blocks, title, 1))
        grids = [room.grid_for(faces, block.size) for block in blocks]
        if None in grids:
            return []
        grid = min(filter(None, grids), key=_count)
        scale = self._scale(blocks, title, grid, room)
        faces = list(self._faces(blocks, title, scale))
        faces += self._more(blocks, -len(faces) % _count(grid), scale)
        sheets = card_sheets(faces, grid, room)
        return [part for sheet in sheets for part in (Turn(Layout.CARDS), sheet)]

    def _scale(self, blocks: Sequence[CardsBlock], title: str, grid: Grid, room: CardRoom) -> float:
        """The largest multiple of the print size that leaves every card some air."""
        airy = (s for s in _SCALES if room.airy(list(self._faces(blocks, title, s)), grid))
        return next(airy, 1)

    def _faces(self, blocks: Sequence[CardsBlock], title: str, scale: float) -> Iterator[CardFace]:
        if title:
            yield self._title(title, scale)
        for block in blocks:
            for card in block.cards:
                yield from (self._face(card, block, scale) for _copy in range(block.copies))

    def _more(self, blocks: Sequence[CardsBlock], count: int, scale: float) -> Iterator[CardFace]:
        """More of the cards with lines, by turns; none where there are no such cards."""
        written_on = [(card, block) for block in blocks for card in block.cards if card.lines]
        again = islice(cycle(written_on), count)
        yield from (self._face(card, block, scale) for card, block in again)

    def _title(self, outline: str, scale: float) -> CardFace:
        styles = card_styles(self.blocks.sheet.print_size, scale)
        handout, merge = self.handout, self.merge
        title = self.blocks.headed(merge(handout.title), styles.title, outline)
        return CardFace([title, *self.blocks.styled(merge(handout.lead), styles.text)])

    def _face(self, card: Card, block: CardsBlock, scale: float) -> CardFace:
        styles = card_styles(self.blocks.sheet.print_size, scale)
        title, text = self.merge(card.title), self.merge(card.text)
        if not text and not card.lines:
            return CardFace(self.blocks.styled(title, styles.word), centred=True)
        story = [
            *self.blocks.styled(title, styles.heading),
            *self.blocks.styled(text, styles.text),
        ]
        if self.asks is None or not card.lines:
            return CardFace(story, card.lines)
        ask = self.asks(card_question(card, block, self.asks), self._told(card))
        also = [
            (*self.blocks.styled(self.merge(one.text), styles.text), self._short(one, card))
            for one in card.also
        ]
        return CardFace(story, card.lines, ask=ask, also=also)

    def _told(self, card: Card) -> str:
        return titled(self.merge.plain(card.title), self.merge.plain(card.text))

    def _short(self, one: ShortAnswer, card: Card) -> Ask:
        assert self.asks is not None, "paper asks nothing"
        title, text = self.merge.plain(card.title), self.merge.plain(one.text)
        return self.asks(one.ask, f"{title}: {text}", many=False)


def _count(grid: Grid) -> int:
    return grid[0] * grid[1]


def card_question(card: Card, block: CardsBlock, asks: Asks) -> str:
    """What the answer on a card is called."""
    number = next(n for n, one in enumerate(block.cards, 1) if one is card)
    return card.ask or f"{asks.of(block)}-k{number}"
