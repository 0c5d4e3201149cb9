"""Say beside a cell why the plan refuses what was typed there."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from aiplanner.ui import fonts
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.labels import label

_WIDTH = 320


class RefusalNote(Card):
    """A sentence that hangs below (or, at the foot, above) a cell until it is no longer true."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(margins=INSIDE, spacing=0, parent=parent)
        self._around = parent
        self.words = label("", "refusal", wrap=True)
        self.add(self.words)
        self.hide()

    def say(self, why: str, beside: QRect) -> None:
        """Show the sentence beside a cell of the parent, and have it spoken at once."""
        self.words.setText(why)
        around = self._around.rect()
        width = min(fonts.scaled(_WIDTH), around.width())
        height = self.body.heightForWidth(width)
        left = max(0, min(beside.left(), around.right() - width))
        below = beside.bottom() + 2
        top = below if below + height <= around.bottom() else beside.top() - height - 2
        self.setGeometry(left, max(0, top), width, height)
        self.show()
        self.raise_()
        announce(self, why, urgent=True)
