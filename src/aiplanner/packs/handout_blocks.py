"""Turn the blocks of a handout into flowables, in groups that stand on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from aiplanner.app.consent import quoted, said
from aiplanner.app.content import phase_guide, phase_label
from aiplanner.app.form_names import short_id
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import Finding, Question, Sort, Story
from aiplanner.domain.handouts import (
    Block,
    ChecklistBlock,
    CycleBlock,
    FindingsBlock,
    FrameBlock,
    HeadingBlock,
    InterviewBlock,
    ListBlock,
    PromptBlock,
    QuadrantsBlock,
    ScaleBlock,
    TableBlock,
    TextBlock,
)
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.asking import Ask, Asks
from aiplanner.packs.block_asks import box_asks, score_asks, tick_asks
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.elastic import Boxes, Frame, Lines
from aiplanner.packs.filling import Group
from aiplanner.packs.found import handed_on, left_out, printable
from aiplanner.packs.merge import Merge
from aiplanner.packs.path import Path
from aiplanner.packs.scales import scale_groups
from aiplanner.packs.setting import Setting
from aiplanner.packs.text import Markup
from aiplanner.packs.write_in import Blanks, table_groups

_SHARED_LINES = 3
"""Lines of a prompt that shares what the page leaves, before it is stretched."""
_GROWS = 3.0
"""How far lines of a given number grow where nothing else takes the room."""
_ANSWER = 2.5
"""How far the lines under a finding grow: the questions of a guide share its pages."""
_AFTER = 1.0
"""Ems after a block."""
_BEFORE = 0.9
"""Ems before a question, so that it stands with its own lines."""
_CLOSE = 0.15
"""Ems between what helps to hear more."""
_TALLEST_FIELD = 0.6
"""Of a page: so high is the field of a form at most, before it grows."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What stands in front of lines to write on, in the order in which it is read out."""

    asked: Markup
    lead_in: Sequence[Markup] = ()
    probes: Sequence[Markup] = ()
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class HandoutBlocks:
    """Sets the blocks of one handout, with the programme's words in them."""

    setting: Setting
    blocks: Blocks
    merge: Merge
    fewer: int = 0
    """Empty rows that each table does without, where a sheet would else be too long."""
    asks: Asks | None = None
    """Names the fields, where the sheet is a form."""

    def groups(self, block: Block) -> Iterator[Group]:
        """The groups of a block; cards and page breaks are not set here."""
        yield from _SETTERS[type(block)](self, block)

    def heading(self, block: HeadingBlock) -> Iterator[Group]:
        """A heading; it stands with what follows."""
        heading = self.blocks.heading(self.merge(block.text), outline=self.merge.plain(block.text))
        yield self.blocks.before(heading)

    def text(self, block: TextBlock) -> Iterator[Group]:
        """A paragraph for each line; a strong one stands with what follows."""
        for line in filter(str.strip, block.text.split("\n")):
            words = self.merge(line.strip())
            yield self.blocks.strong(words) if block.strong else self.blocks.text(words)

    def bullets(self, block: ListBlock) -> Iterator[Group]:
        """A list; its first and its last two items stay together."""
        make = self.blocks.numbers if block.ordered else self.blocks.bullets
        yield from self._list(make(map(self.merge, block.items)))

    def checklist(self, block: ChecklistBlock) -> Iterator[Group]:
        """Things to tick; in a form those that exclude each other are one question."""
        items = [item for item in block.items if item.strip()]
        asked = tick_asks(block, items, self.merge, self.asks)
        yield from self._list(self.blocks.ticks(map(self.merge, items), asked))

    def prompt(self, block: PromptBlock) -> Iterator[Group]:
        """A prompt, a hint under it, and lines."""
        ask = self._ask(block, block.text, many=block.lines != 1)
        yield [*self._asked(block.text, block.hint), self._lines(block.lines or None, ask)]

    def frame(self, block: FrameBlock) -> Iterator[Group]:
        """What to put in it, and the frame."""
        sheet = self.blocks.sheet
        ask = self._ask(block, block.text)
        frame = Frame(block.share * sheet.height, 5 * self.blocks.pitch, ask)
        frame.spaceBefore = 0.5 * self.blocks.styles.profile.body
        yield [*self._asked(block.text), self._after(frame)]

    def quadrants(self, block: QuadrantsBlock) -> Iterator[Group]:
        """Two rows of two boxes."""
        cells = [
            [
                *self.blocks.strong(self.merge(box.title)),
                *(self.blocks.cell_lines([self.merge(box.prompt)]) if box.prompt else []),
            ]
            for box in block.boxes
        ]
        sheet = self.blocks.sheet
        asks = box_asks(block, self.merge, self.asks)
        rows = [asks[:2], asks[2:]] if asks else []
        boxes = Boxes([cells[:2], cells[2:]], sheet.width, self.blocks.pitch, rows)
        if boxes.tallest <= sheet.height:
            yield [self._after(boxes)]
            return
        for number, box in enumerate(block.boxes):
            ask = asks[number] if asks else None
            yield [*self._asked(box.title, box.prompt), self._lines(None, ask)]

    def table(self, block: TableBlock) -> Iterator[Group]:
        """A table to fill, or its rows under one another where it is too narrow."""
        found = printable(self.setting.programme, block.of) if block.of else ()
        blanks = Blanks(self.fewer, self.asks)
        yield from table_groups(block, found, self.blocks, self.merge, blanks)
        if block.of:
            yield from self._left_out(block.of)

    def scale(self, block: ScaleBlock) -> Iterator[Group]:
        """Statements with a box to tick for each point."""
        scores = score_asks(block, self.merge, self.asks)
        yield from scale_groups(block, self.blocks, self.merge, scores)

    def cycle(self, _block: CycleBlock) -> Iterator[Group]:
        """The five phases and their questions, in the programme's words for them."""
        names = [(phase, phase_label(self.setting.head, phase)) for phase in Phase]
        stops = [
            (phase, self.blocks.strong(name), self.blocks.text(phase_guide(phase).question))
            for phase, name in names
        ]
        yield [self._after(Path(stops, self.blocks.sheet.width, self.blocks.styles.profile.body))]

    def findings(self, block: FindingsBlock) -> Iterator[Group]:
        """What was found, or what stands in its place, each with its lines."""
        found = handed_on(self.setting.programme, block.of)
        if found and block.intro:
            yield self.blocks.before(self.blocks.text(self.merge(block.intro)))
        if not found:
            yield from self._each(self._instead(block), block.lines)
        elif block.lines:
            yield from self._each([self._asking(row, block) for row in found], block.lines)
        else:
            yield from self._list(self.blocks.bullets(self._short(row) for row in found))
        yield from self._left_out(block.of)

    def interview(self, block: InterviewBlock) -> Iterator[Group]:
        """How to begin in the programme's own words, and how long each person has."""
        head = self.setting.head
        own = head.interview_opening.strip()
        lines = own.split("\n") if own else block.text.split("\n")
        set_by = self.blocks.gate if own else self.merge
        for line in filter(str.strip, lines):
            yield self.blocks.text(set_by(line.strip()))
        if minutes := head.interview_minutes:
            said = ngettext(
                "{count} minute for each of you.", "{count} minutes for each of you.", minutes
            )
            yield self.blocks.strong(self.blocks.gate(said.format(count=minutes)))

    def _left_out(self, sort: Sort) -> Iterator[Group]:
        """That something is not printed, so that nobody takes the list for the whole."""
        if words := left_out(self.setting.programme, sort):
            yield [self._after(part) for part in self.blocks.note(self.blocks.gate(words))]

    def _each(self, askings: Iterable[Asking], lines: int) -> Iterator[Group]:
        """Each with its lines; a plain list where there are none."""
        if not lines:
            yield from self._list(self.blocks.bullets(asking.asked for asking in askings))
            return
        for asking in askings:
            group = [p for words in asking.lead_in for p in self.blocks.text(words)]
            group += self.blocks.strong(asking.asked)
            group += self._close([p for words in asking.probes for p in self.blocks.note(words)])
            count = self._fitting(lines, asking.ask)
            answer = Lines(count, self.blocks.pitch, fills=True, most=_ANSWER, ask=asking.ask)
            yield [*self._apart(self.blocks.before(group)), self._after(answer)]

    def _close(self, probes: Group) -> Group:
        """Probes as close under one another as the items of a list."""
        for probe in probes[:-1]:
            probe.spaceAfter = _CLOSE * self.blocks.styles.profile.body
        return probes

    def _instead(self, block: FindingsBlock) -> Iterator[Asking]:
        """What stands in the place of findings."""
        for number, text in enumerate(block.instead, 1):
            yield Asking(self.merge(text), ask=self._ask(block, text, part=f"-i{number}"))

    def _asking(self, row: Finding, block: FindingsBlock) -> Asking:
        """The finding, with what leads to it and what helps to hear more."""
        ask = self._ask(block, said(row), part=f"-{short_id(row.id)}")
        if isinstance(row, Question):
            lead_in, probes = self._gated(row.lead_in), self._gated(row.probes)
            return Asking(self._short(row), lead_in, probes, ask)
        return Asking(self._short(row), ask=ask)

    def _gated(self, text: str) -> list[Markup]:
        return [self.blocks.gate(line) for line in text.split("\n") if line.strip()]

    def _short(self, row: Finding) -> Markup:
        """What it says, and a story in its teller's words too."""
        words = said(row)
        if isinstance(row, Story) and row.text.strip() and (quote := quoted(row)):
            words = _("{headline}: {quote}").format(headline=words, quote=quote)
        return self.blocks.gate(words)

    def _list(self, items: Group) -> Iterator[Group]:
        """The items of a list, so that neither its first nor its last stands alone."""
        if items:
            self._after(items[-1])
        if len(items) < 4:
            yield list(items)
            return
        yield items[:2]
        yield from ([item] for item in items[2:-2])
        yield items[-2:]

    def _asked(self, text: str, hint: str = "") -> Group:
        asked = self.blocks.strong(self.merge(text)) if text.strip() else []
        hinted = self.blocks.note(self.merge(hint)) if hint.strip() else []
        return self._apart([*asked, *self.blocks.before(hinted)])

    def _apart(self, group: Group) -> Group:
        """The same with air above it."""
        for first in group[:1]:
            first.spaceBefore = _BEFORE * self.blocks.styles.profile.body
        return group

    def _lines(self, count: int | None, ask: Ask | None) -> Flowable:
        """So many lines, or those that the page leaves."""
        pitch = self.blocks.pitch
        if count is None:
            return self._after(Lines(_SHARED_LINES, pitch, fills=True, most=9, ask=ask))
        count = self._fitting(count, ask)
        return self._after(Lines(count, pitch, fills=False, most=_GROWS, ask=ask))

    def _fitting(self, count: int, ask: Ask | None) -> int:
        """How many lines: a field is never cut in two, and what is typed there can be long."""
        fits = int(self.blocks.sheet.height * _TALLEST_FIELD / self.blocks.pitch)
        return count if ask is None else min(count, fits)

    def _ask(self, block: Block, words: str, part: str = "", *, many: bool = True) -> Ask | None:
        """The answer to a block, or to a part of it; None on paper."""
        if self.asks is None:
            return None
        return self.asks(self.asks.of(block) + part, self.merge.plain(words), many=many)

    def _after(self, flowable: Flowable) -> Flowable:
        flowable.spaceAfter = _AFTER * self.blocks.styles.profile.body
        return flowable


_SETTERS: dict[type, Callable[[HandoutBlocks, Any], Iterator[Group]]] = {
    HeadingBlock: HandoutBlocks.heading,
    TextBlock: HandoutBlocks.text,
    ListBlock: HandoutBlocks.bullets,
    ChecklistBlock: HandoutBlocks.checklist,
    PromptBlock: HandoutBlocks.prompt,
    FrameBlock: HandoutBlocks.frame,
    QuadrantsBlock: HandoutBlocks.quadrants,
    TableBlock: HandoutBlocks.table,
    ScaleBlock: HandoutBlocks.scale,
    CycleBlock: HandoutBlocks.cycle,
    FindingsBlock: HandoutBlocks.findings,
    InterviewBlock: HandoutBlocks.interview,
}
