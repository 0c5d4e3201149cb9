"""What is private stands in no part of a Word file that may lie in front of anybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings

from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from tests.support.packs import squeezed
from tests.support.private_texts import heard, marked
from tests.support.rich_programme import rich_programme
from tests.support.strategies import programmes
from tests.support.word_files import everything, written

OPEN = tuple(info.id for info in documents() if info.audience != "facilitator")
OURS = tuple(info.id for info in documents() if info.audience == "facilitator")
RICH = marked(rich_programme())
FEW = 4
"""Programmes that the property is tried on: each fills a hundred pages; none is made smaller."""


def said_by(programme: Programme, *keys: str, **options: object) -> str:
    """All that stands in any part of the file: its text, its properties, what pictures say."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "pack.docx"
        written(programme, out, keys, **options)
        return everything(out)


def test_nothing_private_stands_in_a_file_for_anybody() -> None:
    said = said_by(RICH.programme, *OPEN)
    assert heard({**RICH.hidden, **RICH.noted}, said) == []
    assert squeezed(RICH.programme.head.title).replace("&", "&amp;") in said


def test_no_private_story_and_no_rating_stands_in_a_file_for_facilitators() -> None:
    assert heard(RICH.hidden, said_by(RICH.programme, *OURS, access=True)) == []


@given(programmes())
@settings(max_examples=FEW, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_nothing_private_reaches_word_whatever_the_programme(programme: Programme) -> None:
    one = marked(programme)
    assert heard({**one.hidden, **one.noted}, said_by(one.programme, *OPEN)) == []


def test_a_story_that_may_be_shared_would_be_found() -> None:
    """Otherwise the silence above would say nothing."""
    stories = (replace(row, shared=True) for row in RICH.programme.stories)
    said = said_by(RICH.programme.put(*stories), *OPEN)
    assert {"Story.text", "Story.quote"} <= set(heard(RICH.hidden, said))


def test_notes_would_be_found_where_facilitators_ask_for_them() -> None:
    said = said_by(RICH.programme, *OURS, access=True)
    assert {"Session.notes", "Item.notes", "Person.access"} <= set(heard(RICH.noted, said))
