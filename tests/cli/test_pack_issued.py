"""Packs that a command made are remembered as issued, without filling the list by themselves."""

from __future__ import annotations

import pytest

from aiplanner.app.issued import IssuedPack
from aiplanner.app.ports import WorldError
from aiplanner.domain.edits.fields import set_fields
from aiplanner.store.engine import open_library
from aiplanner.store.library import SqlLibrary
from aiplanner.ui.models.issued import pack_words
from tests.support.kept_programmes import store
from tests.support.shell import Shell

SHEETS = "agenda,check-out"


@pytest.fixture
def key(shell: Shell) -> str:
    """The id of the example in the library of the shell."""
    return shell.done("new", "example").strip()


def issued(shell: Shell, key: str) -> list[IssuedPack]:
    library = open_library(str(shell.folder / "library.db"))
    try:
        return list(library.issued(library.find(key)))
    finally:
        library.close()


def edit(shell: Shell, key: str, title: str) -> None:
    """Give the first session another title, as the window would."""
    library = open_library(str(shell.folder / "library.db"))
    try:
        before, revision = library.load(library.find(key))
        after = set_fields(before, before.sessions[0].id, title=title)
        store(library, before, revision, after)
    finally:
        library.close()


@pytest.mark.parametrize(
    ("out", "asked", "way"),
    [
        ("pack.pdf", (), "saved"),
        ("papers", ("--split",), "saved"),
        ("pack.docx", (), "word"),
    ],
)
def test_what_a_command_made_is_remembered_with_the_prints_of_its_documents(
    shell: Shell, key: str, out: str, asked: tuple[str, ...], way: str
) -> None:
    shell.done("pack", key, "--out", out, "--documents", SHEETS, *asked)
    [pack] = issued(shell, key)
    assert pack.way == way
    assert [(one.id, bool(one.fingerprint)) for one in pack.documents] == [
        ("agenda", True),
        ("check-out", True),
    ]
    assert pack.documents[0].title == "One-page agenda"
    assert ("2 documents" in pack_words(pack)) is (way == "word")


def test_the_same_pack_again_takes_the_place_of_the_one_before(shell: Shell, key: str) -> None:
    asked = ("pack", key, "--out", "pack.pdf", "--documents", SHEETS)
    shell.done(*asked)
    [first] = issued(shell, key)
    shell.done(*asked)
    [again] = issued(shell, key)
    assert (again.id, again.moment > first.moment) == (first.id, True)
    shell.done(*asked, "--print", "large")
    edit(shell, key, "Another morning")
    shell.done(*asked)
    assert len(issued(shell, key)) == 3, "other choices, and other words, are other packs"


def test_a_script_can_leave_no_record(shell: Shell, key: str) -> None:
    for out in ("pack.pdf", "pack.docx"):
        shell.done("pack", key, "--out", out, "--documents", SHEETS, "--no-record")
    assert issued(shell, key) == []


def test_a_refused_pack_is_not_remembered(shell: Shell, key: str) -> None:
    shell.refused("pack", key, "--out", "pack.pdf", "--documents", "poetry")
    assert issued(shell, key) == []


def test_a_library_that_cannot_remember_it_does_not_take_the_pack_away(
    shell: Shell, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_all: object) -> None:
        raise WorldError("library-full", place="library.db")

    monkeypatch.setattr(SqlLibrary, "issue", full)
    said = shell("pack", key, "--out", "pack.pdf", "--documents", SHEETS)
    assert said.status == 0
    assert said.err.startswith("aiplanner: The pack is made, but not remembered as issued.")
    assert (shell.folder / "pack.pdf").exists()
