"""Paint the blocks of a timeline: items, strands, free time, and what has no clock."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPen

from aiplanner.app.wording import minutes_text
from aiplanner.domain.cycle import Kind, Phase
from aiplanner.domain.timeline import Shape
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.timeline_faces import Face
from aiplanner.ui.tokens import ICON, INSIDE, STEP, mix
from aiplanner.ui.widgets.paint import phase_width
from aiplanner.ui.widgets.timeline.sheet import ROUND, Sheet, in_view

_STRENGTH = 0.13
"""How much of a phase's colour its blocks take."""
_WORDLESS = 9
"""Pixels of height below which nobody could read anything."""
_NARROW = 230
"""Pixels at 100 % text size below which the words of a block stand one below the other."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is special about a block at the moment."""

    chosen: bool = False
    current: bool = False
    focused: bool = False
    hovered: bool = False


PLAIN = Marks()


class Blocks(Sheet):
    """Draws one block at a time."""

    def block(self, face: Face, marks: Marks = PLAIN) -> None:
        """One block."""
        shape = face.block.shape
        rect = self.rect(face.block)
        if shape is Shape.GAP:
            self._gap(face, rect, marks)
        elif shape is Shape.STRAND:
            self._strand(face, rect, marks)
        elif face.kind is Kind.SECTION or shape is Shape.IDLE:
            self._line(face, rect, marks)
        else:
            self._item(face, rect, marks)

    def raised(self, face: Face, marks: Marks) -> None:
        """A chosen block: above the others, and high enough to be read."""
        rect = self.rect(face.block)
        least = QFontMetrics(fonts.font("body", strong=True)).height() + STEP
        if face.block.shape is Shape.ITEM and rect.height() < least:
            rect.setHeight(least)
            self._item(face, rect, marks)
        else:
            self.block(face, marks)

    def _ground(self, rect: QRectF, fill: str, marks: Marks, edge: str = "") -> None:
        t = self._t
        if marks.chosen:
            fill = t.tint
        elif marks.hovered:
            fill = mix(fill, t.hover, 0.7)
        pen = QPen(QColor(edge or t.hairline), 1)
        if marks.chosen:
            pen = QPen(QColor(t.accent), 2 if marks.current and marks.focused else 1)
        if rect.height() < _WORDLESS:
            self._painter.fillRect(rect, pen.color())
            self._painter.fillRect(rect.adjusted(1, 1, -1, -1), QColor(fill))
            return
        self._painter.setPen(pen)
        self._painter.setBrush(QColor(fill))
        self._painter.drawRoundedRect(rect, ROUND, ROUND)

    def _item(self, face: Face, rect: QRectF, marks: Marks) -> None:
        t = self._t
        fill = t.sunken if face.quiet else t.surface
        if face.phase is not None and not face.quiet:
            fill = mix(t.surface, t.phase(face.phase), _STRENGTH)
        edge = t.hairline if face.phase is None else mix(t.surface, t.phase(face.phase), 0.45)
        self._ground(rect, fill, marks, edge)
        if face.phase is not None:
            bar = QRectF(rect.left() + 1, rect.top() + 2, 3, rect.height() - 4)
            self._painter.fillRect(bar, QColor(t.phase(face.phase)))
        if face.block.overlap:
            self._overlap(face, rect)
        head = in_view(self._scale.head(face.block), self._up)
        words = head if face.block.headed else rect
        self._words(face, words.adjusted(0, 0, -INSIDE if face.block.overlap else 0, 0))
        if marks.current and not face.block.headed:
            self._grip(rect)

    def _words(self, face: Face, rect: QRectF) -> None:
        if rect.height() < _WORDLESS:
            return
        t = self._t
        strong, small = fonts.font("body", strong=not face.quiet), fonts.font("secondary")
        line = QFontMetrics(strong).height()
        if rect.height() < QFontMetrics(small).ascent() + 1:
            return
        inside = rect.toRect().adjusted(INSIDE + STEP, 0, -INSIDE, 0)
        if inside.width() < fonts.scaled(_NARROW) and rect.height() >= 3 * line:
            self._column(face, inside)
            return
        tall = rect.height() >= line + 2 * STEP
        height = line + 2 if tall else inside.height()
        two = bool(face.facts) and rect.height() >= 2 * line + 2 * STEP
        first = QRect(
            inside.left(), inside.top() + (3 if tall and two else 0), inside.width(), height
        )
        if tall and not two:
            first.setHeight(min(inside.height(), line + 3 * STEP))
        self._first_line(face, first)
        if two:
            below = QRect(inside.left(), first.bottom() - 1, inside.width(), line)
            below.adjust(_clock_width(first), 0, 0, 0)
            self._easel.text(below, face.facts, t.ink2, small)

    def _column(self, face: Face, inside: QRect) -> None:
        """The words of a narrow block: the title over as many lines as it needs, facts below."""
        t, strong, small = (
            self._t,
            fonts.font("body", strong=not face.quiet),
            fonts.font("secondary"),
        )
        inside = inside.adjusted(0, STEP, 0, -STEP)
        line, low = QFontMetrics(strong).lineSpacing(), QFontMetrics(small).lineSpacing()
        mark = fonts.scaled(ICON - 2) if face.phase is not None else 0
        if face.phase is not None:
            spot = QRect(inside.right() - mark + 1, inside.top(), mark, line)
            self._easel.icon(spot, face.phase.value, t.phase(face.phase), ICON - 2)
        room = inside.adjusted(0, 0, -mark - STEP, -low)
        lines = max(1, room.height() // line)
        needed = QFontMetrics(strong).boundingRect(room, _WRAPPED, face.title).height()
        self._painter.setFont(strong)
        self._painter.setPen(QColor(t.ink2 if face.quiet else t.ink))
        title = QRect(room.left(), room.top(), room.width(), min(needed, lines * line))
        self._painter.drawText(title, _WRAPPED, face.title)
        facts = " · ".join(filter(None, (face.clock, face.length, face.phase_name, face.facts)))
        below = QRect(inside.left(), title.bottom() + 1, inside.width(), low)
        self._easel.text(below, facts, t.ink2, small)

    def _first_line(self, face: Face, rect: QRect) -> None:
        t = self._t
        ink = t.ink2 if face.quiet else t.ink
        clock = _clock_width(rect)
        if clock:
            self._easel.text(rect, face.clock, ink, fonts.font())
        left = rect.adjusted(clock, 0, 0, 0)
        if face.pinned:
            self._easel.icon(left, "lock", t.ink, ICON - 4)
            left.adjust(fonts.scaled(ICON - 4) + STEP, 0, 0, 0)
        taken = self._right_words(face, left)
        left.adjust(0, 0, -taken, 0)
        self._easel.text(left, face.title, ink, fonts.font("body", strong=not face.quiet))

    def _right_words(self, face: Face, rect: QRect) -> int:
        """Length and phase at the right end, as far as there is room; the width they take."""
        t, small = self._t, fonts.font("secondary")
        needed = QFontMetrics(fonts.font("body", strong=True)).averageCharWidth() * 14
        taken = 0
        if face.phase is not None:
            taken += self._phase(face.phase, face.phase_name, rect, needed)
        length = QFontMetrics(small).horizontalAdvance(face.length)
        if face.length and rect.width() - taken - length > needed:
            words = QRect(rect.right() - taken - length + 1, rect.top(), length, rect.height())
            self._easel.text(words, face.length, t.ink2, small)
            taken += length + INSIDE
        return taken

    def _phase(self, phase: Phase, name: str, rect: QRect, needed: int) -> int:
        width, mark = phase_width(name), fonts.scaled(ICON - 2)
        widest = fonts.scaled(104)
        if rect.width() - max(width, widest) > 2 * needed:
            taken = max(width, widest)
            self._easel.phase(rect.adjusted(rect.width() - taken, 0, 0, 0), phase, name)
            return taken + INSIDE
        if rect.width() - width > needed:
            self._easel.phase(rect.adjusted(rect.width() - width, 0, 0, 0), phase, name)
            return width + INSIDE
        spot = rect.adjusted(rect.width() - mark, 0, 0, 0)
        self._easel.icon(spot, phase.value, self._t.phase(phase), ICON - 2)
        return mark + STEP

    def _strand(self, face: Face, rect: QRectF, marks: Marks) -> None:
        t = self._t
        self._ground(rect, t.canvas, marks, t.hairline)
        head = in_view(self._scale.head(face.block), self._up).toRect()
        inside = head.adjusted(INSIDE, 0, -INSIDE, 0)
        strong, small = fonts.font("secondary", strong=True), fonts.font("secondary")
        taken = self._easel.text(inside, face.title, t.ink, strong) + INSIDE
        facts = " · ".join(filter(None, (face.facts, face.length)))
        if inside.width() - taken > 20:
            self._easel.text(inside.adjusted(taken, 0, 0, 0), facts, t.ink2, small)

    def _gap(self, face: Face, rect: QRectF, marks: Marks) -> None:
        t = self._t
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(t.tint if marks.chosen else t.surface))
        self._painter.drawRoundedRect(rect, ROUND, ROUND)
        self._painter.setBrush(
            QBrush(QColor(mix(t.surface, t.warn, 0.35)), Qt.BrushStyle.BDiagPattern)
        )
        ring = marks.current and marks.focused
        self._painter.setPen(QPen(QColor(t.accent if ring else t.warn), 2 if ring else 1))
        self._painter.drawRoundedRect(rect, ROUND, ROUND)
        metrics = QFontMetrics(fonts.font())
        if rect.height() >= metrics.ascent():
            width = min(metrics.horizontalAdvance(face.title) + 2 * INSIDE, int(rect.width()) - 2)
            height = min(metrics.height() + 2, int(rect.height()) - 2)
            left, top = int(rect.left()) + INSIDE, int(rect.center().y() - height / 2) + 1
            label = QRect(left, top, width, height)
            self._painter.fillRect(label, QColor(t.tint if marks.chosen else t.surface))
            self._easel.text(label.adjusted(STEP, 0, -STEP, 0), face.title, t.warn, fonts.font())

    def _overlap(self, face: Face, rect: QRectF) -> None:
        """The minutes that are spent twice, hatched at the edge of the block that is too early."""
        t = self._t
        height = min(rect.height(), face.block.overlap * self._scale.paper.minute)
        edge = QRectF(rect.right() - INSIDE - 1, rect.top() + 1, INSIDE, height - 2)
        self._painter.fillRect(edge, QBrush(QColor(t.warn), Qt.BrushStyle.FDiagPattern))
        words = _("overlaps by {minutes}").format(minutes=minutes_text(face.block.overlap))
        font = fonts.font("secondary")
        line = QFontMetrics(font).height()
        if rect.height() > 3 * line + INSIDE:
            low = QRect(0, 0, int(rect.width()) - 3 * INSIDE, line)
            low.moveTopLeft(
                QPointF(rect.left() + INSIDE + STEP, rect.bottom() - line - STEP).toPoint()
            )
            self._easel.text(low, words, t.warn, font)

    def _line(self, face: Face, rect: QRectF, marks: Marks) -> None:
        """A heading, or something without a clock: a line of words."""
        t = self._t
        if marks.chosen or marks.hovered:
            self._ground(rect, t.surface, marks)
        inside = rect.toRect().adjusted(STEP, 0, -STEP, 0)
        if face.block.shape is not Shape.IDLE:
            self._easel.text(inside, face.title, t.ink, fonts.font("body", strong=True))
            return
        taken = self._easel.text(inside, face.title, t.ink2, fonts.font()) + INSIDE
        more = " · ".join(filter(None, (face.length, face.facts)))
        self._easel.text(inside.adjusted(taken, 0, 0, 0), more, t.ink2, fonts.font("secondary"))

    def _grip(self, rect: QRectF) -> None:
        """The edge by which the chosen block can be made longer or shorter."""
        low = rect.height() < 2 * fonts.scaled(ICON)
        middle = rect.right() - fonts.scaled(ICON) if low else rect.center().x()
        self._painter.setPen(QPen(QColor(self._t.accent), 3))
        y = rect.bottom() - 1
        self._painter.drawLine(QPointF(middle - 12, y), QPointF(middle + 12, y))


def _clock_width(rect: QRect) -> int:
    if rect.width() < fonts.scaled(150):
        return 0
    return QFontMetrics(fonts.font()).horizontalAdvance("00:00") + INSIDE + STEP
