"""A filled form on the command line: what it says first, and what is taken in when asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.app.interchange import from_json
from aiplanner.domain.findings import Story
from aiplanner.formats.returned_forms import read_returned
from tests.support.form_fields import fill_with_pikepdf
from tests.support.packs import rendered
from tests.support.shell import Shell

SCRIPTS = "Łódź Привіт Fàilte أمل"


@pytest.fixture
def key(shell: Shell) -> str:
    """A programme that was begun, by its id."""
    return shell.done("new", "two-hour-taster", "--title", "Taster").strip()


def sent_back(shell: Shell, key: str, name: str = "back.pdf", **answers: str) -> Path:
    """A story sheet that was printed with fields, and filled in."""
    shell.done("export", key, "--out", "plan.json")
    programme = from_json((shell.folder / "plan.json").read_bytes())
    blank = shell.folder / "blank.pdf"
    rendered(programme, blank, ("story-sheet",), fillable=True, revision=1)
    names = {one.name.rpartition("/")[2]: one.name for one in read_returned(blank).fields}
    values = {names[question]: said for question, said in answers.items()}
    return fill_with_pikepdf(blank, values, shell.folder / name)


def stories(shell: Shell, key: str) -> tuple[Story, ...]:
    """The stories of the saved programme."""
    shell.done("export", key, "--out", "after.json")
    return from_json((shell.folder / "after.json").read_bytes()).stories


def test_a_form_is_told_first_and_taken_in_when_it_is_accepted(shell: Shell, key: str) -> None:
    form = sent_back(shell, key, text="The taxi", happened=SCRIPTS, shared="p1")
    before = stories(shell, key)
    said = shell.done("import", form)
    assert said.splitlines()[0] == "Story sheet · A taste of Appreciative Inquiry"
    assert f"[x] What happened? — {SCRIPTS} (a story)" in said
    assert "Nothing was entered yet" in said
    assert stories(shell, key) == before
    said = shell.done("import", form, "--accept")
    assert said.splitlines()[-1] == "3 answers are taken in."
    [story] = [row for row in stories(shell, key) if row not in before]
    assert (story.text, story.happened, story.shared) == ("The taxi", SCRIPTS, True)


def test_consent_that_is_not_there_is_said_and_not_assumed(shell: Shell, key: str) -> None:
    form = sent_back(shell, key, text="The taxi")
    said = shell.done("import", form, "--accept")
    assert "[ ] May we share it? — no answer (a story)" in said
    assert "! It does not say whether the story may be shared" in said
    assert said.splitlines()[-1] == "1 answer is taken in."
    assert [story.shared for story in stories(shell, key)] == [False]


def test_the_same_form_is_not_taken_in_twice(shell: Shell, key: str) -> None:
    form = sent_back(shell, key, text="The taxi", shared="p1")
    shell.done("import", form, "--accept")
    once = stories(shell, key)
    assert "taken in before" in shell.done("import", form)
    assert "taken in before" in shell.refused("import", form, "--accept")
    assert stories(shell, key) == once


def test_a_form_that_was_undone_or_is_another_persons_is_taken_in_again(
    shell: Shell, key: str
) -> None:
    form = sent_back(shell, key, text="The taxi", shared="p1")
    shell.done("import", form, "--accept")
    once = stories(shell, key)
    shell.done("import", form, "--accept", "--again")
    assert [row.text for row in stories(shell, key)] == [row.text for row in (*once, once[-1])]


def test_a_form_of_a_programme_that_is_not_there_is_refused(shell: Shell, key: str) -> None:
    form = sent_back(shell, key, text="The taxi")
    refused = shell.refused("import", form, library=str(shell.folder / "other.db"))
    assert "not in this library" in refused


@pytest.mark.parametrize("accept", [(), ("--accept",)])
def test_a_file_that_is_no_form_is_refused_in_a_line(
    shell: Shell, key: str, accept: tuple[str, ...]
) -> None:
    (shell.folder / "letter.pdf").write_bytes(b"Dear all,")
    assert "is no PDF" in shell.refused("import", shell.folder / "letter.pdf", *accept)
    shell("pack", key, "--out", "paper.pdf", "--documents", "story-sheet")
    assert "no form of aiplanner" in shell.refused("import", shell.folder / "paper.pdf", *accept)


def test_answers_that_came_back_are_written_as_a_table(shell: Shell, key: str) -> None:
    assert "No answers have been taken in yet" in shell.refused("export", key, "--out", "none.csv")
    assert not (shell.folder / "none.csv").exists()
    shell.done("export", key, "--out", "plan.json")
    programme = from_json((shell.folder / "plan.json").read_bytes())
    blank = shell.folder / "blank.pdf"
    rendered(programme, blank, ("evaluation",), fillable=True, revision=1)
    [best] = [one.name for one in read_returned(blank).fields if one.name.endswith("/best")][:1]
    back = fill_with_pikepdf(blank, {best: "Tea, and\nthe =quiet"}, shell.folder / "back.pdf")
    shell.done("import", back, "--accept")
    shell.done("export", key, "--out", "results.csv")
    data = (shell.folder / "results.csv").read_bytes().decode("utf-8-sig")
    assert '"Tea, and\nthe =quiet",1' in data
