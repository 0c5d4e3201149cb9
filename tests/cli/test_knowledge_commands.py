"""Scripts can count, check and exchange what aiplanner knows, and ask what is worth a look."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from aiplanner.app.content import EXAMPLE, starters
from aiplanner.app.interchange import to_json
from aiplanner.domain.edits.dismissals import dismiss
from tests.support.plans import item, named, plan, session
from tests.support.shell import Shell

MINE = """\
[[handouts]]
key = "my-sheet"
title = "What we saw on our walk"
lead = "For your walk."
per = "pair"
sources = ["own"]
[[handouts.blocks]]
block = "prompt"
text = "What caught your eye?"
"""

KEYS = [starter.key for starter in starters()]


def _mine(shell: Shell, text: str = MINE) -> Path:
    file = shell.folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("key", KEYS)
def test_every_starter_runs_without_a_word_of_complaint(shell: Shell, key: str) -> None:
    programme = shell.done("new", key).strip()
    assert shell.done("hints", programme) == ""
    assert json.loads(shell.done("hints", programme, "--json"))["hints"] == []
    plain = json.loads(shell.done("schedule", programme, "--json"))
    assert [(s["gaps"], s["overlaps"]) for s in plain["sessions"] if key != EXAMPLE] == [
        (0, 0) for _session in plain["sessions"] if key != EXAMPLE
    ]
    said = shell("pack", programme, "--out", "pack.pdf", "--documents", "contents,timetable")
    assert (said.status, said.err) == (0, "")


def test_there_are_at_least_ten_starters(shell: Shell) -> None:
    told = json.loads(shell.done("starters", "--json"))
    assert len([one for one in told if one["id"] != EXAMPLE]) >= 10
    assert all(one["promise"] and one["hours"] for one in told)


def test_a_hint_names_what_and_where(shell: Shell) -> None:
    programme = shell.done("new", "three-sessions").strip()
    shell.done("export", programme, "--out", "plan.json")
    told = json.loads((shell.folder / "plan.json").read_text("utf-8"))
    for one in told["sessions"]:
        one["planned"] = 60
    (shell.folder / "plan.json").write_text(json.dumps(told), encoding="utf-8")
    late = shell.done("import", "plan.json").strip()
    hints = json.loads(shell.done("hints", late, "--json"))["hints"]
    assert {hint["session"] for hint in hints} == {1, 2, 3}
    assert shell.done("hints", late).count("\n") == len(hints)


def test_hints_that_the_team_does_without_stand_apart(shell: Shell) -> None:
    before = plan(session("10:00", item("Interviews", "30"), item("Dream", "20")), title="Ours")
    last = named(before, "Dream").id
    left = dismiss(before, "closes", last, "We close at lunch", date(2027, 1, 12))
    (shell.folder / "ours.json").write_bytes(to_json(left))
    key = shell.done("import", "ours.json").strip()
    told = json.loads(shell.done("hints", key, "--json"))
    assert [hint["rule"] for hint in told["hints"]] == ["opens"]
    [dismissed] = told["dismissed"]
    assert (dismissed["rule"], dismissed["reason"]) == ("closes", "We close at lunch")
    assert (dismissed["item"], dismissed["day"]) == ("Dream", "2027-01-12")
    assert "check-out" not in shell.done("hints", key)


def test_the_content_is_counted_for_each_capability_in_each_phase(shell: Shell) -> None:
    counts = json.loads(shell.done("content", "--json"))
    assert counts["activities"] >= 45
    assert counts["handouts"] >= 24
    assert counts["online"] >= 6
    for capability, phases in counts["coverage"].items():
        for phase, roles in phases.items():
            assert sum(roles.values()) >= 2, (capability, phase)
    assert str(counts["activities"]) in shell.done("content")


def test_the_shipped_content_is_sound(shell: Shell) -> None:
    assert "sound" in shell.done("content", "--check")


def test_a_broken_file_is_refused_by_line_and_changes_nothing(shell: Shell) -> None:
    file = _mine(shell, MINE.replace('block = "prompt"', 'block = "prmpt"'))
    said = shell("content", "--check", file)
    assert said.status == 1
    assert said.err.startswith("mine.toml:8: ")
    assert "mine.toml, line 8" in shell.refused("import", file)
    assert json.loads(shell.done("content", "--json"))["own"] == 0


@pytest.mark.parametrize("name", ["nowhere.toml", "."])
def test_a_file_that_is_none_is_refused(shell: Shell, name: str) -> None:
    shell.refused("content", "--check", name)
    shell.refused("content", "--check", name, library="other.db")


def test_own_content_is_taken_in_printed_and_written_out_again(shell: Shell) -> None:
    shell.refused("content", "--out", "none.toml")
    assert shell.done("import", _mine(shell)) == "my-sheet\n"
    assert "my-sheet" in shell.done("documents")
    programme = shell.done("new", "blank").strip()
    shell.done("pack", programme, "--out", "mine.pdf", "--documents", "my-sheet")
    [page] = PdfReader(shell.folder / "mine.pdf").pages
    assert "What caught your eye?" in page.extract_text()
    shell.done("content", "--out", "again.toml")
    shell.done("import", "again.toml", "--library", "another.db")
    assert "my-sheet" in shell.done("documents", "--library", "another.db")


def test_a_check_says_of_a_file_without_content_what_it_is(shell: Shell) -> None:
    assert "holds no activities" in shell("content", "--check", _mine(shell, "")).err


def test_an_own_piece_that_cannot_be_read_stops_nothing(shell: Shell) -> None:
    shell.done("import", _mine(shell))
    with closing(sqlite3.connect(shell.folder / "library.db")) as connection, connection:
        connection.execute('UPDATE own_piece SET body = \'{"of": "tomorrow"}\'')
    for command in ("starters", "content"):
        said = shell(command)
        assert (said.status, "What we saw" in said.err) == (0, True)
    programme = shell.done("new", "blank").strip()
    assert "my-sheet" not in shell.done("documents")
    shell.done("pack", programme, "--out", "pack.pdf", "--documents", "cover")
    assert "What we saw" in shell.refused("check")
