"""Packs of some of the sessions, as a script names them."""

from __future__ import annotations

import pytest

from aiplanner.cli.session_numbers import session_numbers
from tests.support.shell import Shell
from tests.support.tagged_pdf import page_texts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2", (2,)), ("1,3", (1, 3)), (" 3 , 1", (1, 3)), ("2-4,3", (2, 3, 4)), ("1–2", (1, 2))],
)
def test_sessions_are_named_by_number_list_and_span(typed: str, meant: tuple[int, ...]) -> None:
    assert session_numbers(typed) == meant


def test_a_pack_holds_the_sessions_named_and_no_others(shell: Shell) -> None:
    key = shell.done("new", "five-phases").strip()

    def told(*asked: str) -> str:
        shell.done("pack", key, "--out", "pack.pdf", "--documents", "agenda", *asked)
        return "".join(page_texts(shell.folder / "pack.pdf"))

    some = told("--sessions", "1,3-4")
    assert [f"Session {number}" in some for number in (1, 2, 3, 4, 5)] == [
        True, False, True, True, False
    ]  # fmt: skip
    assert told("--session", "2") == told("--sessions", "2")


def test_sessions_that_are_not_there_are_refused_and_nothing_is_written(shell: Shell) -> None:
    key = shell.done("new", "five-phases").strip()
    asked = ("pack", key, "--out", "pack.pdf", "--sessions")
    assert "There is no session 6; this programme has 5" in shell.refused(*asked, "2-6")
    for typed in ("", "one", "3-1", "1,", "1.5", "-2", "1-9999"):
        said = shell(*asked[:-1], f"--sessions={typed}")
        assert said.status == 2, typed
        assert "type 2, or 1,3, or 1-3" in said.err
    assert not (shell.folder / "pack.pdf").exists()
