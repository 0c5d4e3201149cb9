"""The frame that all dialogs share: a heading, the work, and the answers at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.labels import label


class DialogFrame(QDialog):
    """Opened with `open()`, deleted when it closes; `title` is its name and its heading."""

    def __init__(self, parent: QWidget | None, title: str, why: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(BETWEEN)
        self.answers = QHBoxLayout()
        self.answers.setSpacing(INSIDE)
        self.answers.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(AROUND, AROUND, AROUND, BETWEEN + 4)
        whole.setSpacing(BETWEEN)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(label(title, "section"))
        if why:
            head.addWidget(label(why, "quiet", wrap=True))
        whole.addLayout(head)
        whole.addLayout(self.body, 1)
        whole.addLayout(self.answers)

    def add_answer(self, widget: QWidget) -> None:
        """Put a button at the right end of the foot; the filled one comes last."""
        self.answers.addWidget(widget)
