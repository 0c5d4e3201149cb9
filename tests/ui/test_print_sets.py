"""Sets of documents on the Print page: shipped and one's own, kept, renamed, deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from aiplanner.app.print_sets import SHIPPED, PrintSet
from aiplanner.app.printing import DocumentInfo, Group
from aiplanner.ui.dialogs.set_name import SetName
from tests.support.hands import Hands
from tests.support.plans import item, plan, session, the_session
from tests.support.print_pages import PrintRoom, info, print_room

PLAN = plan(
    session("10:00", item("Welcome"), day=date(2026, 1, 12)),
    session("10:00", item("Dream"), day=date(2027, 1, 19)),
    title="Ward 4",
    people=8,
)
PRIVATE = replace(info("running-order"), audience="facilitator")
ALL: tuple[DocumentInfo, ...] = (
    info("cover"),
    info("agenda", Group.PERSON),
    PRIVATE,
    info("check-out", Group.PERSON, family="handout"),
)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PrintRoom]:
    with print_room(qtbot, PLAN, ALL) as made:
        made.services.jobs.drain()
        yield made


def lines(menu: QMenu) -> list[str]:
    """What a menu offers."""
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def take(room: PrintRoom, *words: str) -> None:
    """Choose a line of the menu of sets, or of one inside it."""
    menu = room.page.sets.menu()
    for word in words:
        [action] = [one for one in menu.actions() if one.text().replace("&", "") == word]
        inner = action.menu()
        if isinstance(inner, QMenu):
            menu = inner
        else:
            action.trigger()


def name_it(room: PrintRoom, name: str) -> SetName:
    """Type that name into the dialog and press Enter."""
    [dialog] = room.page.findChildren(SetName)
    dialog.field.clear()
    hands = Hands(room.qtbot, dialog)
    dialog.field.setFocus()
    hands.type(name)
    hands.press("Return")
    room.services.jobs.drain()
    return dialog


def test_a_shipped_set_chooses_documents_audience_and_the_next_session(room: PrintRoom) -> None:
    take(room, SHIPPED[0].name)
    page = room.page
    assert page.listed.chosen == ("agenda", "check-out")
    assert page.choices.look.audience == "participant"
    assert page.choices.sessions == (the_session(PLAN, 2).id,), "the first one is over"
    assert "running-order" not in page.listed.offered
    assert room.said == "2 documents of it cannot be printed now, so they are left out."


def test_what_is_chosen_is_kept_under_a_name_and_chosen_again(room: PrintRoom) -> None:
    page = room.page
    page.listed.tick_only(["agenda"])
    page.choices.show_look(replace(page.choices.look, duplex=True, print_size="20"))
    take(room, "Keep this choice as a set…")
    name_it(room, "  Session 2   participants ")
    [kept] = room.services.library.print_sets()
    assert kept == PrintSet("Session 2 participants", ("agenda",), print_size="20", duplex=True)
    assert room.said == "“Session 2 participants” is kept among the sets."
    page.listed.tick("cover")
    page.choices.show_look(replace(page.choices.look, duplex=False, print_size="clear"))
    take(room, "Session 2 participants")
    assert page.listed.chosen == ("agenda",)
    assert (page.choices.look.duplex, page.choices.look.print_size) == (True, "20")


def test_a_name_that_cannot_be_is_refused_beside_its_field(room: PrintRoom) -> None:
    take(room, "Keep this choice as a set…")
    dialog = name_it(room, "   ")
    assert dialog.says.text().startswith("A set needs a name")
    name_it(room, "long " * 20)
    assert "60" in dialog.says.text()
    name_it(room, SHIPPED[0].name.upper())
    assert dialog.says.text().startswith("Another set is called so")
    assert not room.services.library.print_sets()
    dialog.reject()


def test_a_set_is_renamed_deleted_and_brought_back(room: PrintRoom) -> None:
    backs = []
    said = replace(
        room.services, say=lambda _text, *, undo=False, back=None: backs.append((undo, back))
    )
    room.page.sets._services = said
    room.services.library.keep_print_set(PrintSet("Morning", ("cover",)))
    room.page.sets.read()
    room.services.jobs.drain()
    take(room, "Change a name", "Morning")
    name_it(room, "Afternoon")
    assert [one.name for one in room.page.sets.own] == ["Afternoon"]
    take(room, "Delete a set", "Afternoon")
    room.services.jobs.drain()
    assert room.page.sets.own == ()
    assert "Delete a set" not in lines(room.page.sets.menu())
    [(_undo, back)] = backs
    back()
    room.services.jobs.drain()
    assert [one.documents for one in room.page.sets.own] == [("cover",)]


def test_with_nothing_ticked_there_is_nothing_to_keep(room: PrintRoom) -> None:
    room.page.listed.tick_only([])
    menu = room.page.sets.menu()
    [keep] = [one for one in menu.actions() if one.text().replace("&", "").startswith("Keep")]
    assert not keep.isEnabled()


def test_a_set_keeps_all_that_is_chosen_above_the_documents(room: PrintRoom) -> None:
    page = room.page
    page.listed.tick_only(["running-order"])
    look = replace(
        page.choices.look, fillable=True, duplex=True, columns=("clock", "why"), paper="letter"
    )
    page.choices.show_look(look)
    take(room, "Keep this choice as a set…")
    name_it(room, "Mine")
    plain = replace(look, fillable=False, duplex=False, columns=(), paper="a4")
    page.choices.show_look(plain)
    take(room, "Mine")
    assert page.choices.look == look


LONG = plan(*(session("10:00", item("Meet"), day=date(2027, 1, d)) for d in (5, 6, 7, 8)))


def test_a_set_of_some_sessions_means_those_of_the_same_number_elsewhere(qtbot: QtBot) -> None:
    ids = [one.id for one in LONG.sessions]
    with print_room(qtbot, LONG, ALL) as room:
        room.services.jobs.drain()
        page = room.page
        page.choices.show_look(replace(page.choices.look, sessions=(ids[0], ids[3])))
        page.listed.tick_only(["agenda"])
        take(room, "Keep this choice as a set…")
        name_it(room, "Outer days")
        [kept] = room.services.library.print_sets()
        assert (kept.sessions, kept.numbers) == ("these", (1, 4))
        page.choices.show_look(replace(page.choices.look, sessions=None))
        take(room, "Outer days")
        assert page.choices.sessions == (ids[0], ids[3])
        assert page.choices.scope == "Sessions 1 and 4"


@pytest.mark.parametrize(
    ("numbers", "chosen", "said"),
    [
        ((1, 4), 1, "Session 4 is not in this programme, so it is left out."),
        ((3, 4), 0, "Sessions 3 and 4 are not in this programme, so the whole cycle is chosen."),
    ],
)
def test_sessions_of_a_set_that_a_programme_has_not_are_said(
    room: PrintRoom, numbers: tuple[int, ...], chosen: int, said: str
) -> None:
    room.services.library.keep_print_set(
        PrintSet("Days", ("agenda",), sessions="these", numbers=numbers)
    )
    room.page.sets.read()
    room.services.jobs.drain()
    take(room, "Days")
    expected = (the_session(PLAN, chosen).id,) if chosen else None
    assert room.page.choices.sessions == expected
    assert room.said == said
