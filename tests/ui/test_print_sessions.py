"""Which sessions a pack is for: the whole cycle, one, or several of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aiplanner.app.session_scope import numbers_words, scope_words
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.ui.dialogs.some_sessions import SomeSessions
from tests.support.hands import Hands
from tests.support.plans import item, plan, session
from tests.support.print_pages import PrintRoom, info, print_room

PLAN = plan(
    *(session("10:00", item("Meet"), day=date(2027, 1, day)) for day in (5, 6, 7, 8)),
    title="Ward 4",
    people=8,
)
IDS = tuple(one.id for one in PLAN.sessions)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PrintRoom]:
    with print_room(qtbot, PLAN, [info("cover"), info("agenda")]) as made:
        made.services.jobs.drain()
        yield made


def dialog_of(room: PrintRoom) -> SomeSessions:
    """The dialog, as the keyboard opens it: the last answer of the list, Enter."""
    field = room.page.choices.session
    hands = Hands(room.qtbot, room.page)
    field.setFocus()
    hands.press("Down")
    room.qtbot.keyClick(field.view(), Qt.Key.Key_End)
    room.qtbot.keyClick(field.view(), Qt.Key.Key_Return)
    [dialog] = room.page.findChildren(SomeSessions)
    return dialog


def answers(room: PrintRoom) -> list[str]:
    field = room.page.choices.session
    return [field.itemText(row) for row in range(field.count())]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([2], "Session 2"),
        ([1, 3], "Sessions 1 and 3"),
        ([1, 2], "Sessions 1 and 2"),
        ([1, 2, 3, 5], "Sessions 1 to 3 and 5"),
        ([1, 3, 5, 6, 7], "Sessions 1, 3 and 5 to 7"),
        ([2, 3, 4], "Sessions 2 to 4"),
    ],
)
def test_numbers_of_sessions_are_said_as_people_say_them(numbers: list[int], words: str) -> None:
    assert numbers_words(numbers) == words


def test_sessions_that_are_gone_have_no_number() -> None:
    without = delete_session(PLAN, IDS[1])
    assert scope_words(without, (IDS[0], IDS[1], IDS[3])) == "Sessions 1 and 3"
    assert scope_words(PLAN, None) == "Whole cycle"


def test_several_sessions_are_ticked_by_keyboard(room: PrintRoom) -> None:
    dialog = dialog_of(room)
    assert [box.isChecked() for box in dialog.boxes.values()] == [True] * 4, "the whole cycle"
    assert dialog.boxes[IDS[0]].text().startswith("Session 1 · Tue 5 Jan 2027")
    hands = Hands(room.qtbot, dialog)
    assert hands.here is dialog.boxes[IDS[0]]
    hands.press("Tab", "Space", "Tab", "Space", "Return")
    assert room.page.choices.look.sessions == (IDS[0], IDS[3])
    assert room.page.choices.scope == "Sessions 1 and 4"
    assert room.page.head.why.text().startswith("Sessions 1 and 4, for 8 people")
    assert answers(room)[-2:] == ["Sessions 1 and 4", "Several sessions…"]
    assert room.page.files._name == "Ward 4 - Sessions 1 and 4"


def test_leaving_the_dialog_leaves_the_choice(room: PrintRoom) -> None:
    room.page.choices.choose_session(IDS[1])
    dialog = dialog_of(room)
    assert [box.isChecked() for box in dialog.boxes.values()] == [False, True, False, False]
    Hands(room.qtbot, dialog).press("Escape")
    assert room.page.choices.sessions == (IDS[1],)
    assert room.page.choices.scope == "Session 2"


def test_no_session_at_all_is_refused_in_the_dialog(room: PrintRoom) -> None:
    room.page.choices.choose_session(IDS[0])
    dialog = dialog_of(room)
    Hands(room.qtbot, dialog).press("Space", "Return")
    assert dialog.says.text().startswith("No session is ticked.")
    dialog.reject()
    assert room.page.choices.sessions == (IDS[0],)


def test_all_sessions_ticked_are_the_whole_cycle(room: PrintRoom) -> None:
    room.page.choices.choose_session(IDS[0])
    dialog = dialog_of(room)
    for box in dialog.boxes.values():
        box.setChecked(True)
    dialog.choose.click()
    assert room.page.choices.sessions is None


def test_a_session_that_is_deleted_falls_out_of_the_choice(room: PrintRoom) -> None:
    room.page.choices.session.show_scope((IDS[0], IDS[2], IDS[3]))
    room.document.edit("delete", lambda now: delete_session(now, IDS[2]))
    assert room.page.choices.sessions == (IDS[0], IDS[3])
    assert room.page.choices.scope == "Sessions 1 and 3"


def test_a_choice_comes_back_when_what_made_it_the_whole_is_undone(room: PrintRoom) -> None:
    choices = room.page.choices
    choices.session.show_sessions(PLAN.sessions[:3])
    choices.session.show_scope(IDS[:2])

    choices.session.show_sessions(PLAN.sessions[:2])
    assert choices.session.scope == IDS[:2], "not a whole cycle that nobody chose"
    choices.session.show_sessions(PLAN.sessions[2:3])
    assert choices.session.scope is None
    choices.session.show_sessions(PLAN.sessions[:3])
    assert choices.session.scope == IDS[:2]


def test_of_two_sessions_there_is_nothing_to_tick(qtbot: QtBot) -> None:
    two = plan(session("10:00", item("A")), session("10:00", item("B")))
    with print_room(qtbot, two, [info("cover")]) as room:
        assert answers(room) == ["Whole cycle", "Session 1", "Session 2"]
