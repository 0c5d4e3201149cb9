"""A row of words of which one is chosen, for example which shelf of the library is on show."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.flow import FlowLayout

_GAP = 2


class _Choice(Button):
    """Has room for its words in bold, which they are while it is the one chosen."""

    def sizeHint(self) -> QSize:
        """Qt asks for the words as they are when not chosen."""
        bold, words = QFontMetrics(fonts.font("secondary", strong=True)), self.text()
        more = bold.horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(words)
        return super().sizeHint() + QSize(max(0, more), 0)


class ChoiceRow(QWidget):
    """Choices as (key, label); arrow keys walk along them; `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        """`wraps` lets them go on in a second line; then who holds it says how wide it is."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        row: QLayout = FlowLayout(self, _GAP) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for key, text in choices:
            button = _Choice(text, "choice")
            button.setCheckable(True)
            button.setAccessibleDescription(name)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)
        self.choose(choices[0][0])

    @property
    def one_line(self) -> int:
        """Pixels that all of them need side by side."""
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        return sum(widths) + _GAP * (len(widths) - 1)

    @property
    def current(self) -> str:
        """The key of the choice."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose without telling."""
        self._buttons[key].setChecked(True)
        for one in self._buttons.values():  # Qt leads Tab to the one chosen only from then on
            there = Qt.FocusPolicy.StrongFocus if one.isChecked() else Qt.FocusPolicy.ClickFocus
            one.setFocusPolicy(there)

    def offer(self, keys: Collection[str]) -> None:
        """Let only these be chosen."""
        for key, button in self._buttons.items():
            button.setEnabled(key in keys)

    def rename(self, key: str, text: str) -> None:
        """Call a choice something else."""
        self._buttons[key].setText(text)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)
