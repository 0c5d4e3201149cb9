"""A library remembers what was issued, which forms came back, and named sets of documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from aiplanner.app.issued import (
    KEPT,
    IssuedDocument,
    IssuedPack,
    changed_documents,
    issued_options,
    issued_pack,
)
from aiplanner.app.ports import Library, Shelf
from aiplanner.app.print_sets import PrintSet
from aiplanner.app.printing import PackOptions
from aiplanner.domain.edits.programme import copied, rename
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.programme import Programme
from tests.support.kept_programmes import LATER, NOW, keep, store, workshop

DOCUMENTS = (
    IssuedDocument("contents", "Contents", 1, ""),
    IssuedDocument("agenda", "One-page agenda", 2, "a" * 32),
    IssuedDocument("running-order", "Running order — “all”", 4, "b" * 32),
)


def pack_of(programme: Programme, minutes: int = 0, **fields: object) -> IssuedPack:
    """A pack of a programme, issued so many minutes after the first."""
    options = PackOptions(
        documents=("contents", "agenda", "running-order"),
        made=NOW + timedelta(minutes=minutes),
        print_size="large",
        sessions=(programme.sessions[0].id,),
        revision=3,
        pictures="/somewhere",
        audience="facilitator",
    )
    pack = issued_pack(new_id(), programme, options, DOCUMENTS, "saved")
    return replace(pack, **fields)


def _another(library: Library) -> Programme:
    return keep(library, copied(workshop(), "Another", new_id))


class IssuedContract:
    """Issued packs hang on their programme, with the programme as it was."""

    def test_nothing_was_issued_at_first(self, library: Library) -> None:
        programme = keep(library, workshop())
        assert library.issued(programme.id) == []
        assert library.returned(programme.id) == frozenset()
        assert library.print_sets() == []

    def test_an_issued_pack_comes_back_equal_newest_first(self, library: Library) -> None:
        programme = keep(library, workshop())
        other = _another(library)
        first, second = pack_of(programme), pack_of(programme, 5, way="printed", documents=())
        for pack in (second, first, pack_of(other, 9)):
            library.issue(pack)
        listed = [replace(pack, snapshot=b"") for pack in (second, first)]
        assert library.issued(programme.id) == listed
        assert list(library.check()) == []
        options = issued_options(library.issued(programme.id)[1], programme)
        assert (options.print_size, options.pictures) == ("large", "")
        assert options.sessions == (programme.sessions[0].id,)

    def test_the_programme_as_it_was_is_there_after_it_has_moved_on(self, library: Library) -> None:
        programme = keep(library, workshop())
        pack = pack_of(programme)
        library.issue(pack)
        store(library, programme, 1, rename(programme, "Another name"))
        assert library.issued_snapshot(pack.id) == programme
        assert changed_documents(pack, {"agenda": "a" * 32, "running-order": "c" * 32}) == (
            "running-order",
        )

    def test_a_pack_can_be_forgotten(self, library: Library) -> None:
        programme = keep(library, workshop())
        pack, kept = pack_of(programme), pack_of(programme, 1)
        library.issue(pack)
        library.issue(kept)
        library.forget_issued(pack.id)
        library.forget_issued(pack.id)
        assert [one.id for one in library.issued(programme.id)] == [kept.id]
        with pytest.raises(PlanError) as refused:
            library.issued_snapshot(pack.id)
        assert refused.value.code == "issued-gone"

    def test_what_is_known_of_a_pack_later_takes_its_place(self, library: Library) -> None:
        programme = keep(library, workshop())
        pack = pack_of(programme, documents=DOCUMENTS[:2])
        library.issue(pack)
        library.issue(replace(pack, documents=DOCUMENTS))
        [kept] = library.issued(programme.id)
        assert kept.documents == DOCUMENTS
        assert list(library.check()) == []

    def test_only_the_newest_are_remembered(self, library: Library) -> None:
        programme, other = keep(library, workshop()), _another(library)
        library.issue(pack_of(other))
        packs = [pack_of(programme, minutes) for minutes in range(KEPT + 2)]
        for pack in packs:
            library.issue(pack)
        assert [one.id for one in library.issued(programme.id)] == [
            pack.id for pack in reversed(packs[2:])
        ]
        assert len(library.issued(other.id)) == 1

    def test_what_hangs_on_a_programme_goes_with_it(self, library: Library) -> None:
        programme, other = keep(library, workshop()), _another(library)
        for one in (programme, other):
            library.issue(pack_of(one))
            library.note_returned(one.id, "f" * 64, "sheet.pdf", NOW)
        library.delete(programme.id)
        assert library.issued(programme.id) == []
        assert library.returned(programme.id) == frozenset()
        library.shelve(other.id, Shelf.BIN, NOW)
        assert len(library.issued(other.id)) == 1
        library.empty_bin(LATER)
        assert library.issued(other.id) == []
        assert list(library.check()) == []

    def test_a_programme_that_is_gone_issues_and_takes_in_nothing(self, library: Library) -> None:
        gone = workshop()
        with pytest.raises(PlanError) as refused:
            library.issue(pack_of(gone))
        assert refused.value.code == "programme-gone"
        with pytest.raises(PlanError) as refused:
            library.note_returned(gone.id, "f" * 64, "sheet.pdf", NOW)
        assert refused.value.code == "programme-gone"
        assert library.issued(gone.id) == []

    def test_forms_that_were_taken_in_are_known_by_programme(self, library: Library) -> None:
        programme, other = keep(library, workshop()), _another(library)
        for letter in "aba":
            library.note_returned(programme.id, letter * 64, f"{letter}.pdf", NOW)
        library.note_returned(other.id, "c" * 64, "c.pdf", LATER)
        assert library.returned(programme.id) == {"a" * 64, "b" * 64}
        assert library.returned(RowId("9" * 32)) == frozenset()

    def test_a_form_that_was_taken_back_is_forgotten(self, library: Library) -> None:
        programme, other = keep(library, workshop()), _another(library)
        for one in (programme, other):
            for letter in "ab":
                library.note_returned(one.id, letter * 64, f"{letter}.pdf", NOW)
        for _again in range(2):
            library.forget_returned(programme.id, "a" * 64)
        assert library.returned(programme.id) == {"b" * 64}
        assert library.returned(other.id) == {"a" * 64, "b" * 64}

    def test_sets_are_kept_by_name(self, library: Library) -> None:
        first = PrintSet("Session 2 participants", ("agenda", "not-there"), "participant")
        second = PrintSet("für die Leitung", print_size="20", paper="letter", fillable=True)
        for one in (first, second, replace(first, duplex=True, sessions="one")):
            library.keep_print_set(one)
        assert library.print_sets() == [second, replace(first, duplex=True, sessions="one")]
        library.drop_print_set("nobody has made this")
        library.drop_print_set(second.name)
        assert [one.name for one in library.print_sets()] == [first.name]
        assert list(library.check()) == []
