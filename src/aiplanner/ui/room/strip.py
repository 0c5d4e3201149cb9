"""The line that says that a session is under way while its room view is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import ElidedLabel


class RunStrip(QFrame):
    """Stays until somebody goes on or ends the session."""

    def __init__(
        self, go_on: Callable[[], object], end: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "run")
        self.words = ElidedLabel(role="strong")
        self.go_on = button(_("Go on"), go_on)
        self.end = button(_("End the session"), end, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        row.setSpacing(BETWEEN)
        row.addWidget(self.words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.end)
        self.hide()

    def say(self, text: str) -> None:
        """Show the line, or (empty) none; it is spoken when it comes, not when it changes."""
        came = bool(text) and self.isHidden()
        self.words.setText(text)
        self.setVisible(bool(text))
        if came:
            announce(self, text)
