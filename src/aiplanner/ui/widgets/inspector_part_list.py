"""A list of an item's steps, strands, materials or sheets, written in place one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.parts import add_part, delete_part, move_part
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Step
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import icon_button
from aiplanner.ui.widgets.inspector_fields import Binding, make_field
from aiplanner.ui.widgets.inspector_links import Ties
from aiplanner.ui.widgets.inspector_parts import OrderedPart, PartField, PartSort, make_part
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of
from aiplanner.ui.widgets.scroll import bring_into_sight
from aiplanner.ui.widgets.tab_order import tab_from
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_EDGE = 14
"""Pixels of padding and border that a field has at left and right together."""


@dataclass(frozen=True, slots=True)
class Holder:
    """What all lists of an inspector share: the programme, new ids, its item, the handouts."""

    document: Document
    new_id: NewId
    item: Callable[[], RowId | None]
    shelf: OwnShelf


class PartRow(QWidget):
    """One part: its number, its fields in one or two lines, and a menu of what else."""

    gone_on, show_wanted = Signal(), Signal()
    """Enter was pressed in one of its fields; somebody wants to see the part."""

    def __init__(self, document: Document, sort: PartSort, place: int, ties: Ties) -> None:
        super().__init__()
        self.fields: list[QWidget] = []
        self._bindings: list[Binding] = []
        self._lines = (QHBoxLayout(), QHBoxLayout())
        self.number = label(f"{place + 1}.", "secondary")
        self.number.setVisible(sort.numbered)
        self._lines[0].addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        refusal = label("", "refusal", wrap=True)
        for spec in sort.fields:
            self._add(spec, document, ties, refusal)
        self.facts = label("", "secondary")
        self._lines[0].addWidget(self.facts, 0, Qt.AlignmentFlag.AlignTop)
        self.facts.setContentsMargins(0, STEP, 0, 0)
        self.show_button = icon_button(sort.show_label, "page", self.show_wanted.emit)
        self._lines[1].addWidget(self.show_button)
        self._sort = sort
        what = _("{part} {number}: more").format(part=sort.one, number=place + 1)
        self.more = icon_button(what, "more", lambda: None)
        self._lines[0].addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for line in self._lines:
            line.setSpacing(STEP)
            body.addLayout(line)
        body.addWidget(refusal)
        self._fit()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in order."""
        return *self.fields, self.show_button, self.more

    def refresh(self) -> None:
        """Show the part that stands in this place now."""
        for binding in self._bindings:
            binding.revert()

    def say(self, now: Programme, part: OrderedPart) -> None:
        """Say what follows from its fields by now."""
        self.facts.setText(self._sort.facts(now, part))
        self.facts.setVisible(bool(self.facts.text()))
        self.show_button.setVisible(self._sort.shows(part))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next part; with Shift it breaks the line where there are lines."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTER or event.modifiers():
            return False
        if isinstance(watched, TextField):
            watched.returnPressed.emit()
        self.gone_on.emit()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fit()

    def _add(self, spec: PartField, document: Document, ties: Ties, refusal: QLabel) -> None:
        field, binding = make_field(spec, document, ties, refusal)
        field.setProperty("letters", spec.width)
        if isinstance(field, TextField | TextArea):
            field.installEventFilter(self)
        stretch = 0 if spec.width or spec.sort == "tick" else 1
        at = Qt.AlignmentFlag.AlignVCenter if spec.line else Qt.AlignmentFlag.AlignTop
        self._lines[spec.line].addWidget(field, stretch, at)
        self.fields.append(field)
        self._bindings.append(binding)

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        for field in self.fields:
            letters = int(field.property("letters"))
            if letters:
                field.setFixedWidth(metrics.averageCharWidth() * letters + _FIELD_EDGE)
        self.number.setContentsMargins(0, STEP - 1, 0, 0)


