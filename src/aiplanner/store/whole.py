"""Make a file appear whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4


def make_whole(path: Path, write: Callable[[Path], None]) -> bool:
    """Write a file beside its place, then give it its name; False when the name is taken by then.

    OSError, or what `write` raises: nothing is left behind.
    """
    part = path.with_name(f".{path.name}.{uuid4().hex}.part")
    try:
        write(part)
        return _named(part, path)
    finally:
        part.unlink(missing_ok=True)


def _named(part: Path, path: Path) -> bool:
    _settle(part)
    try:
        os.link(part, path)  # unlike a rename, it refuses a name that is taken
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        part.rename(path)
    _settle(path.parent)
    return True


def _settle(path: Path) -> None:
    """Have the file or folder on the disk before going on; Windows cannot do so for a folder."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
