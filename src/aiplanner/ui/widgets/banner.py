"""The banner at the head of a window: what the world refuses, and how to try again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label


class Banner(QFrame):
    """Stands in the way of nothing and stays until the trouble is over or it is put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "banner")
        self.words = label("", wrap=True)
        self._answer: Callable[[], object] | None = None
        self.answer_button = button(_("Try again"), self._on_answer)
        self.close_button = button(_("Close"), self.hide, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        row.setSpacing(BETWEEN)
        row.addWidget(self.words, 1)
        row.addWidget(self.answer_button)
        row.addWidget(self.close_button)
        self.hide()

    def say(self, text: str, answer: str = "", do: Callable[[], object] | None = None) -> None:
        """Show the trouble; it is spoken at once, but only when it is news."""
        news = text != self.words.text() or self.isHidden()
        self.words.setText(text)
        self._answer = do
        self.answer_button.setVisible(do is not None)
        self.answer_button.setText(answer or _("Try again"))
        self.show()
        if news:
            announce(self, text, urgent=True)

    def _on_answer(self) -> None:
        if self._answer is not None:
            self._answer()
