"""The Sessions page: its sessions, their facts, the inspector, and what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.domain.content import StarterSheet
from aiplanner.domain.cycle import Capability, Kind, Per, Phase, Role, Scheme
from aiplanner.domain.rows import Head, Item, Session
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, plan, session, step, strand

Key = Qt.Key

FIRST = session(
    "10:00",
    item("Welcome", "5"),
    item(
        "Paired interviews",
        "40",
        why="Real moments.",
        steps=(step(20, "A asks B"), step(20, "Swap")),
        sheets=(StarterSheet("Interview guide"),),
    ),
    breakout("Two groups", strand("A", item("Headline", "30")), strand("B")),
    title="Best of what is",
    planned=120,
    people=16,
)
SECOND = session("09:00", item("Dreaming", "30", phase=Phase.DREAM), title="What could be")


class Desk:
    """The page with its document, and what was said in notices."""

    def __init__(self, document: Document, services: Services, notices: list[str]) -> None:
        self.document, self.notices = document, notices
        self.page = SessionsPage(document, services)
        self.head, self.inspector = self.page.head, self.page.inspector
        self.fields = self.inspector.item._fields.by_name

    @property
    def session(self) -> Session:
        return self.document.now.get(self.page.sessions.current, Session)

    def choose(self, title: str) -> Item:
        row = named(self.document.now, title)
        self.page.table.choose_id(row.id, Column.WHAT)
        return row


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    with opened(plan(FIRST, SECOND)) as (document, services):
        notices: list[str] = []
        said = replace(services, say=lambda text, undo=False: notices.append(f"{text}{undo}"))
        made = Desk(document, said, notices)
        qtbot.addWidget(made.page)
        made.page.resize(1180, 720)
        made.page.show()
        qtbot.waitExposed(made.page)
        made.page.activateWindow()
        yield made
        made.page.leave()


def write(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)
    if isinstance(field, QLineEdit):
        qtbot.keyClick(field, Key.Key_Return)


class TestFacts:
    @pytest.mark.parametrize(
        ("field", "typed", "expected"),
        [
            ("title", "The best", {"title": "The best"}),
            ("purpose", "Hear what works", {"purpose": "Hear what works"}),
            ("day", "12/1/2027", {"day": date(2027, 1, 12)}),
            ("span", "9:30-12:00", {"start": time(9, 30), "planned": 150}),
            ("span", "22:00 to 1:00", {"start": time(22), "planned": 180}),
            ("span", "2 h", {"start": time(10), "planned": 120}),
            ("span", "90 min", {"start": time(10), "planned": 90}),
            ("venue", "Day room", {"venue": "Day room"}),
            ("people", "18", {"people": 18}),
            ("people", "", {"people": None}),
        ],
    )
    def test_what_is_typed_is_what_is_planned(
        self, desk: Desk, qtbot: QtBot, field: str, typed: str, expected: dict[str, object]
    ) -> None:
        before = desk.document.now
        control = getattr(desk.head, field)
        write(qtbot, control, typed)
        if not typed:
            qtbot.keyClick(control, Key.Key_Delete)
            qtbot.keyClick(control, Key.Key_Return)
        assert {name: getattr(desk.session, name) for name in expected} == expected
        desk.document.undo()
        assert desk.document.now == before

    @pytest.mark.parametrize(
        ("field", "typed", "why"),
        [
            (
                "span",
                "12:00 to 10:00",
                "The session would end at 10:00, before it starts at 12:00.",
            ),
            ("span", "ten", "“ten” does not say when the session starts and ends."),
            ("day", "soon", "“soon” is no day."),
            ("people", "some", "“some” is no number."),
        ],
    )
    def test_what_cannot_be_is_refused_beside_the_field(
        self, desk: Desk, qtbot: QtBot, field: str, typed: str, why: str
    ) -> None:
        before = desk.document.now
        control = getattr(desk.head, field)
        write(qtbot, control, typed)
        assert desk.document.now is before
        assert control.property("refused")
        assert control.accessibleDescription().startswith(why)

    def test_facts_are_read_as_they_are_written(self, desk: Desk, qtbot: QtBot) -> None:
        write(qtbot, desk.head.day, "12 jan")
        shown = {
            name: getattr(desk.head, name).text() for name in ("title", "day", "span", "people")
        }
        assert shown == {
            "title": "Best of what is",
            "day": "Tue 12 Jan 2027",
            "span": "10:00 to 12:00",
            "people": "16 people",
        }


class TestSessions:
    def test_turning_shows_the_other_sessions_facts_and_order(self, desk: Desk) -> None:
        assert desk.head.chooser.text() == "Session 1 of 2"
        assert not desk.head.before.isEnabled()
        desk.head.after.click()
        assert desk.head.title.text() == "What could be"
        assert [line.title for line in desk.page.model.lines()] == ["Dreaming", ""]
        assert not desk.head.after.isEnabled()

    def test_typing_in_one_session_never_joins_typing_in_the_next(
        self, desk: Desk, qtbot: QtBot
    ) -> None:
        write(qtbot, desk.head.title, "One")
        desk.head.after.click()
        write(qtbot, desk.head.title, "Two")
        desk.document.undo()
        assert [s.title for s in desk.document.now.sessions] == ["One", "What could be"]

    def test_sessions_are_added_duplicated_moved_and_deleted(self, desk: Desk) -> None:
        before, sessions = desk.document.now, desk.page.sessions
        sessions.add()
        assert desk.head.chooser.text() == "Session 2 of 3"
        table = desk.page.table
        assert table.empty.isVisible()
        assert table.empty.geometry().top() == table.rowHeight(0)
        sessions.turn_to(0)
        sessions.duplicate()
        assert [s.title for s in desk.document.now.sessions] == [
            "Best of what is", "Best of what is", "Session 3", "What could be"
        ]  # fmt: skip
        sessions.turn_to(3)
        sessions.move(-1)
        assert desk.session.title == "What could be"
        assert sessions.index == 2
        sessions.delete()
        assert desk.notices == ["Deleted What could be.True"]
        for _n in range(4):
            desk.document.undo()
        assert desk.document.now == before

    def test_without_sessions_one_sentence_and_one_button(self, desk: Desk) -> None:
        desk.page.sessions.delete()
        desk.page.sessions.delete()
        assert desk.page.empty.isVisible()
        assert set(desk.page.verbs()) == {"add"}
        assert desk.page.empty.button is not None
        desk.page.empty.button.click()
        assert desk.page.table.isVisible()
        assert desk.head.title.text() == "Session 1"

    def test_the_session_in_a_link_is_turned_to_at_the_item(self, desk: Desk) -> None:
        row = named(desk.document.now, "Dreaming")
        desk.page.show_row(row.id)
        assert desk.session.title == "What could be"
        line = desk.page.table.line_in_focus()
        assert line is not None
        assert line.row == row.id
        guide = named(desk.document.now, "Paired interviews")
        desk.page.show_row(desk.document.now.sheets_of(guide.id)[0].id)
        assert desk.session.title == "Best of what is"
        line = desk.page.table.line_in_focus()
        assert line is not None
        assert line.row == guide.id


class TestInspector:
    def test_it_shows_the_item_in_focus_and_the_session_otherwise(self, desk: Desk) -> None:
        desk.choose("Paired interviews")
        assert desk.inspector.item.facts.text() == "40 min, 10:05 to 10:45"
        why = desk.fields["why"]
        assert isinstance(why, QPlainTextEdit)
        assert why.toPlainText() == "Real moments."
        desk.page.table.choose(desk.page.model.rowCount() - 1)
        assert desk.inspector.session.isVisible()
        assert not desk.inspector.item.isVisible()

    @pytest.mark.parametrize("name", ["title", "why", "short", "notes", "outputs"])
    def test_typing_is_one_step_of_undo_a_field(self, desk: Desk, qtbot: QtBot, name: str) -> None:
        row, before = desk.choose("Welcome"), desk.document.now
        write(qtbot, desk.fields[name], "Some words")
        assert getattr(desk.document.now.get(row.id, Item), name) == "Some words"
        desk.document.undo()
        assert desk.document.now == before

    @pytest.mark.parametrize("name", ["group", "lead", "room", "audience"])
    def test_facts_go_to_the_table_as_they_are_typed(
        self, desk: Desk, qtbot: QtBot, name: str
    ) -> None:
        row = desk.choose("Welcome")
        write(qtbot, desk.fields[name], "Sam")
        assert getattr(desk.document.now.get(row.id, Item), name) == "Sam"

    def test_typing_in_one_item_is_never_taken_for_the_next(self, desk: Desk, qtbot: QtBot) -> None:
        desk.choose("Welcome")
        write(qtbot, desk.fields["why"], "One")
        desk.page.table.setFocus()
        desk.choose("Paired interviews")
        write(qtbot, desk.fields["why"], "Two")
        assert named(desk.document.now, "Welcome").why == "One"
        assert named(desk.document.now, "Paired interviews").why == "Two"
        desk.document.undo()
        assert named(desk.document.now, "Welcome").why == "One"

    def test_choices_and_capabilities(self, desk: Desk, qtbot: QtBot) -> None:
        row = desk.choose("Welcome")
        phase = desk.fields["phase"]
        phase.setFocus()
        qtbot.keyClicks(phase, "dr")
        assert named(desk.document.now, "Welcome").phase is Phase.DREAM
        chooser = desk.inspector.item.capabilities
        chooser.setFocus()
        qtbot.keyClick(chooser, Key.Key_Space)
        [focus] = desk.document.now.focus_of(row.id)
        assert (focus.capability, focus.role) == (Capability.SELF_LEADERSHIP, Role.LEADS)

    def test_steps_are_written_one_after_the_other(self, desk: Desk, qtbot: QtBot) -> None:
        row = desk.choose("Welcome")
        steps = desk.inspector.item.steps
        steps.adding.setFocus()
        for words in ("Greet", "Say why"):
            qtbot.keyClicks(steps.adding, words)
            qtbot.keyClick(steps.adding, Key.Key_Return)
        assert [s.text for s in desk.document.now.steps_of(row.id)] == ["Greet", "Say why"]
        assert steps.adding.hasFocus()
        write(qtbot, steps._rows[0].fields[1], "10")
        assert desk.document.now.steps_of(row.id)[0].minutes == 10
        assert steps.facts.text() == "10 of 5 min"

    def test_steps_move_with_the_focus_and_are_deleted(self, desk: Desk) -> None:
        row = desk.choose("Paired interviews")
        steps = desk.inspector.item.steps
        steps._rows[0].fields[0].setFocus()
        desk.page.verbs()["move_down"]()
        assert [s.text for s in desk.document.now.steps_of(row.id)] == ["Swap", "A asks B"]
        assert steps.focused() == 1
        steps.delete(0)
        assert [s.text for s in desk.document.now.steps_of(row.id)] == ["A asks B"]
        desk.document.undo()
        desk.document.undo()
        assert [s.text for s in desk.document.now.steps_of(row.id)] == ["A asks B", "Swap"]

    def test_minutes_of_a_step_may_not_be_a_range(self, desk: Desk, qtbot: QtBot) -> None:
        desk.choose("Paired interviews")
        before = desk.document.now
        field = desk.inspector.item.steps._rows[0].fields[1]
        write(qtbot, field, "5-10")
        assert desk.document.now is before
        assert field.property("refused")

    def test_materials_say_how_many_for_whom(self, desk: Desk, qtbot: QtBot) -> None:
        row = desk.choose("Welcome")
        materials = desk.inspector.item.materials
        materials.adding.setFocus()
        qtbot.keyClicks(materials.adding, "Pens")
        qtbot.keyClick(materials.adding, Key.Key_Return)
        name, quantity, per, spare = materials._rows[0].fields
        write(qtbot, quantity, "2")
        per.setFocus()
        qtbot.keyClicks(per, "per person")
        qtbot.mouseClick(spare, Qt.MouseButton.LeftButton)
        [pens] = desk.document.now.materials_of(row.id)
        assert (pens.name, pens.quantity, pens.per, pens.spare) == ("Pens", 2, Per.PERSON, True)
        write(qtbot, name, "Felt pens")
        assert desk.document.now.materials_of(row.id)[0].name == "Felt pens"

    def test_strands_are_named_where_their_breakout_is(self, desk: Desk, qtbot: QtBot) -> None:
        row = desk.choose("Two groups")
        strands = desk.inspector.item.strands
        assert strands.isVisible()
        write(qtbot, strands._rows[1].fields[1], "Garden")
        assert desk.document.now.strands_of(row.id)[1].room == "Garden"
        desk.choose("Welcome")
        assert not strands.isVisible()

    def test_turns_are_somebodys_and_the_short_way_has_minutes(
        self, desk: Desk, qtbot: QtBot
    ) -> None:
        row = desk.choose("Welcome")
        assert not desk.fields["each"].isVisible()
        desk.page.model.change(desk.page.table.currentIndex().siblingAtColumn(1), "6x3")
        write(qtbot, desk.fields["each"], "team")
        assert desk.inspector.item.facts.text() == "6 × 3 min per team, 10:00 to 10:18"
        write(qtbot, desk.fields["short_minutes"], "12")
        assert desk.document.now.get(row.id, Item).short_minutes == 12

    def test_another_kind_is_chosen_there_too(self, desk: Desk, qtbot: QtBot) -> None:
        desk.choose("Welcome")
        kind = desk.inspector.item.kind
        kind.setFocus()
        qtbot.keyClicks(kind, "meal")
        assert named(desk.document.now, "Welcome").kind is Kind.MEAL

    def test_phases_go_by_the_programmes_own_names(self, desk: Desk) -> None:
        desk.choose("Welcome")
        head = desk.document.now.head
        desk.document.edit(
            "", lambda now: now.put(replace(head, scheme=Scheme.OWN, dream_label="Envision"))
        )
        assert isinstance(desk.document.now.head, Head)
        phases = desk.inspector.item._fields.by_name["phase"]
        assert phases.itemText(3) == "Envision"

    def test_closed_it_stays_closed(self, desk: Desk, qtbot: QtBot) -> None:
        desk.inspector.closed.emit()
        assert not desk.inspector.isVisible()
        assert desk.page.details.isVisible()
        assert desk.page.table.hasFocus()
        with opened(plan(FIRST)) as (document, services):
            again = SessionsPage(document, services)
            qtbot.addWidget(again)
            again.resize(1180, 720)
            again.show()
            assert not again.inspector.isVisible()
            again.details.click()
            assert again.inspector.isVisible()


class TestColumns:
    def test_they_give_way_in_order_and_never_scroll_sideways(
        self, desk: Desk, qtbot: QtBot
    ) -> None:
        desk.inspector.closed.emit()
        for width in (1500, 1000, 760, 560):
            desk.page.resize(width, 700)
            QApplication.processEvents()
            table = desk.page.table
            assert table.horizontalHeader().length() <= table.viewport().width()
            assert {Column.CLOCK, Column.MINUTES, Column.WHAT} <= set(table.shown())
        assert Column.ROOM not in desk.page.table.shown()

    def test_hidden_ones_are_remembered(self, desk: Desk, qtbot: QtBot) -> None:
        desk.page.popups.wish(frozenset({Column.PHASE}))
        assert desk.page.table.shown() == (
            Column.CLOCK, Column.MINUTES, Column.WHAT, Column.PHASE
        )  # fmt: skip
        with opened(plan(FIRST)) as (document, services):
            again = SessionsPage(document, services)
            qtbot.addWidget(again)
            assert again.table.wished == {Column.PHASE}
