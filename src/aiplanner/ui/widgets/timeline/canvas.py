"""Paint the whole of a timeline: paper, blocks, the chosen ones on top, and what is dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from aiplanner.domain.ids import RowId
from aiplanner.domain.timeline import Shape
from aiplanner.ui.models.timeline import Scene
from aiplanner.ui.models.timeline_faces import Face
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.timeline.blocks import PLAIN, Blocks, Marks
from aiplanner.ui.widgets.timeline.paper import Paper
from aiplanner.ui.widgets.timeline.scale import Scale

if TYPE_CHECKING:
    from aiplanner.ui.widgets.timeline.block_view import BlockView


def paint_timeline(view: BlockView, easel: Easel) -> None:
    """Paint what is in sight; while something is dragged, the session as it would be."""
    scene, scale = view.blocks.scene, view.scale
    easel.painter.fillRect(view.viewport().rect(), QColor(easel.tokens.surface))
    if scene is None or scale is None:
        return
    preview = view.dragging.preview
    if preview is not None:
        scene, scale = preview, Scale(preview.laid, scale.paper)
    rect, up = view.viewport().rect(), view.verticalOffset()
    paper = Paper(easel, scene, scale, rect, up)
    paper.planned_ground()
    paper.hours()
    paper.tail()
    paper.idle_heading()
    _paint_blocks(view, Blocks(easel, scene, scale, rect, up), scene)
    paper.planned_words()
    if view.insert_at is not None:
        line = QRect(0, round(view.insert_at) - up - 1, rect.width(), 3)
        easel.painter.fillRect(line, QColor(easel.tokens.accent))
    if view.dragging.under_way:
        _paint_pointer(view, paper, easel, rect)


def _paint_blocks(view: BlockView, blocks: Blocks, scene: Scene) -> None:
    marked = _marked(view, scene)
    later: list[tuple[Face, Marks]] = []
    for face in blocks.seen():
        marks = marked.get(face.block.key, PLAIN)
        lifted = marks.chosen or marks.hovered
        if lifted and face.block.shape is not Shape.STRAND and not face.block.headed:
            later.append((face, marks))
        else:
            blocks.block(face, marks)
    for face, marks in later:
        blocks.raised(face, marks)


def _marked(view: BlockView, scene: Scene) -> dict[tuple[Shape, RowId], Marks]:
    """What is special about which blocks: while something is dragged, that alone."""
    if scene is view.dragging.preview:
        moved = Marks(chosen=True, current=True, focused=True)
        rows = [*view.dragging.moving]
        return {(shape, row): moved for row in rows for shape in (Shape.ITEM, Shape.IDLE)}
    here, focused = view.currentIndex().row(), view.hasFocus()
    chosen = {index.row() for index in view.selectionModel().selectedIndexes()}
    rows_of_interest = {*chosen, here, -1 if view.hovered is None else view.hovered}
    return {
        view.blocks.face(row).block.key: Marks(
            chosen=row in chosen,
            current=row == here,
            focused=focused,
            hovered=row == view.hovered,
        )
        for row in rows_of_interest
        if 0 <= row < view.blocks.rowCount()
    }


def _paint_pointer(view: BlockView, paper: Paper, easel: Easel, rect: QRect) -> None:
    words = view.dragging.words()
    if words:
        at = view.dragging.at
        x = min(at.x() + 16, rect.width() - 140)
        paper.tag(x, at.y() - view.verticalOffset() + 20, words, easel.tokens.accent)
