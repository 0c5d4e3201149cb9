"""Set a whole handout: pages of text that are filled, and sheets of cards to cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from aiplanner.domain.handouts import Block, CardsBlock, Handout, PageBlock, TableBlock
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.handout_blocks import HandoutBlocks
from aiplanner.packs.handout_cards import Deck
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
                story += Deck(self.handout, self.blocks, self.merge).sheets(
                    cards, self.outline if number == 0 else ""
                )
            else:
                story += [Turn(Layout.TEXT), *self._pages(section, budget, titled=number == 0)]
        return story

    @property
    def _budget(self) -> int:
        large = self.blocks.sheet.print_size is Print.LARGE
        return self.handout.pages_large if large else self.handout.pages

    def _pages(self, section: Sequence[Block], budget: int, *, titled: bool) -> Story:
        """The pages of a section; tables do without empty rows where that saves a page too many."""
        rows = max((block.rows for block in section if isinstance(block, TableBlock)), default=0)
        whole = self._set(section, 0, budget, titled=titled)
        if whole[1] <= budget or not rows:
            return whole[0]
        _story, least = self._set(section, rows, budget, titled=titled)
        tried = (self._set(section, fewer, budget, titled=titled) for fewer in range(rows + 1))
        wanted = max(least, budget)
        return next(story for story, pages in tried if pages <= wanted)

    def _set(
        self, section: Sequence[Block], fewer: int, budget: int, *, titled: bool
    ) -> tuple[Story, int]:
        sheet = self.blocks.sheet
        groups = list(self._groups(section, fewer, titled=titled))
        return filled(groups, sheet.width, sheet.height, budget)

    def _groups(self, section: Sequence[Block], fewer: int, *, titled: bool) -> Iterator[Group]:
        setter = HandoutBlocks(self.setting, self.blocks, self.merge, fewer)
        if titled:
            yield self._title()
        for block in section:
            yield from setter.groups(block)

    def _title(self) -> Group:
        title, lead = self.merge(self.handout.title), self.merge(self.handout.lead)
        return self.blocks.title(title, lead, outline=self.outline)


def _kind(block: Block) -> tuple[Layout, bool]:
    cards = isinstance(block, CardsBlock)
    return Layout.CARDS if cards else Layout.TEXT, isinstance(block, PageBlock)
