"""The running order tells what is asked for: all there is, or the columns that were chosen."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from aiplanner.app.printing import RunningColumn
from tests.support.packs import rendered, squeezed
from tests.support.rich_programme import SECRET, rich_programme
from tests.support.tagged_pdf import faults, structure

TOLD: dict[RunningColumn, str] = {
    "why": "Real moments, told in full",
    "how": "Pair with the person you know least.",
    "group": "Group: pairs",
    "lead": "Lead: Morag",
    "room": "For: families",
    "materials": "Interview chairs",
    "notes": SECRET,
}
"""Of each column something that stands nowhere else."""


def _heads(file: Path) -> list[str]:
    """The titles of the columns of the first table that has any."""
    heads = structure(file).find("TH")
    return [e.words() for e in heads if e.attributes["Scope"] == "/Column"][:4]


def _said(file: Path, *columns: RunningColumn, size: str = "clear") -> str:
    rendered(rich_programme(), file, ("running-order",), columns=columns, print_size=size)
    assert faults(file) == []
    tree = structure(file)
    alts = (e.attributes.get("ActualText", "") + e.attributes.get("Alt", "") for e in tree.walk())
    return squeezed(tree.words() + "".join(alts))


def _without(key: str) -> tuple[RunningColumn, ...]:
    return tuple(column for column in get_args(RunningColumn) if column != key)


@pytest.mark.parametrize("key", TOLD)
@pytest.mark.parametrize("size", ["clear", "large"])
def test_a_column_that_is_not_wanted_is_not_told(
    tmp_path: Path, key: RunningColumn, size: str
) -> None:
    out, words = tmp_path / "pack.pdf", squeezed(TOLD[key])

    assert words in _said(out, key, size=size)
    assert words not in _said(out, *_without(key), size=size)


def test_all_chosen_is_as_if_nothing_was_chosen(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    assert _said(out, *get_args(RunningColumn)) == _said(out)


@pytest.mark.parametrize(
    ("columns", "heads"),
    [
        (("clock", "minutes", "group"), ["Clock", "Min", "What, why and how", "Who and with what"]),
        (("clock", "why"), ["Clock", "What, why and how"]),
        (("why", "lead"), ["What, why and how", "Who and with what"]),
        (("how",), ["What, why and how"]),
    ],
)
def test_what_is_not_wanted_leaves_its_room_to_the_others(
    tmp_path: Path, columns: tuple[RunningColumn, ...], heads: list[str]
) -> None:
    out = tmp_path / "pack.pdf"
    _said(out, *columns)

    assert _heads(out)[: len(heads)] == heads


@pytest.mark.parametrize("columns", [("why",), ("minutes",)])
def test_headings_across_the_table_stay(tmp_path: Path, columns: tuple[RunningColumn, ...]) -> None:
    said = _said(tmp_path / "pack.pdf", *columns)

    assert squeezed("Two views of the future") in said
    assert squeezed("Strand B · Day room · Iain") in said
    assert squeezed("Welcome and why we are here") in said
