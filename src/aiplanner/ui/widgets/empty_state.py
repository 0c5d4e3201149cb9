"""What an empty place says: one sentence and one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.ui.tokens import AROUND, BETWEEN
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.labels import label

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """A sentence that teaches and the one thing to do about it (which may be left out)."""

    def __init__(
        self,
        sentence: str,
        button_text: str = "",
        do: Callable[[], object] | None = None,
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = label(sentence, "quiet", wrap=True)
        self.words.setAlignment(_CENTRE | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        layout.setSpacing(BETWEEN)
        layout.addStretch(1)
        layout.addWidget(self.words)
        self.button: Button | None = None
        if do is not None:
            self.button = button(button_text, do, role)
            layout.addWidget(self.button, 0, _CENTRE)
        layout.addStretch(1)

    def offer(self, text: str, do: Callable[[], object]) -> Button:
        """Put another way on under the button."""
        other = button(text, do, "link")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout), "made with the widget"
        layout.insertWidget(layout.count() - 1, other, 0, _CENTRE)
        return other

    def say(self, sentence: str) -> None:
        """Change the sentence."""
        self.words.setText(sentence)
