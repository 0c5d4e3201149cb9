"""Set a whole handout: pages of text that are filled, and sheets of cards to cut."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from aiplanner.domain.handouts import (
    Block,
    Card,
    CardsBlock,
    Handout,
    HeadingBlock,
    PageBlock,
    PromptBlock,
    TableBlock,
    TextBlock,
)
from aiplanner.packs.asking import Asks
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.fill_tables import FillTable
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.handout_blocks import HandoutBlocks
from aiplanner.packs.handout_cards import Deck, card_question
from aiplanner.packs.letterhead import (
    ASKING,
    LETTERS,
    SHEET_ASKED,
    formats_line,
    logo,
    organisation,
)
from aiplanner.packs.merge import Merge
from aiplanner.packs.setting import Setting
from aiplanner.packs.sheet import Layout, Turn

_HIGH = 3.0
"""The stretch from which rows to write in had better be more."""
_MORE_ROWS = 6


@dataclass(frozen=True, slots=True)
class HandoutPages:
    """Sets one handout for one session, or for the programme."""

    handout: Handout
    setting: Setting
    blocks: Blocks
    merge: Merge
    outline: str
    """How the PDF's outline calls it."""
    asks: Asks | None = None
    """Names the fields, where the sheet is a form."""

    def story(self) -> Story:
        """All of it, page by page; a handout of nothing but cards has its title on the first."""
        sections = [list(section) for _layout, section in groupby(self.handout.blocks, _kind)]
        sections = [section for section in sections if not isinstance(section[0], PageBlock)]
        budget = self._budget - len(sections) + 1
        story: Story = []
        for number, section in enumerate(sections):
            story += self._section(section, budget, titled=number == 0)
        return story

    def _section(self, section: Sequence[Block], budget: int, *, titled: bool) -> Story:
        cards = [block for block in section if isinstance(block, CardsBlock)]
        if cards:
            deck = Deck(self.handout, self.blocks, self.merge, self.asks)
            if sheets := deck.sheets(cards, self.outline if titled else ""):
                return sheets
            section = _as_prompts(cards, self.asks)
        return [Turn(Layout.TEXT), *self._pages(section, budget, titled=titled)]

    @property
    def _budget(self) -> int:
        profile = self.blocks.sheet.profile
        return profile.budget(self.handout.pages, self.handout.pages_large)

    def _pages(self, section: Sequence[Block], budget: int, *, titled: bool) -> Story:
        """The pages of a section; tables do without empty rows where that saves a page too many."""
        rows = max((block.rows for block in section if isinstance(block, TableBlock)), default=0)
        whole = self._set(section, 0, budget, titled=titled)
        if whole[1] <= budget or not rows:
            return self._more(section, 0, whole, titled=titled) if rows else whole[0]
        _story, least = self._set(section, rows, budget, titled=titled)
        wanted = max(least, budget)

        def saved(fewer: int) -> int:
            return -self._set(section, fewer, budget, titled=titled)[1]

        enough = bisect_left(range(rows), -wanted, key=saved)
        best = self._set(section, enough, budget, titled=titled)
        return self._more(section, enough, best, titled=titled)

    def _more(
        self, section: Sequence[Block], fewer: int, best: tuple[Story, int], *, titled: bool
    ) -> Story:
        """The same pages with more rows, where those there are would be far too high."""
        story, pages = best
        for added in range(1, _MORE_ROWS + 1):
            tables = [one for one in story if isinstance(one, FillTable)]
            if all(table.stretched <= _HIGH for table in tables):
                break
            wider, count = self._set(section, fewer - added, pages, titled=titled)
            if count > pages:
                break
            story = wider
        return story

    def _set(
        self, section: Sequence[Block], fewer: int, budget: int, *, titled: bool
    ) -> tuple[Story, int]:
        sheet = self.blocks.sheet
        groups = list(self._groups(section, fewer, titled=titled))
        return filled(groups, sheet.width, sheet.height, budget)

    def _groups(self, section: Sequence[Block], fewer: int, *, titled: bool) -> Iterator[Group]:
        setter = HandoutBlocks(self.setting, self.blocks, self.merge, fewer, self.asks)
        if titled:
            yield self._title()
        for block in section:
            yield from setter.groups(block)
        if titled and (below := self._below()):
            yield below

    def _title(self) -> Group:
        title, lead = self.merge(self.handout.title), self.merge(self.handout.lead)
        above = logo(self.setting, self.blocks) if self.handout.key in LETTERS else []
        return [*above, *self.blocks.title(title, lead, outline=self.outline)]

    def _below(self) -> Group:
        """Whom a letter is from, and how a sheet can be had in another way."""
        head, blocks, key = self.setting.head, self.blocks, self.handout.key
        letter = key in LETTERS
        whose = organisation(head, blocks) if letter else []
        asked = formats_line(head, blocks, SHEET_ASKED, ruled=letter) if key in ASKING else []
        return [*whose, *asked]


def _kind(block: Block) -> tuple[Layout, bool]:
    cards = isinstance(block, CardsBlock)
    return Layout.CARDS if cards else Layout.TEXT, isinstance(block, PageBlock)


def _as_prompts(blocks: Sequence[CardsBlock], asks: Asks | None) -> list[Block]:
    """Cards that are too long to be cut, as a list of what stands on them."""
    return [
        one
        for block in blocks
        for card in block.cards
        for one in (HeadingBlock(card.title), *_on(card, block, asks))
    ]


def _on(card: Card, block: CardsBlock, asks: Asks | None) -> Iterator[Block]:
    if card.text:
        yield TextBlock(card.text)
    if card.lines:
        ask = card_question(card, block, asks) if asks else ""
        yield PromptBlock("", lines=card.lines, ask=ask)
    for one in card.also if asks else ():
        yield PromptBlock(one.text, lines=1, ask=one.ask)
