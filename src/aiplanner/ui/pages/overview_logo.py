"""The programme's logo at the side of the overview: choose it, see it, take it away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.fields import set_fields
from aiplanner.i18n import gettext as _
from aiplanner.ui.binding import row_link
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.file_dialogs import FileKind, ask_open
from aiplanner.ui.forms import FormField, field_row
from aiplanner.ui.logo_reading import read_logo_file
from aiplanner.ui.picture_reading import ReadPicture
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label

LOGOS = FileKind("png", _("Logos (*.png *.jpg *.jpeg *.svg)"), _("Save the logo"))
_ROOM = QSize(180, 56)
"""Pixels in which the logo is shown."""


class LogoField(QWidget):
    """Its picture, or that there is none; two buttons; and what it says to whoever cannot see."""

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self._key: str | None = None
        """Of the logo on show; None before anything is."""
        self.picture = QLabel()
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.choose_button = button(_("Choose a logo…"), self.choose)
        self.remove_button = button(_("Remove"), self.remove)
        self.remove_button.setAccessibleName(_("Remove the logo"))
        self.said = label("", "secondary", wrap=True)
        self.words = field_row(
            FormField(
                _("What the logo says, for people who cannot see it"),
                row_link(document.now.id, "logo_words", _("Change the words of the logo")),
                _("For example the name in it"),
            ),
            document,
        )
        self._lay_out()
        document.changed.connect(self._on_changed)
        self._on_changed()

    def choose(self) -> QFileDialog:
        """Ask for a file and take it as the logo."""
        return ask_open(self, self._services.settings, self.take, LOGOS)

    def take(self, path: Path) -> None:
        """Make the picture in a file the logo; what cannot be read is said below."""
        library, now = self._services.library, self._services.now()

        def work(_ticket: object) -> ReadPicture:
            found = read_logo_file(path)
            library.keep_pictures([found.picture], now)
            return found

        self.said.setText(_("Reading…"))
        self._services.jobs.start(work, self._on_read, self._on_failed)

    def remove(self) -> None:
        """Print without a logo again; undo brings it back."""
        self._set("", _("Remove the logo"))
        self.choose_button.setFocus()
        self.said.setText(_("Removed. Undo brings it back."))

    def _set(self, key: str, doing: str) -> None:
        row = self._document.now.id
        self._document.edit(doing, lambda now: set_fields(now, row, logo=key))

    def _on_read(self, found: ReadPicture) -> None:
        self._set(found.picture.key, _("Choose a logo"))
        self.said.setText(_("It stands on the cover, the invitation and the cycle report."))

    def _on_failed(self, error: BaseException) -> None:
        self.said.setText(sentence(error) if is_known(error) else "")
        if not is_known(error):
            raise error

    def _on_changed(self, _delta: Delta | None = None) -> None:
        key, words = self._document.now.head.logo, self._document.now.head.logo_words
        self.picture.setAccessibleName(_("Logo: {words}").format(words=words) if words else "")
        if key == self._key:
            return
        self._key = key
        self.remove_button.setVisible(bool(key))
        self.words.setVisible(bool(key))
        self.choose_button.setText(_("Change the logo…") if key else _("Choose a logo…"))
        self.picture.setPixmap(QPixmap())
        self.picture.setVisible(bool(key))
        if key:
            self.picture.setText(_("The logo is not in this library."))
            library = self._services.library
            self._services.jobs.start(
                lambda _ticket: [_image_of(one.data) for one in library.pictures([key]).values()],
                lambda images: self._show(key, images),
                self._on_failed,
                owner=self,
            )

    def _show(self, key: str, images: list[QImage]) -> None:
        """Show the picture in place of the words that say it is not there."""
        for image in images:
            if key == self._key:
                self.picture.setPixmap(QPixmap.fromImage(image))

    def _lay_out(self) -> None:
        body, buttons = QVBoxLayout(self), QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(STEP)
        buttons.setSpacing(INSIDE)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        body.addWidget(label(_("Logo"), "label"))
        body.addWidget(self.picture)
        body.addLayout(buttons)
        body.addWidget(self.said)
        body.addSpacing(STEP)
        body.addWidget(self.words)


def _image_of(data: bytes) -> QImage:
    """The picture in the room there is for it."""
    return QImage.fromData(data).scaled(
        _ROOM, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
