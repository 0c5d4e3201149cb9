"""The shelves of the phases as models: they follow every edit row by row, however many rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.app.tally_sheets import Sheet
from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import (
    Statement,
    Story,
    Theme,
)
from aiplanner.packs.catalogue import documents
from aiplanner.ui.models.finding_cells import HEADS
from aiplanner.ui.models.finding_shelves import SHELVES
from tests.support.phase_desk import PhaseDesk, cycle, key, phase_desk, stories
from tests.support.rich_programme import rich_programme

THREE = ("The bag was packed", "The plan on the board", "A call on the second day")
Enter = Qt.Key.Key_Return


@pytest.fixture
def three(qtbot: QtBot) -> Iterator[PhaseDesk]:
    """Discover with three stories and a theme."""
    rows = (*stories(THREE), Theme(key(9), 0, "The day before"))
    with phase_desk(cycle(*rows), Phase.DISCOVER, qtbot) as desk:
        yield desk


@pytest.mark.parametrize("phase", list(Phase))
def test_every_model_keeps_the_rules_and_follows_every_edit(
    phase: Phase, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    with phase_desk(rich_programme(), phase, qtbot) as desk:
        model = desk.page.found.model
        qtmodeltester.check(model)
        qtmodeltester.check(desk.page.does.items)
        for shelf in SHELVES[phase]:
            model.show_shelf(shelf)
            desk.page.found.commands.capture(["First", "Second", "Third"])
            ids = list(model.ids)
            desk.page.found.table.choose_ids(ids[-1:])
            desk.do("move_up")
            desk.do("delete")
            for _step in range(2):
                desk.document.undo()
            assert list(model.ids) == ids
            assert list(model.ids) == [row.id for row in shelf.rows(desk.now)]
            assert model.headerData(0, Qt.Orientation.Horizontal) == HEADS[shelf.sort][0]


def test_what_is_half_typed_stays_what_it_was_begun_as(three: PhaseDesk) -> None:
    """A story may be private; a theme never is."""
    three.type("Half a sto")
    three.page.found.turn_by(1)
    assert three.page.found.capture.text() == ""
    assert [story.text for story in three.now.stories] == [*THREE, "Half a sto"]
    assert [theme.text for theme in three.now.themes] == ["The day before"]


def test_a_cell_is_spoken_with_its_column_and_a_row_with_all_of_it(three: PhaseDesk) -> None:
    three.document.edit(
        "Say", lambda now: set_fields(now, key(1), made_possible="The pharmacist came")
    )
    model = three.page.found.model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert (
        model.index(0, 0).data(role) == "The bag was packed. Made possible by: The pharmacist came"
    )
    assert model.index(0, 1).data(role) == "Sharing: not to be shared"


def test_two_thousand_stories_are_followed_row_by_row(qtbot: QtBot) -> None:
    """One more story costs one row more, however many there are."""
    many = [Story(key(n), 0, f"Story {n}") for n in range(1, 2001)]
    with phase_desk(cycle(*many), Phase.DISCOVER, qtbot) as desk:
        model = desk.page.found.model
        assert len(model._words) < 300, "only what is in sight was put into words"
        inserted: list[tuple[int, int]] = []
        model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
        model.modelReset.connect(lambda: pytest.fail("everything was thrown away"))
        for text in ("One more", "And another"):
            desk.type(text)
            desk.press(Enter)
        assert inserted == [(2000, 2000), (2001, 2001)]
        with qtbot.waitSignal(model.dataChanged) as changed:
            desk.document.edit("Tick", lambda now: set_fields(now, key(1000), shared=True))
        assert (changed.args[0].row(), changed.args[1].row()) == (999, 999)


def test_statements_are_called_as_the_programme_calls_them(qtbot: QtBot) -> None:
    programme = cycle(Statement(key(1), 0, "We are ready"))
    named = set_fields(programme, programme.id, statement_label="provocative proposition")
    with phase_desk(named, Phase.DESIGN, qtbot) as desk:
        buttons = [
            b.text() for b in desk.page.found.choice.findChildren(type(desk.page.does.add_button))
        ]
        assert "Provocative proposition" in buttons


def test_every_sheet_of_a_shelf_can_be_printed_and_what_returns_can_be_typed_in() -> None:
    printable = {info.id for info in documents(())}
    shelves = [shelf for phase in Phase for shelf in SHELVES[phase]]
    assert {shelf.sheet for shelf in shelves if shelf.sheet} <= printable
    assert {shelf.sheet for shelf in shelves if shelf.returned} <= {sheet.value for sheet in Sheet}
