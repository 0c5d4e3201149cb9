"""Find the forms in what was dropped or chosen: files as they are, folders by their PDF files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

MOST = 500
"""Files that are read at one go."""
MOST_FOLDERS = 200
"""Folders that are looked into; a whole disk dropped by mistake would hold up saving."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be read, and whether there was more than that."""

    files: tuple[Path, ...]
    cut: bool = False


def gathered(paths: Sequence[Path]) -> Gathered:
    """The files among `paths`, and the PDF files in the folders among them, at most `MOST`."""
    looked = count(1)
    found = tuple(islice(_files(paths, looked), MOST + 1))
    stopped = next(looked) > MOST_FOLDERS + 1
    return Gathered(found[:MOST], cut=stopped or len(found) > MOST)


def _files(paths: Iterable[Path], looked: Iterator[int]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _inside(path, looked)
        else:
            yield path


def _inside(folder: Path, looked: Iterator[int]) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        if next(looked) > MOST_FOLDERS:
            return
        folders.sort(key=str.casefold)
        for name in sorted(files, key=str.casefold):
            if name.lower().endswith(".pdf"):
                yield Path(here) / name
