"""The fields that only findings have: a day typed in words, votes, a session, a design element."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget

from aiplanner.app.days import parse_day
from aiplanner.app.wording import day_text
from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import told_in
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.binding import Link, bind_text
from aiplanner.ui.document import Document
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.inspector_fields import Binding, make_field
from aiplanner.ui.widgets.inspector_links import Ties, parse_number
from aiplanner.ui.widgets.inspector_parts import PartField
from aiplanner.ui.widgets.name_field import NameField
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the fields of findings, each tied to the finding on show."""

    document: Document
    ties: Ties
    today: Callable[[], date]

    def make(self, spec: PartField, refusal: QLabel) -> tuple[QWidget, Binding]:
        """A field and what ties it; what it refuses is said in the label `refusal`."""
        match spec.sort:
            case "day" | "count":
                field = TextField(spec.name, spec.hint)
                link = self._day(spec) if spec.sort == "day" else self._count(spec)
                return field, bind_text(field, self.document, link, refusal)
            case "area":
                area = TextArea(spec.name, spec.hint, least=2, most=30)
                link = self.ties.text(spec.field, spec.label)
                return area, bind_text(area, self.document, link, refusal)
            case "element":
                known = ElementField(spec.name, spec.hint, self.document)
                link = self.ties.text(spec.field, spec.label)
                return known, bind_text(known, self.document, link, refusal)
            case "session":
                choice = ChoiceField(spec.name, ())
                choice.setMinimumWidth(40)
                return choice, SessionBinding(choice, self.document, self._session(spec))
            case _:
                return make_field(spec, self.document, self.ties, refusal)

    def _day(self, spec: PartField) -> Link:
        def shown(value: date | None) -> str:
            return day_text(value) if value else ""

        return self._typed(spec, shown, lambda text: parse_day(text, self.today()))

    def _count(self, spec: PartField) -> Link:
        def shown(value: int | None) -> str:
            return "" if value is None else str(value)

        return self._typed(spec, shown, lambda text: parse_number(text) if text.strip() else None)

    def _typed(
        self, spec: PartField, show: Callable[..., str], parse: Callable[[str], object]
    ) -> Link:
        def read(now: Programme) -> str | None:
            row = self.ties.where(now)
            return None if row is None else show(getattr(row, spec.field))

        def write(now: Programme, typed: str) -> Programme:
            row = self.ties.where(now)
            assert row is not None, "a field without a row is off"
            return set_fields(now, row.id, **{spec.field: parse(typed)})

        return Link(read, write, spec.label, (self.ties.key, spec.field), at_end=True)

    def _session(self, spec: PartField) -> Link:
        def write(now: Programme, key: str) -> Programme:
            row = self.ties.where(now)
            assert row is not None, "a field without a row is off"
            return told_in(now, row.id, RowId(key) if key else None)

        return replace(self._typed(spec, lambda value: value or "", str), write=write, at_end=False)


class ElementField(NameField):
    """Offers the design elements of the programme, as they are when somebody comes to write."""

    def __init__(self, name: str, hint: str, document: Document) -> None:
        super().__init__(name, (), hint)
        self._document = document

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Know what there is by now."""
        completer = self.completer()
        names = completer.model() if completer is not None else None
        if isinstance(names, QStringListModel):
            texts = (" ".join(one.text.split()) for one in self._document.now.elements)
            names.setStringList([text for text in texts if text])
        super().focusInEvent(event)


class SessionBinding(QObject):
    """Offers the sessions of the programme as they are, and shows in which a finding was told."""

    def __init__(self, field: ChoiceField, document: Document, link: Link) -> None:
        super().__init__(field)
        self._field, self._document, self._link = field, document, link
        document.changed.connect(self._on_changed)
        field.picked.connect(self._take)
        self.revert()

    def revert(self) -> None:
        """Show what the programme says of the finding on show now."""
        now, field = self._document.now, self._field
        answers = [("", _("not said")), *(_named(n, one) for n, one in enumerate(now.sessions, 1))]
        field.offer(answers)
        told = self._link.read(now)
        field.setEnabled(told is not None)
        field.show_key(told or "")

    def _on_changed(self, _delta: Delta) -> None:
        if self._field.isVisible():
            self.revert()

    def _take(self, key: str) -> None:
        link = self._link
        self._document.edit(link.label, lambda now: link.write(now, key), link.key)


def _named(number: int, session: Session) -> tuple[str, str]:
    title = session.title or _("Without a title")
    return session.id, _("{number}  {title}").format(number=number, title=title)
