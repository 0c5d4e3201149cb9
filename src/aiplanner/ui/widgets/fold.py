"""A line that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import Button

_ICONS = {False: "forward", True: "down"}


class Fold(QWidget):
    """Folded at first; Enter, Space or a click on the line turns it."""

    turned = Signal(bool)
    """It is open now, or not."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.head = Button("", "fold", _ICONS[False])
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.head.clicked.connect(lambda _checked: self.turn(on=not self.open))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(STEP)
        body.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(content)
        content.hide()

    @property
    def open(self) -> bool:
        """Whether what it holds is on show."""
        return not self.content.isHidden()

    def name(self, words: str) -> None:
        """Call it so."""
        self.head.setText(words)
        self._say()

    def turn(self, *, on: bool) -> None:
        """Open or close it."""
        if on is self.open:
            return
        self.content.setVisible(on)
        self.head.show_icon(_ICONS[on])
        self._say()
        announce(self.head, _("open") if on else _("closed"))
        self.turned.emit(on)

    def _say(self) -> None:
        self.head.setAccessibleDescription(_("open") if self.open else _("closed"))
