"""The blocks of one session's timeline as a list model that keeps its rows while they change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Strand
from aiplanner.domain.schedule import SessionClock, session_clock
from aiplanner.domain.timeline import Shape, Timeline, timeline
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.timeline_faces import Face, faces
from aiplanner.ui.models.timeline_moves import Wish, wished

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TEXT = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A session as it is drawn: its clock, where its blocks are, and what they show."""

    programme: Programme
    clock: SessionClock
    laid: Timeline
    faces: tuple[Face, ...]

    def face(self, row: RowId, shape: Shape = Shape.ITEM) -> Face | None:
        """The face of a row of the programme, if it has one."""
        key = shape, row
        return next((face for face in self.faces if face.block.key == key), None)


def scene_of(programme: Programme, session_id: RowId | None) -> Scene | None:
    """A session of a programme as it is drawn; None where there is none."""
    session = programme.rows.get(session_id) if session_id else None
    if not isinstance(session, Session):
        return None
    return _scene(programme, session_clock(programme, session))


def _scene(programme: Programme, clock: SessionClock) -> Scene:
    laid = timeline(clock)
    return Scene(programme, clock, laid, faces(programme, clock, laid.blocks))


class TimelineModel(QAbstractListModel):
    """One row a block; rows come, move and go one by one, so that the choice stays."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._faces: list[Face] = []
        self._places: dict[tuple[Shape, RowId], int] = {}
        self.scene: Scene | None = None

    def show_session(self, session_id: RowId | None, clock: SessionClock | None = None) -> None:
        """Show a session as it is now (its clock, where that is known already); None: nothing."""
        now = self._document.now
        self.scene = scene_of(now, session_id) if clock is None else _scene(now, clock)
        fresh = list(self.scene.faces) if self.scene is not None else []
        follow(self, self._faces, fresh, lambda face: face.block.key)
        before, self._faces = self._faces, fresh
        self._places = {face.block.key: n for n, face in enumerate(fresh)}
        pairs = enumerate(zip(fresh, before, strict=True))
        changed = [row for row, (face, was) in pairs if face != was]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def face(self, row: int) -> Face:
        """The face of a row."""
        return self._faces[row]

    def row_of(self, row_id: RowId, *shapes: Shape) -> int | None:
        """Where a row of the programme is, first as the first of these shapes."""
        wanted = shapes or (Shape.ITEM, Shape.STRAND, Shape.IDLE)
        found = (self._places.get((shape, row_id)) for shape in wanted)
        return next((row for row in found if row is not None), None)

    def preview(self, wish: Wish) -> Scene | None:
        """The session as it would be; None where the plan refuses."""
        if self.scene is None:
            return None
        try:
            after = wished(self._document.now, wish)
        except PlanError:
            return None
        return scene_of(after, self.scene.clock.session_id)

    def written(self, row_id: RowId, column: Column) -> str:
        """What is written of a row, as it would be typed: its length or its title."""
        row = self._document.now.rows.get(row_id)
        if column is Column.MINUTES and isinstance(row, Item):
            return length_text(row.planned_length)
        return row.title if isinstance(row, Item | Strand) else ""

    def words(self) -> str:
        """The whole picture in words, a line a block."""
        return "\n".join(face.sentence for face in self._faces)

    # What Qt asks of a model

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many blocks."""
        return 0 if parent.isValid() else len(self._faces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a block says."""
        if not index.isValid() or role not in _TEXT:
            return None
        return self._faces[index.row()].sentence

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The only column is the timeline; a row is named by its title."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return _("Timeline")
        return self._faces[section].title
