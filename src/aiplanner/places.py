"""Know where the user's own files lie: the library, packs made without a window, reports."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("aiplanner", appauthor=False)
_VARIABLE = "AIPLANNER_LIBRARY"


def library_place(chosen: str | None = None) -> str:
    """The library to use, a path or a URL: the chosen one, else AIPLANNER_LIBRARY, else our own."""
    return chosen or os.environ.get(_VARIABLE) or str(Path(_DIRS.user_data_dir) / "library.db")


def packs_folder() -> Path:
    """The folder for packs that are made without a window."""
    return Path(_DIRS.user_data_dir) / "packs"


def keep_report(text: str) -> Path:
    """Keep the report of a fault of our own in the user's log folder, and say where it is."""
    folder = Path(_DIRS.user_log_dir)
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "problem-report.txt"
    place.write_text(text, encoding="utf-8", errors="backslashreplace")
    return place
