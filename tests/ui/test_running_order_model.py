"""The model of the running order: what it shows, takes and refuses, and how it follows edits."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from shiboken6 import Shiboken

from aiplanner.app.content import phase_label
from aiplanner.domain.cycle import Capability, Kind, Phase, Role, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import delete_items, duplicate_item, set_pin
from aiplanner.domain.edits.sessions import set_session_times
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Sort
from tests.support.open_documents import desk, opened
from tests.support.plans import breakout, item, named, pause, plan, section, session, step, strand

Shown = tuple[Document, RunningOrderModel]

MORNING = session(
    "10:00",
    item("Welcome", "5", group="everyone"),
    item("Paired interviews", "40", phase=Phase.DISCOVER, leads=(Capability.CREATIVITY,)),
    pause("15"),
    breakout(
        "Two groups",
        strand("", item("Headline", "30")),
        strand("Day room", item("Wishes", "25")),
    ),
    item("Check-out", "10", at="12:00"),
    item("Write to the ward", kind=Kind.TASK, due=date(2027, 1, 19)),
    title="Best of what is",
    planned=120,
)


@pytest.fixture
def shown(qapp: object) -> Iterator[Shown]:
    with opened(plan(MORNING)) as (document, services):
        model = RunningOrderModel(document, desk(services), document)
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal, document
        )
        model.show_session(document.now.sessions[0].id)
        yield document, model
        del tester


def texts(model: RunningOrderModel, *columns: Column) -> list[tuple[str, ...]]:
    return [
        tuple(model.index(row, column).data() for column in columns)
        for row in range(model.rowCount())
    ]


def at(model: RunningOrderModel, title: str, column: Column) -> QModelIndex:
    rows = [n for n, line in enumerate(model.lines()) if title == line.title]
    return model.index(rows[0], column)


def adding(
    model: RunningOrderModel, parent_title: str = "", column: Column = Column.WHAT
) -> QModelIndex:
    parents = [line.row for line in model.lines() if line.title == parent_title]
    parent = parents[0] if parent_title else model.session_id
    assert parent is not None
    row = model.row_of(Sort.ADD, parent)
    assert row is not None
    return model.index(row, column)


def test_it_shows_the_order_with_its_clock_gaps_strands_and_tasks(shown: Shown) -> None:
    _document, model = shown
    assert texts(model, Column.CLOCK, Column.MINUTES, Column.WHAT) == [
        ("10:00", "5", "Welcome"),
        ("10:05", "40", "Paired interviews"),
        ("10:45", "15", "Break"),
        ("11:00", "30", "Two groups"),
        ("11:00", "30", "Strand A"),
        ("11:00", "30", "Headline"),
        ("", "", ""),
        ("11:00", "25", "Day room"),
        ("11:00", "25", "Wishes"),
        ("", "", ""),
        ("11:30", "30", "30 minutes free before Check-out."),
        ("12:00", "10", "Check-out"),
        ("", "", ""),
        ("", "", "Before next time"),
        ("19 Jan", "", "Write to the ward"),
        ("", "", ""),
    ]


def test_an_overlap_is_a_line_in_words(shown: Shown) -> None:
    document, model = shown
    model.change(at(model, "Check-out", Column.CLOCK), "11:20")
    assert ("11:20", "10", "Check-out starts 10 minutes before Two groups ends.") in texts(
        model, Column.CLOCK, Column.MINUTES, Column.WHAT
    )
    document.edit("", lambda now: set_pin(now, named(now, "Welcome").id, time(9, 50)))
    assert model.line(0).title == "Welcome starts 10 min before everything else does."


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        (Column.WHAT, "Stories in pairs", "title", "Stories in pairs"),
        (Column.GROUP, "pairs", "group", "pairs"),
        (Column.LEAD, "Amal", "lead", "Amal"),
        (Column.ROOM, "Day room", "room", "Day room"),
        (Column.PHASE, Phase.DREAM, "phase", Phase.DREAM),
        (Column.PHASE, None, "phase", None),
        (Column.CLOCK, "10:20", "pin", time(10, 20)),
    ],
)
def test_a_typed_cell_is_an_edit_of_its_field(
    shown: Shown, column: Column, typed: str, field: str, value: object
) -> None:
    document, model = shown
    before = document.now
    row = model.change(at(model, "Paired interviews", column), typed)
    assert getattr(document.now.rows[row], field) == value
    document.undo()
    assert document.now == before


@pytest.mark.parametrize(
    ("typed", "shown_text", "minutes"),
    [("45", "45", 45), ("1h30", "90", 90), ("1:30", "90", 90), ("1.5h", "90", 90),
     ("90 min", "90", 90), ("6x3", "6 × 3", 18), ("30-45", "30–45", 40), ("", "", 0)],
)  # fmt: skip
def test_lengths_are_read_as_people_write_them(
    shown: Shown, typed: str, shown_text: str, minutes: int
) -> None:
    document, model = shown
    document.edit("", lambda now: set_pin(now, named(now, "Check-out").id, None))
    index = at(model, "Paired interviews", Column.MINUTES)
    model.change(index, typed)
    assert index.data() == shown_text
    assert model.line(index.row()).minutes == minutes


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        (Column.MINUTES, "soon", "length-unclear"),
        (Column.MINUTES, "-5", "length-unclear"),
        (Column.MINUTES, "99999h", "length-too-long"),
        (Column.CLOCK, "9", "clock-unclear"),
        (Column.WHAT, "x" * 501, "text-too-long"),
    ],
)
def test_what_the_plan_refuses_changes_nothing(
    shown: Shown, column: Column, typed: str, code: str
) -> None:
    document, model = shown
    before, lines = document.now, model.lines()
    with pytest.raises(PlanError) as refused:
        model.change(at(model, "Paired interviews", column), typed)
    assert refused.value.code == code
    assert (document.now, model.lines()) == (before, lines)
    assert not model.setData(at(model, "Paired interviews", column), typed)


def test_capabilities_and_sheets_are_edited_as_sets(shown: Shown) -> None:
    document, model = shown
    where = at(model, "Paired interviews", Column.CAPABILITIES)
    row = model.change(where, {Capability.VISION: Role.LEADS, Capability.CREATIVITY: Role.SUPPORTS})
    assert {(f.capability, f.role) for f in document.now.focus_of(row)} == {
        (Capability.VISION, Role.LEADS),
        (Capability.CREATIVITY, Role.SUPPORTS),
    }
    sheets = at(model, "Paired interviews", Column.SHEETS)
    model.change(sheets, "Interview guide; Story sheet")
    first = document.now.sheets_of(row)
    model.change(sheets, "Story sheet; Themes")
    second = document.now.sheets_of(row)
    assert [sheet.title for sheet in second] == ["Story sheet", "Themes"]
    assert second[0].id == first[1].id, "a sheet that stays is the same sheet"
    assert sheets.data() == "1.2a, 1.2b"
    assert sheets.data(Qt.ItemDataRole.EditRole) == "Story sheet; Themes"


def test_the_last_line_adds_where_it_stands(shown: Shown) -> None:
    document, model = shown
    new = model.change(adding(model), "Questions")
    assert document.now.items_of(document.now.sessions[0].id)[-1].id == new
    inside = model.change(adding(model, "Day room", Column.MINUTES), "10")
    assert document.now.get(inside, Item).length.minutes == 10
    assert [i.id for i in document.now.items_of(model.line(7).row)][-1] == inside
    rest = model.change(adding(model), "break")
    assert document.now.get(rest, Item).kind is Kind.BREAK
    task_row = model.row_of(Sort.ADD_TASK, document.now.sessions[0].id)
    assert task_row is not None
    task = model.change(model.index(task_row, Column.WHAT), "Bring a photo")
    assert document.now.get(task, Item).kind is Kind.TASK


def test_a_strand_takes_a_name_a_lead_and_a_room(shown: Shown) -> None:
    _document, model = shown
    index = at(model, "Strand A", Column.WHAT)
    assert index.data(Qt.ItemDataRole.EditRole) == ""
    model.change(index, "Quiet strand")
    model.change(at(model, "Quiet strand", Column.ROOM), "Seminar room")
    assert texts(model, Column.WHAT, Column.ROOM)[4] == ("Quiet strand", "Seminar room")
    assert not at(model, "Quiet strand", Column.PHASE).flags() & Qt.ItemFlag.ItemIsEditable


def test_only_the_lines_that_look_different_are_told(shown: Shown) -> None:
    _document, model = shown
    told: list[tuple[int, int, int]] = []
    model.dataChanged.connect(lambda a, b: told.append((a.row(), b.row(), b.column())))
    model.modelReset.connect(lambda: pytest.fail("the views must not be reset"))
    last = model.columnCount() - 1
    model.change(at(model, "Wishes", Column.LEAD), "Sam")
    assert told == [(8, 8, last)]
    told.clear()
    model.change(at(model, "Break", Column.MINUTES), "20")
    # Later clocks move and nothing else; the gap is shorter; the pinned check-out stays.
    assert told == [(2, 2, last), (3, 5, 0), (7, 8, 0), (10, 10, last)]


def test_parked_items_show_their_state_and_count_nothing(shown: Shown) -> None:
    document, model = shown
    document.edit("", lambda now: set_fields(now, named(now, "Break").id, state=State.PARKED))
    assert at(model, "Break", Column.CLOCK).data() == "parked"
    assert at(model, "Two groups", Column.CLOCK).data() == "10:45"


def test_an_item_planned_short_says_so_and_what_remains(shown: Shown) -> None:
    document, model = shown
    values = {"state": State.SHORT, "short_minutes": 3, "short": "Names only"}
    document.edit("", lambda now: set_fields(now, named(now, "Welcome").id, **values))
    said = at(model, "Welcome", Column.WHAT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (said, model.line(0).minutes) == ("Welcome, Short: Names only", 3)


def test_nested_breaks_are_told_with_their_clock(qapp: object) -> None:
    work = item("Work", "60", steps=(step(20, "Talk"), step(10, "Tea", is_break=True), step(30)))
    with opened(plan(session("9:00".rjust(5, "0"), work))) as (document, services):
        model = RunningOrderModel(document, desk(services), document)
        model.show_session(document.now.sessions[0].id)
        assert model.line(0).words == "with 10 min break at 09:20"


def test_a_session_without_any_clock_time_counts_from_nought(qapp: object) -> None:
    with opened(plan(session("", section("Morning"), item("One", "75"), item("Two")))) as (
        document,
        services,
    ):
        model = RunningOrderModel(document, desk(services), document)
        model.show_session(document.now.sessions[0].id)
        assert texts(model, Column.CLOCK, Column.MINUTES)[:3] == [
            ("", ""),
            ("0:00", "75"),
            ("1:15", ""),
        ]
        row = document.now.sessions[0].id
        document.edit("", lambda now: set_session_times(now, row, time(23, 0), None))
        assert model.index(2, Column.CLOCK).data() == "00:15⁺¹"
        spoken = model.index(2, Column.CLOCK).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "00:15 the next day"


def test_screen_readers_hear_words_instead_of_marks(shown: Shown) -> None:
    document, model = shown
    role = Qt.ItemDataRole.AccessibleTextRole
    said = at(model, "Paired interviews", Column.CAPABILITIES).data(role)
    assert said == "Creativity and innovation, led on"
    assert at(model, "Paired interviews", Column.MINUTES).data(role) == "40 minutes"
    assert at(model, "Check-out", Column.CLOCK).data(role) == "12:00, pinned"
    assert at(model, "Two groups", Column.WHAT).data(role) == "Two groups, breakout"
    assert at(model, "Break", Column.WHAT).data(role) == "Break"
    assert adding(model).data(role) == "Add an item"
    due = at(model, "Write to the ward", Column.CLOCK)
    assert due.data(role) == "due Tue 19 Jan 2027"
    assert due.data(Qt.ItemDataRole.EditRole) == "Tue 19 Jan 2027"
    notice = at(model, "30 minutes free before Check-out.", Column.ROOM)
    assert notice.data(role) == "30 minutes free before Check-out."
    assert model.headerData(1, Qt.Orientation.Vertical) == "Paired interviews"
    phase = at(model, "Paired interviews", Column.PHASE).data(role)
    assert phase == phase_label(document.now.head, Phase.DISCOVER)


class TestDropping:
    def drop(
        self, model: RunningOrderModel, titles: list[str], row: int, onto: bool = False
    ) -> bool:
        data = model.mimeData([at(model, title, Column.WHAT) for title in titles])
        parent = model.index(row, 0) if onto else QModelIndex()
        where = -1 if onto else row
        action = Qt.DropAction.MoveAction
        allowed = model.canDropMimeData(data, action, where, 0, parent)
        assert model.dropMimeData(data, action, where, 0, parent) is allowed
        return allowed

    def order(self, model: RunningOrderModel) -> list[str]:
        return [line.title for line in model.lines() if line.sort is Sort.ITEM]

    def test_between_lines_up_and_down(self, shown: Shown) -> None:
        document, model = shown
        before = document.now
        assert self.drop(model, ["Break"], 0)
        assert self.order(model)[:3] == ["Break", "Welcome", "Paired interviews"]
        assert self.drop(model, ["Break", "Welcome"], 3)
        assert self.order(model)[:3] == ["Paired interviews", "Break", "Welcome"]
        document.undo()
        document.undo()
        assert document.now == before

    def test_into_a_strand_by_its_lines_and_by_its_heading(self, shown: Shown) -> None:
        _document, model = shown
        assert self.drop(model, ["Welcome"], 5)
        assert self.order(model) == [
            "Paired interviews", "Break", "Two groups", "Welcome", "Headline", "Wishes", "Check-out"
        ]  # fmt: skip
        heading = at(model, "Day room", Column.WHAT).row()
        assert self.drop(model, ["Break"], heading, onto=True)
        assert self.order(model)[-3:] == ["Wishes", "Break", "Check-out"]

    def test_never_a_breakout_into_itself_nor_work_among_tasks(self, shown: Shown) -> None:
        document, model = shown
        before = document.now
        assert not self.drop(model, ["Two groups"], 6)
        assert not self.drop(model, ["Welcome"], model.rowCount() - 3)
        assert document.now == before

    def test_at_the_end(self, shown: Shown) -> None:
        _document, model = shown
        add_row = adding(model).row()
        assert self.drop(model, ["Welcome"], add_row)
        assert self.order(model)[-1] == "Welcome"


def test_a_random_walk_keeps_the_model_like_a_fresh_one(shown: Shown) -> None:
    document, model = shown
    model.modelReset.connect(lambda: pytest.fail("the views must not be reset"))
    dice = random.Random(7)
    start = document.now
    for _n in range(300):
        with suppress(PlanError):
            random_edit(document, model, dice)
        fresh = RunningOrderModel(document, model._desk)
        fresh.show_session(model.session_id)
        assert model.lines() == fresh.lines()
        assert model._rows == fresh._rows
        Shiboken.delete(fresh)  # or it would follow the document for the rest of the walk
    while document.history.undo_label is not None:
        document.undo()
    assert document.now == start


def random_edit(document: Document, model: RunningOrderModel, dice: random.Random) -> None:
    row = dice.randrange(model.rowCount())
    line = model.line(row)
    words = dice.choice(["", "10", "10:30", "Break", "45-60", "6x3"])
    match dice.randrange(7):
        case 0:
            document.undo()
        case 1:
            document.redo()
        case 2 if line.item is not None:
            document.edit("", lambda now: delete_items(now, [line.row]))
        case 3 if line.item is not None:
            document.edit("", lambda now: duplicate_item(now, line.row, model._desk.new_id))
        case 4 if line.item is not None:
            data = model.mimeData([model.index(row, 0)])
            target = dice.randrange(model.rowCount())
            model.dropMimeData(data, Qt.DropAction.MoveAction, target, 0, QModelIndex())
        case _:
            editable = [
                c for c in (Column.CLOCK, Column.MINUTES, Column.WHAT, Column.LEAD)
                if model.index(row, c).flags() & Qt.ItemFlag.ItemIsEditable
            ]  # fmt: skip
            if editable:
                model.change(model.index(row, dice.choice(editable)), words)


def test_every_state_of_a_programme_can_be_shown(shown: Shown) -> None:
    document, model = shown
    model.show_session(None)
    assert model.rowCount() == 0
    empty: Programme = document.now
    document.edit(
        "", lambda now: delete_items(now, [i.id for i in now.items_of(now.sessions[0].id)])
    )
    model.show_session(empty.sessions[0].id)
    assert [line.sort for line in model.lines()] == [Sort.ADD]
