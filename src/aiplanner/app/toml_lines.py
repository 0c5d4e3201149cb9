"""Find the line of a TOML file that a place in its data, such as "items[3].length", stands on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Names of keys and, for the parts of a list, their numbers from 0."""

_PART = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r'\s*("[^"]+"|[\w-]+)\s*=\s*(.*)')
_INLINE = re.compile(r"\s*\{")
_QUOTES = re.compile(r'"""|\'\'\'')


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    path: Path


def line_of(text: str, where: str) -> int:
    """The line, from 1, of the place `where`; of the nearest thing around it that has a line."""
    wanted = _path(where)
    found, depth = 1, 0
    for place in _places(text):
        shared = min(len(place.path), len(wanted))
        if shared > depth and wanted[:shared] == place.path[:shared]:
            found, depth = place.line, shared
    return found


def _path(where: str) -> Path:
    return tuple(int(n) if n else name.strip('"') for n, name in _PART.findall(where))


def _places(text: str) -> Iterator[_Place]:
    """Where tables, keys, and the inline tables of a list that fills lines begin."""
    table: Path = ()
    counts: Counter[Path] = Counter()
    listed: Path | None = None
    quoted = False
    for line, words in enumerate(text.splitlines(), 1):
        was_quoted, quoted = quoted, quoted ^ bool(len(_QUOTES.findall(words)) % 2)
        if was_quoted:
            continue
        if header := _HEADER.fullmatch(words):
            table, listed = _table(header[2], counts, is_list=header[1] == "[["), None
            yield _Place(line, table)
        elif key := _KEY.match(words):
            path = (*table, key[1].strip('"'))
            listed = path if key[2].lstrip().startswith("[") else None
            yield _Place(line, path)
        if listed is not None and _INLINE.match(words):
            yield _Place(line, (*listed, counts[listed]))
            counts[listed] += 1


def _table(name: str, counts: Counter[Path], *, is_list: bool) -> Path:
    """The path of a table by its header; a list's table is the next of its name."""
    *above, last = (part.strip().strip('"') for part in name.split("."))
    path: Path = ()
    for part in above:
        path = (*path, part)
        if counts[path]:
            path = (*path, counts[path] - 1)
    path = (*path, last)
    if not is_list:
        return path
    counts[path] += 1
    return (*path, counts[path] - 1)
