"""Tie a field on the screen to a value of the programme, both ways."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.field_keys import show_refused
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class Link:
    """Where a field's words come from and go to.

    `read` gives the words of the programme (None: the row is gone), `write` makes the edit from
    typed words or refuses (PlanError). `label` is what undo will say. With `at_end` the words are
    taken when the user has finished (Enter, or leaving), not at every letter.
    """

    read: Callable[[Programme], str | None]
    write: Callable[[Programme, str], Programme]
    label: str
    key: Hashable = None
    at_end: bool = False


def row_link(row_id: RowId, name: str, label: str) -> Link:
    """The link to one text field of one row."""

    def read(programme: Programme) -> str | None:
        row = programme.rows.get(row_id)
        return None if row is None else str(getattr(row, name))

    def write(programme: Programme, text: str) -> Programme:
        return set_fields(programme, row_id, **{name: text})

    return Link(read, write, label, key=(name, row_id))


def bind_text(
    field: TextField | TextArea,
    document: Document,
    link: Link,
    refusal: QLabel | None = None,
) -> TextBinding:
    """Tie a text field to the programme; what is refused is said in the label `refusal`."""
    return TextBinding(field, document, link, refusal)


class TextBinding(QObject):
    """Shows the programme's words in a field and takes typed ones; lives as long as the field."""

    def __init__(
        self,
        field: TextField | TextArea,
        document: Document,
        link: Link,
        refusal: QLabel | None,
    ) -> None:
        super().__init__(field)
        self._field, self._document, self._link, self._refusal = field, document, link, refusal
        self._shown: str | None = None
        document.changed.connect(self._on_changed)
        field.left.connect(self.finish)
        if isinstance(field, TextArea):
            field.edited.connect(self._on_typed)
        else:
            field.textEdited.connect(self._on_typed)
            field.returnPressed.connect(self.finish)
        self._refuse("")
        self._show(force=True)

    def finish(self) -> None:
        """Take what is typed and end the step of typing."""
        if self._link.at_end and self._text() != (self._shown or ""):
            self._take()
        self._document.seal()
        if not self._field.property("refused"):
            self._show(force=True)

    def revert(self) -> None:
        """Give up what is typed and refused."""
        self._refuse("")
        self._show(force=True)

    def _on_typed(self) -> None:
        if not self._link.at_end:
            self._take()

    def _take(self) -> None:
        text, link = self._text(), self._link
        try:
            self._document.edit(link.label, lambda now: link.write(now, text), link.key)
        except PlanError as error:
            self._refuse(sentence(error))
        else:
            self._refuse("")
            self._shown = link.read(self._document.now)

    def _on_changed(self, _delta: Delta) -> None:
        self._show()

    def _show(self, *, force: bool = False) -> None:
        words = self._link.read(self._document.now)
        self._field.setEnabled(words is not None)
        # What is being typed is tidied by the edit ("Ward " becomes "Ward"): the field keeps
        # the typed form until the user leaves it.
        if words is None or (words == self._shown and not force):
            return
        self._shown = words
        if isinstance(self._field, TextArea):
            self._field.show_text(words)
        elif self._field.text() != words:
            self._field.setText(words)

    def _text(self) -> str:
        field = self._field
        return field.toPlainText() if isinstance(field, TextArea) else field.text()

    def _refuse(self, why: str) -> None:
        show_refused(self._field, why)
        if self._refusal is not None:
            self._refusal.setText(why)
            self._refusal.setVisible(bool(why))
        if why:
            announce(self._field, why, urgent=True)


def bind_choice(field: ChoiceField, document: Document, link: Link) -> ChoiceBinding:
    """Tie a choice to the programme; `link` deals in the keys of the answers."""
    return ChoiceBinding(field, document, link)


class ChoiceBinding(QObject):
    """Shows the programme's answer in a field and takes the user's; lives as long as the field."""

    def __init__(self, field: ChoiceField, document: Document, link: Link) -> None:
        super().__init__(field)
        self._field, self._document, self._link = field, document, link
        document.changed.connect(self._show)
        field.picked.connect(self._take)
        self._show()

    def revert(self) -> None:
        """Show the programme's answer again, also when the link now reads another row."""
        self._show()

    def _show(self, _delta: Delta | None = None) -> None:
        key = self._link.read(self._document.now)
        self._field.setEnabled(key is not None)
        self._field.show_key(key or "")

    def _take(self, key: str) -> None:
        link = self._link
        self._document.edit(link.label, lambda now: link.write(now, key), link.key)
