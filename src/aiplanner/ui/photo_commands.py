"""What can be done with photos: add them by file, drop or paste, delete, move; each undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from aiplanner.domain.edits.photos import add_photo, delete_photos, move_photo, taken_in
from aiplanner.domain.ids import RowId
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.picture_reading import ReadPicture, read_image, read_picture_file
from aiplanner.ui.services import Services

Reading = Callable[[], list[ReadPicture]]
"""Makes pictures fit to keep; called on the worker."""


class PhotoCommands(QObject):
    """Pictures are stored before the photos that show them, in the worker; `said` tells all."""

    said = Signal(str)
    added = Signal(object)
    """RowId: the first of the photos that were added."""

    def __init__(self, document: Document, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self.session_id: RowId | None = None
        """The session that new photos were taken in."""

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add the pictures in these files, all or none."""
        files = tuple(paths)
        self._add(lambda: [read_picture_file(path) for path in files])

    def paste(self) -> None:
        """Add what was copied: a picture, or picture files."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self.said.emit(_("There is no picture to paste. Copy one first."))

    def take(self, data: QMimeData) -> bool:
        """Add what was dropped or copied; whether there was anything to add."""
        if files := picture_files(data):
            self.add_files(files)
        elif data.hasImage():
            image = QImage(data.imageData())
            self._add(lambda: [read_image(image, _("What you pasted"))])
        else:
            return False
        return True

    def delete(self, photo_id: RowId) -> None:
        """Delete a photo; undo brings it back."""
        self._document.edit(_("delete a photo"), lambda now: delete_photos(now, [photo_id]))
        self.said.emit(_("Deleted the photo. Undo brings it back."))

    def move(self, photo_id: RowId, step: int) -> None:
        """Put a photo a step on, or back where `step` is below nought."""
        order = [photo.id for photo in self._document.now.photos]
        to = order.index(photo_id) + step
        if not 0 <= to < len(order):
            return
        self._document.edit(_("move a photo"), lambda now: move_photo(now, photo_id, to))
        words = _("Now photo {number} of {count}.")
        self.said.emit(words.format(number=to + 1, count=len(order)))

    def put_in_session(self, photo_id: RowId, session_id: RowId | None) -> None:
        """Say in which session a photo was taken; the next ones are of it too."""
        self.session_id = session_id
        label = _("say where a photo was taken")
        self._document.edit(label, lambda now: taken_in(now, photo_id, session_id))

    def _add(self, read: Reading) -> None:
        self.said.emit(_("Reading…"))
        library, now = self._services.library, self._services.now()

        def work(_ticket: object) -> list[ReadPicture]:
            found = read()
            library.keep_pictures([one.picture for one in found], now)
            return found

        self._services.jobs.start(work, self._on_read, self._on_failed)

    def _on_read(self, found: list[ReadPicture]) -> None:
        there = {photo.picture for photo in self._document.now.photos}
        fresh = {one.picture.key: one for one in found if one.picture.key not in there}
        if not fresh:
            self.said.emit(_("That photo is here already."))
            return
        rows = [self._row(one) for one in fresh.values()]
        words = ngettext("add {count} photo", "add {count} photos", len(rows))
        self._document.edit(words.format(count=len(rows)), lambda now: _with(now, rows))
        told = ngettext(
            "Added {count} photo. Say in a few words what it shows.",
            "Added {count} photos. Say in a few words what each shows.",
            len(rows),
        )
        self.said.emit(told.format(count=len(rows)))
        self.added.emit(rows[0].id)

    def _row(self, one: ReadPicture) -> Photo:
        known = self.session_id in self._document.now.rows
        return Photo(
            self._services.new_id(),
            0,
            one.picture.key,
            session_id=self.session_id if known else None,
            width=one.width,
            height=one.height,
        )

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            self.said.emit("")
            raise error
        self.said.emit(sentence(error))


def picture_files(data: QMimeData) -> list[Path]:
    """The local files among what was dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _with(programme: Programme, rows: Sequence[Photo]) -> Programme:
    for row in rows:
        programme = add_photo(programme, row)
    return programme
