"""The cycle as one picture: the five phases in their order, with their time and their items."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from aiplanner.app.content import phase_guide, phase_label
from aiplanner.app.wording import minutes_text
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Phase
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts, icons
from aiplanner.ui.tokens import STEP, Tokens, mix
from aiplanner.ui.widgets.picture import Picture

_DISC, _MARK = 52, 26
"""Pixels of a phase's disc and of the mark in it, at 100 % text size."""
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Station:
    """One phase on the way round."""

    phase: Phase
    label: str
    minutes: int
    items: int

    @property
    def time(self) -> str:
        """Its time in words."""
        return minutes_text(self.minutes) if self.items else _("nothing yet")

    @property
    def count(self) -> str:
        """Its items in words."""
        words = ngettext("{count} item", "{count} items", self.items)
        return words.format(count=self.items) if self.items else ""


def stations(programme: Programme) -> tuple[Station, ...]:
    """The phases of a programme with what they hold."""
    cover = coverage(programme)
    return tuple(
        Station(
            phase,
            phase_label(programme.head, phase),
            cover.phases.get(phase, 0),
            cover.phase_items.get(phase, 0),
        )
        for phase in Phase
    )


def twin(found: tuple[Station, ...]) -> str:
    """The picture in words."""
    said = (", ".join(part for part in (f"{s.label}: {s.time}", s.count) if part) for s in found)
    return _("The cycle. {phases}.").format(phases="; ".join(said))


class CyclePicture(Picture):
    """Discs on a line that comes round again; an empty phase is only outlined."""

    def __init__(self, programme: Programme, parent: QWidget | None = None) -> None:
        self._stations = stations(programme)
        super().__init__(twin(self._stations), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            "\n".join(f"{s.label}: {phase_guide(s.phase).question}" for s in self._stations)
        )

    def show_programme(self, programme: Programme) -> None:
        """Follow the programme."""
        self._stations = stations(programme)
        self.tell(twin(self._stations))

    def natural_size(self) -> QSize:
        """Room for the discs and three lines of words."""
        words = QFontMetrics(fonts.font("body", strong=True)).height()
        facts = QFontMetrics(fonts.font("secondary")).height()
        widest = max(
            QFontMetrics(fonts.font("body", strong=True)).horizontalAdvance(s.label)
            for s in self._stations
        )
        return QSize(
            (widest + 4 * STEP) * len(self._stations),
            fonts.scaled(_DISC) + 2 * STEP + words + 2 * facts + STEP,
        )

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """The line, then each phase."""
        width = self.width() / len(self._stations)
        disc = fonts.scaled(_DISC)
        middle = disc / 2 + 1
        painter.setPen(QPen(QColor(tokens.hairline), 2))
        painter.drawLine(QPointF(width / 2, middle), QPointF(self.width() - width / 2, middle))
        for n, station in enumerate(self._stations):
            self._draw_station(painter, tokens, station, QRectF(n * width, 1, width, disc))

    def _draw_station(
        self, painter: QPainter, tokens: Tokens, station: Station, place: QRectF
    ) -> None:
        colour, disc = tokens.phase(station.phase), place.height()
        circle = QRectF(place.center().x() - disc / 2, place.top(), disc, disc)
        empty = not station.items
        painter.setPen(QPen(QColor(tokens.border if empty else colour), 1.6))
        painter.setBrush(QColor(tokens.surface if empty else mix(tokens.surface, colour, 0.14)))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        edge = fonts.scaled(_MARK)
        mark = icons.pixmap(station.phase.value, colour, edge, self.devicePixelRatioF())
        painter.drawPixmap(circle.center() - QPointF(edge / 2, edge / 2), mark)
        top = round(circle.bottom()) + 2 * STEP
        for words, font, ink in (
            (station.label, fonts.font("body", strong=True), colour),
            (station.time, fonts.font("secondary"), tokens.ink if station.items else tokens.ink2),
            (station.count, fonts.font("secondary"), tokens.ink2),
        ):
            metrics = QFontMetrics(font)
            line = QRect(round(place.left()), top, round(place.width()), metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(line, int(_MIDDLE), shown)
            top += metrics.height()
