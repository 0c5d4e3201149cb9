"""The command line as a script meets it: what it prints, exit codes, one line for a refusal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from aiplanner.app.interchange import from_json, to_json
from aiplanner.cli.asked import WORDS, is_command
from aiplanner.cli.commands import _COMMANDS
from tests.support.agendas import agendas, entered
from tests.support.shell import Shell

HEX = set("0123456789abcdef")


def test_a_programme_is_begun_found_scheduled_exported_and_brought_back(shell: Shell) -> None:
    starters = json.loads(shell.done("starters", "--json"))
    assert {"three-sessions", "five-phases", "two-hour-taster", "example"} <= {
        starter["id"] for starter in starters
    }
    key = shell.done("new", "three-sessions", "--title", "Every handover leaves us ready").strip()
    assert len(key) == 32
    assert set(key) <= HEX
    for reference in (key, key[:12], "Every handover leaves us ready"):
        plain = json.loads(shell.done("schedule", reference, "--json"))
        assert plain["id"] == key
    for session in plain["sessions"]:
        spent = session["work"] + session["breaks"] + session["gaps"] - session["overlaps"]
        assert spent == _minute(session["end"]) - _minute(session["start"])
    shell.done("export", key, "--out", "plan.json")
    shell.done("export", key, "--out", "plan.txt")
    assert "Every handover leaves us ready" in (shell.folder / "plan.txt").read_text("utf-8")
    copy = shell.done("import", "plan.json").strip()
    assert copy != key
    assert len(json.loads(shell.done("list", "--json"))) == 2
    assert shell.done("list", "--search", "handov").count("\n") == 2
    assert shell.done("list", "--search", "nowhere") == ""
    assert "sound" in shell.done("check")


def test_the_days_of_a_programme_are_written_as_a_calendar(shell: Shell) -> None:
    key = shell.done("new", "example").strip()
    shell.done("export", key, "--out", "days.ics")
    text = (shell.folder / "days.ics").read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") > 3
    blank = shell.done("new", "two-hour-taster", "--title", "No days").strip()
    refused = shell("export", blank, "--out", "none.ics")
    assert refused.status == 1
    assert "has a day yet" in refused.err
    assert not (shell.folder / "none.ics").exists()


def test_the_library_option_stands_before_or_after_the_command(shell: Shell) -> None:
    shell.done("--library", "a.db", "new", "two-hour-taster", "--title", "One")
    assert "One" in shell.done("list", "--library", "a.db")
    assert shell.done("list") == ""


@pytest.mark.parametrize("agenda", agendas(), ids=[agenda["id"] for agenda in agendas()])
def test_a_real_agenda_is_imported_and_packed(shell: Shell, agenda: dict[str, object]) -> None:
    programme = entered(agenda)
    (shell.folder / "agenda.json").write_bytes(to_json(programme))
    key = shell.done("import", "agenda.json").strip()
    shell.done("export", key, "--out", "again.json")
    assert from_json((shell.folder / "again.json").read_bytes()) == programme
    assert shell("pack", key, "--out", "pack.pdf", "--documents", "timetable").status == 0
    assert PdfReader(shell.folder / "pack.pdf").pages


def test_a_pack_holds_what_was_chosen(shell: Shell) -> None:
    key = shell.done("new", "example").strip()
    ids = [line.split("\t")[0] for line in shell.done("documents", key).splitlines()]
    assert {"cover", "contents", "timetable", "running-order", "check-out"} <= set(ids)
    shell.done("pack", key, "--out", "one.pdf", "--documents", "timetable", "--session", "1")
    text = "".join(page.extract_text() for page in PdfReader(shell.folder / "one.pdf").pages)
    assert "Paired appreciative interviews" in text
    assert "Welcome back" not in text
    shell.done("pack", key, "--out", "safe.pdf", "--audience", "participant", "--print", "large")
    safe = "".join(page.extract_text() for page in PdfReader(shell.folder / "safe.pdf").pages)
    private = [
        line.split("Private notes: ")[1][:30]
        for line in _text_export(shell, key).splitlines()
        if "Private notes: " in line
    ]
    assert private
    assert not [note for note in private if note in " ".join(safe.split())]


def _text_export(shell: Shell, key: str) -> str:
    shell.done("export", key, "--out", "whole.txt")
    return (shell.folder / "whole.txt").read_text("utf-8")


def test_refusals_say_in_one_line_what_and_what_to_do(shell: Shell) -> None:
    key = shell.done("new", "two-hour-taster", "--title", "Same").strip()
    shell.done("new", "two-hour-taster", "--title", "Same")
    (shell.folder / "no.json").write_text("not json", "utf-8")
    (shell.folder / "plan.docx").write_text("", "utf-8")
    assert "aiplanner list" in shell.refused("schedule", "nosuch")
    assert "2" in shell.refused("schedule", "Same")
    assert "aiplanner starters" in shell.refused("new", "nosuch")
    assert "aiplanner documents" in shell.refused(
        "pack", key, "--out", "x.pdf", "--documents", "nosuch"
    )
    assert "session 9" in shell.refused("pack", key, "--out", "x.pdf", "--session", "9")
    assert "JSON" in shell.refused("import", "no.json")
    assert "missing.json" in shell.refused("import", "missing.json")
    assert "plan.docx" in shell.refused("import", "plan.docx")
    assert ".json" in shell.refused("export", key, "--out", "plan.odt")
    shell.refused("export", key, "--out", "no.json/plan.json")
    shell.refused("pack", key, "--out", "no.json/plan.pdf")
    shell.refused(
        "new",
        "two-hour-taster",
        "--title",
        "a\udcff".encode("utf-8", "surrogateescape").decode("latin-1") * 400,
    )
    assert not (shell.folder / "x.pdf").exists()
    assert shell.done("list").count("\n") == 2


def test_a_library_that_is_none_is_refused_and_left_alone(shell: Shell) -> None:
    shell.done("new", "two-hour-taster")
    good = (shell.folder / "library.db").read_bytes()
    bad = {
        "text.db": b"These are words and no library.\n" * 50,
        "short.db": good[:1000],
        "torn.db": good[: len(good) // 2],
    }
    for name, content in bad.items():
        (shell.folder / name).write_bytes(content)
        shell.refused("list", library=name)
        assert (shell.folder / name).read_bytes() == content
    shell.refused("list", library="mysql://nowhere/nothing")


@pytest.mark.parametrize(
    "words",
    [
        ["pack"],
        ["new"],
        ["schedule", "x", "--nosuch"],
        ["pack", "x", "--out", "y", "--paper", "a5"],
    ],
)
def test_wrong_usage_is_status_two(shell: Shell, words: list[str]) -> None:
    said = shell(*words)
    assert said.status == 2
    assert "usage:" in said.err


def test_help_and_version_need_no_library(shell: Shell) -> None:
    assert "starters" in shell.done("--help")
    assert shell.done("--version").startswith("aiplanner ")
    assert not (shell.folder / "library.db").exists()


def test_every_command_and_nothing_else_is_known_without_loading_it(tmp_path: Path) -> None:
    assert set(_COMMANDS) == WORDS
    assert is_command(["--library", "list", "check"])
    assert not is_command(["--library=list", str(tmp_path / "plan.json")])
    assert not is_command(["--library", "list"])
    assert not is_command([])


def test_without_a_screen_the_main_job_is_done_and_qt_stays_out(shell: Shell) -> None:
    script = (
        "import os, sys\n"
        "for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM'):\n"
        "    os.environ.pop(name, None)\n"
        "sys.argv = ['aiplanner']\n"
        "from aiplanner.__main__ import run\n"
        "status = run()\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "sys.exit(status)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("No screen found")
    place = Path(ended.stdout.splitlines()[-1].split(": ", 1)[1])
    assert len(PdfReader(place).pages) > 10


def _minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
