"""Many documents on the Print page: groups, what is ticked by itself, search, and keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from aiplanner.app.own_content import to_piece
from aiplanner.app.printing import Group
from aiplanner.domain.content import StarterItem, StarterSheet
from aiplanner.domain.cycle import Per, State
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.handouts import Handout, HeadingBlock
from aiplanner.domain.programme import Programme
from aiplanner.ui.models.print_documents import GROUPS, DocumentsModel, Shelf
from tests.support.choices import pick
from tests.support.hands import Hands
from tests.support.open_documents import NOW
from tests.support.plans import item, named, plan, session, the_session
from tests.support.print_pages import PrintRoom, info, print_room

Key = Qt.Key

MANY = (
    info("cover"),
    info("timetable"),
    replace(info("revised"), on_call=True),
    *(info(f"sheet-{n}", Group.PERSON, blank=True, family="handout") for n in range(1, 51)),
    *(info(f"card-{n}", Group.TABLE, blank=True, family="card") for n in range(1, 8)),
)


def naming() -> Programme:
    """Two sessions whose items name handouts; what is skipped is not needed."""

    def with_sheet(title: str, key: str, state: State = State.PLANNED) -> StarterItem:
        return item(title, "10", state=state, sheets=(StarterSheet(key.title(), key),))

    return plan(
        session("10:00", with_sheet("Stories", "sheet-7"), with_sheet("Themes", "sheet-9")),
        session(
            "13:00", with_sheet("Dream", "sheet-20"), with_sheet("Map", "sheet-30", State.SKIPPED)
        ),
        people=16,
    )


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PrintRoom]:
    with print_room(qtbot, naming(), MANY) as made:
        made.settle()
        yield made


def groups(room: PrintRoom) -> dict[str, list[str]]:
    """The titles of the documents in each group on show."""
    model = room.page.listed.model
    return {
        str(model.index(n, 0).data()): [
            str(model.index(k, 0, model.index(n, 0)).data())
            for k in range(model.rowCount(model.index(n, 0)))
        ]
        for n in range(model.rowCount())
    }


def opened(room: PrintRoom) -> list[str]:
    """The groups that are open."""
    listed = room.page.listed
    places = [listed.model.index(n, 0) for n in range(listed.model.rowCount())]
    return [str(place.data()) for place in places if listed.tree.isExpanded(place)]


def test_the_plan_and_what_the_running_order_names_are_ticked(room: PrintRoom) -> None:
    assert room.page.listed.chosen == ("cover", "timetable", "sheet-7", "sheet-9", "sheet-20")
    assert groups(room) == {
        "For you": ["Cover", "Timetable"],
        "For each person": ["Sheet-7", "Sheet-9", "Sheet-20"],
    }
    assert opened(room) == ["For you", "For each person"]


def test_each_shelf_lists_its_own_and_what_is_ticked_stays_in_the_pack(
    room: PrintRoom, qtbot: QtBot
) -> None:
    shelf = room.page.listed.shelf
    pick(qtbot, shelf, Shelf.HANDOUTS.value)
    assert [(name, len(titles)) for name, titles in groups(room).items()] == [
        ("For each person", 50)
    ]
    room.click("sheet-1", box=True)
    pick(qtbot, shelf, Shelf.CARDS.value)
    assert list(groups(room)) == ["For each table"]
    pick(qtbot, shelf, Shelf.ALL.value)
    assert sum(map(len, groups(room).values())) == len(MANY)
    pick(qtbot, shelf, Shelf.PACK.value)
    assert groups(room)["For each person"] == ["Sheet-1", "Sheet-7", "Sheet-9", "Sheet-20"]
    room.click("sheet-1", box=True)
    assert "Sheet-1" in groups(room)["For each person"], "it went from under the pointer"
    assert "sheet-1" not in room.page.listed.chosen


def test_documents_stand_with_those_they_are_made_for() -> None:
    assert list(GROUPS) == [
        Group.YOU,
        Group.ROOM,
        Group.PERSON,
        Group.PAIR,
        Group.TABLE,
    ]


def test_one_session_needs_only_its_own_handouts(room: PrintRoom) -> None:
    room.page.show_row(the_session(room.document.now, 2).id)
    assert room.page.listed.chosen == ("cover", "timetable", "sheet-20")


def test_what_nobody_ticked_is_not_drawn(room: PrintRoom) -> None:
    assert set(room.page.proofs.pages) == set(room.page.listed.chosen)
    room.page.show_document("card-3")
    room.settle()
    assert room.page.listed.chosen[-1] == "card-3"
    assert room.page.preview.title.text() == "Card-3"
    assert room.count_of("card-3") == "1 × 3"


def test_what_is_for_the_day_itself_is_ticked_alone_and_only_when_asked_for(
    room: PrintRoom,
) -> None:
    assert "revised" not in room.page.listed.chosen
    assert "Revised" not in groups(room)["For you"]
    room.page.show_document("revised")
    assert room.page.listed.chosen == ("revised",)
    room.page.show_document("sheet-7")
    assert room.page.listed.chosen == ("revised", "sheet-7")


def test_the_programme_may_change_but_the_users_own_ticks_stay(room: PrintRoom) -> None:
    room.turn_to("sheet-7")
    room.qtbot.keyClick(room.page.listed.tree, Key.Key_Space)
    room.page.show_document("sheet-2")
    now = room.document.now
    room.document.edit("Delete", lambda _now: delete_items(now, [named(now, "Dream").id]))
    assert room.page.listed.chosen == ("cover", "timetable", "sheet-2", "sheet-9")
    assert groups(room)["For each person"] == ["Sheet-2", "Sheet-7", "Sheet-9"]


def test_typing_finds_and_the_rest_is_as_before(room: PrintRoom, qtbot: QtBot) -> None:
    hands = Hands(qtbot, room.page)
    room.page.listed.search.setFocus()
    hands.type("card-5")
    assert groups(room) == {"For each table": ["Card-5"]}
    hands.press("Down", "Space")
    room.page.listed.search.setFocus()
    hands.press("Escape")
    assert "card-5" in room.page.listed.chosen
    assert len(groups(room)) == 3
    room.settle()
    assert room.page.preview.title.text() == "Card-5"
    hands.type("nothing like it")
    assert room.page.listed.empty.isVisible()
    assert groups(room) == {}


def test_letters_go_to_the_document_that_begins_with_them(room: PrintRoom, qtbot: QtBot) -> None:
    room.page.arrive()
    Hands(qtbot, room.page).type("tim")
    assert room.page.preview.title.text() == "Timetable"


def test_groups_open_close_and_tick_by_keyboard(room: PrintRoom, qtbot: QtBot) -> None:
    hands = Hands(qtbot, room.page)
    listed = room.page.listed
    pick(qtbot, listed.shelf, Shelf.ALL.value)
    room.page.arrive()
    hands.press("End")
    hands.press("Left")
    assert listed.tree.currentIndex().data() == "For each table"
    hands.press("Down", "Space")
    assert listed.chosen[-1] == "card-1"
    hands.press("Left", "Left")
    assert "For each table" not in opened(room)
    hands.press("Space")
    assert [key for key in listed.chosen if key.startswith("card")] == [
        f"card-{n}" for n in range(1, 8)
    ]
    hands.press("Space", "Return")
    assert not [key for key in listed.chosen if key.startswith("card")]
    assert "For each table" in opened(room)


def test_handouts_of_ones_own_are_listed_and_go_to_the_worker(room: PrintRoom) -> None:
    mine = Handout("my-1", "Our sheet", "For us.", (HeadingBlock("Ours"),), Per.PERSON, ())
    room.services.library.keep_own([to_piece(mine, NOW)])
    room.page.hide()
    room.page.show()
    room.services.jobs.drain()
    assert groups(room)["For each person"][-1] == "Our sheet"
    assert "my-1" not in room.page.listed.chosen
    room.page.show_document("my-1")
    room.settle()
    assert room.page.preview.title.text() == "Our sheet"
    assert room.page.order().options(("my-1",), NOW).own == (mine,)
    room.services.library.drop_own(["my-1"])
    room.page.hide()
    room.page.show()
    room.services.jobs.drain()
    assert "Our sheet" not in groups(room)["For each person"]
    room.settle()
    assert room.page.preview.title.text() == "Cover"


def test_in_a_low_window_the_list_keeps_its_rows_and_the_page_scrolls(
    room: PrintRoom, qtbot: QtBot
) -> None:
    room.page.resize(1000, 300)
    tree, foot = room.page.listed.tree, room.page.foot
    qtbot.waitUntil(lambda: tree.height() >= tree.minimumSizeHint().height())
    assert foot.height() >= foot.minimumSizeHint().height()
    place = foot.mapTo(room.page, foot.rect().bottomLeft())
    assert place.y() <= room.page.height(), "what makes a pack is below what scrolls, in sight"


def test_a_screen_reader_ticks_in_its_own_way(room: PrintRoom) -> None:
    model, state = room.page.listed.model, Qt.ItemDataRole.CheckStateRole
    assert model.setData(room.place("cover"), Qt.CheckState.Unchecked, state)
    assert room.page.listed.chosen[0] == "timetable"
    assert room.place("cover").parent().data(state) is Qt.CheckState.PartiallyChecked


def test_the_model_keeps_qts_rules() -> None:
    model = DocumentsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sheets = [one for one in MANY if one.family == "handout"]
    assert model.show([(Group.YOU, MANY[:2]), (Group.PERSON, sheets)], frozenset({"cover"}))
    assert not model.show([(Group.YOU, MANY[:2]), (Group.PERSON, sheets)], frozenset())
    assert dict(model.states())["cover"] is False
    model.toggle(model.index(1, 0))
    assert [key for key, on in model.states() if on] == [one.id for one in sheets]
    assert model.show([(Group.TABLE, MANY[-2:])], frozenset())
    assert model.rowCount() == 1
    assert model.place_of("cover") == QModelIndex()


def test_a_document_is_opened_whatever_stands_in_its_title(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_as: list[Path] = []

    def take(url: QUrl) -> bool:
        opened_as.append(Path(url.toLocalFile()))
        return opened_as[-1].is_file()

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    named_oddly = replace(info("cover"), title="../../Tea / coffee")
    with print_room(qtbot, plan(session("10:00", item("Welcome"))), [named_oddly]) as room:
        room.settle()
        qtbot.keyClick(room.page.preview.open_button, Key.Key_Return)
        assert [path.name for path in opened_as] == ["Tea coffee.pdf"]
        proof = room.page.proofs.proof("cover")
        assert proof is not None
        assert proof.file.parent == opened_as[0].parent
