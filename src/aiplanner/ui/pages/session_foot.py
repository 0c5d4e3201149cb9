"""How the session on show spends its time: a bar, and the same in words."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from aiplanner.domain.programme import Programme
from aiplanner.domain.schedule import SessionClock
from aiplanner.ui import fonts
from aiplanner.ui.pages.session_time import time_parts, time_summary
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.time_bar import TimeBar

_LEAST_BAR = 220
"""Pixels at 100 % text size below which the words go under the bar."""


class SessionFoot(QWidget):
    """The bar beside its words, or above them where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = TimeBar()
        self.words = label("", "secondary")
        self._said = QHBoxLayout()
        self._said.setSpacing(INSIDE)
        self._said.addWidget(self.words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BETWEEN)
        self._row.addWidget(self.bar, 1)
        self._row.addLayout(self._said)

    def add(self, widget: QWidget) -> None:
        """Put a control behind the words."""
        self._said.addWidget(widget)

    def show_clock(self, programme: Programme, clock: SessionClock) -> None:
        """Show how the minutes are spent."""
        self.bar.show_parts(time_parts(programme, clock), clock.planned)
        text = time_summary(clock)
        if text != self.words.text():
            self.words.setText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words where they fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.words.setWordWrap(False)
        needed = self._said.sizeHint().width() + BETWEEN + fonts.scaled(_LEAST_BAR)
        beside = needed <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(BETWEEN if beside else INSIDE // 2)
        self.words.setWordWrap(not beside)
