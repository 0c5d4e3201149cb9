"""Lay the pictures of photos out as files, for the process that prints and has no library."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aiplanner.app.pictures import Picture, picture_of
from aiplanner.app.ports import Library, WorldError
from aiplanner.domain.errors import PlanError


def lay_out(library: Library, keys: Iterable[str], folder: Path) -> None:
    """Write the pictures of these keys that are there, each in a file named by its key.

    WorldError `file-unwritable`, or what the library refuses.
    """
    for key in keys:
        for picture in library.pictures([key]).values():
            path = folder / key
            try:
                path.write_bytes(picture.data)
            except OSError as error:
                what = error.strerror or str(error)
                raise WorldError("file-unwritable", file=path, what=what) from error


def laid_out(folder: str, key: str) -> Picture | None:
    """The picture of that key among those laid out; None where it is not there, or not whole."""
    if not folder:
        return None
    try:
        found = picture_of((Path(folder) / key).read_bytes(), key)
    except (OSError, PlanError):
        return None
    return found if found.key == key else None
