"""Draw a line from one card to another with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint

from aiplanner.domain.ids import RowId
from aiplanner.ui.models.thread_edits import Knot

_STILL = 5
"""Pixels the pointer may move before a press is a drag."""


class Pull:
    """One press of the button at a time; points count in the whole picture."""

    def __init__(
        self, knot: Callable[[RowId, RowId], Knot | None], words: Callable[[Knot], str]
    ) -> None:
        """`knot` says how two findings would be tied, `words` what that would say."""
        self._knot, self._words = knot, words
        self._from = QPoint()
        self.source: RowId | None = None
        """The card that was pressed."""
        self.aim: RowId | None = None
        """The card that the line would be tied to now."""
        self.at = QPoint()
        """Where the pointer is now."""

    @property
    def under_way(self) -> bool:
        """Whether a line is being drawn, and a card not merely pressed."""
        return self.source is not None and (self._from - self.at).manhattanLength() > _STILL

    @property
    def wish(self) -> Knot | None:
        """The knot that letting go would make."""
        if not self.under_way or self.source is None or self.aim is None:
            return None
        return self._knot(self.source, self.aim)

    @property
    def words(self) -> str:
        """What letting go would say."""
        return "" if (knot := self.wish) is None else self._words(knot)

    def press(self, source: RowId, point: QPoint) -> None:
        """The button went down on a card."""
        self.source, self.aim = source, None
        self._from = self.at = point

    def move(self, point: QPoint, over: RowId | None) -> None:
        """The pointer went to another point, perhaps over a card."""
        self.at = point
        self.aim = over if self.under_way and over != self.source else None

    def release(self) -> Knot | None:
        """The button went up; the knot that was asked for."""
        wish = self.wish
        self.cancel()
        return wish

    def cancel(self) -> None:
        """No line is being drawn any more."""
        self.source = self.aim = None
