"""Collapse sections of the running order to their headings, and expand them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_sections import heading_of
from aiplanner.ui.pages.session_choice import Choice
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class SectionCommands:
    """Nothing of this changes the plan; which sections are collapsed is the window's own."""

    def __init__(
        self, document: Document, model: RunningOrderModel, view: RunningOrderView
    ) -> None:
        self._document, self._model, self._view = document, model, view
        self.choice = Choice(document, view)
        view.clicked.connect(self._on_clicked)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The key that collapses and expands."""
        return {"fold": self.toggle}

    @property
    def here(self) -> Item | None:
        """The heading of the section in focus; None where there is no section."""
        line = self.choice.line
        row = None if line is None else self._document.now.rows.get(line.row)
        return heading_of(self._document.now, row) if isinstance(row, Item) else None

    @property
    def any(self) -> bool:
        """Whether the session on show has a section."""
        return bool(self._headings())

    def toggle(self) -> None:
        """Collapse the section in focus, or expand it."""
        heading = self.here
        if heading is None:
            announce(self._view, _("There is no section here."))
            return
        folded = heading.id not in self._model.folded
        self._model.fold(self._model.folded ^ {heading.id})
        self._view.choose_id(heading.id, Column.WHAT)
        words = _("{title} collapsed: {count}.") if folded else _("{title} expanded.")
        row = self._model.row_of_id(heading.id)
        count = "" if row is None else self._model.line(row).words
        announce(self._view, words.format(title=heading.title, count=count))

    def fold_all(self) -> None:
        """Collapse every section of the session on show."""
        heading = self.here
        self._model.fold(self._model.folded | self._headings())
        if heading is not None:
            self._view.choose_id(heading.id, Column.WHAT)
        announce(self._view, _("All sections are collapsed."))

    def unfold_all(self) -> None:
        """Expand every section of the session on show."""
        self._model.fold(self._model.folded - self._headings())
        announce(self._view, _("All sections are expanded."))

    def _headings(self) -> frozenset[RowId]:
        session = self._model.session_id
        items = () if session is None else self._document.now.items_of(session)
        return frozenset(item.id for item in items if item.kind is Kind.SECTION)

    def _on_clicked(self) -> None:
        """A click on the mark of a heading (its clock cell) collapses or expands."""
        line, index = self.choice.line, self._view.currentIndex()
        section = line is not None and line.item is not None and line.item.kind is Kind.SECTION
        if section and index.column() in (Column.CLOCK, Column.MINUTES):
            self.toggle()
