"""The list of a library says what there is and on which shelf."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from aiplanner.app.digest import digest
from aiplanner.app.ports import Library, Shelf
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import empty_programme
from tests.support.kept_programmes import (
    LATER,
    NOW,
    keep,
    keep_titled,
    store,
    titles,
    workshop,
)
from tests.support.rich_programme import rich_programme


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
