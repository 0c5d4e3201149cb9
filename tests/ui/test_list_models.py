"""The models of Home and of the overview keep Qt's promises and say everything in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.app.ports import Hit, Shelf
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.sessions import delete_session, duplicate_session, move_session
from aiplanner.domain.programme import Programme
from aiplanner.ui.models.heat import NAME, STRENGTH, HeatModel
from aiplanner.ui.models.hits import HitsModel, Place
from aiplanner.ui.models.overview_map import overview_map
from aiplanner.ui.models.overview_sessions import Column as SessionColumn
from aiplanner.ui.models.overview_sessions import SessionsModel
from aiplanner.ui.models.programmes import Column, ProgrammesModel
from aiplanner.ui.rail import RailModel, RailRow
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import NOW
from tests.support.plans import counted_ids, item, named, plan, session
from tests.ui.conftest import Keep

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def cells(
    model: QAbstractItemModel, row: int, role: int = Qt.ItemDataRole.DisplayRole
) -> list[object]:
    """What a row says."""
    return [model.index(row, column).data(role) for column in range(model.columnCount())]


def cycle() -> Programme:
    """Two sessions with two phases and two capabilities."""
    return plan(
        session(
            "10:00",
            item("Welcome", "10", phase=Phase.DEFINE),
            item("Interviews", "40", phase=Phase.DISCOVER, leads=(Capability.SELF_LEADERSHIP,)),
            title="Best of what is",
            day=date(2027, 1, 12),
            planned=45,
        ),
        session(
            "",
            item("Themes", "20", phase=Phase.DISCOVER, supports=(Capability.VISION,)),
            title="What could be",
        ),
    )


@pytest.fixture
def programmes(keep: Keep, library: MemoryLibrary, qtmodeltester: ModelTester) -> ProgrammesModel:
    """A model of three programmes."""
    for number, title in enumerate(("One", "Two", "Three"), 1):
        keep(plan(session("10:00"), title=title, service="Ward 4"), number)
    model = ProgrammesModel(lambda: NOW)
    model.show(library.summaries(None))
    return model


def test_programmes_keep_qts_promises(
    programmes: ProgrammesModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(programmes)


def test_places_keep_qts_promises(qtmodeltester: ModelTester) -> None:
    model = HitsModel()
    key = counted_ids()()
    model.show([Place(Hit(key, key, "two\nlines"), "Plan")])
    qtmodeltester.check(model)
    assert cells(model, 0) == ["two lines", "Plan"]


def test_the_rail_keeps_qts_promises(qtmodeltester: ModelTester) -> None:
    model = RailModel(
        [RailRow("a", "overview", "Overview"), RailRow("b", "dream", "Dream", status="now")]
    )
    qtmodeltester.check(model)
    assert [model.index(n).data(SPOKEN) for n in range(2)] == ["Overview", "Dream, now"]


def test_the_map_keeps_qts_promises(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(HeatModel(lambda: overview_map(cycle())))


def test_sessions_keep_qts_promises_while_they_come_move_and_go(
    qtmodeltester: ModelTester,
) -> None:
    programme, model = cycle(), SessionsModel()
    qtmodeltester.check(model)
    first, second = programme.sessions
    for after in (
        programme,
        duplicate_session(programme, first.id, counted_ids(900)),
        move_session(programme, second.id, 0),
        delete_session(programme, first.id),
        programme,
        plan(),
    ):
        model.show(after)
        assert [line.id for line in model.lines] == [s.id for s in after.sessions]
    qtmodeltester.check(model)


def test_a_programme_is_spoken_with_all_that_is_drawn(programmes: ProgrammesModel) -> None:
    said = cells(programmes, 0, SPOKEN)
    assert said[Column.TITLE] == "One, Ward 4 · 1 session"
    assert said[Column.NEXT : Column.MORE] == ["No date yet", "yesterday"]


def test_a_title_is_changed_by_asking_the_library(
    programmes: ProgrammesModel, qtbot: QtBot
) -> None:
    index = programmes.index(1, Column.TITLE)
    with qtbot.waitSignal(programmes.renamed) as asked:
        assert programmes.setData(index, "  Better ")
    assert asked.args == [programmes.rows[1].id, "Better"]
    assert index.data() == "Two"


def test_an_empty_title_is_not_asked_for(programmes: ProgrammesModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(programmes.renamed):
        assert not programmes.setData(programmes.index(1, Column.TITLE), "  ")


def test_only_titles_outside_the_bin_can_be_changed(
    keep: Keep, library: MemoryLibrary, programmes: ProgrammesModel
) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert programmes.flags(programmes.index(0, Column.TITLE)) & editable
    assert not programmes.flags(programmes.index(0, Column.NEXT)) & editable
    library.shelve(programmes.rows[0].id, Shelf.BIN, NOW)
    programmes.show(library.summaries(Shelf.BIN))
    assert not programmes.flags(programmes.index(0, Column.TITLE)) & editable


def test_news_of_the_same_programmes_leave_the_rows_in_place(
    programmes: ProgrammesModel, library: MemoryLibrary, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(programmes.modelReset), qtbot.waitSignal(programmes.dataChanged):
        programmes.show(library.summaries(None))


def test_sessions_are_told_with_their_times_and_totals() -> None:
    model = SessionsModel()
    model.show(cycle())
    assert cells(model, 0) == [
        "1  Best of what is",
        "Tue 12 Jan 2027",
        "10:00 to 10:50",
        "2 items · 50 min",
        "runs 5 min over 10:45",
    ]
    assert cells(model, 1) == ["2  What could be", "no date yet", "", "1 item · 20 min", ""]
    assert [line.late for line in model.lines] == [True, False]
    assert model.lines[1].facts == "no date yet · 1 item · 20 min"


def test_only_the_session_that_changed_is_told_of(qtbot: QtBot) -> None:
    programme, model = cycle(), SessionsModel()
    model.show(programme)
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))
    model.show(delete_items(programme, [named(programme, "Themes").id]))
    assert told == [1]
    assert cells(model, 1)[SessionColumn.HOLDS] == "0 items"


def test_the_map_carries_minutes_and_speaks_counts(qtbot: QtBot) -> None:
    model = HeatModel(lambda: overview_map(cycle()))
    capabilities, last = list(Capability), model.columnCount() - 1
    discover = list(Phase).index(Phase.DISCOVER) + 1
    own, vision = (capabilities.index(c) for c in (Capability.SELF_LEADERSHIP, Capability.VISION))
    assert model.index(own, discover).data() == "40"
    assert model.index(own, discover).data(SPOKEN) == "40 min, 1 item"
    assert model.index(own, discover).data(STRENGTH) == 1
    assert model.index(vision, discover).data(STRENGTH) == 0.5
    assert model.index(vision, last).data() == "20"
    assert [model.index(len(capabilities), c).data() for c in (1, discover, last)] == [
        "10",
        "60",
        "70",
    ]
    assert model.headerData(discover, Qt.Orientation.Horizontal) == "Discover"
    assert model.index(own, NAME).data() == "Self-leadership"


def test_dates_are_told_in_the_users_own_days(library: MemoryLibrary, keep: Keep) -> None:
    keep(plan(session("10:00", day=date(2026, 11, 23))))
    model = ProgrammesModel(lambda: datetime(2026, 11, 22, 9, tzinfo=UTC))
    model.show(library.summaries())
    assert cells(model, 0)[Column.NEXT] == "Starts Mon 23 Nov"
