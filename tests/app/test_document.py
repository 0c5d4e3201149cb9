"""One open programme: editing, saving, and a colleague who saves in between."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from aiplanner.app.digest import digest
from aiplanner.app.document import OpenDocument
from aiplanner.app.ports import Stale
from aiplanner.domain.delta import Conflict, diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import add_item, delete_items
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from tests.support.keyboard import lead, titled, write
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import counted_ids, named

NOW = datetime(2027, 1, 12, 10, 5, tzinfo=UTC)


def test_an_edit_says_what_changed(document: OpenDocument, base: Programme) -> None:
    delta = document.edit("rename", lambda programme: rename(programme, "Ward 4"))
    assert delta == diff(base, document.now)
    assert delta.rows.keys() == {base.id}
    assert document.history.undo_label == "rename"


def test_a_refused_edit_changes_nothing(document: OpenDocument, base: Programme) -> None:
    titled(document, "Before")
    document.undo()
    with pytest.raises(PlanError):
        titled(document, " ")
    assert document.now == base
    assert document.history.redo_label == "rename to Before"


def test_an_edit_that_changes_nothing_is_no_step(document: OpenDocument) -> None:
    titled(document, "Plan")
    assert document.history.undo_label is None
    assert not document.dirty


# ------------------------------------------------------------------------------------- saving


def store(document: OpenDocument, library: MemoryLibrary) -> None:
    save = document.next_save()
    assert save is not None
    document.saved(library.save(save, NOW))


@pytest.fixture
def library(base: Programme) -> MemoryLibrary:
    kept = MemoryLibrary()
    kept.add(base, digest(base), NOW)
    return kept


def test_what_is_saved_is_what_the_library_holds(
    document: OpenDocument, library: MemoryLibrary
) -> None:
    titled(document, "Ward 4")
    assert document.dirty
    store(document, library)
    assert not document.dirty
    assert library.load(document.now.id) == (document.now, 2) == (document.stored, 2)
    assert document.revision == 2


def test_there_is_nothing_to_save_twice(document: OpenDocument, library: MemoryLibrary) -> None:
    assert document.next_save() is None
    titled(document, "Ward 4")
    store(document, library)
    assert document.next_save() is None
    document.undo()
    document.redo()
    assert document.next_save() is None


def test_edits_while_a_save_is_under_way_wait_for_the_next(
    document: OpenDocument, library: MemoryLibrary
) -> None:
    titled(document, "One")
    first = document.next_save()
    assert first is not None
    titled(document, "Two")
    assert document.saving
    assert document.next_save() is None
    document.saved(library.save(first, NOW))
    assert document.dirty
    assert library.load(document.now.id)[0].head.title == "One"
    store(document, library)
    assert library.load(document.now.id) == (document.now, 3)


def test_undo_while_a_save_is_under_way_is_stored_next(
    document: OpenDocument, library: MemoryLibrary, base: Programme
) -> None:
    titled(document, "One")
    save = document.next_save()
    assert save is not None
    document.undo()
    assert document.now == base
    document.saved(library.save(save, NOW))
    assert document.dirty
    store(document, library)
    assert library.load(base.id)[0] == base


def test_a_failed_save_keeps_the_edits_and_is_tried_again(
    document: OpenDocument, library: MemoryLibrary
) -> None:
    titled(document, "One")
    assert document.next_save() is not None
    document.failed()
    assert document.dirty
    assert not document.saving
    titled(document, "Two")
    store(document, library)
    assert library.load(document.now.id) == (document.now, 2)


# ------------------------------------------------------------------------------- a colleague


def test_a_colleagues_save_comes_in_under_my_edits(
    document: OpenDocument, library: MemoryLibrary, base: Programme
) -> None:
    colleague = OpenDocument(base, 1)
    write(colleague, "Jo", row="Stories")
    store(colleague, library)
    write(document, "Amina")
    mine = document.next_save()
    assert mine is not None
    with pytest.raises(Stale):
        library.save(mine, NOW)
    document.failed()
    delta = document.adopt(*library.load(base.id))
    assert delta.rows.keys() == {named(base, "Stories").id}
    assert [named(document.now, t).lead for t in ("Welcome", "Stories")] == ["Amina", "Jo"]
    store(document, library)
    assert library.load(base.id) == (document.now, 3)


def test_undo_after_a_colleagues_save_takes_only_mine_back(
    document: OpenDocument, base: Programme
) -> None:
    write(document, "Amina")
    theirs = set_fields(base, named(base, "Welcome").id, room="Hall")
    document.adopt(theirs, 2)
    document.undo()
    assert document.now == theirs
    assert not document.dirty
    document.redo()
    assert (lead(document), named(document.now, "Welcome").room) == ("Amina", "Hall")


def test_typing_on_after_a_colleagues_save_is_a_new_step(
    document: OpenDocument, base: Programme
) -> None:
    write(document, "Am")
    document.adopt(rename(base, "Theirs"), 2)
    write(document, "Amina")
    document.undo()
    assert lead(document) == "Am"
    document.undo()
    assert (lead(document), document.now.head.title) == ("", "Theirs")


def test_the_same_field_is_a_conflict_and_nothing_moves(
    document: OpenDocument, base: Programme
) -> None:
    write(document, "Amina")
    mine = document.now
    theirs = set_fields(base, named(base, "Welcome").id, lead="Jo")
    with pytest.raises(Conflict) as conflict:
        document.adopt(theirs, 2)
    assert [(clash.field, clash.theirs) for clash in conflict.value.clashes] == [("lead", "Amina")]
    assert document.now == mine
    assert document.revision == 1
    document.adopt_with(mine, theirs, 2)
    assert (document.now, document.stored, document.revision) == (mine, theirs, 2)
    assert document.dirty


def test_undoing_what_a_colleague_changed_since_is_a_conflict_and_nothing_moves(
    document: OpenDocument, base: Programme
) -> None:
    write(document, "Amina")
    store_as = set_fields(document.now, named(base, "Welcome").id, lead="Jo")
    document.adopt_with(store_as, store_as, 2)
    with pytest.raises(Conflict):
        document.undo()
    assert lead(document) == "Jo"
    assert document.history.undo_label == "typing"
    assert document.history.redo_label is None


def test_undoing_an_addition_they_wrote_into_is_a_conflict(document: OpenDocument) -> None:
    new, first = counted_ids(50)(), document.now.sessions[0].id
    document.edit("add", lambda p: add_item(p, Item(new, 0, title="New"), first))
    theirs = set_fields(document.now, new, lead="Jo")
    document.adopt_with(theirs, theirs, 2)
    with pytest.raises(Conflict):
        document.undo()
    document.adopt(delete_items(theirs, [new]), 3)
    document.undo()
    assert new not in document.now.rows


@pytest.mark.parametrize("tries", [1, 2])
def test_my_own_save_that_failed_and_yet_came_through_is_no_conflict(
    document: OpenDocument, library: MemoryLibrary, tries: int
) -> None:
    write(document, "Am")
    lost = document.next_save()
    assert lost is not None
    library.save(lost, NOW)  # and the answer never came
    document.failed()
    for _ in range(tries):
        write(document, "Amina")
        again = document.next_save()
        assert again is not None
        with pytest.raises(Stale):
            library.save(again, NOW)
        document.failed()
    assert not document.adopt(*library.load(document.now.id))
    assert lead(document) == "Amina"
    store(document, library)
    assert library.load(document.now.id) == (document.now, 3)
    document.undo()
    assert lead(document) == ""
