"""Fields of one row with their names above and refusals below, shown for whichever row is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.inspector_fields import Binding, make_field
from aiplanner.ui.widgets.inspector_links import Ties
from aiplanner.ui.widgets.inspector_parts import PartField
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.text_field import TextField

_NAMES = 56
"""Pixels for the names beside framed fields, at 100 % text size."""
_SHORT = 64
"""Pixels for a short field beside a heading, at 100 % text size."""


class FieldSet:
    """Makes the fields and brings them up to date together."""

    def __init__(self, document: Document, ties: Ties) -> None:
        self._document, self._ties = document, ties
        self._bindings: list[Binding] = []
        self.by_name: dict[str, QWidget] = {}

    def refresh(self) -> None:
        """Show the row that is on now."""
        for binding in self._bindings:
            binding.revert()

    def bare(self, spec: PartField) -> QWidget:
        """A field that reads like the words around it."""
        return self._place(spec)

    def worded(
        self, spec: PartField, *, private: bool = False, beside: PartField | None = None
    ) -> QWidget:
        """A bare field under a heading; `private` says that participants never get it.

        A second, short field may stand `beside` the heading, its hint (a unit) behind it.
        """
        row = self._place(spec, spec.name, private=private)
        body = row.layout()
        if beside is not None and isinstance(body, QVBoxLayout):
            self._put_beside(body, beside)
        return row

    def lines(self, specs: Sequence[PartField]) -> QWidget:
        """Framed fields one under the other, their names at the left."""
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(INSIDE)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, fonts.scaled(_NAMES))
        for spec in specs:
            self.add_line(grid, spec.name, self._place(spec, framed=True))
        return made

    def add_line(self, grid: QGridLayout, name: str, field: QWidget) -> None:
        """Put one more field with its name under those of `lines`."""
        row = grid.rowCount()
        words = label(name, "label")
        words.setContentsMargins(0, INSIDE, 0, 0)
        grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, row, 1)

    def _put_beside(self, body: QVBoxLayout, spec: PartField) -> None:
        """Have a short field end the line of the heading, its refusal below that line."""
        heading = body.takeAt(0)
        assert heading is not None, "made with a heading"
        line, refusal = QHBoxLayout(), label("", "refusal", wrap=True)
        refusal.hide()
        field = self._field(spec, refusal)
        field.setFixedWidth(fonts.scaled(_SHORT))
        if isinstance(field, TextField):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setPlaceholderText("–")  # the unit stands behind it already
        line.addItem(heading)
        line.addStretch(1)
        line.addWidget(field)
        line.addWidget(label(spec.hint, "secondary"))
        body.insertLayout(0, line)
        body.insertWidget(1, refusal)

    def _field(self, spec: PartField, refusal: QLabel) -> QWidget:
        field, binding = make_field(spec, self._document, self._ties, refusal)
        self._bindings.append(binding)
        self.by_name[spec.field] = field
        return field

    def _place(
        self, spec: PartField, heading: str = "", *, private: bool = False, framed: bool = False
    ) -> QWidget:
        row = QWidget()
        body = QVBoxLayout(row)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        if heading:
            body.addWidget(label(heading, "strong"))
        if private:
            pill = QHBoxLayout()
            pill.addWidget(label(_("never printed for participants"), "pill"))
            pill.addStretch(1)
            body.addLayout(pill)
        refusal = label("", "refusal", wrap=True)
        refusal.hide()
        field = self._field(spec, refusal)
        if framed:
            field.setProperty("look", "")
        field.setMinimumWidth(40)
        body.addWidget(field)
        body.addWidget(refusal)
        body.addStretch(1)
        row.setFocusProxy(field)
        return row
