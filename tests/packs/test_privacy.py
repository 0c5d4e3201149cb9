"""What is private reaches no paper: looked for in every document that the catalogue holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings

from aiplanner.domain.findings import Story
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from tests.support.packs import rendered, squeezed
from tests.support.private_texts import Marked, drawn, heard, marked
from tests.support.rich_programme import rich_programme
from tests.support.strategies import programmes

OPEN = tuple(info.id for info in documents() if info.audience != "facilitator")
"""What may lie in front of anybody: participants' documents, and reports."""
OURS = tuple(info.id for info in documents() if info.audience == "facilitator")
FEW = 4
"""Programmes that the property is tried on: each fills a hundred pages; none is made smaller."""

RICH = marked(rich_programme())


def said_by(programme: Programme, *keys: str, **options: object) -> str:
    """All that these documents say in one pack, on their pages and beside them."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "pack.pdf"
        rendered(programme, out, keys, **options)
        return drawn(out)


def private(one: Marked) -> dict[str, str]:
    """All that may lie in front of nobody but its owner, or the facilitators."""
    return {**one.hidden, **one.noted}


@pytest.mark.parametrize("key", OPEN)
def test_nothing_private_stands_in_it(key: str) -> None:
    assert heard(private(RICH), said_by(RICH.programme, key)) == []


@pytest.mark.parametrize("key", OURS)
def test_no_private_story_and_no_rating_stands_in_what_facilitators_print(key: str) -> None:
    assert heard(RICH.hidden, said_by(RICH.programme, key)) == []


def test_nothing_private_stands_in_a_form() -> None:
    forms = [info.id for info in documents() if info.fillable]

    said = said_by(RICH.programme, *forms, fillable=True)
    assert squeezed("What happened?") in said
    assert heard(private(RICH), said) == []


@given(programmes())
@settings(max_examples=FEW, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_nothing_private_reaches_paper_whatever_the_programme(programme: Programme) -> None:
    one = marked(programme)
    assert heard(private(one), said_by(one.programme, *OPEN)) == []
    assert heard(one.hidden, said_by(one.programme, *OURS, access=True)) == []


def test_large_print_tells_no_more() -> None:
    assert heard(private(RICH), said_by(RICH.programme, *OPEN, print_size="large")) == []


def test_a_story_that_may_be_shared_would_be_found() -> None:
    """Otherwise the silence above would say nothing."""
    stories = (replace(row, shared=True) for row in RICH.programme.stories)
    said = said_by(RICH.programme.put(*stories), *OPEN)
    assert {"Story.text", "Story.quote"} <= set(heard(RICH.hidden, said))


def test_notes_and_needs_would_be_found_where_facilitators_ask_for_them() -> None:
    said = said_by(RICH.programme, *OURS, access=True)
    assert set(heard(RICH.noted, said)) == {
        *("Head.notes", "Session.notes", "Item.notes", "Person.access", "Answer.text"),
    }
    assert "Person.access" not in heard(RICH.noted, said_by(RICH.programme, *OURS))


def test_a_word_beside_the_pages_would_be_found(tmp_path: Path) -> None:
    titled = replace(RICH.programme.head, title="Zqtitle")
    out = tmp_path / "pack.pdf"
    rendered(RICH.programme.put(titled), out, ("cover",))
    assert drawn(out).count("Zqtitle") > 1, "on the page, and in what the file says of itself"


def test_every_kind_of_private_text_is_marked() -> None:
    rows = RICH.programme.rows.values()
    kept = [row for row in rows if isinstance(row, Story) and not row.shared]
    assert len(kept) >= 2
    assert all(story.quote.startswith("Zq") for story in kept)
    assert all(row.access.startswith("Zq") for row in rows if isinstance(row, Person))
    assert len(private(RICH)) == len({*RICH.hidden, *RICH.noted})
