"""What is done with chosen rows: clipboard, split and merge, marks for all, sections."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Level, Per, Phase, State
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.ui import fonts
from aiplanner.ui.dialogs.for_all import ForAll
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.session_clipboard import MIME
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.mnemonics import lettered
from aiplanner.ui.widgets.running_order.columns import ALWAYS, USUAL, Wanted, fitted_widths
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, pause, plan, section, session, strand

MORNING = session(
    "10:00",
    item("Welcome", "5", lead="Ana"),
    section("Stories"),
    item("Paired interviews", "40", phase=Phase.DISCOVER),
    pause("15"),
    breakout("Two groups", strand("A", item("Headline", "30"))),
    section("Close"),
    item("Check-out", "10"),
    title="Best of what is",
)
AFTERNOON = session("13:00", item("Dream", "30"), title="What might be")


class Desk:
    """The page, its document, and what was spoken."""

    def __init__(self, document: Document, page: SessionsPage, spoken: list[str]) -> None:
        self.document, self.page, self.spoken = document, page, spoken
        self.rows = page.rows

    @property
    def now(self) -> Programme:
        return self.document.now

    def choose(self, *titles: str) -> None:
        self.page.table.choose_all([named(self.now, title).id for title in titles])

    def chosen(self) -> list[str]:
        return [self.now.get(i, Item).title for i in self.page.table.chosen_items()]

    def order(self, number: int = 0) -> list[str]:
        return [one.title for one in self.now.items_of(self.now.sessions[number].id)]

    def shown(self) -> list[str]:
        return [line.title for line in self.page.model.lines() if line.item is not None]

    def paste_text(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        QApplication.clipboard().setMimeData(data)
        self.rows.clipboard.paste()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    spoken: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: spoken.append(getattr(event, "message", str)()),
    )
    with opened(plan(MORNING, AFTERNOON)) as (document, services):
        page = SessionsPage(document, services)
        qtbot.addWidget(page)
        page.resize(1180, 720)
        page.show()
        qtbot.waitExposed(page)
        yield Desk(document, page, spoken)
        page.leave()
        QApplication.clipboard().clear()


def test_cut_and_paste_moves_rows_to_another_session_with_all_they_hold(desk: Desk) -> None:
    desk.choose("Paired interviews", "Two groups")
    desk.rows.clipboard.cut()
    assert desk.document.history.undo_label == "Cut 2 items"
    assert "Two groups" not in desk.order()
    desk.page.sessions.turn_to(1)
    desk.choose("Dream")
    desk.rows.clipboard.paste()
    assert desk.order(1) == ["Dream", "Paired interviews", "Two groups"]
    assert desk.chosen() == ["Paired interviews", "Two groups"]
    assert named(desk.now, "Headline").length.minutes == 30
    assert desk.document.history.undo_label == "Paste 2 items"
    assert desk.spoken[-1] == "Pasted 2 items."


def test_a_copy_is_a_table_for_other_programs(desk: Desk) -> None:
    desk.choose("Welcome", "Paired interviews")
    desk.rows.clipboard.copy()
    data = QApplication.clipboard().mimeData()
    assert data.hasFormat(MIME)
    assert data.text().splitlines() == [
        "Clock\tMin\tWhat\tPhase\tLead",
        "10:00\t5\tWelcome\t\tAna",
        "10:05\t40\tPaired interviews\tDiscover\t",
    ]
    assert "<td>Paired interviews</td>" in data.html()
    assert desk.spoken[-1] == "Copied 2 items."


def test_rows_of_a_spreadsheet_become_items_below_the_focus(desk: Desk) -> None:
    desk.choose("Welcome")
    desk.paste_text("Min\tWhat\tLead\n10\tCheck-in\tBen\nlong\tRules\t\n")
    assert desk.order()[:3] == ["Welcome", "Check-in", "Rules"]
    assert named(desk.now, "Check-in").lead == "Ben"
    assert named(desk.now, "Rules").notes == "long"


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up])
def test_ctrl_with_a_key_that_goes_leaves_what_was_chosen(
    desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    desk.choose("Paired interviews", "Break", "Check-out")
    qtbot.keyClick(desk.page.table, key, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.page.table.selectionModel().selectedRows()) == 1


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_is_pasted_out_of_nothing(desk: Desk, text: str) -> None:
    before = desk.now
    desk.paste_text(text)
    assert desk.now is before
    assert desk.spoken[-1] == "Nothing that can be pasted is on the clipboard."


def test_a_broken_clip_is_refused_and_nothing_changes(desk: Desk) -> None:
    before, data = desk.now, QMimeData()
    data.setData(MIME, b'{"format": "something else"}')
    QApplication.clipboard().setMimeData(data)
    desk.rows.clipboard.paste()
    assert desk.now is before


def test_an_open_field_keeps_the_clipboard_for_its_words(desk: Desk, qtbot: QtBot) -> None:
    before = desk.now
    desk.choose("Check-out")
    for column in (Column.WHAT, Column.PHASE):
        row = desk.page.model.row_of_id(named(desk.now, "Check-out").id)
        assert row is not None
        desk.page.table.begin(row, column)
        for key in ("copy", "cut", "paste"):
            desk.page.verbs()[key]()
        assert desk.now is before
        desk.page.table.finish()


def test_split_and_merge_say_what_came_of_it(desk: Desk) -> None:
    desk.choose("Paired interviews")
    desk.rows.reshape.split()
    assert desk.spoken[-1] == "Paired interviews is split: 20 min and 20 min."
    assert desk.chosen() == ["Paired interviews", "Paired interviews, continued"]
    desk.rows.reshape.merge()
    assert desk.spoken[-1] == "2 items are one now: Paired interviews, 40 min."
    assert desk.document.history.undo_label == "Merge 2 items"
    desk.choose("Paired interviews")
    desk.rows.reshape.merge()
    assert [s.text for s in desk.now.steps_of(named(desk.now, "Paired interviews").id)] == ["Break"]


def test_moving_to_the_next_session_goes_there_too(desk: Desk) -> None:
    desk.choose("Check-out")
    desk.rows.reshape.to_neighbour(1)
    assert desk.page.sessions.index == 1
    assert desk.order(1) == ["Dream", "Check-out"]
    assert desk.chosen() == ["Check-out"]
    assert desk.document.history.undo_label == "Move Check-out to What might be"


def test_marks_are_set_for_everything_chosen_as_one_step(desk: Desk) -> None:
    desk.choose("Welcome", "Check-out")
    desk.rows.marks.set_phase(Phase.DREAM)
    assert {named(desk.now, t).phase for t in ("Welcome", "Check-out")} == {Phase.DREAM}
    assert desk.document.history.undo_label == "Change the phase of 2 items"
    assert desk.spoken[-1] == "2 items: Dream"
    desk.rows.marks.toggle_state(State.SKIPPED)
    assert desk.spoken[-1] == "2 items: skipped"
    desk.rows.marks.toggle_state(State.SKIPPED)
    assert named(desk.now, "Welcome").state is State.PLANNED


def test_a_lead_is_asked_for_all_and_completed(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Paired interviews", "Check-out")
    desk.page.popups.ask("lead")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ForAll)
    qtbot.keyClicks(dialog.words, "An")
    assert dialog.words.text() == "Ana"
    dialog.take.click()
    assert {named(desk.now, t).lead for t in ("Paired interviews", "Check-out")} == {"Ana"}


def test_a_collapsed_section_shows_its_count_and_opens_for_what_is_looked_for(desk: Desk) -> None:
    desk.choose("Paired interviews")
    desk.rows.sections.toggle()
    assert desk.shown() == ["Welcome", "Stories", "Close", "Check-out"]
    row = desk.page.model.row_of_id(named(desk.now, "Stories").id)
    assert row is not None
    assert desk.page.model.line(row).words == "3 items · 1 h 25 min"
    assert desk.spoken[-1] == "Stories collapsed: 3 items · 1 h 25 min."
    before = desk.now
    desk.page.sessions.turn_to(1)
    desk.page.sessions.turn_to(0)
    assert "Break" not in desk.shown(), "it stays collapsed while the window is open"
    desk.page.show_row(named(desk.now, "Headline").id)
    assert desk.chosen() == ["Headline"]
    assert desk.now is before, "looking changes nothing"


def test_a_collapsed_section_is_chosen_as_a_whole(desk: Desk) -> None:
    desk.choose("Stories")
    desk.rows.sections.toggle()
    desk.page.moves.move(-1)
    assert desk.order()[:5] == ["Stories", "Paired interviews", "Break", "Two groups", "Welcome"]
    desk.page.items.delete()
    assert desk.order() == ["Welcome", "Close", "Check-out"]
    assert desk.document.history.undo_label == "Delete 4 items"


def test_every_line_of_a_menu_has_a_letter_of_its_own() -> None:
    assert lettered(["Cut", "Copy", "Paste", "Park", "R&D", "–"]) == [
        "&Cut",
        "C&opy",
        "&Paste",
        "P&ark",
        "&R&&D",
        "–",
    ]


class TestColumns:
    def test_materials_level_and_audience_are_written_in_their_cells(
        self, desk: Desk, qtbot: QtBot
    ) -> None:
        table = desk.page.table
        desk.page.resize(2200, 720)
        assert Column.MATERIALS not in table.shown()
        desk.page.popups.wish(table.wished | {Column.MATERIALS, Column.LEVEL, Column.AUDIENCE})
        for column, typed in (
            (Column.MATERIALS, "2 × cards per person; pens"),
            (Column.LEVEL, "1"),
            (Column.AUDIENCE, "all"),
        ):
            table.choose_id(named(desk.now, "Check-out").id, column)
            table.begin_here()
            assert table.editor is not None
            qtbot.keyClicks(table.editor, typed)
            qtbot.keyClick(table.editor, Qt.Key.Key_Return)
        item = named(desk.now, "Check-out")
        assert (item.level, item.audience) == (Level.PERSONAL, "all")
        materials = [(m.name, m.quantity, m.per) for m in desk.now.materials_of(item.id)]
        assert materials == [("cards", 2, Per.PERSON), ("pens", 1, Per.SESSION)]
        row = desk.page.model.row_of_id(item.id)
        assert row is not None
        shown = desk.page.model.index(row, Column.MATERIALS).data()
        assert shown == "2 × cards per person; pens"

    def test_what_is_typed_in_a_short_item_is_how_long_its_short_version_takes(
        self, desk: Desk
    ) -> None:
        desk.choose("Paired interviews")
        desk.rows.marks.set_state(State.SHORT)
        row = desk.page.model.row_of_id(named(desk.now, "Paired interviews").id)
        assert row is not None
        desk.page.model.setData(desk.page.model.index(row, Column.MINUTES), "25")
        item = named(desk.now, "Paired interviews")
        assert (item.length.minutes, item.short_minutes) == (40, 25)

    def test_a_column_keeps_its_width_and_gives_it_back(self, desk: Desk, qtbot: QtBot) -> None:
        table = desk.page.table
        table.choose(0, Column.LEAD)
        table.setFocus()
        before = table.columnWidth(Column.LEAD)
        table.widths.step(1)
        assert table.columnWidth(Column.LEAD) > before
        assert desk.spoken[-1] == "Lead is wider"
        table.horizontalHeader().resizeSection(Column.PHASE, 200)
        assert desk.page.popups.kept_widths() == table.widths.own
        assert table.widths.own[Column.PHASE] == 200
        total = sum(table.columnWidth(column) for column in table.shown())
        assert total == table.viewport().width(), "What takes the rest"
        table.widths.free()
        assert table.columnWidth(Column.LEAD) == before
        assert desk.page.popups.kept_widths() == {}


def test_where_there_is_little_room_what_is_empty_goes_first() -> None:
    named_ = dict.fromkeys(Column, 60)
    written = dict.fromkeys(Column, 0) | {Column.ROOM: 130}
    wanted = Wanted(named_, written, {})
    wide = fitted_widths(USUAL, wanted, 1200)
    assert wide.keys() == {*ALWAYS, *USUAL}
    room = 60 * 3 + max(60, fonts.scaled(76)) + fonts.scaled(250) + 10
    narrow = fitted_widths(USUAL, wanted, room)
    assert set(narrow) - ALWAYS == {Column.ROOM, Column.PHASE}
    assert narrow[Column.ROOM] >= max(60, fonts.scaled(76))
    assert sum(narrow.values()) == room


def test_a_strand_that_is_moved_is_told_with_its_place(desk: Desk) -> None:
    desk.choose("Two groups")
    desk.page.items.add_strand()
    desk.page.table.finish()
    first = desk.now.strands_of(named(desk.now, "Two groups").id)[0]
    desk.page.table.choose_id(first.id)
    desk.page.moves.move(1)
    assert desk.spoken[-1] == "A, now second"
