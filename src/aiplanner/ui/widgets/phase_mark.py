"""The mark and name of a phase, wherever words stand on a page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from aiplanner.domain.cycle import Phase
from aiplanner.ui import fonts
from aiplanner.ui.tokens import ICON, Tokens
from aiplanner.ui.widgets.paint import Easel, phase_width
from aiplanner.ui.widgets.picture import Picture


class PhaseMark(Picture):
    """A phase as mark and word in its colour; never the colour alone."""

    def __init__(self, phase: Phase, label: str, parent: QWidget | None = None) -> None:
        self._phase = phase
        super().__init__(label, parent)

    def show_phase(self, phase: Phase, label: str) -> None:
        """Show another phase, or this one under another name."""
        self._phase = phase
        self.tell(label)

    def natural_size(self) -> QSize:
        """Mark and word side by side."""
        height = max(
            fonts.scaled(ICON), QFontMetrics(fonts.font("secondary", strong=True)).height()
        )
        return QSize(phase_width(self.text()), height)

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """Mark, then word."""
        Easel(painter, tokens).phase(self.rect(), self._phase, self.text())
