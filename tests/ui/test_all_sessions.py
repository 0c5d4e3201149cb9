"""All sessions at once: written in, moved and deleted as a list and as months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Kind
from aiplanner.domain.edits.findings import add_finding, delete_findings
from aiplanner.domain.findings import Review
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item, Session
from aiplanner.ui.document import Document
from aiplanner.ui.models.all_sessions import AllSessionsModel, Column
from aiplanner.ui.models.months import MonthsModel
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from tests.support.open_documents import TODAY, opened
from tests.support.plans import item, named, plan, session
from tests.support.timeline_desk import listen

Key, Mod = Qt.Key, Qt.KeyboardModifier
REVIEW = RowId("f" * 32)
PLAN = add_finding(
    plan(
        session(
            "10:00",
            item("Welcome", "60"),
            item("Read", kind=Kind.TASK, due=date(2026, 12, 4)),
            title="Best of what is",
            day=date(2026, 12, 1),
            planned=120,
        ),
        session(
            "10:00",
            item("Dream", "150"),
            title="What could be",
            day=date(2026, 12, 15),
            planned=120,
        ),
        session("11:00", item("Design", "60"), title="What should be", day=date(2026, 12, 15)),
        session("", title="What will be"),
    ),
    Review(REVIEW, 0, "How far are we?", date(2027, 1, 14)),
)


class Desk:
    """The page with all sessions on show."""

    def __init__(self, qtbot: QtBot, document: Document, services: Services) -> None:
        self.qtbot, self.document = qtbot, document
        self.notices: list[str] = []
        said = replace(services, say=lambda text, **_more: self.notices.append(text))
        self.page = SessionsPage(document, said)
        self.all = self.page.views.all
        self.table, self.calendar = self.all.table, self.all.calendar

    def sessions(self) -> list[str]:
        return [row.title for row in self.document.now.sessions]

    def session(self, title: str) -> Session:
        [found] = [row for row in self.document.now.sessions if row.title == title]
        return found

    def choose(self, title: str, column: Column = Column.WHAT) -> None:
        row = next(n for n, x in enumerate(self.all.model.lines) if x.entry.title == title)
        self.table.setCurrentIndex(self.all.model.index(row, column))

    def note(self, title: str) -> str:
        line = next(x for x in self.all.model.lines if x.entry.title == title)
        return line.words[Column.NOTE]

    def do(self, verb: str) -> None:
        self.page.verbs()[verb]()

    def write(self, text: str) -> None:
        field = self.all.shown.writing.field
        assert field is not None
        field.clear()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Key.Key_Return)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    with opened(PLAN) as (document, services):
        made = Desk(qtbot, document, services)
        qtbot.addWidget(made.page)
        made.page.resize(1180, 760)
        made.page.show()
        qtbot.waitExposed(made.page)
        made.page.activateWindow()
        made.page.views.turn_all()
        yield made
        made.page.leave()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return listen(monkeypatch)


def test_the_models_keep_the_rules_of_item_models(qtmodeltester: object) -> None:
    for model in (AllSessionsModel(), MonthsModel()):
        if isinstance(model, AllSessionsModel):
            model.show(PLAN)
        else:
            model.show(PLAN, TODAY)
        qtmodeltester.check(model)


def test_tasks_and_reviews_stand_among_the_sessions(desk: Desk) -> None:
    assert [line.words[Column.WHAT] for line in desk.all.model.lines] == [
        "1  Best of what is",
        "Task: Read",
        "2  What could be",
        "3  What should be",
        "4  What will be",
        "Review: How far are we?",
    ]
    assert desk.note("What could be") == "clashes with 3 · runs 30 min over 12:00"
    assert desk.note("What should be") == "clashes with 2"
    assert desk.note("What will be") == "no date yet"
    assert "1 without a date" in desk.all.facts.text()


def test_enter_opens_the_session_and_its_task(desk: Desk) -> None:
    desk.choose("What should be")
    desk.qtbot.keyClick(desk.table, Key.Key_Return)
    assert not desk.page.views.all_shown
    assert desk.page.sessions.current == desk.session("What should be").id
    desk.page.views.turn_all()
    assert desk.table.hasFocus()
    assert desk.table.row_in_focus() == desk.session("What should be").id
    desk.choose("Read")
    desk.qtbot.keyClick(desk.table, Key.Key_Return)
    line = desk.page.table.line_in_focus()
    assert line is not None
    assert line.title == "Read"


def test_going_back_shows_the_session_that_was_in_focus(desk: Desk) -> None:
    desk.choose("What could be")
    desk.qtbot.keyClick(desk.table, Key.Key_Escape)
    assert not desk.page.views.all_shown
    assert desk.page.sessions.current == desk.session("What could be").id
    assert desk.page.table.hasFocus()


def test_a_date_is_set_in_place(desk: Desk) -> None:
    desk.choose("What will be", Column.DAY)
    desk.qtbot.keyClicks(desk.table, "2")
    desk.write("2 Feb 2027")
    assert desk.session("What will be").day == date(2027, 2, 2)
    assert desk.document.history.undo_label == "Change the day of What will be"
    assert desk.note("What will be") == ""


def test_what_is_no_day_is_refused_beside_the_field(desk: Desk) -> None:
    desk.choose("What will be", Column.DAY)
    desk.do("rename")
    desk.write("soonish")
    assert desk.table.writing.field is not None
    assert "no day" in desk.table.writing._note.words.text()
    desk.qtbot.keyClick(desk.table.writing.field, Key.Key_Escape)
    assert desk.session("What will be").day is None


@pytest.mark.parametrize(
    ("column", "typed", "name", "value"),
    [
        (Column.WHAT, "The dream", "title", "The dream"),
        (Column.PLACE, "Day room", "venue", "Day room"),
        (Column.TIME, "10:00 to 11:30", "planned", 90),
    ],
)
def test_title_place_and_times_are_written_in_their_cells(
    desk: Desk, column: Column, typed: str, name: str, value: object
) -> None:
    row = desk.session("What could be").id
    desk.choose("What could be", column)
    desk.do("rename")
    desk.write(typed)
    assert getattr(desk.document.now.get(row, Session), name) == value


def test_tasks_and_reviews_are_written_too(desk: Desk) -> None:
    desk.choose("Read", Column.DAY)
    desk.do("rename")
    desk.write("8 Dec 2026")
    assert named(desk.document.now, "Read").due == date(2026, 12, 8)
    desk.choose("How far are we?")
    desk.qtbot.keyClick(desk.table, Key.Key_Return)
    desk.write("Are we there?")
    assert desk.document.now.get(REVIEW, Review).text == "Are we there?"


def test_sessions_are_added_copied_moved_and_deleted_with_the_keys(
    desk: Desk, heard: list[str]
) -> None:
    desk.choose("What could be")
    desk.do("move_up")
    assert desk.sessions()[:2] == ["What could be", "Best of what is"]
    assert heard[-1] == "What could be, now first"
    desk.do("move_up")
    assert heard[-1] == "There is no further place to go."
    desk.do("duplicate")
    assert desk.sessions()[:2] == ["What could be", "What could be"]
    desk.do("delete")
    assert desk.sessions()[:2] == ["What could be", "Best of what is"]
    assert desk.notices[-1] == "Deleted What could be."
    desk.do("add")
    desk.write("A new one")
    assert "A new one" in desk.sessions()
    for _ in range(5):
        desk.document.undo()
    assert desk.document.now.rows == PLAN.rows


def test_a_task_and_a_review_are_deleted_and_come_back(desk: Desk) -> None:
    desk.choose("Read")
    desk.do("delete")
    desk.choose("How far are we?")
    desk.do("delete")
    assert not desk.document.now.reviews
    assert all(
        row.kind is not Kind.TASK
        for row in desk.document.now.rows.values()
        if isinstance(row, Item)
    )
    desk.document.undo()
    desk.document.undo()
    assert desk.document.now.rows == PLAN.rows


# Months


def test_the_months_hold_everything_from_the_first_day_to_the_last(desk: Desk) -> None:
    desk.all.show_view("months")
    headings = [row.heading for row in desk.all.months.rows if row.heading]
    assert headings == ["Without a date", "December 2026", "January 2027"]
    assert desk.all.months.words().splitlines()[0] == (
        "Tue 1 Dec 2026: 1  Best of what is, 10:00 to 12:00"
    )
    place = desk.all.months.place_of(desk.session("What could be").id)
    assert place is not None
    cell = desk.all.months.index(place[0], place[1])
    assert cell.data() == (
        "Tue 15 Dec 2026: 2  What could be, 10:00 to 12:30; 3  What should be, 11:00 to 12:00"
    )


def test_arrows_go_through_what_is_on_a_day(desk: Desk, heard: list[str]) -> None:
    desk.all.show_view("months")
    desk.calendar.choose_id(desk.session("What could be").id)
    desk.qtbot.keyClick(desk.calendar, Key.Key_Down)
    assert desk.all.row == desk.session("What should be").id
    assert heard[-1] == "3  What should be, 11:00 to 12:00"
    desk.qtbot.keyClick(desk.calendar, Key.Key_Down)
    assert desk.all.row is None, "the week below"
    desk.qtbot.keyClick(desk.calendar, Key.Key_Up)
    assert desk.all.row == desk.session("What should be").id


def test_alt_and_arrows_move_a_session_by_days_and_weeks(desk: Desk, heard: list[str]) -> None:
    desk.all.show_view("months")
    desk.calendar.choose_id(desk.session("What should be").id)
    desk.qtbot.keyClick(desk.calendar, Key.Key_Right, Mod.AltModifier)
    assert desk.session("What should be").day == date(2026, 12, 16)
    assert heard[-1] == "What should be, Wed 16 Dec 2026"
    desk.do("move_down")
    assert desk.session("What should be").day == date(2026, 12, 23)
    assert desk.all.row == desk.session("What should be").id
    desk.qtbot.keyClick(desk.calendar, Key.Key_Left, Mod.AltModifier)
    assert desk.session("What should be").day == date(2026, 12, 22)


def test_what_has_no_date_gets_one_a_week_after_the_last(desk: Desk) -> None:
    desk.all.show_view("months")
    desk.calendar.choose_id(desk.session("What will be").id)
    desk.do("move_down")
    assert desk.session("What will be").day == date(2026, 12, 22)


def test_a_session_is_dragged_to_another_day(desk: Desk) -> None:
    desk.all.show_view("months")
    row = desk.session("Best of what is").id
    desk.calendar.choose_id(row)
    start = desk.calendar.visualRect(desk.calendar.currentIndex()).center()
    there = desk.all.months.place_of(named(desk.document.now, "Read").id)
    assert there is not None
    end = desk.calendar.visualRect(desk.all.months.index(there[0], there[1])).center()
    port = desk.calendar.viewport()
    desk.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        end.toPointF(),
        port.mapToGlobal(end).toPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Mod.NoModifier,
    )
    QApplication.sendEvent(port, event)
    assert desk.document.now.get(row, Session).day == date(2026, 12, 1), "not yet let go"
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert desk.document.now.get(row, Session).day == date(2026, 12, 4)


def test_what_is_dragged_is_let_go_when_somebody_else_moves_the_months(desk: Desk) -> None:
    desk.all.show_view("months")
    row = desk.session("Best of what is").id
    desk.calendar.choose_id(row)
    start = desk.calendar.visualRect(desk.calendar.currentIndex()).center()
    port = desk.calendar.viewport()
    desk.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    desk.calendar.target = desk.all.months.index(desk.all.months.rowCount() - 1, 3)
    desk.document.edit("theirs", lambda now: delete_findings(now, [REVIEW]))
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start)
    assert desk.document.now.get(row, Session).day == date(2026, 12, 1)


def test_a_day_is_written_in_the_months(desk: Desk) -> None:
    desk.all.show_view("months")
    desk.calendar.choose_id(REVIEW)
    desk.do("rename")
    desk.write("1 Mar 2027")
    assert desk.document.now.get(REVIEW, Review).due == date(2027, 3, 1)
    assert desk.all.row == REVIEW, "it is followed to its new place"


def test_enter_opens_from_the_months_and_the_view_is_remembered(desk: Desk) -> None:
    desk.all.views._buttons["months"].click()
    desk.calendar.choose_id(desk.session("What could be").id)
    desk.qtbot.keyClick(desk.calendar, Key.Key_Return)
    assert desk.page.sessions.current == desk.session("What could be").id
    again = SessionsPage(desk.document, desk.page._services)
    desk.qtbot.addWidget(again)
    assert again.views.all.shown is again.views.all.calendar


def test_months_and_list_are_painted_also_while_something_is_dragged(desk: Desk) -> None:
    for view in ("list", "months"):
        desk.all.show_view(view)
        picture = desk.all.grab().toImage()
        colours = {picture.pixel(x, y) for x in range(30, 600, 7) for y in range(150, 500, 11)}
        assert len(colours) > 8
    desk.calendar.choose_id(desk.session("Best of what is").id)
    start = desk.calendar.visualRect(desk.calendar.currentIndex()).center()
    desk.qtbot.mousePress(desk.calendar.viewport(), Qt.MouseButton.LeftButton, pos=start)
    desk.calendar.target = desk.all.months.index(4, 4)
    assert not desk.all.grab().isNull()
    desk.qtbot.mouseRelease(
        desk.calendar.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(2, 0)
    )


def test_without_sessions_there_is_one_to_add(qtbot: QtBot, theme: Theme) -> None:
    with opened(plan()) as (document, services):
        made = Desk(qtbot, document, services)
        qtbot.addWidget(made.page)
        made.page.show()
        made.page.views.turn_all()
        made.all.add_button.click()
        made.write("The first")
        assert made.sessions() == ["The first"]
        made.page.leave()
