"""The open programme tells what changed and keeps steps of undo as people think of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.programme import rename
from aiplanner.domain.errors import PlanError
from aiplanner.ui import document as document_module
from aiplanner.ui.document import Document
from tests.support.open_documents import opened
from tests.support.plans import plan, session


def typed(document: Document, *titles: str) -> None:
    """Titles as they grow under the fingers."""
    for title in titles:
        document.edit("Title", lambda now, title=title: rename(now, title), ("title",))


def test_an_edit_tells_the_rows_it_changed(qtbot: QtBot) -> None:
    with opened(plan(session("10:00"))) as (document, _services):
        with qtbot.waitSignal(document.changed) as changed:
            document.edit("Title", lambda now: rename(now, "New"))
        assert set(changed.args[0].rows) == {document.now.id}


def test_an_edit_that_changes_nothing_tells_nothing(qtbot: QtBot) -> None:
    with opened(plan()) as (document, _services), qtbot.assertNotEmitted(document.changed):
        document.edit("Title", lambda now: rename(now, "Plan"))


def test_a_refused_edit_leaves_everything_as_it_was(qtbot: QtBot) -> None:
    with opened(plan()) as (document, _services):
        before = document.now
        with pytest.raises(PlanError):
            document.edit("Title", lambda now: rename(now, " "))
        assert document.now is before
        assert document.history.undo_label is None


def test_typing_is_one_step_until_it_is_sealed(qtbot: QtBot) -> None:
    with opened(plan()) as (document, _services):
        typed(document, "W", "Wa", "War")
        document.seal()
        typed(document, "Ward", "Ward 4")
        document.undo()
        assert document.now.head.title == "War"
        document.undo()
        assert document.now.head.title == "Plan"


def test_silence_seals(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_module, "SILENCE_MS", 1)
    with opened(plan()) as (document, _services):
        typed(document, "W", "Wa")
        qtbot.waitUntil(lambda: not document._silence.isActive())
        typed(document, "War")
        document.undo()
        assert document.now.head.title == "Wa"


def test_redo_does_it_again(qtbot: QtBot) -> None:
    with opened(plan()) as (document, _services):
        typed(document, "Ward 4")
        document.undo()
        document.redo()
        assert document.now.head.title == "Ward 4"


def test_undo_with_nothing_to_undo_does_nothing(qtbot: QtBot) -> None:
    with opened(plan()) as (document, _services), qtbot.assertNotEmitted(document.changed):
        document.undo()
        document.redo()
