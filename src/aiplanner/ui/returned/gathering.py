"""Find the forms in what was dropped or chosen: files as they are, folders by their PDF files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

MOST = 500
"""Files that are read at one go."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be read, and whether there was more than that."""

    files: tuple[Path, ...]
    cut: bool = False


def gathered(paths: Sequence[Path]) -> Gathered:
    """The files among `paths`, and the PDF files in the folders among them, at most `MOST`."""
    found = tuple(islice(_files(paths), MOST + 1))
    return Gathered(found[:MOST], cut=len(found) > MOST)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        else:
            yield path


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.lower().endswith(".pdf"):
                yield Path(here) / name
