"""Cut a pasted list or a spreadsheet's text file into cells, whatever its characters are in."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aiplanner.domain.errors import PlanError

MOST_LINES = 10_000
MOST_BYTES = 8_000_000
MOST_COLUMNS = 60

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as cells, all lines of one width; `numbers` are the lines of the file, from 1."""

    lines: tuple[Cells, ...]
    numbers: tuple[int, ...]
    encoding: str = ""
    """How the characters of a file were read, where that is a guess to look at."""


def cells_of_file(data: bytes, file: str) -> Sheet:
    """The cells of a CSV or TSV file as a spreadsheet writes it.

    UTF-8 and UTF-16 with or without a mark, else Windows-1252; separated by tabs, semicolons or
    commas. PlanError `list-not-text`, `list-too-long`, `list-empty`.
    """
    if len(data) > MOST_BYTES:
        raise PlanError("list-too-long", most=MOST_LINES)
    text, encoding = _decoded(data, file)
    return _sheet(text, encoding)


def cells_of_text(text: str) -> Sheet:
    """The cells of a list that was typed or pasted: a name a line, or several columns.

    One line of several names is a line each. PlanError `list-too-long`, `list-empty`.
    """
    if len(text) > MOST_BYTES:
        raise PlanError("list-too-long", most=MOST_LINES)
    return _sheet(text, "")


def _sheet(text: str, encoding: str) -> Sheet:
    rows = [(n, row) for n, row in _rows(text) if any(row)]
    if not rows:
        raise PlanError("list-empty")
    if len(rows) == 1 and len(rows[0][1]) > _ONE_PERSON:
        number, row = rows[0]
        rows = [(number, (cell,)) for cell in row if cell]
    if len(rows) > MOST_LINES:
        raise PlanError("list-too-long", most=MOST_LINES)
    width = min(MOST_COLUMNS, max(len(row) for _n, row in rows))
    lines = tuple((*row[:width], *[""] * (width - len(row))) for _n, row in rows)
    return Sheet(lines, tuple(n for n, _row in rows), encoding)


_ONE_PERSON = 3
"""Most columns that a single line has which tells of one person: name, organisation, role."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")
_BULLET = re.compile(r"^(?:[•◦▪‣·*–—-]|\(?\d{1,5}[.)])\s+")

_QUOTED = re.compile(r'"[^"]*"')
_SEPARATORS = ("\t", ";", ",")
_SAMPLE = 200


def _clean(cell: str) -> str:
    return " ".join(_UNPRINTABLE.sub(" ", cell).split())


def _rows(text: str) -> Iterator[tuple[int, Cells]]:
    """The lines of a text with their numbers, cut where columns end."""
    lines = [_BULLET.sub("", line) + "\n" for line in text.lstrip("\ufeff").splitlines()]
    separator = _separator(lines[:_SAMPLE])
    # A quotation mark that is never closed would swallow the rest: then marks are plain text.
    rows = _cut(lines, separator, csv.QUOTE_MINIMAL) or _cut(lines, separator, csv.QUOTE_NONE)
    if rows is None:  # a cell longer than any text
        raise PlanError("list-too-long", most=MOST_LINES)
    for number, row in rows:
        yield number, tuple(map(_clean, row))


def _cut(
    lines: Sequence[str], separator: str, quoting: Literal[0, 3]
) -> list[tuple[int, list[str]]] | None:
    reader = csv.reader(lines, delimiter=separator, quoting=quoting, strict=True)
    rows, begins = [], 1
    try:
        for row in reader:
            rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error:
        return None
    return rows


def _separator(lines: Sequence[str]) -> str:
    """What parts the columns: what most lines hold equally often; a tab where none does."""
    outside = [_QUOTED.sub("", line) for line in lines if line.strip()]
    alike = {}
    for separator in _SEPARATORS:
        counts = Counter(line.count(separator) for line in outside)
        alike[separator] = max((n for often, n in counts.items() if often), default=0)
    return max(_SEPARATORS, key=lambda separator: alike[separator])


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    """The text of a file, and the name of its encoding where that is a guess to look at."""
    if data.startswith(_FOREIGN):
        raise PlanError("list-not-text", file=file)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, file), ""
    if encoding := _unmarked_wide(data):
        return _strict(data, encoding, file), ""
    if b"\0" in data:
        raise PlanError("list-not-text", file=file)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _strict(data, "cp1252", file), "Windows-1252"


_FOREIGN = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"SQLite format")
"""How files begin that people mistake for lists: spreadsheets, PDFs, archives, pictures."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def _unmarked_wide(data: bytes) -> str:
    """UTF-16 without its mark: in Western lists nearly every other byte is zero."""
    start = data[:400]
    zeros = start[1::2].count(0), start[::2].count(0)
    most = max(zeros) * 4 > len(start)
    return "" if not most else "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError:
        raise PlanError("list-not-text", file=file) from None
