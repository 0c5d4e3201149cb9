"""Rows of cells to and from the texts that spreadsheets and word processors exchange."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from html import escape
from html.parser import HTMLParser
from io import StringIO

Cells = list[list[str]]

MOST_ROWS = 1000
"""More rows than this are no running order; the rest is left out."""
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣*–—-]|o(?=\t)|\d{1,3}[.)])\s+")
_CLOCK = r"\d{1,2}[:.]\d{2}(?:\s*[ap]m)?"
_STARTS = re.compile(
    rf"(?P<clock>{_CLOCK}(?:\s*(?:-|–|to)\s*{_CLOCK})?)(?:\s*[-–:,]\s*|\s+)(?P<rest>.+)",
    re.IGNORECASE,
)
_UNIT = r"(?:m|min|mins|minutes|h|hr|hrs|hours?)"
_ENDS = re.compile(
    rf"(?P<rest>.*?\S)\s*(?:\(\s*(?P<inside>\d[\d:., -–]*\s*{_UNIT}[\s\d]*(?:min)?)\.?\s*\)"
    rf"|[,;–-]\s*(?P<after>\d[\d:.]*\s*{_UNIT})\.?)",
    re.IGNORECASE,
)


def to_tsv(cells: Iterable[Sequence[str]]) -> str:
    """Cells parted by tabs, as Excel and Word take them; cells with tabs or breaks are quoted."""
    out = StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(cells)
    return out.getvalue()


def from_tsv(text: str) -> Cells:
    """The cells of such a text; where its quotes do not pair up they stand for themselves."""
    unbroken = text.replace("\r\n", "\n").replace("\r", "\n")
    if unbroken.count('"') % 2:
        rows: Iterable[list[str]] = (line.split("\t") for line in unbroken.split("\n"))
    else:
        rows = csv.reader(StringIO(unbroken, newline=""), delimiter="\t")
    try:
        return _filled(rows)
    except csv.Error:
        return _filled(line.split("\t") for line in unbroken.split("\n"))


def to_html(cells: Sequence[Sequence[str]]) -> str:
    """Cells as a table with a row of heads, as word processors take it."""
    head, *rows = cells
    lines = [_html_row("th", head), *(_html_row("td", row) for row in rows)]
    return f"<table border='1'>{''.join(lines)}</table>"


def from_html(text: str) -> Cells:
    """The cells of the first table in a page; none where there is no table."""
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    return _filled(reader.rows)


def from_list(text: str) -> Cells:
    """A plain list as cells "clock, minutes, what": "10:00 Welcome (15 min)", "- Lunch, 45 min"."""
    lines = (_BULLET.sub("", line, count=1).strip() for line in text.splitlines())
    return [_list_cells(line) for line in lines if line][:MOST_ROWS]


def is_list(text: str) -> bool:
    """Whether a text has no columns; a tab after a bullet makes none."""
    return all("\t" not in _BULLET.sub("", line, count=1).strip() for line in text.splitlines())


def _list_cells(line: str) -> list[str]:
    clock, minutes = "", ""
    if begins := _STARTS.fullmatch(line):
        clock, line = begins["clock"], begins["rest"]
    if ends := _ENDS.fullmatch(line):
        minutes, line = ends["inside"] or ends["after"], ends["rest"]
    return [clock, minutes.strip(), line.strip()]


def _html_row(tag: str, row: Sequence[str]) -> str:
    cells = (escape(cell).replace("\n", "<br>") for cell in row)
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def _filled(rows: Iterable[Sequence[str]]) -> Cells:
    """The rows that hold something, all of one width."""
    found: Cells = []
    for row in rows:
        if any(cell.strip() for cell in row):
            found.append(["\n".join(map(str.strip, cell.strip().split("\n"))) for cell in row])
        if len(found) == MOST_ROWS:
            break
    width = max(map(len, found), default=0)
    return [row + [""] * (width - len(row)) for row in found]


class _TableReader(HTMLParser):
    """Reads the first table; what tables it holds within its cells count as their text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._depth, self._done, self._cell = 0, False, False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._depth != 1 or self._done:
            return
        if tag == "tr":
            self.rows.append([])
            self._cell = False  # a page need not say that a cell ends
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._cell = True
        elif tag in ("br", "p", "div", "li") and self._cell and self.rows[-1][-1].strip():
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
            self._done = self._done or self._depth == 0
        elif tag in ("td", "th"):
            self._cell = False

    def handle_data(self, data: str) -> None:
        if self._cell and self._depth and not self._done:
            # A line break in the source of a page is only a space.
            self.rows[-1][-1] += re.sub(r"\s+", " ", data)
