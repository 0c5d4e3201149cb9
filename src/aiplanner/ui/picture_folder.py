"""Keep the pictures that are to be printed in a folder, where the worker process finds them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from aiplanner.app.picture_files import lay_out
from aiplanner.app.pictures import picture_keys
from aiplanner.app.ports import Library
from aiplanner.domain.programme import Programme
from aiplanner.ui.errors import is_known
from aiplanner.ui.jobs import Jobs


class PictureFolder(QObject):
    """Each picture is written once, as what is called by its own hash never changes."""

    def __init__(self, library: Library, jobs: Jobs, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._jobs, self.path = library, jobs, path
        self._there: set[str] = set()

    def lay_out(self, programme: Programme, then: Callable[[], object]) -> None:
        """Have the pictures of a programme there, as far as can be, and go on with `then`."""
        missing = tuple(key for key in picture_keys(programme) if key not in self._there)
        if not missing:
            then()
            return
        library, path = self._library, self.path

        def done(_none: None) -> None:
            self._there.update(missing)
            then()

        def failed(error: BaseException) -> None:
            then()  # what is not there is told on the paper
            if not is_known(error):
                raise error

        self._jobs.start(lambda _ticket: lay_out(library, missing, path), done, failed, owner=self)
