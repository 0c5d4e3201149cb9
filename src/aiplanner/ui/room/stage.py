"""What the room looks at: what is on, the time left, what is next, and how we stand."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from aiplanner.app import room_words as words
from aiplanner.app.room import RoomState, Stage
from aiplanner.ui import fonts
from aiplanner.ui.room.big_words import BigWords
from aiplanner.ui.room.left_bar import LeftBar
from aiplanner.ui.room.strand_cards import StrandCards
from aiplanner.ui.room.time_left import TimeLeft
from aiplanner.ui.widgets.picture import Picture

WIDE, HIGH = 1366, 660
"""Pixels of the stage at which everything has its own size (scale 1)."""
_MARGIN = 48
_LEAST, _HALVINGS = 0.3, 5
_DIGIT = re.compile(r"\d")
_SMALLER = 0.7
"""Size of the other words where the strands of a breakout need the room; the figure's still."""


class RoomStage(QWidget):
    """Fits its size: the larger the window, the larger the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        right = Qt.AlignmentFlag.AlignRight
        self.place = BigWords(26, colour="ink2")
        self.clock = BigWords(26, colour="ink2", align=right)
        self.heading = BigWords(84, 2, strong=True)
        self.facts = BigWords(30, colour="ink2")
        self.time = TimeLeft()
        self.bar = LeftBar()
        self.strands = StrandCards()
        self.coming = BigWords(34, colour="ink2")
        self.next = BigWords(54, strong=True)
        self.standing = BigWords(38, 2)
        self._said: tuple[str, ...] = ()
        """The words that were fitted; figures are all of one width, so a second changes nothing."""
        self._lay_out()

    def show_state(self, state: RoomState) -> None:
        """Show how a session stands."""
        self.place.say(words.place(state))
        self.clock.say(words.time_of_day(state))
        self.heading.say(words.heading(state))
        self.facts.say(words.facts(state))
        figure = words.figure(state)
        self.time.show_figure(figure, words.spoken_figure(state))
        self.bar.show_now(state.now, figure.tone)
        self.strands.show_state(state)
        self.coming.say(words.coming(state))
        self.next.say(words.coming_title(state))
        self.standing.say(words.standing(state))
        late = state.stage is Stage.RUNNING and state.over >= 30
        self.standing.colour = "warn" if late else "ink"
        said = tuple(_DIGIT.sub("0", part.text()) for part in self.findChildren(Picture))
        if said != self._said:
            self._said = said
            self.fit()

    def fit(self) -> None:
        """Give every part the largest size at which all have room."""
        width, height = self.width() - 2 * _MARGIN, self.height()
        best = min(self.width() / WIDE, height / HIGH)
        if self._fitted(width, best) <= height:
            return
        low, high = min(_LEAST, best), best
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._fitted(width, middle) <= height else (low, middle)
        self._fitted(width, low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the window."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another typeface has other widths."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self.fit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.place, 4)
        top.addWidget(self.clock, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, 20, _MARGIN, 12)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addStretch(3)
        for widget in (self.heading, self.facts):
            whole.addWidget(widget)
        whole.addStretch(2)
        whole.addWidget(self.time)
        whole.addSpacing(12)
        whole.addWidget(self.bar)
        whole.addSpacing(16)
        whole.addWidget(self.strands)
        whole.addStretch(3)
        for widget in (self.coming, self.next, self.standing):
            whole.addWidget(widget)
        whole.addStretch(1)

    def _fitted(self, width: int, scale: float) -> int:
        """Lay everything out at a scale; the height it takes, with some air."""
        top = max(self.place.fit(width * 4 // 5, scale), self.clock.fit(width // 5, scale))
        less = scale * (_SMALLER if self.strands.cards else 1)
        parts = (
            self.heading.fit(width, less),
            self.facts.fit(width, scale),
            self.time.fit(width, less * (_SMALLER if self.strands.cards else 1), less),
            self.bar.fit(scale),
            self.strands.fit(width, scale),
            self.coming.fit(width, less),
            self.next.fit(width, less),
            self.standing.fit(width, less),
        )
        return top + sum(parts) + 60 + round(64 * scale)
