"""Write a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from aiplanner.app.ports import WorldError


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the file and put it in place when complete; WorldError `file-unwritable`."""
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(data)
            os.replace(part, path)  # noqa: PTH105 - the atomic one, by its plain name
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WorldError("file-unwritable", file=path, what=error.strerror or str(error)) from error


def part_of(path: Path) -> Path:
    """Where a file is while it is not complete: beside its own place."""
    return path.with_name(path.name + ".part")
