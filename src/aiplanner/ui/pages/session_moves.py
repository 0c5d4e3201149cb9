"""Move what is chosen in a running order, and say where it is now."""

from __future__ import annotations

from aiplanner.domain.edits.parts import move_part
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item, Strand
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_places import Place, inward, moved_to, outward, stepped
from aiplanner.ui.pages.session_choice import Choice
from aiplanner.ui.pages.session_spoken import now_at, ordinal
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class MoveCommands:
    """Moves by keyboard; every move is one step of undo and is spoken."""

    def __init__(
        self, document: Document, model: RunningOrderModel, view: RunningOrderView
    ) -> None:
        self._document, self._model, self._view = document, model, view
        self._choice = Choice(document, view)
        view.shifted.connect(self.shift)
        view.dropped.connect(self.tell)

    def move(self, by: int) -> None:
        """Move the chosen items, or the strand in focus, one place up (-1) or down (1)."""
        items, line = self._choice.items(), self._choice.line
        if items:
            edge = items[0] if by < 0 else items[-1]
            self._put(items, stepped(self._document.now, edge, by))
        elif line is not None and line.strand is not None:
            self._move_strand(line.strand, line.title, by)

    def shift(self, by: int) -> None:
        """Move the chosen items out of their breakout (-1), or into the one above them (1)."""
        items = self._choice.items()
        if items:
            find = outward if by < 0 else inward
            self._put(items, find(self._document.now, items[-1] if by < 0 else items[0]))

    def tell(self, items: list[RowId]) -> None:
        """Choose items that have moved and say where the first is now."""
        now = self._document.now
        self._model.reveal(*items)
        there = [item for item in items if self._model.row_of_id(item) is not None]
        if there:
            self._view.choose_all(there)
            announce(self._view, now_at(now, now.get(there[0], Item), self._model.clock))

    def _put(self, items: list[RowId], place: Place | None) -> None:
        if place is None:
            announce(self._view, _("There is no further place to go."))
            return
        label = self._choice.named(items, _("Move {title}"), _("Move {count} items"))
        try:
            self._document.edit(label, lambda now: moved_to(now, items, place))
        except PlanError as error:
            announce(self._view, sentence(error), urgent=True)
        else:
            self.tell(items)

    def _move_strand(self, strand: Strand, title: str, by: int) -> None:
        strands = [s.id for s in self._document.now.strands_of(strand.item_id)]
        index = strands.index(strand.id) + by
        if not 0 <= index < len(strands):
            announce(self._view, _("There is no further place to go."))
            return
        label = _("Move {title}").format(title=title)
        self._document.edit(label, lambda now: move_part(now, strand, index))
        self._view.choose_id(strand.id)
        said = _("{title}, now {place}").format(title=title, place=ordinal(index + 1))
        announce(self._view, said)
