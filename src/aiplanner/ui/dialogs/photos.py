"""The photos of the wall sheets: add, describe, order and delete them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.ids import RowId
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui import file_dialogs
from aiplanner.ui.binding import Link, bind_text
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.models.photos import PhotosModel, caption_words
from aiplanner.ui.photo_commands import PhotoCommands
from aiplanner.ui.services import Services
from aiplanner.ui.stepping import do_again, take_back
from aiplanner.ui.tally.pile import session_answers
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.labels import ElidedLabel, label
from aiplanner.ui.widgets.photos import NO_PHOTOS, PhotoStrip
from aiplanner.ui.widgets.text_field import TextField

_WHY = _(
    "Drop or paste photos here, JPEG or PNG. They are printed in the cycle report, so leave out "
    "what may not be shared. Where and when they were taken is never kept."
)
_HINT = _("What it shows; read out to those who cannot see it")
_KEYS = _("Ins add · Ctrl+V paste · F2 describe · Alt+arrows move · Del delete · Ctrl+Z undo")

_HIGH, _LEAST_HIGH = 130, 60
"""Pixels at least: of the photos, and of the picture of one."""


class Photos(DialogFrame):
    """What is done here is done at once, step by step, like everywhere else."""

    def __init__(
        self, parent: QWidget, document: Document, services: Services, session_id: RowId | None
    ) -> None:
        super().__init__(parent, _("Photos of the wall"), _WHY, width=940)
        self._document, self._services = document, services
        self._described: RowId | None = None
        """The photo whose words stand in the field."""
        self.commands = PhotoCommands(document, services, self)
        self.commands.session_id = session_id
        self.model = PhotosModel(services.library, services.jobs, self)
        self.strip = PhotoStrip(self.model)
        self._side = QWidget()
        self.preview = _Preview()
        self.caption = TextField(_("What it shows"), _HINT)
        self.refusal = label("", "refusal", wrap=True)
        link = Link(self._read, self._write, _("say what a photo shows"), at_end=True)
        self._binding = bind_text(self.caption, document, link, self.refusal)
        self.session = ChoiceField(_("Session"), session_answers(document.now))
        self.words = ElidedLabel(role="secondary")
        self.add = button(_("Add photos…"), self._ask_for_files, icon="add")
        self.remove = button(_("Delete"), self._delete, icon="bin")
        self._lay_out()
        self._connect()
        self.model.show_photos(document.now)
        self.strip.setCurrentIndex(self.model.index(0))
        self._show_current()
        (self.strip if document.now.photos else self.add).setFocus()

    @property
    def current(self) -> Photo | None:
        """The photo in focus."""
        return self.model.photo(self.strip.currentIndex().row())

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(INSIDE)
        side.addWidget(self.preview, 1)
        for field in (self.caption, self.session):
            name = label(field.accessibleName(), "label")
            name.setBuddy(field)
            field.setAccessibleName(name.text())
            named = QVBoxLayout()
            named.setSpacing(STEP)
            named.addWidget(name)
            named.addWidget(field)
            side.addLayout(named)
            if field is self.caption:
                side.addWidget(self.refusal)
        both = QHBoxLayout()
        both.setSpacing(BETWEEN)
        card = on_card(self.strip)
        card.setMinimumHeight(_HIGH)
        both.addWidget(card, 4)
        both.addWidget(self._side, 3)
        below = QVBoxLayout()
        below.setSpacing(STEP)
        below.addWidget(self.words)
        below.addWidget(ElidedLabel(_KEYS, "secondary"))
        self.body.addLayout(both, 1)
        self.body.addLayout(below)
        self.answers.insertWidget(0, self.add)
        self.answers.insertWidget(1, self.remove)
        self.add_answer(button(_("Close"), self.accept, "primary"))

    def _connect(self) -> None:
        self.commands.said.connect(self._tell)
        self.commands.added.connect(self._on_added)
        self.strip.selectionModel().currentChanged.connect(self._on_turned)
        self.strip.stepped.connect(self._move)
        self.strip.unwanted.connect(self._delete)
        self.strip.opened.connect(self.caption.setFocus)
        self.strip.dropped.connect(self.commands.take)
        self.caption.returnPressed.connect(self._on_described)
        self.session.picked.connect(self._put_in_session)
        self.model.dataChanged.connect(self._show_current)
        self._document.changed.connect(self._on_changed)
        keys = {
            "Ins": self._ask_for_files,
            "Ctrl+V": self.commands.paste,
            "Ctrl+Z": lambda: take_back(self._document, self._tell),
            "Ctrl+Y": lambda: do_again(self._document, self._tell),
        }
        for key, do in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def _ask_for_files(self) -> None:
        file_dialogs.ask_pictures(self, self._services.settings, self.commands.add_files)

    def _delete(self) -> None:
        if (photo := self.current) is not None:
            self.commands.delete(photo.id)

    def _move(self, step: int) -> None:
        if (photo := self.current) is not None:
            self.commands.move(photo.id, step)

    def _put_in_session(self, key: str) -> None:
        if (photo := self.current) is not None:
            self.commands.put_in_session(photo.id, RowId(key) if key else None)

    def _read(self, programme: Programme) -> str | None:
        row = programme.rows.get(self._described or RowId(""))
        return row.caption if isinstance(row, Photo) else None

    def _write(self, programme: Programme, text: str) -> Programme:
        key = self._described
        return programme if key is None else set_fields(programme, key, caption=text)

    def _on_added(self, photo_id: RowId) -> None:
        self.strip.setCurrentIndex(self.model.index(self.model.row_of(photo_id)))
        self.caption.setFocus()

    def _on_described(self) -> None:
        """Go on to the next photo without words, or back to the photos."""
        row = self.strip.currentIndex().row()
        rest = [n for n in range(row + 1, self.model.rowCount()) if not self._caption(n)]
        if rest:
            self.strip.setCurrentIndex(self.model.index(rest[0]))
        else:
            self.strip.setFocus()

    def _caption(self, row: int) -> str:
        photo = self.model.photo(row)
        return "" if photo is None else photo.caption

    def _on_turned(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_current()

    def _on_changed(self) -> None:
        self.model.show_photos(self._document.now)
        self.session.offer(session_answers(self._document.now))
        if not self.strip.currentIndex().isValid():
            self.strip.setCurrentIndex(self.model.index(0))
        self._show_current()

    def _show_current(self) -> None:
        photo = self.current
        key = None if photo is None else photo.id
        if key != self._described:
            self._binding.finish()  # what was typed of the one before is its own
            self._described = key
            self._binding.revert()
        self._side.setVisible(photo is not None)
        self.strip.setAccessibleDescription(NO_PHOTOS if photo is None else "")
        self.remove.setEnabled(photo is not None)
        self.session.show_key("" if photo is None or photo.session_id is None else photo.session_id)
        if photo is not None:
            self.preview.show_picture(self.model.picture(photo), caption_words(photo))

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)


class _Preview(QLabel):
    """The photo in focus, as large as there is room; without a picture its words."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(_LEAST_HIGH)

    def show_picture(self, picture: QPixmap | None, words: str) -> None:
        """Show a picture; the words stand for it where it is not there."""
        self._picture = picture
        self.setAccessibleName(words)
        if picture is None:
            self.setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture in."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture is None or not self.width() or not self.height():
            return
        room = self.size().boundedTo(self._picture.size())
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.setPixmap(self._picture.scaled(room, keep, smooth))
