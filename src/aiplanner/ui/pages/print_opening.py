"""Open a finished PDF, or the folder it is in, with the programs of this computer."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from aiplanner.app.ports import WorldError


def open_place(place: Path) -> None:
    """Open a file or a folder; WorldError `file-without-program` when nothing here can."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
        raise WorldError("file-without-program", file=place.name)


def open_copy(file: Path, copy: Path) -> None:
    """Open a copy of a file that may be replaced while it is read; WorldError as `open_place`."""
    try:
        shutil.copyfile(file, copy)
    except OSError as error:
        raise WorldError("file-unwritable", file=copy.name, what=error.strerror) from error
    open_place(copy)
