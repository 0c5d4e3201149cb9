"""Build forms from rows of data: one builder for every form of the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from aiplanner.ui.binding import Link, bind_choice, bind_text
from aiplanner.ui.document import Document
from aiplanner.ui.tokens import BETWEEN, STEP
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its name above it, a hint inside it, and what it is tied to.

    More than one of `lines` makes it a field of many lines; `answers` (key, words) a choice.
    """

    name: str
    link: Link
    hint: str = ""
    lines: int = 1
    answers: Sequence[tuple[str, str]] = ()


def field_row(spec: FormField, document: Document) -> QWidget:
    """A field with its name above and room for a refusal below."""
    row = QWidget()
    body = QVBoxLayout(row)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(STEP)
    name = label(spec.name, "label")
    refusal = label("", "refusal", wrap=True)
    control = _control(spec, document, refusal)
    body.addWidget(name)
    body.addWidget(control)
    body.addWidget(refusal)
    row.setFocusProxy(control)
    return row


class Form(QWidget):
    """Fields one under the other; `rows` are they by name, each with the focus of its field."""

    def __init__(self, fields: Sequence[FormField], document: Document) -> None:
        super().__init__()
        self.rows = {spec.name: field_row(spec, document) for spec in fields}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(BETWEEN - STEP)
        for row in self.rows.values():
            body.addWidget(row)


def _control(spec: FormField, document: Document, refusal: QLabel) -> QWidget:
    if spec.answers:
        choice = ChoiceField(spec.name, spec.answers)
        bind_choice(choice, document, spec.link)
        refusal.hide()
        return choice
    field: TextField | TextArea
    if spec.lines > 1:
        field = TextArea(spec.name, spec.hint, least=spec.lines)
    else:
        field = TextField(spec.name, spec.hint)
    bind_text(field, document, spec.link, refusal)
    return field
