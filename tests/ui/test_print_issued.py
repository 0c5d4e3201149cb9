"""Issued packs on the Print page: remembered, compared with now, chosen again, forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aiplanner.app.issued import IssuedPack
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.tell_pack import prints_of
from aiplanner.ui.document import Document
from aiplanner.ui.models.issued import Reissue
from aiplanner.ui.pages.print_issued import IssuedPane
from aiplanner.ui.services import Services
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import NOW, opened
from tests.support.rich_programme import SECRET, rich_programme

INFOS = {info.id: info for info in documents()}
KEYS = ("contents", "agenda", "running-order", "interview-tips")
REPORT = PackReport(9, {"changes": 1, "contents": 1, "agenda": 2, "running-order": 4,
                        "interview-tips": 1})  # fmt: skip


@dataclass
class Room:
    """The pane on the screen, its document, and a worker that tells when it is let."""

    document: Document
    services: Services
    qtbot: QtBot
    failing: Exception | None = None
    slow: bool = False
    answers: list[Callable[[], object]] = field(default_factory=list)
    """What a slow worker has to say."""
    told: list[str] = field(default_factory=list)
    wanted: list[Reissue] = field(default_factory=list)
    backs: list[Callable[[], object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        services = replace(self.services, say=self.say)
        self.pane = IssuedPane(services, self.document, lambda: (INFOS, ()), self.tell)
        self.pane.reissue_wanted.connect(self.wanted.append)
        self.qtbot.addWidget(self.pane)
        self.pane.resize(484, 400)
        self.pane.show()
        self.settle()

    def say(self, text: str, *, undo: bool = False, back: Any = None) -> None:
        self.told.append(text)
        self.backs.append(back)

    def tell(self, programme: Programme, options: PackOptions, done: Any, failed: Any) -> None:
        if self.slow:
            assert not self.answers, "a worker asked again forgets what it was asked before"
            self.answers.append(lambda: done(prints_of(programme, options)))
        elif self.failing is not None:
            failed(self.failing)
        else:
            done(prints_of(programme, options))

    def issue(self, minutes: int = 0) -> None:
        """A pack was saved so many minutes after the first."""
        made = NOW + timedelta(minutes=minutes)
        options = PackOptions(KEYS, made, "large", revision=self.document.revision)
        self.pane.remember(self.document.now, options, REPORT, "saved")
        self.settle()

    def open(self) -> None:
        self.qtbot.mouseClick(self.pane.fold.head, Qt.MouseButton.LeftButton)
        self.settle()

    def edit(self, row: str, **values: object) -> None:
        self.document.edit("edit", lambda now: set_fields(now, row, **values))

    def settle(self) -> None:
        self.services.jobs.drain()

    def settle_edit(self) -> None:
        """Until the pack was compared with what was edited."""
        self.qtbot.waitUntil(lambda: not self.pane._quiet.isActive())
        self.settle()

    @property
    def packs(self) -> list[IssuedPack]:
        return list(self.services.library.issued(self.document.now.id))

    @property
    def text(self) -> str:
        return self.pane.reading.toPlainText()


def forget(room: Room, words: str) -> None:
    """Choose that line of the menu that forgets."""
    [line] = [one for one in room.pane.forgettable() if one.text == words]
    line.do()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    with opened(rich_programme()) as (document, services):
        yield Room(document, services, qtbot)


def test_nothing_is_on_show_before_anything_was_issued(room: Room) -> None:
    assert room.pane.fold.isHidden()


def test_what_was_issued_is_remembered_with_the_prints_of_its_documents(room: Room) -> None:
    room.issue()
    [pack] = room.packs
    assert [one.id for one in pack.documents] == list(KEYS)
    assert [bool(one.fingerprint) for one in pack.documents] == [False, True, True, True]
    assert pack.documents[1].title == "One-page agenda"
    assert room.services.library.issued_snapshot(pack.id) == room.document.now
    assert room.pane.fold.isVisible()
    assert room.pane.fold.head.text().startswith("Issued Sun 22 Nov 2026, ")


def test_what_the_worker_cannot_tell_of_is_remembered_all_the_same(room: Room) -> None:
    room.failing = WorldError("pack-process-missing")
    room.issue()
    [pack] = room.packs
    assert not any(one.fingerprint for one in pack.documents)


def test_a_pack_that_cannot_be_compared_says_so(room: Room) -> None:
    room.failing = WorldError("pack-process-missing")
    room.issue()
    room.failing = None
    room.open()
    assert room.text == "Which of its documents that concerns is not known."
    room.edit(room.document.now.sessions[0].id, title="Another")
    room.settle_edit()
    assert "The title is now “Another”" in room.text
    assert not room.pane.again.isEnabled()


def test_packs_made_while_the_worker_is_busy_are_all_remembered_with_their_prints(
    room: Room,
) -> None:
    room.slow = True
    for minutes in range(3):
        room.issue(minutes)
    room.open()
    assert [one.documents[1].fingerprint for one in room.packs] == ["", "", ""]
    while room.answers:
        room.answers.pop(0)()
        room.settle()
    assert len({one.documents[1].fingerprint for one in room.packs}) == 1
    assert all(one.documents[1].fingerprint for one in room.packs)
    assert room.text == "Every document is as it was issued."


def test_an_unchanged_programme_has_nothing_to_print_again(room: Room) -> None:
    room.issue()
    room.open()
    assert room.text == "Every document is as it was issued."
    assert not room.pane.again.isEnabled()


def test_the_changes_are_told_as_they_are_made(room: Room) -> None:
    room.issue()
    room.open()
    room.edit(room.document.now.sessions[0].id, start=time(10, 30), notes=f"{SECRET} again")
    room.settle_edit()
    lines = [line for line in room.text.splitlines() if line]
    assert lines[:2] == [
        "To be printed again: One-page agenda, Running order",
        "Session 1, “Best of what is”",
    ]
    assert lines[-1] == "As before: Tips for asking well"
    assert "The start is now 10:30 (was 10:00)" in room.text
    assert "The private note has changed (for facilitators only)" in room.text
    assert SECRET not in room.text
    room.document.undo()
    room.settle_edit()
    assert room.text == "Every document is as it was issued."


def test_only_what_changed_is_chosen_with_the_page_that_says_what(room: Room) -> None:
    room.issue()
    room.open()
    room.edit(room.document.now.sessions[0].id, notes="Bring the key")
    room.settle_edit()
    room.qtbot.mouseClick(room.pane.again, Qt.MouseButton.LeftButton)
    [wanted] = room.wanted
    assert not room.pane.fold.open
    assert wanted.documents == wanted.options.documents == ("running-order",)
    assert wanted.options.print_size == "large"
    assert wanted.options.changes == (
        ("Session 1, “Best of what is”", "The private note has changed."),
    )
    assert wanted.options.since.startswith("Sun 22 Nov 2026, ")


def test_participants_alone_are_told_nothing_private(room: Room) -> None:
    room.issue()
    room.open()
    session = room.document.now.sessions[0].id
    room.edit(session, notes="Bring the key", title="The best of what is")
    room.settle_edit()
    compared = room.pane._compared
    assert compared is not None
    from aiplanner.ui.models.issued import reissue

    for_them = reissue(replace(compared, changed=("agenda",)), INFOS)
    assert for_them is not None
    assert [sentence for _where, sentence in for_them.options.changes] == [
        "The title is now “The best of what is” (was “Best of what is”)."
    ]


def test_an_earlier_pack_can_be_chosen(room: Room) -> None:
    room.issue()
    room.edit(room.document.now.sessions[0].id, title="Another")
    room.issue(minutes=5)
    room.open()
    assert room.pane.pack.count() == 2
    assert room.text == "Every document is as it was issued."
    room.pane.pack.setCurrentIndex(1)
    room.pane.pack.activated.emit(1)
    room.settle()
    assert "The title is now “Another”" in room.text


def test_a_pack_is_forgotten_and_comes_back(room: Room) -> None:
    room.issue()
    [pack] = room.packs
    room.open()
    forget(room, "This pack")
    room.settle()
    assert room.packs == []
    assert room.pane.fold.isHidden()
    assert room.told == ["The issued pack is forgotten."]
    room.backs[0]()
    room.settle()
    assert room.packs == [pack]
    assert room.services.library.issued_snapshot(pack.id) == rich_programme()


def test_a_forgotten_pack_does_not_come_back_with_its_prints(room: Room) -> None:
    room.slow = True
    room.issue()
    room.open()
    forget(room, "This pack")
    room.settle()
    while room.answers:
        room.answers.pop(0)()
        room.settle()
    assert room.packs == []


def test_a_refusal_is_told_in_the_place_of_the_changes(room: Room) -> None:
    room.issue()
    library = room.services.library
    assert isinstance(library, MemoryLibrary)
    library.packs = {k: replace(one, snapshot=b"x") for k, one in library.packs.items()}
    room.open()
    assert room.text.startswith("What the library keeps of that pack cannot be read")
    assert not room.pane.again.isEnabled()


def test_a_page_that_is_left_asks_nothing_more(room: Room) -> None:
    room.issue()
    room.open()
    room.edit(room.document.now.sessions[0].id, title="Another")
    room.pane.hide()
    assert not room.pane._quiet.isActive()
    room.settle()
    assert room.text == "Every document is as it was issued."
    room.pane.show()
    room.settle()
    assert "The title is now “Another”" in room.text


def test_older_packs_are_forgotten_together_and_come_back(room: Room) -> None:
    for minutes in range(4):
        room.issue(minutes)
    kept = room.packs
    room.open()
    assert [one.text for one in room.pane.forgettable()] == [
        "This pack",
        "The 3 packs older than this",
        "All 4 issued packs",
    ]
    room.pane.pack.setCurrentIndex(1)
    forget(room, "The 2 packs older than this")
    room.settle()
    assert room.packs == kept[:2]
    assert room.told == ["2 issued packs are forgotten."]
    room.backs[0]()
    room.settle()
    assert room.packs == kept
    forget(room, "All 4 issued packs")
    room.settle()
    assert room.packs == []
    assert room.pane.fold.isHidden()


def test_where_packs_are_forgotten_it_is_said_what_they_keep(room: Room) -> None:
    room.issue()
    room.open()
    assert room.pane.keeps.isVisible()
    assert "people, stories and answers that you delete" in room.pane.keeps.text()
    assert [one.text for one in room.pane.forgettable()] == ["This pack"]


def test_a_damaged_pack_can_be_forgotten_for_good(room: Room) -> None:
    room.issue()
    library = room.services.library
    assert isinstance(library, MemoryLibrary)
    library.packs = {k: replace(one, snapshot=b"x") for k, one in library.packs.items()}
    room.open()
    forget(room, "This pack")
    room.settle()
    assert room.packs == []
    assert room.backs == [None], "there is nothing to bring back"


def test_a_pack_whose_sessions_are_all_gone_is_not_chosen_for_the_whole_cycle(room: Room) -> None:
    only = room.document.now.sessions[0].id
    options = PackOptions(KEYS, NOW, sessions=(only,), revision=room.document.revision)
    room.pane.remember(room.document.now, options, REPORT, "saved")
    room.settle()
    room.open()
    room.document.edit("delete", lambda now: delete_session(now, only))
    room.settle_edit()
    first, *lines = [line for line in room.text.splitlines() if line]
    assert first == (
        "No session that this pack was made for is in the plan any more, so there is nothing to "
        "print again. Tell those who hold it."
    )
    assert any("It falls away" in line for line in lines)
    assert not room.pane.again.isEnabled()
    room.pane._choose()
    assert room.wanted == []
    room.document.undo()
    room.settle_edit()
    assert room.text == "Every document is as it was issued."


def test_a_session_of_a_pack_that_is_gone_is_told_and_the_others_are_chosen(room: Room) -> None:
    first, second = (one.id for one in room.document.now.sessions[:2])
    options = PackOptions(KEYS, NOW, sessions=(first, second), revision=room.document.revision)
    room.pane.remember(room.document.now, options, REPORT, "saved")
    room.settle()
    room.open()
    room.document.edit("delete", lambda now: delete_session(now, second))
    room.settle_edit()
    assert "It falls away" in room.text
    room.qtbot.mouseClick(room.pane.again, Qt.MouseButton.LeftButton)
    [wanted] = room.wanted
    assert wanted.options.sessions == (first,)


def test_a_word_file_is_remembered_by_its_documents(room: Room) -> None:
    options = PackOptions(KEYS, NOW, revision=room.document.revision)
    report = PackReport(0, dict.fromkeys(KEYS, 0))
    room.pane.remember(room.document.now, options, report, "word")
    room.settle()
    [pack] = room.packs
    assert [one.id for one in pack.documents] == list(KEYS)
    assert room.pane.pack.currentText().endswith("saved as Word · version 1 · 4 documents")
