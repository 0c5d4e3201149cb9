"""`aiplanner actions`: what is still to be done in all programmes."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from aiplanner.app.ports import Shelf
from aiplanner.domain.findings import Progress
from aiplanner.store.engine import open_library
from tests.support.kept_programmes import keep
from tests.support.shell import Shell
from tests.support.to_do import action, programme_of, promise, row_id

NOW = datetime.now(UTC)
TODAY = NOW.astimezone().date()


@pytest.fixture
def filled(shell: Shell) -> Shell:
    """A library of two programmes, one of them archived."""
    late, far = TODAY - timedelta(days=3), TODAY + timedelta(days=40)
    ours = programme_of(
        100,
        "Ward 4",
        action(1, "Discharge board", "Morag Reid", late, first_step="Ask"),
        promise(2, "I ask first", "Tom", far),
        action(3, "Done", progress=Progress.DONE),
    )
    with closing(open_library(str(shell.folder / "library.db"))) as library:
        keep(library, ours)
        keep(library, programme_of(101, "Old", action(4, "Old one", "reid, morag", late)))
        library.shelve(row_id(101), Shelf.ARCHIVED, NOW)
    return shell


def texts(said: str) -> list[str]:
    """What JSON lists."""
    return [row["text"] for row in json.loads(said)]


def test_a_line_a_thing_to_do_the_earliest_first(filled: Shell) -> None:
    first, second = filled.done("actions").splitlines()
    assert first == "3 days overdue\tMorag Reid\tDischarge board\tWard 4"
    assert second.endswith("\tTom\tI ask first\tWard 4")


def test_scripts_get_every_field(filled: Shell) -> None:
    late = (TODAY - timedelta(days=3)).isoformat()
    assert json.loads(filled.done("actions", "--overdue", "--json")) == [
        {
            "programme_id": row_id(100),
            "programme": "Ward 4",
            "archived": False,
            "id": row_id(1),
            "kind": "action",
            "text": "Discharge board",
            "person": "Morag Reid",
            "due": late,
            "first_step": "Ask",
            "first_due": None,
            "progress": "planned",
            "next": late,
            "said": "3 days overdue",
            "overdue": True,
        }
    ]


def test_mine_and_archived_are_choices(filled: Shell) -> None:
    assert texts(filled.done("actions", "--mine", "MORAG reid", "--json")) == ["Discharge board"]
    both = filled.done("actions", "--mine", "morag reid, tom", "--archived", "--json")
    assert texts(both) == ["Old one", "Discharge board", "I ask first"]
    assert filled.done("actions", "--mine", "nobody") == ""


def test_an_empty_library_lists_nothing(shell: Shell) -> None:
    assert shell.done("actions") == ""
    assert json.loads(shell.done("actions", "--json")) == []
