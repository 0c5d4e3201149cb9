"""Ask on which statements and actions an entry of the logic model stands: type to find, tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from aiplanner.app.finding_words import SORT_NAMES
from aiplanner.domain.edits.logic import Ground
from aiplanner.domain.findings import SORT_OF
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import breakable, label
from aiplanner.ui.widgets.search_field import SearchField

_KEY = Qt.ItemDataRole.UserRole
_HEIGHT = 240
"""Pixels of the list at 100 % text size."""


class _Ticks(QListWidget):
    """Space ticks, Enter does too and ends the dialog with Ctrl."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setMinimumHeight(fonts.scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does."""
        item = self.currentItem()
        plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if plain and item is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)


class StandsOn(DialogFrame):
    """Typing shows what holds the words; ticks stay while others are looked for."""

    agreed = Signal(list)
    """The ids that are ticked, in the order of a cycle."""

    def __init__(
        self, parent: QWidget | None, entry: str, rows: Sequence[Ground], ticked: Collection[RowId]
    ) -> None:
        super().__init__(
            parent,
            _("What does this stand on?"),
            _("Tick the statements and actions that it follows from."),
            width=560,
        )
        self.body.addWidget(label(breakable(entry), "strong", wrap=True))
        self.search = SearchField(_("Find a statement or an action"), _("Type to find"))
        self.list = _Ticks(_("Statements and actions"))
        for row in rows:
            self.list.addItem(_item(row, on=row.id in ticked))
        self.found = label("", "secondary")
        for widget in (self.search, self.list, self.found):
            self.body.addWidget(widget)
        self.add_answer(button(_("Cancel"), self.reject))
        self.done_button = button(_("Stands on these"), self._agree, "primary")
        self.add_answer(self.done_button)
        self.search.sought.connect(self._find)
        self.search.entered.connect(self._go_down)
        self.list.itemChanged.connect(self._on_ticked)
        self._tell()
        self.search.setFocus()

    @property
    def ticked(self) -> list[RowId]:
        """The ids that are ticked."""
        return [RowId(item.data(_KEY)) for item in self._items if _is_on(item)]

    @property
    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        for item in self._items:
            text = item.text().casefold()
            item.setHidden(not all(word in text for word in words))
        self._tell()

    def _go_down(self) -> None:
        first = next((item for item in self._items if not item.isHidden()), None)
        if first is not None:
            self.list.setFocus()
            self.list.setCurrentItem(first)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        announce(self.list, _("ticked") if _is_on(item) else _("not ticked"))
        self._tell()

    def _tell(self) -> None:
        shown = sum(not item.isHidden() for item in self._items)
        count = ngettext("{count} found", "{count} found", shown).format(count=shown)
        ticks = len(self.ticked)
        ticked = ngettext("{count} ticked", "{count} ticked", ticks).format(count=ticks)
        self.found.setText(f"{count} · {ticked}")

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self.ticked)


def _item(row: Ground, *, on: bool) -> QListWidgetItem:
    sort = SORT_NAMES[SORT_OF[type(row)]]
    words = _("{sort}: {text}").format(sort=sort[:1].upper() + sort[1:], text=row.text)
    item = QListWidgetItem(words)
    item.setData(_KEY, row.id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item


def _is_on(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
