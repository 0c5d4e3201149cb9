"""One sheet as a form: its blanks in the order of the paper, Enter by Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from aiplanner.app.tally_sheets import Blank, Entry
from aiplanner.ui.tally.fields import BlankField, field_for
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import bring_into_sight


class SheetForm(QWidget):
    """`finished` when Enter leaves the last blank; `edited` when the user changes one."""

    finished = Signal()
    edited = Signal()

    def __init__(self, blanks: Sequence[Blank]) -> None:
        super().__init__()
        self.blanks = tuple(blanks)
        self.fields: dict[str, BlankField] = {}
        self._refusals: dict[str, QLabel] = {}
        self._hints: dict[str, QLabel] = {}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, INSIDE, 0)
        body.setSpacing(BETWEEN - STEP)
        for blank in self.blanks:
            body.addWidget(self._row(blank))
        body.addStretch(1)

    @property
    def values(self) -> dict[str, str]:
        """What stands in the blanks, by their keys."""
        return {key: field.typed for key, field in self.fields.items()}

    @property
    def begun(self) -> bool:
        """Whether anything is typed that is not counted on by itself."""
        return any(self.fields[b.key].typed.strip() for b in self.blanks if not b.counted)

    @property
    def here(self) -> str:
        """The key of the blank that has the cursor; empty where none has."""
        focus = self.focusWidget()
        there = (key for key, one in self.fields.items() if focus and _holds(one, focus))
        return next(there, "")

    def asks_like(self, other: SheetForm) -> bool:
        """Whether it is a form of the same sheet: it asks something that the other asks."""
        asked = {blank.key for blank in other.blanks if not blank.counted}
        return not asked.isdisjoint(self.fields)

    def go_to(self, key: str) -> None:
        """Put the cursor in a blank, if there is such a one."""
        if key in self.fields:
            self._focus(key)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill the blanks; those without a value are empty. Nothing is refused any more."""
        for key, field in self.fields.items():
            field.show_typed(values.get(key, ""))
            self._refuse(key, "")

    def show_hints(self, blanks: Sequence[Blank]) -> None:
        """Tell the hints of these blanks, which may have changed with the programme."""
        for blank in blanks:
            if (shown := self._hints.get(blank.key)) is not None:
                shown.setText(blank.hint)

    def begin(self) -> None:
        """Put the cursor where the first answer goes."""
        first = next((b for b in self.blanks if not b.counted), None)
        if first is not None:
            self._focus(first.key)

    def refuse(self, key: str, why: str) -> None:
        """Say why the sheet cannot be taken, at its blank, and go there."""
        there = (
            key if key in self.fields else next((b.key for b in self.blanks if not b.counted), "")
        )
        if there:
            self._focus(there)
            self._refuse(there, why)
        announce(self, why, urgent=True)

    def _row(self, blank: Blank) -> QWidget:
        row = QWidget()
        body = QVBoxLayout(row)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(STEP)
        field = field_for(blank)
        refusal = label("", "refusal", wrap=True)
        body.addWidget(label(blank.words, "label", wrap=True))
        body.addWidget(field)
        if blank.entry in (Entry.CONSENT, Entry.NUMBER):
            self._hints[blank.key] = label(blank.hint, "secondary", wrap=True)
            body.addWidget(self._hints[blank.key])
        body.addWidget(refusal)
        refusal.hide()
        self.fields[blank.key], self._refusals[blank.key] = field, refusal
        field.entered.connect(lambda: self._go_on(blank.key))
        field.edited.connect(lambda: self._on_edited(blank.key))
        return row

    def _go_on(self, key: str) -> None:
        keys = list(self.fields)
        at = keys.index(key) + 1
        if at < len(keys):
            self._focus(keys[at])
        else:
            self.finished.emit()

    def _focus(self, key: str) -> None:
        field = self.fields[key]
        field.setFocus()
        bring_into_sight(field)

    def _on_edited(self, key: str) -> None:
        self._refuse(key, "")
        self.edited.emit()

    def _refuse(self, key: str, why: str) -> None:
        field, refusal = self.fields[key], self._refusals[key]
        if bool(field.property("refused")) != bool(why):
            field.setProperty("refused", bool(why))
            field.style().unpolish(field)
            field.style().polish(field)
        field.setAccessibleDescription(why)
        refusal.setText(why)
        refusal.setVisible(bool(why))
        if why:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            bring_into_sight(refusal)  # which has its place only now


def _holds(field: QWidget, focus: QWidget) -> bool:
    return field is focus or field.isAncestorOf(focus)
