"""The frame that all dialogs share: a heading, the work, and the answers at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.labels import label

_EDGE, _TITLE_BAR = 16, 40
"""Pixels kept free around a dialog."""


class DialogFrame(QDialog):
    """Opened with `open()`, deleted when it closes; `title` is its name and its heading."""

    def __init__(
        self, parent: QWidget | None, title: str, why: str = "", *, width: int = 400
    ) -> None:
        """`width` is what the dialog likes to have, in pixels at 100 % text size."""
        super().__init__(parent)
        self._width = width
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

    def showEvent(self, event: QShowEvent) -> None:
        """Open over the middle of its window, and never beyond the screen."""
        super().showEvent(event)
        self.fit_screen()

    def fit_screen(self) -> None:
        """Take the size the words ask, as far as the screen has room."""
        room = self.screen().availableGeometry().adjusted(_EDGE, _TITLE_BAR, -_EDGE, -_EDGE)
        self.resize(self._wanted().boundedTo(room.size()))
        over = self.parentWidget()
        middle = room.center() if over is None else over.window().frameGeometry().center()
        corner = middle - self.rect().center()
        self.move(
            max(room.left(), min(corner.x(), room.right() - self.width())),
            max(room.top(), min(corner.y(), room.bottom() - self.height())),
        )

    def _wanted(self) -> QSize:
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # otherwise words are measured in another size than they get
        layout = self.layout()
        assert layout is not None, "made with the dialog"
        layout.activate()
        room = self.screen().availableGeometry().width() - 2 * _EDGE
        width = min(max(self.sizeHint().width(), fonts.scaled(self._width)), room)
        return QSize(width, layout.totalHeightForWidth(width))

    def add_answer(self, widget: QWidget) -> None:
        """Put a button at the right end of the foot; the filled one comes last."""
        self.answers.addWidget(widget)
