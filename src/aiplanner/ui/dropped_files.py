"""What is dropped on a window: a programme's file is opened, returned forms are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

from aiplanner.ui.services import Services

if TYPE_CHECKING:
    from aiplanner.ui.main_window import MainWindow
    from aiplanner.ui.returned.home import FormOwners
    from aiplanner.ui.windows import Windows


class DroppedFiles(QObject):
    """Forms go to the programme that is open; at Home it is told which one they belong to."""

    def __init__(self, window: MainWindow, services: Services, windows: Windows) -> None:
        super().__init__(window)
        self._window, self._services, self._windows = window, services, windows
        self._owners: FormOwners | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def stop(self) -> None:
        """End what is being read."""
        if self._owners is not None:
            self._owners.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome files of this computer, and take them."""
        if not isinstance(event, QDropEvent):  # what enters and moves is one too
            return super().eventFilter(watched, event)
        if paths := local_paths(event.mimeData()):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.take(paths)
        return True

    def take(self, paths: Sequence[Path]) -> None:
        """Read forms; of anything else open the first."""
        frame = self._window.frame
        if not all(_may_be_form(path) for path in paths):
            self._window.open_file(paths[0])
        elif frame is not None:
            frame.forms.open(paths)
        else:
            self._asked().ask(paths)

    def _asked(self) -> FormOwners:
        if self._owners is None:
            from aiplanner.ui.returned.home import FormOwners  # noqa: PLC0415 - when it is used

            say = self._window.home.notice.say
            self._owners = FormOwners(self._services, say, self._open_forms, self)
        return self._owners

    def _open_forms(self, programme_id: str, forms: Sequence[Path]) -> None:
        self._window.open_programme(programme_id)
        # Jobs are done in their order: when this one is, the programme is there, or was refused.
        self._services.jobs.start(
            lambda _ticket: None,
            lambda _none: self._lead(programme_id, forms),
            self._window.home.desk.report,
            owner=self,
        )

    def _lead(self, programme_id: str, forms: Sequence[Path]) -> None:
        for window in self._windows.open_windows:
            if window.programme_id == programme_id and window.frame is not None:
                window.frame.forms.open(forms)
                return


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what was dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _may_be_form(path: Path) -> bool:
    return path.suffix.lower() == ".pdf" or path.is_dir()
