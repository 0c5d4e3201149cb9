"""What scrolls when it must, on whatever ground it stands, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_BAR = 12
"""Pixels of a scroll bar (`resources/style.qss`)."""


class Scrolling(QScrollArea):
    """Shows its content at the width it has and lets the ground behind it through."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        # Qt fills both by default, which would put the page's colour on a card or a panel.
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """All of the content (Qt's own answer is kept from before the style is applied)."""
        content = self.widget()
        if content is None:
            return super().sizeHint()
        return content.sizeHint() + QSize(_BAR, 2)


def scrolling(content: QWidget) -> Scrolling:
    """An area that scrolls `content` up and down."""
    return Scrolling(content)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to a widget that is given the focus by other means than Tab."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, _BAR)
        around = around.parentWidget()
