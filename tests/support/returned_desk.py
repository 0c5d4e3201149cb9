"""The window for returned forms with two hands, and files to drop on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.domain.findings import Story
from aiplanner.domain.programme import Programme
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.returned.answers import AnswersForm
from aiplanner.ui.returned.lines import State
from aiplanner.ui.returned.window import ReturnedWindow
from aiplanner.ui.services import Services
from tests.support.filled_forms import STORY, story_form, write_form
from tests.support.hands import PATIENCE, Hands

TAXI = {
    "text": "The taxi",
    "happened": "He waited.\nAn hour.",
    "quote": "Off we go",
    "shared": "p1",
}
KEYS = {"text": "The keys", "happened": "They were under the mat.", "shared": "p3"}


@dataclass(frozen=True)
class Desk:
    """The window for returned forms, a folder for files, and two hands."""

    frame: ProgrammeFrame
    forms: ReturnedWindow
    hands: Hands
    services: Services
    qtbot: QtBot
    write: Write

    def read(self, *paths: Path) -> None:
        """Drop files on the window and wait until all are read."""
        drop_on(self.forms, paths)
        settle(self.forms, self.services, self.qtbot)

    @property
    def form(self) -> AnswersForm:
        """The answers on show."""
        assert self.forms.panel.form is not None
        return self.forms.panel.form

    @property
    def stories(self) -> list[Story]:
        """The stories after the one that was there."""
        return list(self.frame.document.now.stories[1:])

    @property
    def states(self) -> list[State]:
        return [line.state for line in self.forms.pile.lines]

    @property
    def spoken(self) -> list[str]:
        """What a screen reader says of each line of the list."""
        model, role = self.forms.model, Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row).data(role)) for row in range(model.rowCount())]


@dataclass(frozen=True)
class Write:
    """Writes story sheets of the first session of a programme: `write("anna", TAXI)`."""

    folder: Path
    programme: Programme

    def __call__(self, name: str, said: Mapping[str, str], document: str = STORY) -> Path:
        form = story_form(self.programme, said, self.programme.sessions[0].id, document=document)
        return write_form(self.folder / f"{name}.pdf", form)


def settle(forms: ReturnedWindow, services: Services, qtbot: QtBot) -> None:
    def done() -> bool:
        services.jobs.drain()
        return bool(forms.pile.lines) and not forms.pile.progress[1]

    qtbot.waitUntil(done, timeout=PATIENCE)


def drop_on(window: QWidget, paths: tuple[Path, ...]) -> None:
    """Drop files on a window as the system does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, at = Qt.KeyboardModifier.NoModifier, QPointF(30, 30)
    QApplication.sendEvent(window, QDragEnterEvent(at, copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(at, copy, data, left, none))
