"""Show what a pasted list or a file would add, column by column, before anything is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from aiplanner.app.list_cells import Sheet, cells_of_text
from aiplanner.app.people_lists import (
    MEANINGS,
    Means,
    Reading,
    columns_of,
    header_of,
    people_of,
)
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.errors import sentence
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.labels import ElidedLabel, label
from aiplanner.ui.widgets.scroll import scrolling
from aiplanner.ui.widgets.text_area import TextArea

_EXAMPLES = 3
"""Cells that show what stands in a column."""
_TOLD = 8
"""Lines that are told of one by one."""
_MOST_SHOWN = 12
"""Columns whose meaning can be chosen; a list of people has no more."""


class PeopleList(DialogFrame):
    """Paste on top (or a file that was read), meanings in the middle, what comes of it below."""

    agreed = Signal(list)
    """The people to add."""

    def __init__(
        self,
        parent: QWidget | None,
        known: Sequence[Person],
        new_id: Callable[[], RowId],
        sheet: Sheet | None = None,
        name: str = "",
    ) -> None:
        title = _("Add people from {file}").format(file=name) if name else _("Paste a list")
        why = "" if name else _("One person a line: name, organisation, role. Or cells of a table.")
        super().__init__(parent, title, why, width=620)
        self._known, self._new_id = tuple(known), new_id
        self._sheet = sheet
        self._reading = Reading(())
        self.fields: list[ChoiceField] = []
        self.text = TextArea(_("List"), _("Jane Doe, Ward 4, charge nurse"), self, least=6, most=9)
        self.text.setVisible(not name)
        self.text.edited.connect(self._on_typed)
        self.heads = QCheckBox(_("The first line names the columns"))
        self.heads.toggled.connect(lambda _on: self._guess())
        self.again = QCheckBox()
        self.again.toggled.connect(lambda _on: self._show_reading())
        self.says = label("", wrap=True)
        self.told = label("", "secondary", wrap=True)
        self._columns = QWidget()
        self._grid = QGridLayout(self._columns)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(INSIDE * 2)
        self._grid.setColumnStretch(0, 1)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, INSIDE, 0)
        self._inside.setSpacing(BETWEEN)
        for widget in (self.text, self.heads, self._columns, self.again, self.told):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        self._area = scrolling(inside)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.says)
        self.add_answer(button(_("Cancel"), self.reject))
        self.add_button = button(_("Add people"), self._agree, "primary")
        self.add_answer(self.add_button)
        self._read(sheet)
        (self.text if not name else self.add_button).setFocus()

    def show_text(self, text: str) -> None:
        """Begin with a text that is on the clipboard."""
        self.text.show_text(text)
        self._on_typed()

    def _on_typed(self) -> None:
        text = self.text.toPlainText()
        if not text.strip():
            self._read(None)
            return
        try:
            self._read(cells_of_text(text))
        except PlanError as error:
            self._read(None)
            self.says.setText(sentence(error))

    def _read(self, sheet: Sheet | None) -> None:
        self._sheet = sheet
        self.heads.setVisible(sheet is not None)
        if sheet is not None:
            self.heads.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.heads.setChecked(header_of(sheet))
            self.heads.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._guess()

    def _guess(self) -> None:
        """Offer what each column seems to mean."""
        columns = (
            () if self._sheet is None else columns_of(self._sheet, header=self.heads.isChecked())
        )
        self._fill(columns)
        self._show_reading()

    def fit_screen(self) -> None:
        """Grow with what the list says, as far as the screen has room; then it scrolls."""
        self._inside.activate()
        self._area.updateGeometry()
        super().fit_screen()

    def _fill(self, columns: Sequence[Means]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.fields = []
        for number, means in enumerate(columns[:_MOST_SHOWN]):
            words = self._example(number)
            field = ChoiceField(
                _("What column {number} means: {words}").format(number=number + 1, words=words),
                [(one.value, words) for one, words in MEANINGS.items()],
            )
            field.show_key(means.value)
            field.picked.connect(lambda _key: self._show_reading())
            self._grid.addWidget(ElidedLabel(words), number, 0)
            self._grid.addWidget(field, number, 1)
            self.fields.append(field)
        self._columns.setVisible(bool(columns))

    def _example(self, column: int) -> str:
        assert self._sheet is not None, "only a list that was read has columns"
        cells = [line[column] for line in self._sheet.lines if line[column]]
        first = " · ".join(cells[:_EXAMPLES]) or _("empty")
        return _("{words} …").format(words=first) if len(cells) > _EXAMPLES else first

    def _show_reading(self) -> None:
        """Say what would be added with these meanings."""
        self._reading, refusal = Reading(()), ""
        if self._sheet is not None:
            means = [Means(field.key) for field in self.fields]
            means += [Means.NOTHING] * (len(self._sheet.lines[0]) - len(means))
            try:
                self._reading = people_of(
                    self._sheet, means, self._new_id, self._known, header=self.heads.isChecked()
                )
            except PlanError as error:
                refusal = sentence(error)
        twice = len(self._reading.here_already)
        again = ngettext(
            "Also add {count} who is here already",
            "Also add {count} who are here already",
            twice,
        )
        self.again.setText(again.format(count=twice))
        self.again.setVisible(bool(twice))
        self.told.setText(self._told())
        self.told.setVisible(bool(self.told.text()))
        people = self._people()
        add = ngettext("Add {count} person", "Add {count} people", len(people))
        self.add_button.setText(add.format(count=len(people)) if people else _("Add people"))
        self.add_button.setEnabled(bool(people))
        self.says.setText(refusal or self._says(people))
        self.says.setVisible(bool(self.says.text()))
        if self.isVisible():
            self.fit_screen()
            announce(self, self.says.text())

    def _people(self) -> list[Person]:
        twice = self._reading.here_already if self.again.isChecked() else ()
        return [*self._reading.people, *twice]

    def _says(self, people: Sequence[Person]) -> str:
        if self._sheet is None:
            return ""
        if not people:
            return _("Nobody new is in this list.")
        first = people[0]
        facts = " · ".join(filter(None, (first.name, first.organisation, first.job)))
        said = ngettext(
            "{count} person: {first}", "{count} people, the first: {first}", len(people)
        ).format(count=len(people), first=facts)
        if self._sheet.encoding:
            guess = _("Read as {encoding}: check that accents look right.")
            said += " " + guess.format(encoding=self._sheet.encoding)
        return said

    def _told(self) -> str:
        told = self._reading.told
        lines = [
            _("Line {line}: {words}.").format(line=one.line, words=one.words)
            for one in told[:_TOLD]
        ]
        if len(told) > _TOLD:
            more = len(told) - _TOLD
            lines.append(
                ngettext("And {count} more line.", "And {count} more lines.", more).format(
                    count=more
                )
            )
        return "\n".join(lines)

    def _agree(self) -> None:
        people = self._people()
        self.accept()
        self.agreed.emit(people)
