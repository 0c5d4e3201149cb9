"""Find the forms in what was dropped or chosen: files as they are, folders by their PDF files."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from aiplanner.i18n import gettext as _

MOST = 500
"""Files that are read at one go."""
_MOST_SEEN = 20 * MOST
"""Files that are looked for at all."""
MOST_FOLDERS = 200
"""Folders that are looked into; a whole disk dropped by mistake would hold up saving."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be read, and whether there was more than that."""

    files: tuple[Path, ...]
    cut: bool = False


def gathered(paths: Sequence[Path], known: Collection[Path] = ()) -> Gathered:
    """The files among `paths`, and the PDF files in the folders among them, at most `MOST`.

    Where there are more, those that are `known` give way: choosing a folder again brings the rest.
    """
    looked = count(1)
    found = tuple(islice(_files(paths, looked), _MOST_SEEN))
    stopped = next(looked) > MOST_FOLDERS + 1
    cut = stopped or len(found) > MOST
    if len(found) > MOST:
        found = tuple(sorted(found, key=lambda path: path in known))
    return Gathered(found[:MOST], cut=cut)


def cut_text(found: Gathered) -> str:
    """What is said where there was more; empty where there was not."""
    if not found.cut:
        return ""
    words = _(
        "{count} files are read. At most {most} in {folders} folders are at one go, and there are "
        "more: choose them again for the rest."
    )
    return words.format(count=len(found.files), most=MOST, folders=MOST_FOLDERS)


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
