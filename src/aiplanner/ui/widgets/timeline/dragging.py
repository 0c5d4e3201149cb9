"""Drag blocks of a timeline: what the plan would become is worked out while the button is held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt

from aiplanner.domain.cycle import Kind
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item
from aiplanner.domain.timeline import Block, Shape
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.running_order_places import Place
from aiplanner.ui.models.timeline import Scene, TimelineModel
from aiplanner.ui.models.timeline_faces import moment
from aiplanner.ui.models.timeline_moves import (
    STEP,
    Shift,
    Stretch,
    Wish,
    clock_at,
    place_among,
    wished,
)
from aiplanner.ui.widgets.timeline.scale import Scale

EDGE = 7
"""Pixels at the lower edge of a block by which it is made longer or shorter."""
_STILL = 5
"""Pixels the pointer may move before a press is a drag."""
_Mod = Qt.KeyboardModifier


class Dragging:
    """One press of the button at a time; points count in the whole picture."""

    def __init__(self, model: TimelineModel) -> None:
        self._model = model
        self._scale: Scale | None = None
        self._items: tuple[RowId, ...] = ()
        self._grabbed: Block | None = None
        self._from = QPoint()
        self._stretching = False
        self.at = QPoint()
        """Where the pointer is now."""
        self.wish: Wish | None = None
        """What letting go would do now."""
        self.preview: Scene | None = None
        """The session as it would be."""

    @property
    def under_way(self) -> bool:
        """Whether something is being dragged, and not merely pressed."""
        return self._grabbed is not None and (self._from - self.at).manhattanLength() > _STILL

    @property
    def moving(self) -> tuple[RowId, ...]:
        """The items that are dragged."""
        return self._items if self.under_way else ()

    def press(self, scale: Scale, block: Block, items: Sequence[RowId], point: QPoint) -> None:
        """The button went down on a block; `items` are what goes along with it."""
        self.cancel()
        if block.shape not in (Shape.ITEM, Shape.IDLE):
            return
        self._scale, self._grabbed, self._items = scale, block, tuple(items)
        self._from = self.at = point
        self._stretching = on_edge(scale, block, point)

    def move(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer went to another point."""
        self.at = point
        try:
            wish = self._wish(modifiers) if self.under_way else None
        except PlanError:  # what is dragged was deleted by somebody else
            wish = None
        if wish != self.wish:
            self.wish = wish
            self.preview = self._model.preview(wish) if wish is not None else None

    def release(self) -> Wish | None:
        """The button went up; what is asked for, if the plan would take it."""
        wish = self.wish if self.preview is not None else None
        self.cancel()
        return wish

    def cancel(self) -> None:
        """Nothing is dragged any more."""
        self._grabbed, self._items, self._stretching = None, (), False
        self.wish = self.preview = None

    def words(self) -> str:
        """What letting go would do, in the fewest words."""
        if self.preview is None or self.wish is None:
            return ""
        stretch = isinstance(self.wish, Stretch)
        row = self.wish.item if isinstance(self.wish, Stretch) else self.wish.items[0]
        face = self.preview.face(row)
        if face is None:
            return ""
        ends = moment(face.block.end, self.preview.clock)
        span = _("{start} to {end}").format(start=face.clock, end=ends)
        return f"{face.length} · {span}" if stretch else span

    def place(self, scale: Scale, point: QPoint, moving: Sequence[RowId] = ()) -> Place:
        """The place among the items at a point."""
        scene = self._model.scene
        assert scene is not None, "there is something under the pointer"
        track = _track_at(scale, point, moving) or scene.clock.session_id
        tops = {block.row: scale.box(block) for block in scene.laid.blocks}

        def ahead(block: Block) -> bool:
            return (tops[block.row].top + tops[block.row].bottom) / 2 <= point.y()

        return place_among(scene.programme, scene.laid.blocks, track, moving, ahead)

    def height_of(self, scale: Scale, place: Place) -> float:
        """Where a line shows that something would come in at a place."""
        scene = self._model.scene
        assert scene is not None, "there is something under the pointer"
        there = [item.id for item in scene.programme.items_of(place.parent)]
        boxes = {b.row: scale.box(b) for b in scene.laid.blocks if b.shape is Shape.ITEM}
        following = (boxes[row].top for row in there[place.index :] if row in boxes)
        before = [boxes[row].bottom for row in there[: place.index] if row in boxes]
        return next(following, max(before, default=scale.after(scene.laid.first)))

    def _wish(self, modifiers: Qt.KeyboardModifier) -> Wish | None:
        assert self._grabbed is not None, "something is dragged"
        assert self._scale is not None, "on some scale"
        if self._stretching:
            return self._stretch(self._scale, self._grabbed, modifiers)
        return self._shift(self._scale, self._grabbed, modifiers)

    def _stretch(
        self, scale: Scale, block: Block, modifiers: Qt.KeyboardModifier
    ) -> Stretch | None:
        step = 1 if modifiers & _Mod.ControlModifier else STEP
        grown = (self.at.y() - self._from.y()) / scale.paper.minute
        end = round((block.end + grown) / step) * step
        minutes = max(step, end - block.start)
        return Stretch(block.row, minutes) if minutes != block.minutes else None

    def _shift(self, scale: Scale, block: Block, modifiers: Qt.KeyboardModifier) -> Shift | None:
        scene = self._model.scene
        if scene is None:
            return None
        item = scene.programme.get(block.row, Item)
        if item.kind is Kind.TASK:
            return None
        place = self.place(scale, self.at, self._items)
        pin = None
        pinned = item.pin is not None and block.shape is Shape.ITEM
        if (pinned or modifiers & _Mod.ShiftModifier) and item.kind is not Kind.SECTION:
            start = block.start + (self.at.y() - self._from.y()) / scale.paper.minute
            idle = block.shape is Shape.IDLE
            pin = clock_at(round(scale.minute_at(self.at.y()) if idle else start))
        shift = Shift(self._items, place, pin)
        return shift if wished(scene.programme, shift) != scene.programme else None


def on_edge(scale: Scale, block: Block, point: QPoint) -> bool:
    """Whether a point is on the edge by which a block is made longer or shorter."""
    box = scale.box(block)
    timed = block.shape is Shape.ITEM and block.minutes > 0 and not block.headed
    return timed and box.bottom - min(EDGE, box.height / 3) <= point.y() <= box.bottom


def _track_at(scale: Scale, point: QPoint, moving: Sequence[RowId]) -> RowId | None:
    """The innermost strand at a point that does not itself go along."""
    inside = [
        block
        for block in scale.laid.blocks
        if block.shape is Shape.STRAND and scale.box(block).holds(point.x(), point.y())
    ]
    kept = [block for block in inside if block.track not in moving]
    if len(kept) < len(inside):
        kept = kept[: inside.index(next(b for b in inside if b.track in moving))]
    return kept[-1].row if kept else None
