"""Undo and redo: step by step, typing as one step, and all the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.document import OpenDocument
from aiplanner.app.history import LIMIT, History
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.programme import Programme
from tests.support.keyboard import lead, titled, typed, write
from tests.support.plans import counted_ids, named
from tests.support.strategies import programmes
from tests.support.verbs import VERBS, edited


def test_undo_and_redo_go_through_the_steps(document: OpenDocument, base: Programme) -> None:
    for title in ("One", "Two", "Three"):
        titled(document, title)
    after = document.now
    found = [document.history.undo_label]
    while document.history.undo_label:
        document.undo()
        found.append(document.history.undo_label)
    assert document.now == base
    assert found == ["rename to Three", "rename to Two", "rename to One", None]
    while document.history.redo_label:
        document.redo()
    assert document.now == after


def test_undo_and_redo_of_nothing_do_nothing(document: OpenDocument, base: Programme) -> None:
    assert not document.undo()
    assert not document.redo()
    assert document.now is base


def test_a_new_edit_takes_the_way_forward(document: OpenDocument) -> None:
    titled(document, "One")
    document.undo()
    titled(document, "Other")
    assert document.history.redo_label is None
    document.undo()
    assert document.now.head.title == "Plan"


def test_a_deleted_item_comes_back_whole(document: OpenDocument, base: Programme) -> None:
    key = base.sessions[0].id
    document.edit("delete", lambda programme: programme.drop([key]))
    assert document.now.sessions == ()
    document.undo()
    assert document.now == base


# ------------------------------------------------------------------------------------- typing


def test_typing_is_one_step(document: OpenDocument) -> None:
    write(document, "Amina")
    assert lead(document) == "Amina"
    document.undo()
    assert lead(document) == ""
    document.redo()
    assert lead(document) == "Amina"


def test_a_pause_ends_the_step(document: OpenDocument) -> None:
    write(document, "Amina")
    document.history.seal()
    write(document, "Amina B")
    document.undo()
    assert lead(document) == "Amina"


def test_typing_in_another_field_is_another_step(document: OpenDocument) -> None:
    write(document, "Amina")
    write(document, "Hall", name="room")
    document.undo()
    assert (lead(document), named(document.now, "Welcome").room) == ("Amina", "")


def test_another_edit_in_between_ends_the_step(document: OpenDocument) -> None:
    write(document, "Am")
    titled(document, "One")
    write(document, "Amina")
    document.undo()
    assert lead(document) == "Am"
    assert document.now.head.title == "One"


def test_typing_after_undo_and_redo_is_a_new_step(document: OpenDocument) -> None:
    write(document, "Am")
    document.undo()
    document.redo()
    write(document, "Amina")
    document.undo()
    assert lead(document) == "Am"


def test_typing_after_undo_does_not_join_the_step_before(document: OpenDocument) -> None:
    write(document, "Am")
    titled(document, "One")
    document.undo()
    write(document, "Amina")
    document.undo()
    assert lead(document) == "Am"


def test_typing_something_and_taking_it_out_again_is_no_step(document: OpenDocument) -> None:
    write(document, "A")
    key = named(document.now, "Welcome").id
    document.edit("typing", typed(key, "lead", ""), merge_key=(key, "lead"))
    assert document.history.undo_label is None
    assert not document.dirty


def test_a_history_keeps_so_many_steps_and_no_more(base: Programme) -> None:
    history, now = History(limit=3), base
    for title in "abcde":
        after = rename(now, title)
        history.record(now, after, title)
        now = after
    while history.undo_label:
        now = history.undo(now)
    assert now.head.title == "b"
    assert LIMIT >= 100


@given(programmes(size=3), st.data())
def test_undoing_all_gives_the_start_and_redoing_all_the_end(
    start: Programme, data: st.DataObject
) -> None:
    document, new_id = OpenDocument(start, 1), counted_ids(1000)
    verbs = st.lists(st.tuples(st.sampled_from(sorted(VERBS)), st.sampled_from((None, "key"))))
    for verb, key in data.draw(verbs):
        after = edited(data.draw, document.now, new_id, verb)
        document.edit(verb, lambda _, after=after: after, merge_key=key)
    end = document.now
    while document.history.undo_label:
        document.undo()
    assert document.now == start
    assert not document.dirty
    while document.history.redo_label:
        document.redo()
    assert document.now == end


# ------------------------------------------------------------------------------------- saving
