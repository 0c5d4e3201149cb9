"""The logic model, and the view from the future: what leads to what, on a board to write on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.logic_words import Entries, beginnings, entries, logic_text, proposals
from aiplanner.domain.delta import Delta
from aiplanner.domain.findings import Dream, Theme
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.models.logic import concerns
from aiplanner.ui.pages.logic_commands import LogicCommands
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.flow import FlowLayout
from aiplanner.ui.widgets.labels import ElidedLabel, label
from aiplanner.ui.widgets.logic.board import LogicBoard
from aiplanner.ui.widgets.logic.future_card import FutureCard
from aiplanner.ui.widgets.scroll import bring_into_sight, scrolling


class LogicView(QWidget):
    """Held by a page: it scrolls by itself and has no title of its own."""

    verbs_changed = Signal()

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self._behind = True
        self.board = LogicBoard()
        self.commands = LogicCommands(document, services, self.board)
        self.facts = ElidedLabel(role="secondary")
        self.future_button = button(_("View from the future"), self._go_to_future, "small-link")
        self.copy_button = button(_("Copy as text"), self.commands.copy_all, "small-link")
        self.print_button = button(_("Print"), self._print, "small-link")
        self.take_button = button("", self.commands.take_all, "primary")
        self.teaching = self._teaching()
        self.future = FutureCard(document, services.today)
        self.print_future = button(_("Print"), self._print_future, "small-link")
        self._lay_out()
        document.changed.connect(self._on_changed)
        self.follow()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Ins writes the next entry; keys for an entry act on the one in focus."""
        return {
            "add": self._add,
            "rename": lambda: self._of_chosen(self.commands.write),
            "delete": lambda: self._of_chosen(self.commands.delete),
            "copy": self.commands.copy_all,
            "move_up": lambda: self.commands.move(-1),
            "move_down": lambda: self.commands.move(1),
        }

    def show_row(self, row_id: RowId) -> None:
        """Bring an entry into sight; the programme's own row means the view from the future."""
        self.follow()
        if row_id == self._document.now.id:
            self._go_to_future()
        elif self.board.go_to(row_id):
            section = self.board.holder(row_id)
            bring_into_sight(section or self.board)

    def arrive(self) -> None:
        """Begin where the first entry is, or will be written."""
        self.follow()
        first = next((section for section in self.board if section.model.entries), None)
        if first is not None:
            first.list.setFocus()
        else:
            next(iter(self.board)).next_field.setFocus()

    def leave(self) -> None:
        """Take what is still being typed."""
        self.commands.writing.finish()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another view was on show."""
        super().showEvent(event)
        self.follow()

    def follow(self) -> None:
        """Show the programme as it is now."""
        if not self._behind:
            return
        self._behind, now = False, self._document.now
        found = entries(now)
        for section in self.board:
            section.model.show(found[section.part])
            section.follow()
        self._offer(now)
        self.teaching.setVisible(not now.logic)
        self.facts.setText(_facts(found))
        for part in (self.facts, self.copy_button):
            part.setVisible(bool(now.logic))
        self.board.setAccessibleName(_("Logic model"))
        self.board.setAccessibleDescription(logic_text(found))

    def _offer(self, now: Programme) -> None:
        offered = proposals(now)
        for section in self.board:
            section.offer_proposals(sum(one.part is section.part for one in offered))
        count = len(beginnings(now)) if not now.logic else 0
        words = ngettext(
            "Take {count} entry from the plan", "Take {count} entries from the plan", count
        )
        self.take_button.setText(words.format(count=count))
        self.take_button.setVisible(bool(count))

    def _on_changed(self, delta: Delta) -> None:
        seen = (row for change in delta.rows.values() for row in (change.before, change.after))
        if concerns(delta) or any(isinstance(row, Item | Theme | Dream) for row in seen):
            self._behind = True
            if self.isVisible():
                self.follow()

    def _go_to_future(self) -> None:
        self.future.text.setFocus()
        bring_into_sight(self.future)

    def _add(self) -> None:
        section = self.board.section_in_focus() or next(iter(self.board))
        section.next_field.setFocus()

    def _of_chosen(self, do: Callable[[RowId], object]) -> None:
        chosen = self.board.chosen()
        if chosen is not None:
            do(chosen[1])

    def _print(self) -> None:
        self._services.go("print", document="programme-logic-model")

    def _print_future(self) -> None:
        self._services.go("print", document="future-view")

    def _teaching(self) -> QWidget:
        """What an empty board says."""
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, 0)
        body.setSpacing(INSIDE)
        words = _(
            "A logic model shows on one page how what you do leads to what you hope for. "
            "Write a few words under each heading, or begin with what the plan holds already."
        )
        body.addWidget(label(words, "quiet", wrap=True))
        body.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _lay_out(self) -> None:
        head = QWidget()
        along = FlowLayout(head, gap=INSIDE)
        for part in (self.facts, self.future_button, self.copy_button, self.print_button):
            along.addWidget(part)
        surface = Card(margins=0, spacing=0)
        surface.add(self.teaching)
        surface.add(self.board)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.print_future)
        self.future.body.addLayout(foot)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(INSIDE)
        body.addWidget(head)
        body.addWidget(surface)
        body.addSpacing(INSIDE)
        body.addWidget(self.future)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))


def _facts(found: Entries) -> str:
    """How many entries, and how many of them stand on what was agreed."""
    shown = [entry for part in found.values() for entry in part]
    if not shown:
        return ""
    tied = sum(bool(entry.ground) for entry in shown)
    words = ngettext("{count} entry", "{count} entries", len(shown)).format(count=len(shown))
    ground = ngettext(
        "{count} stands on statements or actions", "{count} stand on statements or actions", tied
    )
    return f"{words} · {ground.format(count=tied)}"
