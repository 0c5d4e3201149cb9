"""Writing a running order by keyboard: typing, going on, refusing, moving, undoing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Capability, Kind, Phase, Role, State
from aiplanner.domain.rows import Item
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Sort
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.theme import Theme
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, pause, plan, session, strand

Key = Qt.Key

MORNING = session(
    "10:00",
    item("Welcome", "5", group="everyone"),
    item("Paired interviews", "40", phase=Phase.DISCOVER),
    pause("15"),
    breakout("Two groups", strand("A", item("Headline", "30")), strand("B", item("Wishes", "25"))),
    item("Check-out", "10"),
    title="Best of what is",
    planned=120,
)


class Writer:
    """A person at the keyboard."""

    def __init__(self, qtbot: QtBot, document: Document, page: SessionsPage) -> None:
        self.bot, self.document, self.page = qtbot, document, page
        self.table, self.model = page.table, page.model

    def go(self, title: str, column: Column = Column.WHAT) -> None:
        rows = [n for n, line in enumerate(self.model.lines()) if line.title == title]
        self.table.setFocus()
        self.table.choose(rows[0], column)

    def go_add(self, column: Column = Column.WHAT, at: int = -1) -> None:
        rows = [n for n, line in enumerate(self.model.lines()) if line.sort is Sort.ADD]
        self.table.setFocus()
        self.table.choose(rows[at], column)

    @property
    def target(self) -> QWidget:
        return self.table.editor or self.table

    def type(self, text: str) -> None:
        for letter in text:
            self.bot.keyClicks(self.target, letter)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.bot.keyClick(self.target, key, modifier)

    def order(self) -> list[str]:
        return [line.title for line in self.model.lines() if line.item is not None]

    def here(self) -> tuple[str, Column]:
        index = self.table.currentIndex()
        line = self.model.line(index.row())
        return line.title or line.sort.value, Column(index.column())


@pytest.fixture
def writer(qtbot: QtBot, theme: Theme) -> Iterator[Writer]:
    with opened(plan(MORNING)) as (document, services):
        page = SessionsPage(document, services)
        qtbot.addWidget(page)
        page.resize(1180, 720)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.arrive()
        yield Writer(qtbot, document, page)
        page.leave()


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(getattr(event, "message", str)()),
    )
    return said


def test_typing_replaces_and_enter_goes_down(writer: Writer) -> None:
    writer.go("Welcome", Column.MINUTES)
    writer.type("1h30")
    writer.press(Key.Key_Return)
    assert named(writer.document.now, "Welcome").length.minutes == 90
    assert writer.here() == ("Paired interviews", Column.MINUTES)
    assert writer.table.editor is None


def test_tab_goes_on_along_the_row_and_enter_back_to_where_it_began(writer: Writer) -> None:
    writer.go_add(Column.MINUTES)
    for cell in ("20", "Retell", "fours"):
        writer.type(cell)
        writer.press(Key.Key_Tab)
    writer.type("di")
    writer.press(Key.Key_Return)
    added = named(writer.document.now, "Retell")
    assert (added.length.minutes, added.group, added.phase) == (20, "fours", Phase.DISCOVER)
    assert writer.here() == ("add", Column.MINUTES)
    assert writer.order()[-1] == "Retell"


def test_shift_tab_goes_back(writer: Writer) -> None:
    writer.go("Paired interviews", Column.GROUP)
    writer.type("pairs")
    writer.press(Key.Key_Backtab)
    assert writer.here() == ("Paired interviews", Column.WHAT)
    assert named(writer.document.now, "Paired interviews").group == "pairs"


def test_titles_typed_one_after_the_other_are_items_one_after_the_other(writer: Writer) -> None:
    writer.go_add()
    for title in ("Questions", "Lunch", "Thanks"):
        writer.type(title)
        writer.press(Key.Key_Return)
    assert writer.order()[-3:] == ["Questions", "Lunch", "Thanks"]
    assert named(writer.document.now, "Lunch").kind is Kind.MEAL


def test_a_length_that_is_none_stays_in_its_field_with_the_sentence(
    writer: Writer, spoken: list[str]
) -> None:
    before = writer.document.now
    writer.go("Welcome", Column.MINUTES)
    writer.type("soon")
    writer.press(Key.Key_Return)
    note = writer.table._note
    assert note.isVisible()
    assert note.words.text() == "“soon” is no length. Try 45, 1h30, 1:30, 1.5h, 6x3 or 30-45."
    assert spoken == [note.words.text()]
    assert writer.document.now is before
    editor = writer.table.editor
    assert editor is not None
    assert editor.accessibleDescription() == note.words.text()
    writer.press(Key.Key_Backspace)
    assert not note.isVisible(), "typing on is another try"
    writer.press(Key.Key_Escape)
    assert writer.table.editor is None
    assert writer.document.now is before


def test_leaving_a_refused_field_for_another_cell_changes_nothing(writer: Writer) -> None:
    before = writer.document.now
    writer.go("Welcome", Column.MINUTES)
    writer.type("9x")
    writer.table.choose(2, Column.WHAT)
    assert writer.document.now is before
    assert writer.table._note.isVisible()


def test_leaving_the_page_takes_what_is_typed(writer: Writer) -> None:
    writer.go("Welcome")
    writer.type("Hello")
    writer.page.leave()
    assert writer.order()[0] == "Hello"


def test_undo_in_a_field_gives_up_what_is_typed_and_no_more(writer: Writer) -> None:
    before = writer.document.now
    writer.go("Welcome")
    writer.type("Hello")
    writer.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert writer.table.editor is None
    assert writer.document.now is before


def test_a_pin_makes_a_gap_in_words_and_clearing_it_runs_on(writer: Writer) -> None:
    writer.go("Check-out", Column.CLOCK)
    writer.type("11:45")
    writer.press(Key.Key_Return)
    assert named(writer.document.now, "Check-out").pin == time(11, 45)
    titles = [line.title for line in writer.model.lines()]
    assert "15 minutes free before Check-out." in titles
    writer.go("Check-out", Column.CLOCK)
    writer.press(Key.Key_Return)
    writer.press(Key.Key_Delete)
    writer.press(Key.Key_Return)
    assert named(writer.document.now, "Check-out").pin is None
    assert (
        writer.page.foot.words.text()
        == "Work 85 · breaks 15 · ends 11:40, 20 min left of the time planned"
    )


def test_an_overrun_is_said_in_words_and_never_blocked(writer: Writer) -> None:
    writer.go("Paired interviews", Column.MINUTES)
    writer.type("70")
    writer.press(Key.Key_Return)
    assert (
        writer.page.foot.words.text() == "Work 115 · breaks 15 · ends 12:10, runs 10 min over 12:00"
    )
    writer.go("Paired interviews", Column.MINUTES)
    writer.type("60-70")
    writer.press(Key.Key_Return)
    assert writer.page.foot.words.text().endswith("may end from 12:00 to 12:10")


def test_capabilities_are_chosen_with_space(writer: Writer) -> None:
    writer.go("Welcome", Column.CAPABILITIES)
    writer.press(Key.Key_Return)
    writer.press(Key.Key_Space)
    writer.press(Key.Key_Down)
    writer.press(Key.Key_Space)
    writer.press(Key.Key_Space)
    writer.press(Key.Key_Return)
    row = named(writer.document.now, "Welcome")
    assert {f.capability: f.role for f in writer.document.now.focus_of(row.id)} == {
        Capability.SELF_LEADERSHIP: Role.LEADS,
        Capability.CREATIVITY: Role.SUPPORTS,
    }
    assert writer.document.history.undo_label == "Change the capabilities of Welcome"


class TestMoving:
    def test_down_up_and_what_is_said(self, writer: Writer, spoken: list[str]) -> None:
        writer.go("Welcome")
        writer.page.verbs()["move_down"]()
        assert writer.order()[:2] == ["Paired interviews", "Welcome"]
        assert spoken[-1] == "Welcome, now second, starts 10:40"
        assert writer.here()[0] == "Welcome"
        writer.page.verbs()["move_up"]()
        assert spoken[-1] == "Welcome, now first, starts 10:00"
        writer.page.verbs()["move_up"]()
        assert spoken[-1] == "There is no further place to go."

    def test_into_and_out_of_a_breakout(self, writer: Writer) -> None:
        alt = Qt.KeyboardModifier.AltModifier
        writer.go("Check-out")
        writer.press(Key.Key_Right, alt)
        assert writer.order()[-4:] == ["Two groups", "Headline", "Check-out", "Wishes"]
        writer.page.verbs()["move_down"]()
        assert writer.order()[-2:] == ["Check-out", "Wishes"]
        assert writer.model.line(writer.table.currentIndex().row()).depth == 1
        writer.press(Key.Key_Left, alt)
        assert writer.order()[-1] == "Check-out"
        assert writer.model.line(writer.table.currentIndex().row()).depth == 0

    def test_a_strand_moves_with_what_it_holds(self, writer: Writer) -> None:
        writer.go("B")
        writer.page.verbs()["move_up"]()
        assert writer.order()[-3:] == ["Wishes", "Headline", "Check-out"]
        assert writer.here()[0] == "B"

    def test_several_move_together(self, writer: Writer) -> None:
        writer.go("Welcome")
        writer.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        writer.page.verbs()["move_down"]()
        assert writer.order()[:3] == ["Break", "Welcome", "Paired interviews"]
        assert len(writer.table.chosen_items()) == 2


class TestVerbs:
    def test_delete_offers_the_way_back_and_undo_chooses_what_returns(self, writer: Writer) -> None:
        before = writer.document.now
        writer.go("Paired interviews")
        writer.page.verbs()["delete"]()
        assert writer.order()[:2] == ["Welcome", "Break"]
        assert writer.here()[0] == "Break"
        writer.document.undo()
        assert writer.document.now == before
        assert writer.here()[0] == "Paired interviews"

    def test_add_begins_below_and_escape_leaves_nothing_behind(self, writer: Writer) -> None:
        before = writer.document.now
        writer.go("Welcome")
        writer.page.verbs()["add"]()
        writer.type("Warm-up")
        writer.press(Key.Key_Return)
        assert writer.order()[:2] == ["Welcome", "Warm-up"]
        writer.document.undo()
        writer.document.undo()
        writer.go("Welcome")
        writer.page.verbs()["add"]()
        writer.press(Key.Key_Escape)
        assert writer.document.now == before

    def test_duplicate_takes_the_strands_along(self, writer: Writer) -> None:
        writer.go("Two groups")
        writer.page.verbs()["duplicate"]()
        assert writer.order().count("Headline") == 2
        assert writer.here()[0] == "Two groups"

    def test_a_breakout_begins_with_two_strands_to_write_in(self, writer: Writer) -> None:
        writer.go("Check-out")
        writer.page.items.add(Kind.BREAKOUT)
        writer.type("Three rooms")
        writer.press(Key.Key_Return)
        row = named(writer.document.now, "Three rooms")
        assert len(writer.document.now.strands_of(row.id)) == 2
        writer.go("Three rooms")
        writer.page.items.add_strand()
        writer.type("Garden")
        writer.press(Key.Key_Return)
        strands = writer.document.now.strands_of(row.id)
        assert [s.title for s in strands] == ["", "", "Garden"]
        writer.go("Garden")
        writer.page.verbs()["delete"]()
        assert len(writer.document.now.strands_of(row.id)) == 2

    def test_a_breakout_with_items_stays_one_and_says_why(
        self, writer: Writer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        writer.go("Two groups")
        before = writer.document.now
        writer.page.items.set_kind(Kind.ACTIVITY)
        assert writer.document.now is before
        writer.go("Welcome")
        writer.page.items.set_kind(Kind.BREAKOUT)
        writer.page.items.set_kind(Kind.BREAK)
        assert named(writer.document.now, "Welcome").kind is Kind.BREAK

    def test_pinning_keeps_the_clock_time_it_has(self, writer: Writer) -> None:
        writer.go("Break")
        writer.page.items.toggle_pin()
        assert named(writer.document.now, "Break").pin == time(10, 45)
        writer.page.items.toggle_pin()
        assert named(writer.document.now, "Break").pin is None

    def test_parking_several_is_one_step(self, writer: Writer) -> None:
        before = writer.document.now
        writer.table.choose_all([i.id for i in before.items_of(before.sessions[0].id)][:2])
        writer.page.rows.marks.set_state(State.PARKED)
        states = [r.state for r in writer.document.now.rows.values() if isinstance(r, Item)]
        assert states.count(State.PARKED) == 2
        writer.document.undo()
        assert writer.document.now == before

    def test_a_task_goes_below_before_next_time(self, writer: Writer) -> None:
        writer.go("Welcome")
        writer.page.items.add(Kind.TASK)
        writer.type("Write to the ward")
        writer.press(Key.Key_Tab)
        titles = [line.title for line in writer.model.lines()]
        assert titles[-3:] == ["Before next time", "Write to the ward", ""]


def test_an_empty_running_order_teaches(qtbot: QtBot, theme: Theme) -> None:
    with opened(plan(session("10:00"))) as (document, services):
        page = SessionsPage(document, services)
        qtbot.addWidget(page)
        page.resize(1180, 720)
        page.show()
        assert page.table.empty.isVisible()
        assert page.table.empty.button is not None
        page.table.empty.button.click()
        assert page.table.editor is not None
        page.leave()
