"""Write a file, or a folder of files, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EBUSY, ENOTDIR, EPERM, ETXTBSY
from itertools import count
from pathlib import Path
from zlib import crc32

from aiplanner.app.ports import WorldError
from aiplanner.i18n import gettext as _

_PART = ".aiplanner.part"
_LONGEST = 255
"""Bytes that systems take as the name of a file."""
_HELD = (EBUSY, ETXTBSY, EPERM)
"""What systems say of a file that another program holds open."""


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file and put it in place when complete.

    WorldError `file-unwritable`, or `file-held` when another program has the old file open.
    """
    part = part_of(path)
    try:
        make_room(path)
        try:
            part.write_bytes(data)
            put_in_place(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WorldError("file-unwritable", file=path, what=error.strerror or str(error)) from error


def make_room(path: Path) -> None:
    """Make the folder that a file is to stand in; OSError that says when there is a file there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # "File exists" would be told of the file that is wanted
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from error


def put_in_place(part: Path, path: Path) -> None:
    """Let a complete file take its place; OSError, and WorldError `file-held` as `write_whole`."""
    try:
        os.replace(part, path)  # noqa: PTH105 - the atomic one, by its plain name
    except OSError as error:
        held = isinstance(error, PermissionError) or error.errno in _HELD
        if held and path.is_file():  # what could be written beside it may be written here too
            raise WorldError("file-held", file=path.name) from error
        raise


@contextmanager
def folder_whole(folder: Path) -> Iterator[Path]:
    """A folder to write into that becomes `folder` when all went well, and else is gone.

    WorldError `folder-there` where something of that name is there already: nothing is merged into
    it; `file-unwritable`.
    """
    if folder.exists():
        raise WorldError("folder-there", file=folder.name)
    part = part_of(folder)
    try:
        remove(part)  # what a process left that was ended from outside
        part.mkdir(parents=True)
        try:
            yield part
            part.rename(folder)
        finally:
            remove(part)
    except OSError as error:
        what = error.strerror or str(error)
        raise WorldError("file-unwritable", file=folder, what=what) from error


def free_folder(folder: Path) -> Path:
    """The folder, or the first of its name with a number behind it that is not there yet."""
    numbered = (
        folder.with_name(_("{name} ({number})").format(name=folder.name, number=number))
        for number in count(2)
    )
    return folder if not folder.exists() else next(one for one in numbered if not one.exists())


def part_of(path: Path) -> Path:
    """Where a file or folder is while it is not complete: beside its own place.

    The name is nobody else's (browsers call what they load `….part`), so that whatever stands there
    is ours to remove. A name that would become too long for the system is told by its checksum.
    """
    name = os.fsencode(path.name)
    fits = len(name) + len(_PART) <= _LONGEST
    return path.with_name((path.name if fits else f"{crc32(name):08x}") + _PART)


def remove(path: Path) -> None:
    """Remove a file or a folder with all it holds, if it is there; OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
