"""A hint among others: what it says and why, what would mend it, and leaving it as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from aiplanner.app.hints import HintLine
from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.flow import FlowLayout
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.words_button import OfferButton, WordsButton

_INSETS = (8, 5, 8, 4)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_MOST_OFFERS = 2
"""No hint can be mended in more ways than these."""


class HintButton(WordsButton):
    """The sentence of a hint and, below it, why; pressed it leads to the place."""

    def __init__(self) -> None:
        super().__init__("hint", _INSETS)
        self._text: QLabel = label("", wrap=True)
        self._why: QLabel = label("", "secondary", wrap=True)
        self.body.addWidget(self._text)
        self.body.addWidget(self._why)
        self.body.addStretch(1)
        self.let_through()

    def show_words(self, text: str, why: str, *, leads: bool) -> None:
        """Say this; `leads` tells whether there is a place to go to."""
        self._text.setText(_("○ {hint}").format(hint=text))
        self._why.setText(why)
        self.setAccessibleName(text)
        self.setAccessibleDescription(why)
        self.setToolTip(_("Go there (Enter)") if leads else "")
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.updateGeometry()


class HintRow(QWidget):
    """Made once and used for one hint after the other, so that the focus stays where it is."""

    followed, left = Signal(), Signal()
    """The place is wanted; it shall be left as it is."""
    mended, stepped = Signal(int), Signal(int)
    """The number of the mend that is wanted; up (-1) or down (1) was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.line: HintLine | None = None
        self.hint = HintButton()
        self.hint.clicked.connect(self.followed)
        self.offers = tuple(OfferButton() for _n in range(_MOST_OFFERS))
        for number, offer in enumerate(self.offers):
            offer.clicked.connect(self._telling(number))
        self.leave = button(
            _("Leave it…"), self.left.emit, "small-link", tip=_("Do without this hint (Del)")
        )
        below = QWidget()
        flow = FlowLayout(below, INSIDE)
        for control in self.controls:
            control.installEventFilter(self)
        for under in (*self.offers, self.leave):
            flow.addWidget(under)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, INSIDE + STEP)
        body.setSpacing(0)
        body.addWidget(self.hint)
        held = QVBoxLayout()
        held.setContentsMargins(_INSETS[0] + STEP, 2, _INSETS[2], 0)
        held.addWidget(below)
        body.addLayout(held)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be pressed, in order."""
        return self.hint, *self.offers, self.leave

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go to other hints: Qt would go to whatever button comes next."""
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.stepped.emit(_STEPS[key])
                return True
            if key == Qt.Key.Key_Delete:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def show_line(self, line: HintLine, *, leads: bool) -> None:
        """Show a hint."""
        self.line = line
        self.hint.show_words(line.text, line.why, leads=leads)
        for number, offer in enumerate(self.offers):
            there = number < len(line.mends)
            offer.setVisible(there)
            if there:
                offer.show_words(line.mends[number].label)
                offer.setAccessibleDescription(line.text)
        self.leave.setAccessibleName(_("Leave it: {hint}").format(hint=line.text))

    def _telling(self, number: int) -> Callable[[bool], None]:
        return lambda _checked: self.mended.emit(number)
