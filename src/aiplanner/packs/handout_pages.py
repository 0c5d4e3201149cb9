"""Set a whole handout: pages of text that are filled, and sheets of cards to cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from aiplanner.domain.handouts import Block, Card, CardsBlock, Handout, PageBlock, TableBlock
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.cards import CardFace, CardRoom, card_sheets
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.handout_blocks import HandoutBlocks
from aiplanner.packs.merge import Merge
from aiplanner.packs.setting import Setting
from aiplanner.packs.sheet import Layout, Turn
from aiplanner.packs.styles import Print


@dataclass(frozen=True, slots=True)
class HandoutPages:
    """Sets one handout for one session, or for the programme."""

    handout: Handout
    setting: Setting
    blocks: Blocks
    merge: Merge
    outline: str
    """How the PDF's outline calls it."""

    def story(self) -> Story:
        """All of it, page by page; a handout of nothing but cards has its title on the first."""
        sections = [list(section) for _layout, section in groupby(self.handout.blocks, _kind)]
        sections = [section for section in sections if not isinstance(section[0], PageBlock)]
        budget = self._budget - len(sections) + 1
        story: Story = []
        for number, section in enumerate(sections):
            cards = [block for block in section if isinstance(block, CardsBlock)]
            if cards:
                story += self._card_sheets(cards, titled=number == 0)
            else:
                story += [Turn(Layout.TEXT), *self._pages(section, budget, titled=number == 0)]
        return story

    @property
    def _budget(self) -> int:
        large = self.blocks.sheet.print_size is Print.LARGE
        return self.handout.pages_large if large else self.handout.pages

    def _pages(self, section: Sequence[Block], budget: int, *, titled: bool) -> Story:
        """The pages of a section; tables do without some empty rows where it gets too long."""
        rows = max((block.rows for block in section if isinstance(block, TableBlock)), default=0)
        sheet = self.blocks.sheet
        story: Story = []
        for fewer in range(rows + 1):
            groups = list(self._groups(section, fewer, titled=titled))
            story, pages = filled(groups, sheet.width, sheet.height, budget)
            if pages <= budget:
                break
        return story

    def _groups(self, section: Sequence[Block], fewer: int, *, titled: bool) -> Iterator[Group]:
        setter = HandoutBlocks(self.setting, self.blocks, self.merge, fewer)
        if titled:
            yield self._title()
        for block in section:
            yield from setter.groups(block)

    def _title(self) -> Group:
        title, lead = self.merge(self.handout.title), self.merge(self.handout.lead)
        return self.blocks.title(title, lead, outline=self.outline)

    def _card_sheets(self, blocks: Sequence[CardsBlock], *, titled: bool) -> Story:
        faces = [face for block in blocks for face in self._faces(block)]
        if titled:
            faces.insert(0, self._title_face())
        _left, _bottom, width, height = self.blocks.sheet.frame(Layout.CARDS)
        room = CardRoom(width, height, self.blocks.pitch)
        grid = max((room.grid_for(faces, block.size) for block in blocks), key=_card_area)
        return [
            part for sheet in card_sheets(faces, grid, room) for part in (Turn(Layout.CARDS), sheet)
        ]

    def _title_face(self) -> CardFace:
        title, lead = self.merge(self.handout.title), self.merge(self.handout.lead)
        return CardFace(self.blocks.card_title(title, lead, outline=self.outline))

    def _faces(self, block: CardsBlock) -> Iterator[CardFace]:
        for card in block.cards:
            for _copy in range(block.copies):
                yield self._face(card)

    def _face(self, card: Card) -> CardFace:
        title = self.merge(card.title)
        if not card.text and not card.lines:
            return CardFace(self.blocks.card_word(title), centred=True)
        text = self.blocks.text(self.merge(card.text)) if card.text else []
        return CardFace([*self.blocks.card_heading(title), *text], card.lines)


def _kind(block: Block) -> tuple[Layout, bool]:
    cards = isinstance(block, CardsBlock)
    return Layout.CARDS if cards else Layout.TEXT, isinstance(block, PageBlock)


def _card_area(grid: tuple[int, int]) -> float:
    return 1 / (grid[0] * grid[1])
