"""Make the fields of the inspector, each tied to the row on show, in one way for all of them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from aiplanner.domain.delta import Delta
from aiplanner.domain.names import names_of
from aiplanner.ui.binding import Link, bind_choice, bind_text
from aiplanner.ui.document import Document
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.handout_field import HandoutField
from aiplanner.ui.widgets.inspector_links import Ties
from aiplanner.ui.widgets.inspector_parts import PartField
from aiplanner.ui.widgets.name_field import NameField
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField

_LEAST = 40
"""Pixels to which a choice may shrink; its list of answers is as wide as they need."""


class Binding(Protocol):
    """What ties a field to the programme."""

    def revert(self) -> None:
        """Show what the programme says of the row that is on show now."""


class LeadField(NameField):
    """Offers the people of the programme, as they are when somebody comes to write."""

    def __init__(self, name: str, hint: str, document: Document) -> None:
        super().__init__(name, (), hint)
        self._document = document

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Know who is there by now."""
        completer = self.completer()
        names = completer.model() if completer is not None else None
        if isinstance(names, QStringListModel):
            names.setStringList(list(names_of(self._document.now)))
        super().focusInEvent(event)


class TickBinding(QObject):
    """Shows a yes or no of the programme in a box and takes the user's."""

    def __init__(self, box: QCheckBox, document: Document, link: Link) -> None:
        super().__init__(box)
        self._box, self._document, self._link = box, document, link
        document.changed.connect(self._show)
        box.clicked.connect(self._take)
        self._show()

    def revert(self) -> None:
        """Show the programme's answer again."""
        self._show()

    def _show(self, _delta: Delta | None = None) -> None:
        answer = self._link.read(self._document.now)
        self._box.setEnabled(answer is not None)
        self._box.setChecked(bool(answer))

    def _take(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        link, answer = self._link, "yes" if checked else ""
        self._document.edit(link.label, lambda now: link.write(now, answer))


def link_of(field: PartField, ties: Ties) -> Link:
    """The link between a field and the row on show."""
    match field.sort:
        case "each" | "handout":
            return {"each": ties.each, "handout": ties.handout}[field.sort](field.label)
        case "minutes":
            return ties.minutes(field.field, field.label)
        case "number":
            return ties.number(field.field, field.label)
        case "choice":
            assert field.kind is not None, "answers have a kind"
            return ties.choice(field.field, field.label, field.kind)
        case "tick":
            return ties.tick(field.field, field.label)
        case _:
            return ties.text(field.field, field.label)


def make_field(
    field: PartField, document: Document, ties: Ties, refusal: QLabel
) -> tuple[QWidget, Binding]:
    """A field and what ties it; what it refuses is said in the label `refusal`."""
    link = link_of(field, ties)
    if field.sort in ("choice", "handout"):
        choice = _choice(field, ties)
        choice.setMinimumWidth(_LEAST)
        return choice, bind_choice(choice, document, link)
    if field.sort == "tick":
        box = QCheckBox(field.name)
        return box, TickBinding(box, document, link)
    words: TextField | TextArea
    if field.sort == "area":
        words = TextArea(field.name, field.hint, least=1, most=30)
        words.document().setDocumentMargin(0)
    elif field.sort == "name":
        words = LeadField(field.name, field.hint, document)
    else:
        words = TextField(field.name, field.hint)
    words.setProperty("look", "bare")
    return words, bind_text(words, document, link, refusal)


def _choice(field: PartField, ties: Ties) -> ChoiceField:
    if field.sort == "choice":
        return ChoiceField(field.name, field.answers)
    assert ties.shelf is not None, "handouts stand on a shelf"
    return HandoutField(field.name, ties.shelf)
