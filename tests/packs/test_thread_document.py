"""The printed thread: whole chains, nothing private, and what is not tied yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.domain.findings import Action, Progress, Story
from aiplanner.domain.programme import Programme
from aiplanner.packs.documents.thread import _runs
from tests.support.packs import rendered, squeezed
from tests.support.rich_programme import UNSHARED, blank_programme, rich_programme
from tests.support.tagged_pdf import faults, page_texts, structure
from tests.support.threads import CHAIN, big, found

SHARED = CHAIN.put(
    *(Story(found(CHAIN, name), 0, name, shared=True) for name in ("taxi", "unheard")),
    Action(found(CHAIN, "board"), 0, "board", "Morag", progress=Progress.DONE),
)
PRIVATE = SHARED.put(
    Story(found(CHAIN, "tea"), 0, "tea", quote="SECRET QUOTE", teller="S9", shared=False)
)


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("programme", [SHARED, rich_programme(), blank_programme()])
def test_it_passes_the_accessibility_checks(
    tmp_path: Path, programme: Programme, size: str, paper: str
) -> None:
    out = tmp_path / "thread.pdf"
    rendered(programme, out, ("thread",), print_size=size, paper=paper)
    assert faults(out) == []


@pytest.mark.parametrize("size", ["clear", "large"])
def test_an_action_is_told_with_the_voices_behind_it(tmp_path: Path, size: str) -> None:
    rows = _rows(SHARED, tmp_path, size)

    assert rows["board"] == ["topic", "taxi", _PRIVATE, "early", "noon", "we ask", "board", "look"]
    assert rows["my bay"] == ["topic", "taxi", _PRIVATE, "early", "noon", "we ask", "my bay"]
    assert "Morag · done" in _text(SHARED, tmp_path, size)


@pytest.mark.parametrize("size", ["clear", "large"])
def test_a_story_that_is_not_shared_is_only_counted(tmp_path: Path, size: str) -> None:
    text = squeezed(_text(PRIVATE, tmp_path, size))

    assert squeezed("A story that is not shared") in text
    assert not any(word in text for word in ("SECRET", "S9", "tea"))
    assert squeezed(UNSHARED) not in squeezed(_text(rich_programme(), tmp_path, size))


def test_what_hangs_loose_stands_at_the_end_with_the_reason(tmp_path: Path) -> None:
    text = squeezed(_text(SHARED, tmp_path))
    end = text[text.index("Nottiedyet") :]

    assert squeezed("No story behind it yet • we fly") in end
    assert squeezed("No statement behind it yet • kettle") in end
    assert squeezed("Not used yet • unheard") in end


def test_the_picture_says_in_words_how_much_is_in_it(tmp_path: Path) -> None:
    out = tmp_path / "thread.pdf"
    rendered(SHARED, out, ("thread",))
    figures = structure(out).find("Figure")

    assert len(figures) == 1
    assert (
        figures[0]
        .attributes["Alt"]
        .startswith("The thread as a picture: 9 numbers in columns, joined by 9 lines.")
    )


def test_numbers_in_the_picture_are_those_of_the_tables(tmp_path: Path) -> None:
    out = tmp_path / "thread.pdf"
    rendered(SHARED, out, ("thread",))
    tree = structure(out)
    drawn = tree.find("Figure")[0].words()
    told = {row.kids[0].words() for row in tree.find("TR")} - {"No."}

    assert sorted(map(int, told)) == list(range(1, 10))
    assert sorted(squeezed(drawn)) == sorted("".join(told))


def test_with_very_many_findings_each_is_told_once_and_then_by_its_number(tmp_path: Path) -> None:
    programme = big(300)
    text = squeezed(_text(programme, tmp_path))
    themes = [squeezed(theme.text) for theme in programme.themes]

    assert [theme for theme in themes if text.count(theme) != 1] == []
    assert squeezed("With it belong these numbers, told above: 1") in text


def test_what_is_in_no_chain_of_an_action_stands_in_one_table_with_its_numbers(
    tmp_path: Path,
) -> None:
    out = tmp_path / "thread.pdf"
    rendered(big(300), out, ("thread",))
    tree = structure(out)
    headings = [heading.words() for heading in tree.find("H2")]
    rows = {row.kids[0].words(): row.kids[2].words() for row in tree.find("Table")[-1].find("TR")}

    assert headings[-2:] == ["What else is tied", "Not tied yet"]
    assert rows["15"] == "A story that is not shared With 1."


def test_numbers_that_follow_each_other_are_told_by_the_first_and_the_last() -> None:
    assert list(_runs([1, 2, 3, 5, 6, 9])) == ["1 to 3", "5", "6", "9"]
    assert list(_runs([])) == []


def test_who_does_an_action_is_told_and_who_made_a_promise_is_not(tmp_path: Path) -> None:
    programme = rich_programme()
    text = _text(programme, tmp_path)
    assert [action.person in text for action in programme.actions if action.person] == [True]
    assert [promise.person in text for promise in programme.promises] == [False]


def test_every_action_and_promise_has_one_chain(tmp_path: Path) -> None:
    """A heading each; what none of them holds comes after them."""
    out = tmp_path / "thread.pdf"
    programme = rich_programme()
    rendered(programme, out, ("thread",))
    headings = [heading.words() for heading in structure(out).find("H2")]
    heads = [row.text for row in (*programme.promises, *programme.actions)]
    assert [headings.count(head) for head in heads] == [1] * len(heads)


def test_with_nothing_tied_it_says_so(tmp_path: Path) -> None:
    assert "Nothing has been found yet." in _text(blank_programme(), tmp_path)
    untied = CHAIN.drop([link.id for link in CHAIN.links])
    assert "Nothing is tied together yet." in _text(untied, tmp_path)


_PRIVATE = "A story"


def _text(programme: Programme, tmp_path: Path, size: str = "clear") -> str:
    out = tmp_path / "thread.pdf"
    rendered(programme, out, ("thread",), print_size=size)
    return " ".join(" ".join(page_texts(out)).split())


def _rows(programme: Programme, tmp_path: Path, size: str) -> dict[str, list[str]]:
    """The findings of each chain's table, by the last but what followed: its heading."""
    out = tmp_path / "thread.pdf"
    rendered(programme, out, ("thread",), print_size=size)
    tree = structure(out)
    heads = [head.words() for head in tree.find("H2")]
    tables = tree.find("Table")
    found_rows: dict[str, list[str]] = {}
    for head, table in zip(heads, tables, strict=False):
        cells = [row.kids[2].words() for row in table.find("TR")[1:]]
        found_rows[head] = [_first(words) for words in cells]
    return found_rows


def _first(words: str) -> str:
    """The beginning by which a test knows a cell."""
    known = ("we ask", "my bay", _PRIVATE)
    return next((name for name in known if words.startswith(name)), words.split(maxsplit=1)[0])