class PartList(QWidget):
    """Type and Enter adds; Alt with arrows moves, the menu of a part moves and deletes it."""

    show_wanted = Signal(str)
    """The id of a part that somebody wants to see."""

    def __init__(self, holder: Holder, sort: PartSort) -> None:
        super().__init__()
        self._document, self._sort = holder.document, sort
        self._new_id, self._item, self._shelf = holder.new_id, holder.item, holder.shelf
        self._rows: list[PartRow] = []
        self.heading = label(sort.heading, "strong")
        self.facts = label("", "secondary")
        self.adding = TextField(sort.adding, sort.adding)
        self.adding.setProperty("look", "bare")
        self.adding.returnPressed.connect(self._on_added)
        self.adding.left.connect(self._on_added)
        self.refusal = label("", "refusal", wrap=True)
        self.refusal.hide()
        self._lay_out()
        self._document.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the parts of the item on show now."""
        self._fit()
        for row in self._rows:
            row.refresh()

    def focused(self) -> int | None:
        """The place of the part in whose fields the focus is."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next((n for n, row in enumerate(self._rows) if row.isAncestorOf(focus)), None)

    def go_to(self, place: int, column: int) -> None:
        """Put the focus into a field of a part."""
        field = self._rows[place].fields[column]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(field)

    def shift(self, place: int, by: int) -> None:
        """Move a part up (-1) or down (1); the focus goes with it."""
        parts = self.parts()
        if not 0 <= place + by < len(parts):
            announce(self, _("There is no further place to go."))
            return
        column = self._column(place)
        part: Any = parts[place]  # each sort of part is edited by the same verb
        self._document.edit(self._sort.move_label, lambda now: move_part(now, part, place + by))
        self._rows[place + by].fields[column].setFocus()
        said = _("{part}, now {number} of {count}")
        announce(self, said.format(part=self._sort.one, number=place + by + 1, count=len(parts)))

    def delete(self, place: int) -> None:
        """Delete a part; the focus goes to the next."""
        part = self.parts()[place]
        try:
            self._document.edit(self._sort.delete_label, lambda now: delete_part(now, part.id))
        except PlanError as error:
            self._refuse(sentence(error))
        rest = len(self.parts())
        (self._rows[min(place, rest - 1)].fields[0] if rest else self.adding).setFocus()

    def parts(self) -> tuple[OrderedPart, ...]:
        """The parts of the item on show."""
        return self._parts_in(self._document.now)

    def _parts_in(self, now: Programme) -> tuple[OrderedPart, ...]:
        item = self._item()
        return self._sort.parts_of(now, item) if item is not None else ()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.facts)
        self._body = QVBoxLayout()
        self._body.setSpacing(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addLayout(self._body)
        whole.addWidget(self.adding)
        whole.addWidget(self.refusal)

    def _on_changed(self, _delta: Delta) -> None:
        self._fit()

    def _fit(self) -> None:
        """As many rows as there are parts; spare ones are hidden and used again."""
        parts = self.parts()
        count = len(parts)
        while len(self._rows) < count:
            before = self._rows[-1].more if self._rows else self
            self._rows.append(self._row(len(self._rows)))
            self._body.addWidget(self._rows[-1])
            tab_from(before, self._rows[-1].controls)
        for n, row in enumerate(self._rows):
            if row.isHidden() is (n < count):
                row.setVisible(n < count)
        for row, part in zip(self._rows, parts, strict=False):
            row.say(self._document.now, part)

    def _row(self, place: int) -> PartRow:
        def part(now: Programme) -> OrderedPart | None:
            parts = self._parts_in(now)
            return parts[place] if place < len(parts) else None

        row = PartRow(
            self._document, self._sort, place, Ties(part, (self._sort.key, place), self._shelf)
        )
        row.gone_on.connect(partial(self._go_on, place))
        row.more.clicked.connect(lambda: self._open_menu(place))
        row.show_wanted.connect(lambda: self.show_wanted.emit(self.parts()[place].id))
        return row

    def _go_on(self, place: int) -> None:
        following = place + 1 < len(self.parts())
        (self._rows[place + 1].fields[0] if following else self.adding).setFocus()

    def _column(self, place: int) -> int:
        focus = QApplication.focusWidget()
        fields = self._rows[place].fields
        return fields.index(focus) if focus in fields else 0

    def _on_added(self) -> None:
        text, item = self.adding.text().strip(), self._item()
        if not text or item is None:
            return
        part: Any = make_part(self._sort, item, text, self._new_id)
        self.adding.clear()
        try:
            self._document.edit(self._sort.add_label, lambda now: add_part(now, part))
        except PlanError as error:
            self.adding.setText(text)
            self._refuse(sentence(error))
        else:
            self._refuse("")

    def _refuse(self, why: str) -> None:
        self.refusal.setText(why)
        self.refusal.setVisible(bool(why))
        if why:
            announce(self.adding, why, urgent=True)

    def _open_menu(self, place: int) -> None:
        last, part = len(self.parts()) - 1, self.parts()[place]
        entries = [
            Entry(_("Move up"), partial(self.shift, place, -1), "Alt+Up", usable=place > 0),
            Entry(_("Move down"), partial(self.shift, place, 1), "Alt+Down", usable=place < last),
            LINE,
            Entry(_("Delete"), partial(self.delete, place)),
        ]
        if isinstance(part, Step):
            entries.insert(2, Entry(_("A break"), partial(self._turn, part), on=part.is_break))
        more = self._rows[place].more
        menu_of(entries, self).popup(more.mapToGlobal(QPoint(0, more.height())))

    def _turn(self, step: Step) -> None:
        self._document.edit(
            _("Change a step"), lambda now: set_fields(now, step.id, is_break=not step.is_break)
        )
