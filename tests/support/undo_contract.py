"""What can be undone can still be undone when a programme is opened again."""

from __future__ import annotations

from aiplanner.app.document import OpenDocument
from aiplanner.app.library import opened
from aiplanner.app.ports import Library
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.rows import Item
from tests.support.kept_programmes import LATER, keep, workshop


def _titled(document: OpenDocument, *titles: str) -> None:
    for title in titles:
        document.edit(f"rename to {title}", lambda p, title=title: rename(p, title))


def _stored(library: Library, document: OpenDocument) -> OpenDocument:
    """The same programme opened again, after all that was done to it is stored."""
    save = document.next_save()
    if save is not None:
        document.saved(library.save(save, LATER))
    return opened(library, document.now.id)


class UndoContract:
    """The way back outlives the window."""

    def test_what_was_done_is_undone_and_done_again_after_reopening(self, library: Library) -> None:
        start = keep(library, workshop())
        document = opened(library, start.id)
        assert document.history.undo_label is None
        _titled(document, "One", "Two")
        document = _stored(library, document)
        assert document.history.undo_label == "rename to Two"
        document.undo()
        document = _stored(library, document)
        assert (document.history.undo_label, document.history.redo_label) == (
            "rename to One",
            "rename to Two",
        )
        document.undo()
        assert document.now == start
        document.redo()
        document.redo()
        assert document.now.head.title == "Two"

    def test_a_new_edit_takes_the_way_forward_for_good(self, library: Library) -> None:
        document = opened(library, keep(library, workshop()).id)
        _titled(document, "One", "Two")
        document = _stored(library, document)
        document.undo()
        _titled(document, "Three")
        document = _stored(library, document)
        assert document.history.redo_label is None
        assert _labels_back(document) == ["rename to Three", "rename to One"]

    def test_what_was_deleted_with_all_it_held_comes_back(self, library: Library) -> None:
        start = keep(library, workshop())
        document = opened(library, start.id)
        items = [row.id for row in start.rows.values() if isinstance(row, Item)]
        document.edit("delete", lambda p: delete_items(p, items))
        document = _stored(library, document)
        document.undo()
        assert document.now == start

    def test_typing_that_went_on_over_a_save_stays_one_step(self, library: Library) -> None:
        document = opened(library, keep(library, workshop()).id)
        document.edit("type", lambda p: rename(p, "A"), merge_key="title")
        _stored(library, document)
        document.edit("type", lambda p: rename(p, "Ab"), merge_key="title")
        document = _stored(library, document)
        assert _labels_back(document) == ["type"]

    def test_a_programme_deleted_for_good_leaves_no_steps(self, library: Library) -> None:
        start = keep(library, workshop())
        document = opened(library, start.id)
        _titled(document, "One")
        _stored(library, document)
        library.delete(start.id)
        assert list(library.steps(start.id)) == []
        keep(library, start)
        assert list(library.steps(start.id)) == []


def _labels_back(document: OpenDocument) -> list[str | None]:
    found = []
    while document.history.undo_label is not None:
        found.append(document.history.undo_label)
        document.undo()
    return found
