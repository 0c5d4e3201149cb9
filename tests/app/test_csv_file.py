"""Tables as files: right in Excel and LibreOffice, and nothing in them is a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from aiplanner.app.csv_file import harmless, to_csv

LONGEST_IN_EXCEL = 32_767


def read(data: bytes) -> list[list[str]]:
    """The rows as a spreadsheet reads them."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_script_comma_quote_and_line_end_comes_through() -> None:
    rows = [["Sheet", "Answer"], ["Łódź, Привіт", 'She said: "come in".\nSo we did; أمل']]
    data = to_csv(rows)
    assert data.startswith(b"\xef\xbb\xbf"), "or Excel takes it for Windows-1252"
    assert data.endswith(b"\r\n")
    assert read(data) == rows


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", " =", "\t=", "\n@", "\uff1d"])
def test_what_somebody_wrote_is_never_run(begin: str) -> None:
    cell = f"{begin}HYPERLINK(A1)"
    assert harmless(cell) == f"'{cell}"
    assert read(to_csv([[cell]]))[0][0].startswith("'")


@pytest.mark.parametrize("cell", ["", "12", "mostly", "We = us", "a@b.example", "'quoted'"])
def test_other_cells_are_left_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_very_long_answer_goes_on_in_the_row_below() -> None:
    long = "word " * 20_000
    first, *rest = read(to_csv([["Your view", long, "1"]]))
    assert (first[0], first[2]) == ("Your view", "1")
    assert rest
    assert all((row[0], row[2]) == ("", "") for row in rest)
    assert all(len(row[1]) <= LONGEST_IN_EXCEL for row in (first, *rest))
    assert "".join(row[1] for row in (first, *rest)) == long


def test_a_formula_at_the_edge_of_a_piece_is_not_run_either() -> None:
    rows = read(to_csv([["x" * 32_000 + "=HYPERLINK(A1)"]]))
    assert rows[1] == ["'=HYPERLINK(A1)"]
