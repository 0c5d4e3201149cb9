"""Words as large as a room needs them: they grow with the window, and shrink before they wrap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QTextLayout
from PySide6.QtWidgets import QSizePolicy

from aiplanner.ui.tokens import Tokens
from aiplanner.ui.widgets.picture import Picture

_LEAST = 0.55
"""Words shrink to this share of their size before they are cut off."""
_STEP = 0.92
_WIDEST = 1e6
_EVEN_FIGURES = QFont.Tag.fromString("tnum")
"""Otherwise words beside a clock would move with every second."""


def big_font(pixels: float, *, strong: bool = False) -> QFont:
    """The font of the application at a size in pixels; its figures are all of one width."""
    made = QFont(QGuiApplication.font())
    made.setFeature(_EVEN_FIGURES, 1)
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


class BigWords(Picture):
    """A text of a few lines; `pixels` is its size at scale 1, `colour` a name among the tokens."""

    def __init__(
        self,
        pixels: float,
        lines: int = 1,
        *,
        strong: bool = False,
        colour: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._pixels, self._most, self._strong, self._align = pixels, lines, strong, align
        self.colour = colour
        self._lines: tuple[str, ...] = ()
        self._width = 1
        self._font = big_font(pixels, strong=strong)
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show another text, in the size of the one before until the next `fit`."""
        if text != self.text():
            self.tell(text)
            self._lines = self._cut(self._font, self._wrapped(self._font), self._width)
        self.setVisible(bool(text))

    def fit(self, width: int, scale: float) -> int:
        """Lay the words out for a width; the height they take, 0 without words."""
        pixels, least = self._pixels * scale, self._pixels * scale * _LEAST
        self._width = width
        font = big_font(pixels, strong=self._strong)
        while len(lines := self._wrapped(font)) > self._most and pixels > least:
            pixels *= _STEP
            font = big_font(pixels, strong=self._strong)
        self._font, self._lines = font, self._cut(font, lines, width)
        height = round(len(self._lines) * QFontMetricsF(font).lineSpacing()) if self.text() else 0
        self.setFixedHeight(max(1, height))
        self.update()
        return height

    def natural_size(self) -> QSize:
        """Any width, and the height of the lines laid out."""
        return QSize(1, max(1, self.minimumHeight()))

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """Line under line."""
        painter.setFont(self._font)
        painter.setPen(QColor(getattr(tokens, self.colour)))
        step = QFontMetricsF(self._font).lineSpacing()
        for n, line in enumerate(self._lines):
            box = QRectF(0, n * step, self.width(), step)
            painter.drawText(box, int(self._align | Qt.AlignmentFlag.AlignVCenter), line)

    def _wrapped(self, font: QFont) -> list[str]:
        return _wrapped(self.text(), font, self._width if self._most > 1 else _WIDEST, self._width)

    def _cut(self, font: QFont, lines: list[str], width: int) -> tuple[str, ...]:
        kept = lines[: self._most]
        if len(lines) > self._most:
            kept[-1] = " ".join(lines[self._most - 1 :])
        metrics = QFontMetricsF(font)
        elide = Qt.TextElideMode.ElideRight
        return tuple(metrics.elidedText(line, elide, width) for line in kept)


def _wrapped(text: str, font: QFont, width: float, room: float) -> list[str]:
    """The lines of a text at a width; of one line only, two where it is too long for the room."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines = list[str]()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        piece = text[line.textStart() : line.textStart() + line.textLength()].strip()
        lines += [piece] if line.naturalTextWidth() <= room else [piece, ""]
    layout.endLayout()
    return lines
