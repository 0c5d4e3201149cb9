"""Programmes come back from a library as they went in, and saves follow one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from threading import Thread

import pytest

from aiplanner.app.digest import Digest, digest
from aiplanner.app.document import OpenDocument
from aiplanner.app.ports import Library, Stale
from aiplanner.domain.cycle import Capability, Kind, Per, Phase, Role
from aiplanner.domain.edits.dismissals import dismiss, recall
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import (
    add_finding,
    delete_findings,
    link,
    move_finding,
    unlink,
)
from aiplanner.domain.edits.items import add_item, delete_items, move_item
from aiplanner.domain.edits.on_the_day import begin_run, forget_run, go_on
from aiplanner.domain.edits.parts import add_part, set_focus
from aiplanner.domain.edits.people import (
    delete_grouping,
    delete_people,
    set_absent,
    set_groups,
)
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.edits.sessions import add_session, delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Progress, Theme, Topic
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.people import Mix
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Material, Session, Sheet, Step, Strand
from tests.support.kept_programmes import (
    LATER,
    NOW,
    keep,
    named_strand,
    store,
    titles,
    workshop,
)
from tests.support.plans import named
from tests.support.rich_programme import rich_programme

Edit = Callable[[Programme], Programme]


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
            lambda p: set_fields(p, p.id, issue="Late", sponsor="Sam", follow_up="Kim"),
            lambda p: add_finding(p, Topic(new_id(), 0, "Going home well")),
            lambda p: add_finding(p, Theme(new_id(), 0, "Calm", 3, core=True), 0),
            lambda p: move_finding(p, p.themes[1].id, 0),
            lambda p: set_fields(p, p.stories[0].id, shared=True, quote="Words"),
            lambda p: set_fields(p, p.promises[0].id, progress=Progress.DONE, level=None),
            lambda p: link(p, p.stories[0].id, p.promises[0].id),
            lambda p: unlink(p, p.stories[0].id, p.themes[0].id),
            lambda p: delete_findings(p, [p.themes[0].id]),
            lambda p: delete_findings(p, [finding.id for finding in p.findings()]),
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

    @pytest.mark.parametrize(
        "edit",
        [
            lambda p: delete_people(p, [person.id for person in p.people]),
            lambda p: delete_people(p, [p.people[1].id]),
            lambda p: set_fields(p, p.people[0].id, takes_part=True, access="a chair"),
            lambda p: set_absent(p, p.sessions[0].id, [person.id for person in p.people]),
            lambda p: delete_grouping(p, p.groupings()[0].id),
            lambda p: set_groups(p, p.groupings()[0].id, [[[p.people[2].id]]], new_id),
            lambda p: set_fields(p, p.groupings()[0].id, mix=Mix.JOB, size=3),
            lambda p: dismiss(p, "opens", p.sessions[1].id, "Later", date(2027, 1, 6)),
            lambda p: recall(p, p.dismissals[0].id),
            lambda p: delete_session(p, p.sessions[0].id),
            lambda p: begin_run(p, p.sessions[1].id, NOW),
            lambda p: go_on(begin_run(p, p.sessions[1].id, NOW), p.sessions[1].id, LATER),
            lambda p: forget_run(p, p.sessions[0].id),
        ],
    )
    def test_people_and_days_that_were_saved_are_there(self, library: Library, edit: Edit) -> None:
        before = keep(library, rich_programme())
        after = edit(before)
        assert after != before
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
