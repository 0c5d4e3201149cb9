"""A library is searched by the beginnings of words."""

from __future__ import annotations

import pytest

from aiplanner.app.ports import Library, Shelf
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.edits.items import add_item, delete_items
from aiplanner.domain.edits.people import delete_people
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.people import Group
from aiplanner.domain.rows import Dismissal, Item
from tests.support.kept_programmes import (
    NOW,
    keep,
    keep_titled,
    store,
    titles,
    workshop,
)
from tests.support.plans import named
from tests.support.rich_people import ACCESS
from tests.support.rich_programme import rich_programme


class SearchContract:
    """What people type is words, never the syntax of a query."""

    @pytest.mark.parametrize(
        "words",
        [
            "circle",
            "CIRC",
            "story circle",
            "circle story",
            "workshop map",
            "café",
            "cafe",
            "łodz",
            "O'Brien",
            "self-leadership",
            "ward4",
            "  story   circle ",
            "",
        ],
    )
    def test_words_are_found_by_their_beginnings(self, library: Library, words: str) -> None:
        programme = workshop()
        extra = "At the Café in Łódź with O’Brien: self-leadership, ward4"
        programme = set_fields(programme, named(programme, "Map").id, notes=extra)
        keep(library, programme)
        keep_titled(library, "Something else")
        assert "Workshop" in titles(library, words)
        assert ("Something else" in titles(library, words)) == (not words.strip())

    @pytest.mark.parametrize(
        "words",
        [
            "ircle",
            "circle nowhere",
            '"circle"x',
            "AND OR NOT",
            "circle*x",
            "text:nope",
            "NEAR(circle map)",
            "^map2",
            "'; DROP TABLE item; --",
            "%",
            "_",
            "\\",
            "🎉",
            "\N{ZERO WIDTH SPACE}",
            "\0",
        ],
    )
    def test_what_is_not_there_is_not_found_however_it_is_spelt(
        self, library: Library, words: str
    ) -> None:
        keep(library, workshop())
        assert titles(library, words) == []
        assert library.hits(words) == []

    @pytest.mark.parametrize("words", ['"circle"', "circle*", "(circle)", "-circle", "circle:"])
    def test_signs_around_a_word_mean_nothing(self, library: Library, words: str) -> None:
        keep(library, workshop())
        assert titles(library, words) == ["Workshop"]
        assert len(library.hits(words)) == 1

    def test_search_keeps_to_its_shelf(self, library: Library) -> None:
        a, b = keep_titled(library, "Circle one", "Circle two")
        library.shelve(b, Shelf.ARCHIVED, NOW)
        assert titles(library, "circle") == ["Circle one"]
        assert titles(library, "circle", Shelf.ARCHIVED) == ["Circle two"]
        assert len(library.hits("circle")) == 2
        library.shelve(a, Shelf.BIN, NOW)
        assert [hit.programme_id for hit in library.hits("circle")] == [b]

    def test_a_hit_names_the_row_and_shows_its_words(self, library: Library) -> None:
        programme = keep(library, workshop())
        [hit] = library.hits("story cir")
        assert hit.programme_id == programme.id
        assert hit.row_id == named(programme, "Story circle").id
        assert "Story circle" in hit.text

    def test_all_the_words_of_a_hit_stand_in_one_row(self, library: Library) -> None:
        keep(library, workshop())
        assert library.hits("story map") == []
        assert titles(library, "story map") == ["Workshop"]

    def test_no_more_hits_than_asked_for(self, library: Library) -> None:
        keep_titled(library, *(f"Circle {n}" for n in range(5)))
        assert len(library.hits("circle", limit=3)) == 3
        assert len(library.hits("circle")) == 5

    def test_search_follows_every_save(self, library: Library) -> None:
        before = keep(library, workshop())
        after = set_fields(before, named(before, "Map").id, title="Atlas")
        after = delete_items(after, [named(after, "Welcome").id])
        after = add_item(after, Item(new_id(), 0, title="Harvest"), after.sessions[0].id)
        store(library, before, 1, after)
        found = {word: titles(library, word) for word in ("map", "welcome", "atlas", "harvest")}
        gone, there = list[str](), ["Workshop"]
        assert found == {"map": gone, "welcome": gone, "atlas": there, "harvest": there}

    def test_search_forgets_what_stood_under_something_deleted(self, library: Library) -> None:
        before = keep(library, workshop())
        store(library, before, 1, delete_session(before, before.sessions[0].id))
        assert library.hits("circle") == []
        assert titles(library, "close") == ["Workshop"]

    def test_what_groups_found_is_found(self, library: Library) -> None:
        """Also a story that is not to be shared: the library is its owner's own."""
        programme = keep(library, workshop())
        [story] = programme.stories
        assert not story.shared
        [hit] = library.hits("taxi")
        assert (hit.programme_id, hit.row_id) == (programme.id, story.id)
        assert hit.text == "The taxi"
        assert library.hits("offer") == [], "a word of the method is nothing that people wrote"
        after = set_fields(programme, story.id, quote="Somebody asked at nine")
        after = delete_findings(after, [after.themes[0].id])
        store(library, programme, 1, after)
        assert [hit.row_id for hit in library.hits("nine")] == [story.id]
        assert library.hits("early") == []

    def test_people_and_their_groups_are_found(self, library: Library) -> None:
        """Also what is private of them: the library is its owner's own."""
        programme = keep(library, rich_programme())
        people = {person.name: person.id for person in programme.people}
        assert [hit.row_id for hit in library.hits("chidi")] == [people["Chidi Example"]]
        assert {hit.row_id for hit in library.hits("families pat")} == {
            people["Chidi Example"],
            people["Dilys <Example>"],
        }
        assert len(library.hits(ACCESS)) == 2
        [hit] = library.hits("window hall")
        assert isinstance(programme.rows[hit.row_id], Group)
        [hit] = library.hits("tea is served")
        assert isinstance(programme.rows[hit.row_id], Dismissal)
        assert library.hits("closes") == [], "the name of a rule is nothing that people wrote"
        after = delete_people(programme, [people["Chidi Example"]])
        store(library, programme, 1, after)
        assert library.hits("chidi") == []

    def test_a_long_text_is_found_and_shown_in_part(self, library: Library) -> None:
        notes = "word " * 15_000 + "needle " + "word " * 4_000
        keep(library, set_fields(workshop(), RowId(f"{1:032x}"), notes=notes))
        [hit] = library.hits("needle")
        assert "needle" in hit.text
        assert len(hit.text) < 300
