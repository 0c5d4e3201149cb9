"""A room of a page: its name, what it holds in a few words, and below them all of it or nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.settings import Settings
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.labels import ElidedLabel, hairline, label

_ICONS = {False: "forward", True: "down"}
_TWO_COLUMNS = 620
"""Pixels, at 100 % text size, from which on what a room holds can stand in two columns."""


def columns_for(width: int) -> int:
    """In how many columns what a room of that width holds can stand."""
    return 2 if width >= fonts.scaled(_TWO_COLUMNS) else 1


class RoomCard(Card):
    """Folded and opened by its button; where nobody has chosen, the page says which it is."""

    turned = Signal()
    """It was opened or folded by hand."""

    def __init__(self, name: str, settings: Settings, key: str) -> None:
        """`key` is what the choice is kept under."""
        super().__init__(margins=1, spacing=0)
        self._name, self._settings, self._key = name, settings, f"room/{key}"
        self.words = ElidedLabel(role="secondary")
        self.words.setMinimumWidth(1)  # the first to give way in a narrow window
        self.inside = QWidget()
        self.content = QVBoxLayout(self.inside)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self.turn_button = Button("", "quiet", _ICONS[True])
        self.turn_button.clicked.connect(lambda _checked: self._turn())
        self._actions = QHBoxLayout()
        self._actions.setSpacing(INSIDE)
        head = QHBoxLayout()
        head.setContentsMargins(BETWEEN - INSIDE, INSIDE - 2, BETWEEN, INSIDE - 2)
        head.setSpacing(STEP)
        head.addWidget(self.turn_button)
        head.addWidget(label(name, "section"))
        head.addSpacing(INSIDE)
        head.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(self._actions)
        self._line = hairline()
        self.body.addLayout(head)
        self.add(self._line)
        self.add(self.inside)
        self._show(on=True)

    @property
    def open(self) -> bool:
        """Whether what it holds is on show."""
        return not self.inside.isHidden()

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the end of the heading."""
        self._actions.addWidget(widget)

    def suit(self, *, roomy: bool) -> None:
        """Be open where there is room, unless somebody has chosen."""
        kept = self._settings.word(self._key)
        self._show(on=kept == "open" if kept else roomy)

    def _turn(self) -> None:
        on = not self.open
        self._settings.keep_word(self._key, "open" if on else "folded")
        self._show(on=on)
        announce(self.turn_button, _("open") if on else _("closed"))
        self.turned.emit()

    def _show(self, *, on: bool) -> None:
        self.inside.setVisible(on)
        self._line.setVisible(on)
        self.turn_button.show_icon(_ICONS[on])
        words = _("Fold “{room}”") if on else _("Open “{room}”")
        self.turn_button.setAccessibleName(words.format(room=self._name))
        self.turn_button.setToolTip(words.format(room=self._name))
