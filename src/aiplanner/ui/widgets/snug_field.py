"""A field of answers that is as wide as the one on show, for rows where room is short."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from aiplanner.ui.widgets.choice_field import ChoiceField


class SnugField(ChoiceField):
    """Its list is as wide as the longest answer all the same."""

    def __init__(
        self, name: str, answers: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, answers, parent)
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(0)
        self.currentIndexChanged.connect(lambda _row: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Room for the answer on show."""
        hint, advance = super().sizeHint(), self.fontMetrics().horizontalAdvance
        longest = max((advance(self.itemText(row)) for row in range(self.count())), default=0)
        return QSize(hint.width() - longest + advance(self.currentText()), hint.height())

    def showPopup(self) -> None:
        """Give the list the room of its longest answer."""
        self.view().setMinimumWidth(max(super().sizeHint().width(), self.width()))
        super().showPopup()
