"""The photos of a programme as a list: a small picture, its words, and the session."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap

from aiplanner.app.ports import Library
from aiplanner.domain.ids import RowId
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.models.following import follow

EDGE = 480
"""Pixels of the longer edge of what is shown; drawn at twice its size on a fine screen."""
_NOWHERE = QModelIndex()
Images = Mapping[str, QImage]


class PhotosModel(QAbstractListModel):
    """Photos in their order; pictures come from the library one after the other."""

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._photos: list[Photo] = []
        self._pictures: dict[str, QPixmap | None] = {}
        """None: it is on its way, or not in this library."""

    def show_photos(self, programme: Programme) -> None:
        """Show the photos of a programme; views keep their place."""
        fresh = programme.photos
        follow(self, self._photos, fresh, lambda photo: photo.id)
        for row, photo in enumerate(fresh):
            if self._photos[row] != photo:
                self._photos[row] = photo
                self.dataChanged.emit(self.index(row), self.index(row))
        self._fetch({photo.picture for photo in fresh} - self._pictures.keys())

    def photo(self, row: int) -> Photo | None:
        """The photo of a row, if there is one."""
        return self._photos[row] if 0 <= row < len(self._photos) else None

    def row_of(self, photo_id: RowId) -> int:
        """Where a photo stands; −1 when it is not there."""
        return next((n for n, photo in enumerate(self._photos) if photo.id == photo_id), -1)

    def picture(self, photo: Photo) -> QPixmap | None:
        """What a photo shows, when it is there."""
        return self._pictures.get(photo.picture)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._photos)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Caption and small picture; what is read out says which photo it is."""
        photo = self._photos[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return caption_words(photo)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = _("Photo {number} of {count}: {caption}")
                facts = {"number": index.row() + 1, "count": len(self._photos)}
                return words.format(**facts, caption=caption_words(photo))
            case Qt.ItemDataRole.DecorationRole:
                picture = self.picture(photo)
                return QIcon() if picture is None else QIcon(picture)
        return None

    def _fetch(self, keys: Collection[str]) -> None:
        if not keys:
            return
        self._pictures |= dict.fromkeys(keys)
        self._jobs.start(_loading(self._library, tuple(keys)), self._on_loaded, self._on_failed)

    def _on_loaded(self, images: Images) -> None:
        for key, image in images.items():
            self._pictures[key] = QPixmap.fromImage(image)
        self.dataChanged.emit(self.index(0), self.index(len(self._photos) - 1))

    def _on_failed(self, _error: BaseException) -> None:
        # The library is out of reach; what it refuses is told where something is to be stored.
        self._pictures = {key: shown for key, shown in self._pictures.items() if shown is not None}


def caption_words(photo: Photo) -> str:
    """The caption, or that there is none yet."""
    return " ".join(photo.caption.split()) or _("No words yet")


def _loading(library: Library, keys: Sequence[str]) -> Callable[[object], Images]:
    def load(_ticket: object) -> Images:
        return {key: _shown(one.data) for key, one in library.pictures(keys).items()}

    return load


def _shown(data: bytes) -> QImage:
    image = QImage.fromData(data)
    if max(image.width(), image.height()) <= EDGE:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(EDGE, EDGE, keep, smooth)
