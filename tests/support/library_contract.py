"""What every library must do, whatever keeps it: a class of tests to inherit from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from threading import Thread

import pytest

from aiplanner.app.digest import Digest, digest
from aiplanner.app.document import OpenDocument
from aiplanner.app.ports import Library, Save, Shelf, Stale
from aiplanner.domain.cycle import Capability, Kind, Per, Phase, Role
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import add_item, delete_items, move_item
from aiplanner.domain.edits.parts import add_part, set_focus
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.edits.sessions import add_session, delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Head, Item, Material, Session, Sheet, Step, Strand
from tests.support.plans import breakout, item, named, plan, session, strand
from tests.support.rich_programme import rich_programme

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)

Edit = Callable[[Programme], Programme]


def keep(library: Library, programme: Programme, now: datetime = NOW) -> Programme:
    """Add a programme as the use cases do."""
    library.add(programme, digest(programme), now)
    return programme


def keep_titled(library: Library, *titles: str) -> list[RowId]:
    """Add a programme of each title, the later ones changed later; their ids."""
    kept = [empty_programme(new_id(), title) for title in titles]
    for minutes, programme in enumerate(kept):
        keep(library, programme, NOW + timedelta(minutes=minutes))
    return [programme.id for programme in kept]


def store(library: Library, before: Programme, base: int, after: Programme) -> int:
    """Save the step from one state to another; the new revision."""
    return library.save(Save(before.id, base, diff(before, after), after), LATER)


def workshop() -> Programme:
    """A session with a breakout of two strands, and a session after it."""
    tracks = breakout(
        "Tracks", strand("Left", item("Story circle", "30")), strand("Right", item("Map", "30"))
    )
    return plan(
        session("10:00", item("Welcome", "10"), tracks, title="Morning"),
        session("13:00", item("Close", "15"), title="Afternoon"),
        title="Workshop",
    )


def titles(library: Library, words: str = "", shelf: Shelf | None = Shelf.ACTIVE) -> list[str]:
    """What the list shows, by title."""
    return [summary.title for summary in library.summaries(shelf, words)]


class KeepingContract:
    """Programmes come back as they went in, and saves follow one another."""

    def test_a_new_library_is_empty(self, library: Library) -> None:
        assert library.summaries(None) == []
        assert library.hits("anything") == []
        assert list(library.check()) == []

    def test_a_programme_with_one_of_everything_comes_back_equal(self, library: Library) -> None:
        programme = rich_programme()
        assert library.add(programme, digest(programme), NOW) == 1
        assert library.load(programme.id) == (programme, 1)
        assert list(library.check()) == []

    def test_a_programme_is_added_once(self, library: Library) -> None:
        programme = keep(library, workshop())
        with pytest.raises(PlanError) as refused:
            library.add(rename(programme, "Again"), Digest(), LATER)
        assert refused.value.code == "programme-twice"
        assert library.load(programme.id) == (programme, 1)

    def test_two_programmes_may_hold_rows_of_the_same_ids(self, library: Library) -> None:
        """A file sent to and fro keeps its row ids."""
        first = keep(library, workshop())
        twin = RowId("a" * 32)
        rows = {key: row for key, row in first.rows.items() if not isinstance(row, Head)}
        second = keep(library, Programme(twin, {twin: Head(twin, "Twin"), **rows}))
        changed = set_fields(second, named(second, "Welcome").id, title="Hello")
        store(library, second, 1, changed)
        assert library.load(first.id) == (first, 1)
        assert library.load(twin) == (changed, 2)

    def test_what_is_not_there_cannot_be_loaded(self, library: Library) -> None:
        with pytest.raises(PlanError) as refused:
            library.load(RowId("b" * 32))
        assert refused.value.code == "programme-gone"

    @pytest.mark.parametrize(
        "edit",
        [
            lambda p: rename(p, "Another title"),
            lambda p: set_fields(p, p.id, people=None, notes="new"),
            lambda p: add_session(p, Session(new_id(), 0, "New", day=date(2027, 2, 1))),
            lambda p: delete_session(p, p.sessions[0].id),
            lambda p: set_fields(p, p.sessions[1].id, start=time(14), planned=90),
            lambda p: add_item(p, Item(new_id(), 0, title="New"), p.sessions[0].id, 0),
            lambda p: add_item(p, Item(new_id(), 0), named_strand(p, "Left").id),
            lambda p: set_fields(p, named(p, "Map").id, phase=Phase.DREAM, kind=Kind.SOCIAL),
            lambda p: move_item(p, named(p, "Map").id, p.sessions[1].id, 0),
            lambda p: move_item(p, named(p, "Close").id, named_strand(p, "Left").id, 0),
            lambda p: delete_items(p, [named(p, "Tracks").id]),
            lambda p: add_part(p, Strand(new_id(), named(p, "Tracks").id, 0, "Third")),
            lambda p: add_part(p, Step(new_id(), named(p, "Welcome").id, 0, "Greet", 5)),
            lambda p: add_part(p, Material(new_id(), named(p, "Map").id, 0, "Pens", 3, Per.TABLE)),
            lambda p: add_part(p, Sheet(new_id(), named(p, "Map").id, 0, "Sheet", handout="dream")),
            lambda p: set_focus(p, named(p, "Map").id, Capability.VISION, Role.SUPPORTS),
        ],
    )
    def test_an_edit_that_was_saved_is_there(self, library: Library, edit: Edit) -> None:
        before = keep(library, workshop())
        after = edit(before)
        assert store(library, before, 1, after) == 2
        assert library.load(before.id) == (after, 2)
        assert store(library, after, 2, before) == 3
        assert library.load(before.id) == (before, 3)
        assert list(library.check()) == []

    def test_what_moves_out_of_something_deleted_in_the_same_save_stays(
        self, library: Library
    ) -> None:
        before = keep(library, workshop())
        moved = move_item(before, named(before, "Story circle").id, before.sessions[0].id, 0)
        after = delete_items(moved, [named(moved, "Tracks").id])
        store(library, before, 1, after)
        assert library.load(before.id) == (after, 2)

    def test_a_breakout_may_move_into_another_made_in_the_same_save(self, library: Library) -> None:
        before = keep(library, workshop())
        outer, track = Item(new_id(), 0, kind=Kind.BREAKOUT), new_id()
        after = add_item(before, outer, before.sessions[1].id)
        after = add_part(after, Strand(track, outer.id, 0, "Outer"))
        after = move_item(after, named(after, "Tracks").id, track, 0)
        store(library, before, 1, after)
        assert library.load(before.id) == (after, 2)

    def test_of_two_saves_from_one_revision_the_second_is_stale(self, library: Library) -> None:
        before = keep(library, workshop())
        mine, theirs = rename(before, "Mine"), rename(before, "Theirs")
        store(library, before, 1, theirs)
        with pytest.raises(Stale):
            store(library, before, 1, mine)
        assert library.load(before.id) == (theirs, 2)
        assert titles(library) == ["Theirs"]

    def test_a_save_of_what_was_deleted_is_stale_and_brings_nothing_back(
        self, library: Library
    ) -> None:
        before = keep(library, workshop())
        library.delete(before.id)
        with pytest.raises(Stale):
            store(library, before, 1, rename(before, "Mine"))
        assert library.summaries(None) == []

    def test_two_windows_of_one_programme_both_keep_their_edits(self, library: Library) -> None:
        programme = keep(library, workshop())
        mine, theirs = (OpenDocument(*library.load(programme.id)) for _ in range(2))
        theirs.edit("", lambda p: rename(p, "Renamed"))
        theirs.saved(library.save(theirs.next_save(), LATER))  # type: ignore[arg-type]  # dirty
        mine.edit("", lambda p: set_fields(p, named(p, "Map").id, room="Room 2"))
        with pytest.raises(Stale):
            library.save(mine.next_save(), LATER)  # type: ignore[arg-type]  # it is dirty
        mine.adopt(*library.load(programme.id))
        mine.saved(library.save(mine.next_save(), LATER))  # type: ignore[arg-type]  # it is dirty
        stored, revision = library.load(programme.id)
        assert (stored.head.title, named(stored, "Map").room, revision) == ("Renamed", "Room 2", 3)

    def test_every_thread_may_call(self, library: Library) -> None:
        programme = keep(library, workshop())
        found: list[tuple[Programme, int]] = []
        threads = [Thread(target=lambda: found.append(library.load(programme.id))) for _ in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [(programme, 1)] * 4


class ListingContract:
    """The list says what there is, where it stands, and finds it by its words."""

    def test_the_list_tells_what_is_needed_to_choose(self, library: Library) -> None:
        programme = keep(library, rich_programme())
        [summary] = library.summaries()
        assert summary.id == programme.id
        assert (summary.title, summary.service) == (programme.head.title, programme.head.service)
        assert (summary.shelf, summary.revision) == (Shelf.ACTIVE, 1)
        assert (summary.changed, summary.shelved) == (NOW, None)
        assert summary.digest == digest(programme)

    def test_a_save_shows_in_the_list(self, library: Library) -> None:
        before = keep(library, workshop())
        after = set_fields(rename(before, "New title"), before.id, service="Ward 4")
        after = delete_session(after, after.sessions[0].id)
        store(library, before, 1, after)
        [summary] = library.summaries()
        assert (summary.title, summary.service) == ("New title", "Ward 4")
        assert (summary.revision, summary.changed, summary.digest) == (2, LATER, digest(after))

    def test_what_was_changed_last_stands_first(self, library: Library) -> None:
        first, _, _ = keep_titled(library, "One", "Two", "Three")
        assert titles(library) == ["Three", "Two", "One"]
        one, revision = library.load(first)
        store(library, one, revision, rename(one, "One again"))
        assert titles(library) == ["One again", "Three", "Two"]

    def test_times_are_kept_in_utc_to_the_microsecond(self, library: Library) -> None:
        here = datetime(2026, 7, 1, 1, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
        keep(library, workshop(), here)
        [summary] = library.summaries()
        assert summary.changed == here
        assert summary.changed.utcoffset() == timedelta(0)

    def test_programmes_stand_on_one_shelf_and_know_since_when(self, library: Library) -> None:
        a, b, c = keep_titled(library, "A", "B", "C")
        library.shelve(b, Shelf.ARCHIVED, LATER)
        library.shelve(c, Shelf.BIN, LATER)
        assert titles(library) == ["A"]
        assert titles(library, shelf=Shelf.ARCHIVED) == ["B"]
        assert titles(library, shelf=Shelf.BIN) == ["C"]
        assert titles(library, shelf=None) == ["C", "B", "A"]
        assert library.summaries(Shelf.BIN)[0].shelved == LATER
        library.shelve(c, Shelf.ACTIVE, LATER)
        assert titles(library) == ["C", "A"]
        assert a

    def test_shelving_is_no_edit(self, library: Library) -> None:
        programme = keep(library, workshop())
        library.shelve(programme.id, Shelf.ARCHIVED, LATER)
        [summary] = library.summaries(Shelf.ARCHIVED)
        assert (summary.revision, summary.changed) == (1, NOW)
        assert store(library, programme, 1, rename(programme, "Edited there")) == 2
        assert titles(library, shelf=Shelf.ARCHIVED) == ["Edited there"]

    def test_what_is_not_there_cannot_be_shelved(self, library: Library) -> None:
        with pytest.raises(PlanError) as refused:
            library.shelve(RowId("c" * 32), Shelf.BIN, NOW)
        assert refused.value.code == "programme-gone"

    def test_deleted_for_good_is_gone_and_deleting_it_again_is_no_fault(
        self, library: Library
    ) -> None:
        programme, other = keep(library, workshop()), keep(library, rich_programme())
        library.delete(programme.id)
        library.delete(programme.id)
        assert [summary.id for summary in library.summaries(None)] == [other.id]
        assert library.hits("workshop") == []
        assert list(library.check()) == []
        assert library.add(programme, digest(programme), LATER) == 1
        assert library.load(programme.id) == (programme, 1)

    def test_the_bin_is_emptied_of_what_is_old_in_it(self, library: Library) -> None:
        old, new, kept, archived = keep_titled(library, "Old", "New", "Kept", "Archived")
        library.shelve(old, Shelf.BIN, NOW)
        library.shelve(new, Shelf.BIN, LATER)
        library.shelve(archived, Shelf.ARCHIVED, NOW)
        assert library.empty_bin(LATER) == 1
        assert titles(library, shelf=None) == ["Archived", "Kept", "New"]
        assert kept
        assert library.empty_bin(LATER) == 0

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

    def test_a_long_text_is_found_and_shown_in_part(self, library: Library) -> None:
        notes = "word " * 15_000 + "needle " + "word " * 4_000
        keep(library, set_fields(workshop(), RowId(f"{1:032x}"), notes=notes))
        [hit] = library.hits("needle")
        assert "needle" in hit.text
        assert len(hit.text) < 300

    def test_found_by_id_by_its_beginning_or_by_exact_title(self, library: Library) -> None:
        first, second = RowId("ab" + "1" * 30), RowId("ab" + "2" * 30)
        keep(library, empty_programme(first, "Ward 4"))
        keep(library, empty_programme(second, "Ward 5"))
        assert library.find(first) == first
        assert library.find("ab2") == second
        assert library.find("AB2") == second
        assert library.find("Ward 5") == second

    @pytest.mark.parametrize("reference", ["", "Ward", "ward 4", "abc", "a%", "_b1", "ab\0"])
    def test_what_is_none_of_these_is_unknown(self, library: Library, reference: str) -> None:
        keep(library, empty_programme(RowId("ab" + "1" * 30), "Ward 4"))
        with pytest.raises(PlanError) as refused:
            library.find(reference)
        assert refused.value.code == "programme-unknown"

    def test_what_fits_several_is_refused_with_their_number(self, library: Library) -> None:
        ids = [RowId("ab" + digit * 30) for digit in "123"]
        for key in ids[:2]:
            keep(library, empty_programme(key, "Ward 4"))
        keep(library, empty_programme(ids[2], "ab1"))
        for reference in ("ab", "Ward 4", "ab1"):
            with pytest.raises(PlanError) as refused:
                library.find(reference)
            assert refused.value.code == "programme-ambiguous"
        assert refused.value.facts["count"] == 2
        assert library.find(ids[0]) == ids[0]

    def test_the_bin_is_not_looked_through(self, library: Library) -> None:
        [key] = keep_titled(library, "Ward 4")
        library.shelve(key, Shelf.BIN, NOW)
        for reference in (key, "Ward 4"):
            with pytest.raises(PlanError) as refused:
                library.find(reference)
            assert refused.value.code == "programme-unknown"


class LibraryContract(KeepingContract, ListingContract):
    """All of it; a test class inherits this and gives the fixture `library`."""


def named_strand(programme: Programme, title: str) -> Strand:
    """The one strand of that title."""
    strands = [row for row in programme.rows.values() if isinstance(row, Strand)]
    [found] = [row for row in strands if row.title == title]
    return found
