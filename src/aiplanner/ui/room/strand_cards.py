"""The strands of a breakout side by side: what is on in every room, how long, and what follows."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from aiplanner.app.room import RoomState
from aiplanner.app.room_words import StrandWords, strand_words
from aiplanner.ui.room.big_words import BigWords
from aiplanner.ui.widgets.card import Card

_SIDE_BY_SIDE = 4
"""More strands than that go on two lines."""
_GAP, _MARGIN = 16, 16


class StrandCard(Card):
    """One strand."""

    def __init__(self) -> None:
        super().__init__(margins=_MARGIN, spacing=2)
        self.name = BigWords(25, colour="ink2")
        self.now = BigWords(38, 2, strong=True)
        self.left = BigWords(34)
        self.next = BigWords(25, colour="ink2")
        for words in self._all:
            self.add(words)
        self.body.addStretch(1)

    @property
    def _all(self) -> tuple[BigWords, ...]:
        return self.name, self.now, self.left, self.next

    def say(self, words: StrandWords) -> None:
        """Show how the strand stands."""
        said = (words.name, words.now, words.left, words.next)
        for label, text in zip(self._all, said, strict=True):
            label.say(text)
        self.left.colour = {"soon": "warn", "over": "danger"}.get(words.tone, "ink")
        self.setAccessibleName(". ".join(filter(None, said)))

    def fit(self, width: int, scale: float) -> int:
        """Lay the words out; the height that the card needs."""
        inside = width - 2 * _MARGIN
        return sum(words.fit(inside, scale) + 2 for words in self._all) + 2 * _MARGIN


class StrandCards(QWidget):
    """As many cards as strands, none without a breakout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[StrandCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.hide()

    def show_state(self, state: RoomState) -> None:
        """Show the strands of the breakout under way."""
        count = len(state.strands)
        if count != len(self.cards):
            self._deal(count)
        for card, parallel in zip(self.cards, state.strands, strict=True):
            card.say(strand_words(state, parallel))
        self.setVisible(bool(count))

    def fit(self, width: int, scale: float) -> int:
        """Lay the cards out; the height of them all, 0 without any."""
        if not self.cards:
            return 0
        columns = self._columns(len(self.cards))
        each = (width - (columns - 1) * _GAP) // columns
        height = max(card.fit(each, scale) for card in self.cards)
        lines = -(-len(self.cards) // columns)
        total = lines * height + (lines - 1) * _GAP
        self.setFixedHeight(total)
        return total

    def _deal(self, count: int) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.cards = [StrandCard() for _ in range(count)]
        columns = self._columns(count)
        for n, card in enumerate(self.cards):
            self._grid.addWidget(card, n // columns, n % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _columns(self, count: int) -> int:
        return max(1, count if count <= _SIDE_BY_SIDE else -(-count // 2))
