"""The blocks that documents are made of: every flowable of a pack comes from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from aiplanner.domain.cycle import Phase
from aiplanner.packs.asking import Button
from aiplanner.packs.badges import Badge, Badges
from aiplanner.packs.figures import Draw, Figure, Rule, WritingLines
from aiplanner.packs.grid import Column, Line, Room, fact_table, grid
from aiplanner.packs.marks import phase_mark, tick_box, tick_field
from aiplanner.packs.paragraphs import Heading, ListItem, ListTag, Marker, TaggedParagraph
from aiplanner.packs.runs import plain
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.styles import LINE, WRITING, Styles, styles
from aiplanner.packs.text import BLANK, Gate, Markup, cleaned

Story = list[Flowable]


class Blocks:
    """Makes the flowables of one document, for its sheet; people's words pass the gate here."""

    def __init__(self, key: str, sheet: Sheet, gate: Gate) -> None:
        self.sheet, self.gate = sheet, gate
        self.styles: Styles = styles(sheet.print_size)
        self.room = Room(sheet.width, sheet.height, self.styles, gate)
        self._places = (f"{key}-{number}" for number in count(1))

    @property
    def pitch(self) -> float:
        """Points from one line that people write on to the next."""
        return self.styles.profile.pitch

    def title(self, text: str, lead: str = "", outline: str = "") -> Story:
        """The title of the document, and the line that says what it is for.

        `outline` is how the PDF's outline calls it, where that differs.
        """
        return [self.headed(text, self.styles.headings[0], outline), *self.lead(lead)]

    def display(self, text: str) -> Story:
        """The title of a whole pack, large."""
        return [self.headed(text, self.styles.display)]

    def heading(
        self, text: str, level: int = 2, *, listed: bool = False, outline: str = ""
    ) -> Story:
        """A heading of level 2 or 3; `listed` is whether the contents name it."""
        heading = self.headed(text, self.styles.headings[level - 1], outline)
        heading.listed = listed
        return [heading]

    def entry(self, text: str) -> Story:
        """A heading of level 2 in smaller type: one of a long list, which the contents name."""
        small = self.styles.headings[2]
        above = small.fontSize * 0.6
        style = ParagraphStyle("entry", small, tag=self.styles.headings[1].tag, spaceBefore=above)
        heading = self.headed(text, style)
        heading.listed = True
        return [heading]

    def lead(self, text: str) -> Story:
        """The opening line, in the second ink; nothing when there are no words."""
        return self.styled(text, self.styles.lead)

    def text(self, text: str) -> Story:
        """Running text: a paragraph for each line that was typed."""
        return self.styled(text, self.styles.body)

    def note(self, text: str) -> Story:
        """A remark in the second ink."""
        return self.styled(text, self.styles.note)

    def small(self, text: str) -> Story:
        """A remark in the type of tables."""
        return self.styled(text, self.styles.cell_note)

    def empty(self, what: str, then: str) -> Story:
        """What is not there yet, and what fills the page."""
        return [*self.text(what), *self.note(then)]

    def strong(self, text: str) -> Story:
        """A short line that names what follows, and stays with it."""
        return self.before(self.styled(text, self.styles.strong))

    def bullets(self, texts: Iterable[str]) -> Story:
        """A list without order."""
        return _unbroken(self._list(texts, self.styles.item, ListTag("Disc"), self._bullet))

    def numbers(self, texts: Iterable[str]) -> Story:
        """A list in order."""
        return _unbroken(self._list(texts, self.styles.item, ListTag("Decimal"), self._number))

    def cell_bullets(self, texts: Iterable[str]) -> Story:
        """A list without order, in the type of tables."""
        return self._list(texts, self.styles.cell_item, ListTag("Disc"), self._bullet)

    def cell_numbers(self, texts: Iterable[str]) -> Story:
        """A list in order, in the type of tables."""
        return self._list(texts, self.styles.cell_item, ListTag("Decimal"), self._number)

    def ticks(self, texts: Iterable[str], asked: Sequence[Button] = ()) -> Story:
        """A list of things to tick off; `asked` is the field of each in a form."""
        size = self.styles.body.fontSize * 0.95
        boxes = [Marker(draw=tick_field(one, size), live=True) for one in asked]
        paper = Marker(draw=tick_box(size, WRITING))

        def mark(number: int) -> Marker:
            return boxes[number - 1] if boxes else paper

        return _unbroken(self._list(texts, self.styles.tick, ListTag("None"), mark))

    def facts(self, pairs: Iterable[tuple[str, str]]) -> Story:
        """What it is and what it says, one under the other; pairs that say nothing are left out."""
        return fact_table([(name, words) for name, words in pairs if words], self.room)

    def table(
        self,
        columns: Sequence[Column],
        lines: Sequence[Line],
        *,
        together: bool = False,
        air: float = 1,
    ) -> Story:
        """A table, or stacked blocks when the print is too large for it.

        `together`: it is not split where it fits on the next page whole; `air`: between
        its rows, 1 is what is usual.
        """
        return grid(columns, lines, self.room, together=together, air=air)

    def before(self, story: Story) -> Story:
        """The same flowables, each kept on one page with what follows it."""
        for flowable in story:
            flowable.keepWithNext = 1
        return story

    def cell(self, name: str, *remarks: str, quiet: bool = False) -> Story:
        """Paragraphs for a cell: what it is, and remarks in the second ink."""
        first = self.styles.cell_note if quiet else self.styles.cell_strong
        story = self.styled(name, first)
        return story + [p for remark in remarks for p in self.styled(remark, self.styles.cell_note)]

    def cell_head(self, text: str) -> Story:
        """The title of a column."""
        return self.styled(text, self.styles.cell_head)

    def cell_lines(self, texts: Iterable[str]) -> Story:
        """Lines of plain text for a cell."""
        return [line for text in texts for line in self.styled(text, self.styles.cell)]

    def cell_facts(self, pairs: Iterable[tuple[str, str]]) -> Story:
        """What it is and what it says, each in a line of a cell; empty ones are left out."""
        told = (
            self.gate.fill("<b>{name}</b> {words}", name=n, words=w.strip())
            for n, w in pairs
            if w.strip()
        )
        return self.cell_lines(told)

    def phase(self, phase: Phase, name: str, *, strong: bool = False) -> Story:
        """A phase by its mark and its name, in the type of tables."""
        base = self.styles.cell_strong if strong else self.styles.cell
        indented = ParagraphStyle("phase", base, leftIndent=base.fontSize * 1.5)
        paragraph = TaggedParagraph(self.gate(name), indented)
        paragraph.marker = Marker(draw=phase_mark(phase, base.fontSize * 1.1))
        return [paragraph]

    def badges(self, badges: Sequence[Badge]) -> Story:
        """Capability badges in the type of tables."""
        return [Badges(badges, self.styles.cell.fontSize * 0.86)] if badges else []

    def figure(self, draw: Draw, size: tuple[float, float], words: str, file: str = "") -> Story:
        """A picture of that width and height, with the words that stand for it.

        `file` is where it lies, if it is not drawn by us.
        """
        made = Figure(draw, *size, cleaned(words))
        made.file = file
        return [made]

    def lines(self, number: int) -> Story:
        """Lines to write on."""
        return [WritingLines(number, self.pitch, WRITING)]

    def question(self, text: str, lines: int) -> Story:
        """A question and the room to answer it."""
        return [*self.strong(text), *self.lines(lines), self.gap(1.2)]

    def rule(self) -> Flowable:
        """A hairline across the page."""
        space = self.styles.profile.body * 0.6
        return Rule(0.5, LINE, (space, space))

    def gap(self, ems: float) -> Flowable:
        """Empty room, counted in ems of the body type."""
        return Spacer(1, ems * self.styles.profile.body)

    def _bullet(self, _number: int) -> Marker:
        return Marker(self.gate("•"))

    def _number(self, number: int) -> Marker:
        return Marker(self.gate(f"{number}."))

    def headed(self, text: str, style: ParagraphStyle, outline: str = "") -> Heading:
        """A heading in a style of its own, with a place that the outline leads to."""
        heading = Heading(self.gate(text), style)
        heading.place, heading.outline = next(self._places), plain(cleaned(outline or text))
        return heading

    def styled(self, text: str, style: ParagraphStyle) -> Story:
        """A paragraph in a style of its own for each line that was typed."""
        if isinstance(text, Markup):
            return [TaggedParagraph(text, self._roomy(text, style))] if text else []
        lines = (line.strip() for line in cleaned(text).split("\n"))
        return [TaggedParagraph(self.gate(line), style) for line in lines if line]

    def _roomy(self, text: Markup, style: ParagraphStyle) -> ParagraphStyle:
        """The style, with lines as far apart as writing is where a blank is to be filled in."""
        if BLANK not in text:
            return style
        return ParagraphStyle(style.name, style, leading=max(style.leading, self.pitch))

    def _list(
        self,
        texts: Iterable[str],
        style: ParagraphStyle,
        tag: ListTag,
        mark: Callable[[int], Marker],
    ) -> Story:
        made: Story = []
        for number, text in enumerate((text for text in texts if text), 1):
            markup = self.gate(text)
            item = ListItem(markup, self._roomy(markup, style))
            item.list_tag, item.marker = tag, mark(number)
            made.append(item)
        return made


def _unbroken(items: Story) -> Story:
    """A list of which no page holds the first or the last item alone."""
    for item in (*items[:-1][:1], *items[-2:-1]):
        item.keepWithNext = 1
    return items
