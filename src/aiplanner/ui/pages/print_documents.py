"""The documents to tick, in cards by who holds them; one of them is on show in the preview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from aiplanner.app.pack_counts import copies
from aiplanner.app.printing import DocumentInfo, Group
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.labels import label

_GROUPS: dict[Group, str] = {
    Group.YOU: _("For you"),
    Group.PERSON: _("For each person"),
    Group.TABLE: _("For each table"),
    Group.ROOM: _("For the room"),
}


class _Tick(QCheckBox):
    """Only its box ticks: its words choose what is on show, as the words of a list do."""

    reached = Signal()

    def hitButton(self, pos: QPoint) -> bool:
        """Whether the box was hit."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        return box.adjusted(-INSIDE, -INSIDE, STEP, INSIDE).contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came here."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.reached.emit()


class DocumentRow(QFrame):
    """One document: its box, its title, and how many pages and copies it takes."""

    reached = Signal(str)

    def __init__(self, info: DocumentInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self.setProperty("ground", "row")
        self.box = _Tick(info.title)
        self.count = label("", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE, 1, INSIDE, 1)
        row.setSpacing(INSIDE)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        self.box.reached.connect(lambda: self.reached.emit(info.id))

    def show_count(self, pages: int | None, copies: int | None) -> None:
        """Show pages × copies, as much of it as is known."""
        words = [
            ngettext("{count} page", "{count} pages", pages).format(count=pages) if pages else "",
            ngettext("{count} copy", "{count} copies", copies).format(count=copies)
            if copies
            else _("copies not known"),
        ]
        spoken = ", ".join(word for word in words if word)
        self.count.setText(_figures(pages, copies))
        self.count.setToolTip(spoken)
        self.box.setAccessibleDescription(spoken)

    def mark(self, *, on_show: bool) -> None:
        """Mark the document that the preview shows."""
        if bool(self.property("shown")) != on_show:
            self.setProperty("shown", on_show)
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Show this document, with the keyboard on it."""
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        self.reached.emit(self.info.id)


class DocumentCards(QWidget):
    """All documents in their groups; a group of which none is offered is not seen."""

    shown = Signal(str)
    """The user turned to this document."""
    ticked = Signal()
    """Other documents are ticked now."""

    def __init__(self, documents: Sequence[DocumentInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {info.id: DocumentRow(info) for info in documents}
        self._cards: dict[Group, Card] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN - 2)
        for group, title in _GROUPS.items():
            column.addWidget(self._card(group, title))
        column.addStretch(1)
        for row in self.rows.values():
            row.box.setChecked(True)
            row.box.toggled.connect(self.ticked)
            row.reached.connect(self.shown)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked documents among those offered, in the order of the catalogue."""
        return tuple(k for k, row in self.rows.items() if row.box.isChecked() and self._offered(k))

    @property
    def offered(self) -> tuple[str, ...]:
        """Ids of the documents that can be printed now."""
        return tuple(key for key in self.rows if self._offered(key))

    def offer(self, documents: Iterable[str]) -> None:
        """Show these documents only."""
        offered = set(documents)
        for key, row in self.rows.items():
            row.setVisible(key in offered)
        for group, card in self._cards.items():
            card.setVisible(any(self.rows[k].info.group is group for k in offered))

    def tick(self, documents: Iterable[str]) -> None:
        """Tick these documents and no others, without telling."""
        wanted = set(documents)
        for key, row in self.rows.items():
            before = row.box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            row.box.setChecked(key in wanted)
            row.box.blockSignals(before)

    def show_counts(self, pages: Mapping[str, int], people: int | None) -> None:
        """Show for each document its pages × copies."""
        for key, row in self.rows.items():
            row.show_count(pages.get(key), copies(row.info, people))

    def mark(self, document: str) -> None:
        """Mark the document that the preview shows."""
        for key, row in self.rows.items():
            row.mark(on_show=key == document)

    def _card(self, group: Group, title: str) -> Card:
        card = self._cards[group] = Card(margins=INSIDE, spacing=0)
        card.body.setContentsMargins(INSIDE, BETWEEN - 6, INSIDE, INSIDE)
        heading = label(title, "section")
        heading.setContentsMargins(INSIDE, 0, 0, 2)
        card.add(heading)
        for row in self.rows.values():
            if row.info.group is group:
                card.add(row)
        return card

    def _offered(self, document: str) -> bool:
        return not self.rows[document].isHidden()


def _figures(pages: int | None, copies: int | None) -> str:
    """As "2 × 16"; what is not known is left out."""
    if pages is None:
        return ""
    if copies is None:
        return ngettext("{count} page", "{count} pages", pages).format(count=pages)
    return f"{pages} × {copies}"
