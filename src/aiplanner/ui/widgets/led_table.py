"""The table of items behind a figure: Enter or a double click goes to one on Sessions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.models.led_items import Column, LedModel
from aiplanner.ui.widgets.folding_table import FoldingTable

_WIDTHS: Mapping[int, int] = {
    Column.HOW: 148,
    Column.LEAD: 130,
    Column.SESSION: 150,
    Column.MINUTES: 80,
}
_TITLE_AT_LEAST = 190


class LedTable(FoldingTable):
    """Escape leads back to the figure."""

    left = Signal()

    def __init__(self, model: LedModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Items behind the figure"), model, _WIDTHS, _TITLE_AT_LEAST, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
