"""What is chosen in a running order, as the verbs need it."""

from __future__ import annotations

from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item, Strand
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_lines import Line, Sort, title_of
from aiplanner.ui.models.running_order_places import outermost
from aiplanner.ui.models.running_order_sections import section_of
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class Choice:
    """Reads the view's selection against the programme of the moment."""

    def __init__(self, document: Document, view: RunningOrderView) -> None:
        self._document, self._view = document, view

    @property
    def line(self) -> Line | None:
        """The line in focus."""
        return self._view.line_in_focus()

    @property
    def item(self) -> Item | None:
        """The item in focus."""
        return self.line.item if self.line is not None else None

    @property
    def strand(self) -> Strand | None:
        """The strand in focus: its heading, an item in it, or its place to add."""
        line = self.line
        if line is None or line.strand is not None:
            return line.strand if line is not None else None
        holder = line.item.strand_id if line.item is not None else line.row
        found = self._document.now.rows.get(holder) if holder else None
        return found if isinstance(found, Strand) and line.sort is not Sort.NOTICE else None

    @property
    def breakout(self) -> Item | None:
        """The breakout in focus, or the one in whose strand the focus is."""
        if self.item is not None and self.item.kind is Kind.BREAKOUT:
            return self.item
        strand = self.strand
        return None if strand is None else self._document.now.get(strand.item_id, Item)

    def items(self) -> list[RowId]:
        """The chosen items, those inside a chosen breakout left out.

        A collapsed section is chosen as a whole with its heading.
        """
        now, folded = self._document.now, self._view.folded
        chosen = outermost(now, self._view.chosen_items())
        for heading in [item for item in chosen if item in folded]:
            held = [item.id for item in section_of(now, now.get(heading, Item))]
            at = chosen.index(heading) + 1
            chosen[at:at] = [item for item in held if item not in chosen]
        return chosen

    def named(self, items: list[RowId], one: str, many: str) -> str:
        """`one` with the title of the only item, or `many` with their number."""
        if len(items) == 1:
            return one.format(title=title_of(self._document.now.get(items[0], Item)))
        return many.format(count=len(items))
