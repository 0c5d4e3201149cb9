"""Rows of cells as a file that Excel and LibreOffice open right, and in which nothing is run."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest

_LONGEST = 32_000
"""Most characters in a cell; from 32,768 on Excel lets them run over into other rows."""
_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that spreadsheets take for a formula, wide forms among them."""


def to_csv(cells: Iterable[Sequence[str]]) -> bytes:
    """Rows as UTF-8 with its mark, parted by commas; a cell that is too long goes on below."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in cells:
        writer.writerows(_in_length(row))
    return BOM_UTF8 + out.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """A cell that is text in every spreadsheet, whoever wrote it: "=1+1" gets a mark before it."""
    return f"'{cell}" if cell.lstrip().startswith(_STARTS) else cell


def _in_length(row: Sequence[str]) -> Iterator[Sequence[str]]:
    return zip_longest(*map(_pieces, row), fillvalue="")


def _pieces(cell: str) -> list[str]:
    """The cell in pieces that fit; each is a cell of its own, and made harmless."""
    return [harmless(cell[n : n + _LONGEST]) for n in range(0, len(cell) or 1, _LONGEST)]
