"""The fields in which cells of the running order are typed, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aiplanner.app.content import phase_label
from aiplanner.app.wording import LEVEL_NAMES
from aiplanner.app.words_in_use import words_in_use
from aiplanner.domain.cycle import Level, Phase
from aiplanner.domain.names import names_of
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order_cells import COLUMN_NAMES, Column, cell_text, edit_text
from aiplanner.ui.models.running_order_edits import COMPLETED, FIELDS, CellValue
from aiplanner.ui.models.running_order_lines import Line
from aiplanner.ui.widgets.capability_chooser import CapabilityChooser
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.name_field import NameField
from aiplanner.ui.widgets.text_field import TextField
from aiplanner.ui.widgets.word_field import WordField

_NO_PHASE = ""
_LEAST_FIELD = 104
"""Pixels a field keeps where its column is narrower, at 100 % text size."""


class PhaseField(ChoiceField):
    """A choice that tells when it was made in the list; letters typed only go through them.

    The first answer is none; figures choose too: 1 the first, 0 none.
    """

    settled = Signal()

    def __init__(
        self,
        name: str,
        answers: Iterable[tuple[str, str]],
        parent: QWidget,
        kind: type[Phase | Level] = Phase,
    ) -> None:
        super().__init__(name, answers, parent)
        self.kind = kind
        self._listed = False
        self.picked.connect(self._on_picked)

    def showPopup(self) -> None:
        """Open the list."""
        self._listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing is no choice from the list; a figure is the place of an answer."""
        self._listed = False
        figure = event.text()
        if figure.isdecimal() and int(figure) < self.count():
            self.setCurrentIndex(int(figure))
        else:
            super().keyPressEvent(event)

    def _on_picked(self) -> None:
        if self._listed:
            self.settled.emit()


def make_editor(line: Line, column: Column, programme: Programme, parent: QWidget) -> QWidget:
    """The field for a cell, holding what the cell holds; where it names somebody, names help."""
    if column is Column.PHASE:
        return _phase_field(line, programme.head, parent)
    if column is Column.LEVEL:
        return _level_field(line, parent)
    if column is Column.CAPABILITIES:
        return _capability_field(line, parent)
    name, hint = COLUMN_NAMES[column], _hint(line, column)
    if column is Column.LEAD:
        field: TextField = NameField(name, names_of(programme), hint, parent)
    else:
        known = words_in_use(programme, FIELDS[column]) if column in COMPLETED else ()
        field = WordField(name, known, hint, parent)
    field.setProperty("inside", "cell")
    field.setText(edit_text(line, column))
    field.selectAll()
    return field


def value_of(editor: QWidget) -> CellValue:
    """What a field holds now."""
    if isinstance(editor, TextField):
        return editor.text()
    if isinstance(editor, PhaseField):
        return editor.kind(editor.key) if editor.key else None
    assert isinstance(editor, CapabilityChooser), "the third and last of the editors"
    return editor.roles


def place_editor(editor: QWidget, cell: QRect, within: QRect) -> None:
    """Put a field over its cell; one that is larger hangs below or above it, inside the table."""
    hint = editor.sizeHint() if isinstance(editor, CapabilityChooser) else QSize()
    size = hint.expandedTo(cell.size())
    if isinstance(editor, ChoiceField):
        size.setWidth(max(size.width(), editor.sizeHint().width()))
    elif isinstance(editor, TextField):
        size.setWidth(max(size.width(), fonts.scaled(_LEAST_FIELD)))
        size.setHeight(min(size.height(), editor.sizeHint().height() + 8))
    left = max(0, min(cell.left(), within.right() - size.width() + 1))
    top = max(0, min(cell.top(), within.bottom() - size.height() + 1))
    editor.setGeometry(QRect(left, top, size.width(), size.height()))


def _phase_field(line: Line, head: Head, parent: QWidget) -> PhaseField:
    answers = [(_NO_PHASE, _("no phase")), *((p.value, phase_label(head, p)) for p in Phase)]
    field = PhaseField(COLUMN_NAMES[Column.PHASE], answers, parent)
    field.show_key(line.item.phase or _NO_PHASE if line.item is not None else _NO_PHASE)
    return field


def _level_field(line: Line, parent: QWidget) -> PhaseField:
    answers = [(_NO_PHASE, _("no level")), *((n.value, words) for n, words in LEVEL_NAMES.items())]
    field = PhaseField(COLUMN_NAMES[Column.LEVEL], answers, parent, Level)
    field.show_key(line.item.level or _NO_PHASE if line.item is not None else _NO_PHASE)
    return field


def _capability_field(line: Line, parent: QWidget) -> CapabilityChooser:
    chooser = CapabilityChooser(parent)
    chooser.setProperty("look", "overlay")
    chooser.show_roles(dict(line.focus))
    return chooser


def _hint(line: Line, column: Column) -> str:
    reader = _HINTS.get(column)
    return reader(line) if reader else ""


_HINTS: Mapping[Column, Callable[[Line], str]] = {
    Column.CLOCK: lambda line: cell_text(line, Column.CLOCK) or _("10:05"),
    Column.MINUTES: lambda _line: _("45 or 3 each"),
    Column.SHEETS: lambda _line: _("titles; parted like this"),
    Column.MATERIALS: lambda _line: _("pens; 2 × cards per person"),
}
