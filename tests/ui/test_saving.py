"""What is edited gets stored: after a pause, after a failure, and beside a colleague's save."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from aiplanner.app.document import OpenDocument
from aiplanner.app.ports import Save, WorldError
from aiplanner.domain.delta import Conflict, diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.programme import Programme
from aiplanner.ui import saving
from aiplanner.ui.document import Document
from aiplanner.ui.saving import Merged
from aiplanner.ui.services import Services
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import NOW
from tests.support.plans import item, named, plan, session
from tests.ui.conftest import Keep


@pytest.fixture
def document(keep: Keep, services: Services) -> Iterator[Document]:
    """A programme of one session, open."""
    programme = keep(plan(session("10:00", item("Welcome", "10"), item("Stories", "40"))))
    opened = OpenDocument(programme, 1)
    made = Document(opened, services.library, services.jobs, services.now)
    yield made
    made.close()
    services.jobs.drain()
    made.deleteLater()


def retitle(document: Document, title: str) -> None:
    """One edit."""
    document.edit("Rename", lambda now: rename(now, title))


def stored(library: MemoryLibrary, document: Document) -> Programme:
    """What the library holds of it."""
    return library.load(document.now.id)[0]


def colleague_saves(library: MemoryLibrary, document: Document, after: Programme) -> None:
    """Somebody else stores a change to what the library holds."""
    before, revision = library.load(document.now.id)
    library.save(Save(before.id, revision, diff(before, after), after), NOW)


def waits(document: Document) -> list[int]:
    """The intervals of the running timers, in milliseconds."""
    timers = document.findChildren(QTimer)
    return [timer.interval() for timer in timers if timer.isActive()]


def test_an_edit_is_stored_after_a_pause(
    document: Document, library: MemoryLibrary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "QUIET_MS", 1)
    retitle(document, "Going home well")
    assert document.state == "unsaved"
    qtbot.waitUntil(lambda: document.state == "saved")
    assert stored(library, document).head.title == "Going home well"


def test_each_edit_begins_the_pause_anew(document: Document) -> None:
    retitle(document, "One")
    retitle(document, "Two")
    assert waits(document) == [saving.QUIET_MS]


def test_edits_made_while_saving_are_stored_too(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    retitle(document, "One")
    document.flush()
    assert document.state == "saving"
    retitle(document, "Two")
    services.jobs.drain()
    document.flush()
    services.jobs.drain()
    assert (document.state, stored(library, document).head.title) == ("saved", "Two")


def test_what_the_world_refuses_is_said_kept_and_tried_again(
    document: Document, library: MemoryLibrary, services: Services, qtbot: QtBot
) -> None:
    library.refusing = WorldError("file-unwritable", file="library.db", what="disk full")
    retitle(document, "Kept")
    with qtbot.waitSignal(document.trouble) as trouble:
        document.flush()
    assert "disk full" in trouble.args[0]
    assert (document.state, document.now.head.title) == ("retrying", "Kept")
    assert waits(document) == [saving.FIRST_WAIT_MS]
    library.refusing = None
    document.flush()
    services.jobs.drain()
    assert (document.state, stored(library, document).head.title) == ("saved", "Kept")


def test_the_time_between_tries_doubles_up_to_a_minute(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    library.refusing = WorldError("file-unwritable", file="library.db", what="disk full")
    retitle(document, "Kept")
    seen = []
    for _ in range(7):
        document.flush()
        services.jobs.drain()
        seen += waits(document)
    assert seen == [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]


def test_typing_on_does_not_hurry_the_next_try(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    library.refusing = WorldError("file-unwritable", file="library.db", what="disk full")
    retitle(document, "One")
    document.flush()
    services.jobs.drain()
    retitle(document, "Two")
    assert waits(document) == [saving.FIRST_WAIT_MS]


def test_a_colleagues_save_comes_in_under_my_edit(
    document: Document, library: MemoryLibrary, services: Services, qtbot: QtBot
) -> None:
    theirs = stored(library, document)
    stories = named(theirs, "Stories")
    colleague_saves(library, document, set_fields(theirs, stories.id, group="pairs"))
    retitle(document, "Mine")
    with qtbot.waitSignal(document.merged) as merged:
        document.flush()
    services.jobs.drain()
    assert merged.args[0].clashes == ()
    for programme in (document.now, stored(library, document)):
        assert (programme.head.title, named(programme, "Stories").group) == ("Mine", "pairs")


def test_undo_after_a_colleagues_save_takes_only_mine_back(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    theirs = stored(library, document)
    colleague_saves(library, document, set_fields(theirs, theirs.id, service="Ward 4"))
    retitle(document, "Mine")
    document.flush()
    services.jobs.drain()
    document.undo()
    assert (document.now.head.title, document.now.head.service) == ("Plan", "Ward 4")


def test_where_both_changed_the_same_mine_stands_and_theirs_is_told(
    document: Document, library: MemoryLibrary, services: Services, qtbot: QtBot
) -> None:
    colleague_saves(library, document, rename(stored(library, document), "Theirs"))
    retitle(document, "Mine")
    with qtbot.waitSignal(document.merged) as signal:
        document.flush()
    services.jobs.drain()
    merged: Merged = signal.args[0]
    assert [(clash.row, clash.field) for clash in merged.clashes] == [(document.now.id, "title")]
    assert merged.theirs.head.title == "Theirs"
    assert stored(library, document).head.title == document.now.head.title == "Mine"


def test_an_edit_that_a_colleague_changed_since_cannot_be_undone(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    retitle(document, "Mine")
    document.flush()
    services.jobs.drain()
    colleague_saves(library, document, rename(stored(library, document), "Theirs"))
    document.edit("Service", lambda now: set_fields(now, now.id, service="Ward 4"))
    document.flush()
    services.jobs.drain()
    document.undo()
    with pytest.raises(Conflict):
        document.undo()
    assert document.now.head.title == "Theirs"


def test_a_programme_deleted_for_good_elsewhere_is_kept_with_its_edits(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    library.delete(document.now.id)
    retitle(document, "Still here")
    document.flush()
    services.jobs.drain()
    assert document.state == "saved"
    assert stored(library, document) == document.now
    retitle(document, "And goes on")
    document.flush()
    services.jobs.drain()
    assert stored(library, document).head.title == "And goes on"


def test_closing_stores_and_leaves_no_timer(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    retitle(document, "Last words")
    document.close()
    services.jobs.drain()
    assert stored(library, document).head.title == "Last words"
    assert waits(document) == []


def test_the_time_of_a_save_is_told(
    document: Document, library: MemoryLibrary, services: Services
) -> None:
    library.kept[document.now.id] = replace(
        library.kept[document.now.id], changed=NOW - timedelta(days=9)
    )
    retitle(document, "Now")
    document.flush()
    services.jobs.drain()
    assert library.summaries()[0].changed == NOW


def test_a_mistake_of_ours_while_saving_is_reported_and_the_work_kept(
    document: Document, library: MemoryLibrary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "save", lambda *_: 1 / 0)
    retitle(document, "Kept")
    with qtbot.captureExceptions() as caught:
        document.flush()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert (document.state, document.now.head.title) == ("retrying", "Kept")
    monkeypatch.undo()
