"""Placeholders of handouts: filled with what the programme says, a blank where it says nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.cycle import State
from aiplanner.domain.findings import Sort, Story
from aiplanner.domain.handouts import PLACEHOLDERS
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Head, Sheet
from aiplanner.packs.found import printable
from aiplanner.packs.handout_places import running_number, sessions_with
from aiplanner.packs.merge import Merge, values_of
from aiplanner.packs.text import BLANK, Gate
from tests.support.builder import Builder
from tests.support.packs import rendered, squeezed
from tests.support.rich_programme import rich_programme
from tests.support.tagged_pdf import page_texts

RICH = rich_programme()


def _merge(programme: Programme = RICH, session: int | None = 0) -> Merge:
    meant = None if session is None else programme.sessions[session]
    return Merge(values_of(programme, meant), Gate())


def test_every_placeholder_is_filled() -> None:
    told = {name: _merge()(f"{{{name}}}") for name in PLACEHOLDERS}

    assert told == {
        "programme": "Home as it should be",
        "service": "Ward 4, going home well",
        "organisation": "Lomond Health and Care",
        "session": "Session 1: Best of what is",
        "day": "Tuesday 12\u00a0January 2027",
        "venue": "Seminar room, Level 2",
        "statement": "Possibility statement",
    }


def test_what_is_not_known_is_a_blank_on_paper_and_an_ellipsis_elsewhere() -> None:
    merge = _merge(session=None)

    assert merge("We meet on {day} & talk.") == f"We meet on {BLANK} &amp; talk."
    assert merge.plain("We meet on {day} & talk.") == "We meet on … & talk."
    assert merge("{nothing} {}") == "{nothing} {}"


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("", "Possibility statement: our possibility statement"),
        ("Provocative proposition", "Provocative proposition: our provocative proposition"),
        ("PP of the ward", "PP of the ward: our PP of the ward"),
    ],
)
def test_the_statement_is_called_as_the_programme_calls_it(label: str, told: str) -> None:
    programme = RICH.put(replace(RICH.head, statement_label=label))

    assert _merge(programme)("{statement}: our {statement}").startswith(told[:13])
    assert _merge(programme).plain("{statement}, our {statement}") == told.replace(":", ",")


def test_a_hostile_title_is_printed_and_not_obeyed() -> None:
    programme = RICH.put(replace(RICH.head, title="<b>R&D</b> {day}"))

    assert _merge(programme)("In {programme}.") == "In &lt;b&gt;R&amp;D&lt;/b&gt; {day}."


def test_numbers_are_those_of_planned_items_that_name_the_handout() -> None:
    build = Builder(Head(RowId("f" * 32)))
    first, second = build.session("One"), build.session("Two")
    for session, state in ((first, State.PLANNED), (first, State.PARKED), (second, State.PLANNED)):
        item = build.item(session, "Listen", state=state)
        build.part(Sheet, item, "Stories", handout="story-sheet")
    programme = build.programme()

    assert sessions_with(programme, programme.sessions, "story-sheet") == programme.sessions
    assert running_number(programme, programme.sessions, "story-sheet") == "1.1, 2.1"
    assert running_number(programme, programme.sessions[1:], "story-sheet") == "2.1"
    assert running_number(programme, programme.sessions, "soar") == ""


def test_a_sheet_for_each_session_goes_to_those_that_use_it(tmp_path: Path) -> None:
    build = Builder(Head(RowId("f" * 32), title="Ours"))
    build.session("One")
    item = build.item(build.session("Two"), "Close")
    used = build.part(Sheet, item, "Check-out", handout="check-out")
    out = tmp_path / "pack.pdf"
    programme = build.programme()

    rendered(programme, out, ("check-out",))
    assert [squeezed("Session 2: Two") in squeezed(text) for text in page_texts(out)] == [True]
    rendered(programme.drop([used]), out, ("check-out",))
    assert len(page_texts(out)) == 2


stories = st.builds(
    Story,
    st.uuids().map(lambda number: RowId(number.hex)),
    st.integers(0, 9),
    text=st.text("abc ", max_size=4),
    shared=st.booleans(),
)


@given(st.lists(stories, max_size=6))
def test_only_shared_stories_may_be_printed(told: list[Story]) -> None:
    programme = empty_programme(RowId("e" * 32)).put(*told)
    found = printable(programme, Sort.STORY)

    assert {row.id for row in found} == {s.id for s in told if s.shared and s.text.strip()}
