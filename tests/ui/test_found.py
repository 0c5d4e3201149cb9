"""Words are found in the open programme, with the page and row that show them."""

from __future__ import annotations

import pytest

from aiplanner.domain.content import StarterFinding, StarterMaterial
from aiplanner.domain.findings import Sort
from aiplanner.domain.ids import derived_id
from aiplanner.ui.models.found import MOST, find, shown_by
from tests.support.plans import (
    breakout,
    item,
    named,
    plan,
    session,
    step,
    strand,
    the_session,
)
from tests.support.rich_programme import rich_programme

PROGRAMME = plan(
    session(
        "10:00",
        item("Paired interviews", "40", why="Real moments are what the dream is built from"),
        item("Themes", "20", steps=(step(5, "Read the stories aloud"),)),
        item("Posters", "20", materials=(StarterMaterial("Coloured pens"),)),
        breakout("Two groups", strand("Strand A", item("Three wishes", "20"))),
        title="Best of what is",
        notes="Seat the consultants apart",
    ),
    title="Home as it should be",
    purpose="Let people go home well",
)


@pytest.mark.parametrize(
    ("words", "text", "where", "title"),
    [
        ("pair", "Paired interviews", "Best of what is", "Paired interviews"),
        ("INTERV pai", "Paired interviews", "Best of what is", "Paired interviews"),
        ("moments", "Real moments", "Best of what is · Paired interviews", "Paired interviews"),
        ("aloud", "Read the stories aloud", "Best of what is · Themes", "Themes"),
        ("pens", "Coloured pens", "Best of what is · Posters", "Posters"),
        ("wishes", "Three wishes", "Best of what is", "Three wishes"),
        ("strand", "Strand A", "Best of what is · Two groups", "Two groups"),
    ],
)
def test_items_are_found_by_what_stands_in_them(
    words: str, text: str, where: str, title: str
) -> None:
    [found] = find(PROGRAMME, words)
    assert found.text.startswith(text)
    assert (found.where, found.page) == (where, "sessions")
    assert found.row == named(PROGRAMME, title).id


def test_sessions_and_the_head_are_found() -> None:
    assert [(f.page, f.row) for f in find(PROGRAMME, "consultants")] == [
        ("sessions", the_session(PROGRAMME).id)
    ]
    assert [(f.page, f.row) for f in find(PROGRAMME, "people home")] == [("overview", PROGRAMME.id)]


@pytest.mark.parametrize("words", ["", "  ", "...", "nowhere", "activity", PROGRAMME.id])
def test_nothing_is_found_in_what_nobody_wrote(words: str) -> None:
    assert find(PROGRAMME, words) == ()


def test_what_groups_found_leads_to_the_page_of_its_phase() -> None:
    story = StarterFinding(Sort.STORY, "The taxi", quote="Somebody asked me", teller="S1")
    programme = plan(session("10:00", item("Asking", "5")), found=(story,))
    assert [(f.text, f.where, f.page, f.row) for f in find(programme, "asked")] == [
        ("Somebody asked me", "story", "discover", programme.stories[0].id)
    ]
    [kept] = programme.stories
    assert shown_by(programme, kept.id) == ("discover", kept.id)
    assert [f.page for f in find(programme, "ask")] == ["sessions", "discover"]


def test_every_row_that_was_found_is_shown_by_a_page_and_a_knot_by_what_grew() -> None:
    programme = rich_programme()
    pages = {type(row).__name__: shown_by(programme, row.id) for row in programme.rows.values()}
    assert None not in pages.values()
    shown = {name: place[0] for name, place in pages.items() if place is not None}
    assert shown["Topic"] == shown["Question"] == "define"
    assert shown["Action"] == shown["Review"] == shown["CheckOut"] == "deliver"
    assert (shown["LogicNote"], shown["SelfRating"]) == ("thread", "leadership")
    knot = programme.links[0]
    assert shown_by(programme, knot.id) == shown_by(programme, knot.target_id)


def test_people_groups_and_reasons_are_found_with_the_page_that_shows_them() -> None:
    programme = rich_programme()
    people = {person.name: person.id for person in programme.people}
    [tables] = programme.groupings(programme.sessions[0].id)
    found = {words: find(programme, words) for words in ("chidi", "son of", "window", "tea is")}
    assert {
        words: [(f.where, f.page, f.row) for f in places] for words, places in found.items()
    } == {
        "chidi": [("person", "people", people["Chidi Example"])],
        "son of": [("Chidi Example", "people", people["Chidi Example"])],
        "window": [("Tables", "people", tables.id)],
        "tea is": [("Overview", "overview", programme.id)],
    }
    assert find(programme, "opens") == (), "the name of a rule is nothing that people wrote"


def test_what_is_noted_of_a_row_is_shown_with_it() -> None:
    programme = rich_programme()
    first = programme.sessions[0]
    interviews = named(programme, "Paired appreciative interviews")
    run, timing = programme.run_of(first.id), programme.timing_of(interviews.id)
    assert run is not None
    assert timing is not None
    assert shown_by(programme, run.id) == ("sessions", first.id)
    assert shown_by(programme, timing.id) == ("sessions", interviews.id)
    [away] = programme.absent_from(first.id)
    absence = derived_id(first.id, away)
    assert shown_by(programme, absence) == ("people", away)
    assert shown_by(programme, programme.dismissals[0].id) == ("overview", programme.id)


def test_a_long_list_is_cut() -> None:
    many = plan(session("10:00", *[item(f"Interview {n}", "5") for n in range(MOST + 20)]))
    assert len(find(many, "interview")) == MOST


def test_a_row_is_shown_by_its_item_session_or_head() -> None:
    themes = named(PROGRAMME, "Themes")
    [read] = PROGRAMME.steps_of(themes.id)
    assert shown_by(PROGRAMME, read.id) == ("sessions", themes.id)
    assert shown_by(PROGRAMME, PROGRAMME.id) == ("overview", PROGRAMME.id)
    assert shown_by(plan(), read.id) is None
