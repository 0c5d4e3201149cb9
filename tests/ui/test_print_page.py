"""The Print page as its user meets it: what is offered, shown, counted and missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aiplanner.app.printing import Group
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.parts import add_part
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Sheet
from tests.support.choices import pick
from tests.support.plans import counted_ids, item, plan, session, the_session
from tests.support.print_pages import PATIENCE, PrintRoom, info, print_room

Role = Qt.ItemDataRole

DOCUMENTS = (
    info("running-order"),
    info("two-pages", Group.PERSON),
    info("check-out", Group.PERSON, blank=True),
)


def ready() -> Programme:
    """A programme that lacks nothing: two sessions, 16 people."""
    return plan(
        session("10:00", item("Welcome"), venue="The Hub", day=date(2027, 1, 12)),
        session("13:00", item("Dream"), venue="The Hub", day=date(2027, 1, 19)),
        title="Home as it should be",
        people=16,
    )


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PrintRoom]:
    with print_room(qtbot, ready(), DOCUMENTS) as made:
        made.settle()
        yield made


def test_the_first_document_is_on_show_and_all_are_counted(room: PrintRoom) -> None:
    assert room.page.preview.title.text() == "Running-Order"
    assert room.page.preview.place.text() == "page 1 of 1"
    assert room.count_of("running-order") == "1 × 1"
    assert room.count_of("two-pages") == "2 × 16"
    assert room.page.head.why.text() == ("Whole cycle, for 16 people: 49 sheets (33 on both sides)")


def test_a_screen_reader_hears_pages_and_copies(room: PrintRoom) -> None:
    place = room.place("two-pages")
    assert place.data() == "Two-Pages"
    assert place.data(Role.AccessibleDescriptionRole) == "2 pages, 16 copies"
    assert place.parent().data(Role.AccessibleDescriptionRole) == "2 of 2 ticked"


def test_the_arrow_keys_walk_along_the_documents_and_the_preview_follows(room: PrintRoom) -> None:
    room.page.arrive()
    tree = room.page.listed.tree
    for _heading_and_document in range(2):
        room.qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex() == room.place("two-pages")
    assert room.page.preview.title.text() == "Two-Pages"
    assert room.page.preview.place.text() == "page 1 of 2"
    assert "two-pages" in room.page.listed.chosen


def test_space_ticks_and_the_sheets_are_counted_anew(room: PrintRoom) -> None:
    room.turn_to("two-pages")
    room.qtbot.keyClick(room.page.listed.tree, Qt.Key.Key_Space)
    assert room.page.listed.chosen == ("running-order", "check-out")
    assert room.page.head.why.text() == "Whole cycle, for 16 people: 17 sheets"


def test_the_words_of_a_document_show_it_and_its_box_ticks_it(room: PrintRoom) -> None:
    room.click("check-out", box=False)
    assert "check-out" in room.page.listed.chosen
    assert room.page.preview.title.text() == "Check-Out"
    room.click("check-out", box=True)
    assert "check-out" not in room.page.listed.chosen


def test_a_sheet_that_is_as_it_should_be_is_not_said_to_be_drawn(room: PrintRoom) -> None:
    room.click("two-pages", box=True)
    pick(room.qtbot, room.page.choices.sheet, "letter")
    room.settle()
    room.click("two-pages", box=True)
    assert not room.page.proofs.settled, "the sheet that is ticked again is of another paper"
    room.settle()
    assert not room.page.preview.waiting
    assert room.page.preview.place.text() == "page 1 of 1"


def test_with_nothing_ticked_nothing_can_be_made(room: PrintRoom) -> None:
    room.page.arrive()
    for keys in ((Qt.Key.Key_Up,), (Qt.Key.Key_Down, Qt.Key.Key_Down)):
        for key in (*keys, Qt.Key.Key_Space):
            room.qtbot.keyClick(room.page.listed.tree, key)
    assert room.page.listed.chosen == ()
    assert not room.page.foot.save_button.isEnabled()
    assert not room.page.foot.print_button.isEnabled()
    assert room.page.head.why.text() == "Tick what you want to print."


def test_an_edit_is_drawn_at_the_place_that_was_on_show(room: PrintRoom) -> None:
    room.turn_to("two-pages")
    room.page.preview.zoom(+2)
    bar = room.page.preview.desk.verticalScrollBar()
    bar.setValue(300)
    title = set_fields(room.document.now, room.document.now.id, title="Home, well")
    room.document.edit("Rename", lambda _programme: title)
    room.settle()
    proof = room.page.proofs.proof("two-pages")
    assert proof is not None
    assert proof.order.programme.head.title == "Home, well"
    assert bar.value() == 300


def test_while_out_of_sight_nothing_is_drawn(room: PrintRoom) -> None:
    before = room.page.proofs.proof("running-order")
    room.page.hide()
    title = set_fields(room.document.now, room.document.now.id, title="Home, well")
    room.document.edit("Rename", lambda _programme: title)
    room.document.flush()
    room.qtbot.waitUntil(lambda: room.document.state == "saved")
    assert room.page.proofs.proof("running-order") is before
    room.page.show()
    room.settle()
    assert room.page.proofs.proof("running-order") is not before


def test_the_version_on_the_pages_is_the_one_that_is_stored(room: PrintRoom) -> None:
    title = set_fields(room.document.now, room.document.now.id, title="Home, well")
    room.document.edit("Rename", lambda _programme: title)
    room.document.flush()
    room.qtbot.waitUntil(lambda: room.document.state == "saved")
    room.settle()
    proof = room.page.proofs.proof("running-order")
    assert proof is not None
    assert proof.order.revision == room.document.revision


def test_the_sheet_of_an_item_shows_its_handout(room: PrintRoom) -> None:
    held = room.document.now.items_of(the_session(room.document.now).id)[0].id
    for key, handout in ((RowId("5" * 32), "two-pages"), (RowId("6" * 32), "nowhere")):
        sheet = Sheet(key, held, 0, "Guide", handout=handout)
        room.document.edit("Add", lambda now, row=sheet: add_part(now, row))
        room.page.show_row(sheet.id)
        room.settle()
        assert room.page.preview.title.text() == "Two-Pages"
    assert "two-pages" in room.page.listed.chosen


def test_one_session_can_be_chosen_and_is_let_go_when_it_is_deleted(room: PrintRoom) -> None:
    second = the_session(room.document.now, 2).id
    room.page.show_row(second)
    assert room.page.choices.sessions == (second,)
    assert room.page.head.why.text().startswith("Session 2, for 16 people")
    room.document.edit("Delete", lambda programme: programme.drop([second]))
    assert room.page.choices.sessions is None
    assert room.page.head.why.text().startswith("Whole cycle")


def test_print_size_and_paper_are_remembered(qtbot: QtBot, room: PrintRoom) -> None:
    choices = room.page.choices
    pick(qtbot, choices.size_of_print, "large")
    pick(qtbot, choices.sheet, "letter")
    with print_room(qtbot, ready(), DOCUMENTS) as later:
        again = later.page.choices
        assert (again.print_size, again.paper) == ("large", "letter")


def test_what_is_missing_is_said_with_the_way_to_it(qtbot: QtBot) -> None:
    programme = set_fields(ready(), the_session(ready(), 2).id, venue="")
    with print_room(qtbot, programme, DOCUMENTS) as room:
        lacks = room.page.foot.lacks
        assert lacks.text == "! Session 2 has no venue."
        [link] = lacks.links
        qtbot.keyClick(link, Qt.Key.Key_Return)
        assert room.turned == [("sessions", the_session(programme, 2).id)]


def test_a_programme_without_sessions_prints_its_blank_sheets(qtbot: QtBot) -> None:
    programme = set_fields(empty_programme(counted_ids()(), "New"), counted_ids()(), people=8)
    with print_room(qtbot, programme, DOCUMENTS) as room:
        room.settle()
        assert room.page.listed.chosen == ("check-out",)
        assert room.page.no_session.isVisible()
        assert room.page.head.why.text() == "Blank sheets, for 8 people: 8 sheets"
        assert room.count_of("check-out") == "1 × 8"


def test_a_document_that_cannot_be_drawn_says_why_in_its_place(qtbot: QtBot) -> None:
    with print_room(qtbot, ready(), [info("refuse"), info("cover")]) as room:
        words = room.page.preview.words.words
        qtbot.waitUntil(lambda: "could not be written" in words.text(), timeout=PATIENCE)
        assert not room.page.preview.open_button.isEnabled()
        room.turn_to("cover")
        qtbot.waitUntil(room.page.preview.open_button.isEnabled, timeout=PATIENCE)


def test_a_mistake_of_ours_in_drawing_is_reported(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught, print_room(qtbot, ready(), [info("bug")]) as room:
        qtbot.waitUntil(lambda: bool(caught), timeout=PATIENCE)
        assert "mistake of ours" in room.page.preview.words.words.text()
    assert "ZeroDivisionError" in str(caught[0][1])
