"""The columns and cards of a running order in the room there is, with a scroll bar and without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.ids import new_id
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_edits import Desk
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.running_order.view import RunningOrderView
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, plan, session, strand

WIDTHS = range(520, 960, 7)
TALL, SHORT = 900, 160
ROOMS = strand("", item("Left", "30")), strand("", item("Right", "30"))


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Iterator[RunningOrderView]:
    programme = plan(session("10:00", *[item("Pairs", "10")] * 4, breakout("Rooms", *ROOMS)))
    with opened(programme) as (document, _services):
        model = RunningOrderModel(document, Desk(date.today, new_id))
        view = RunningOrderView(model)
        qtbot.addWidget(view)
        model.show_session(programme.sessions[0].id)
        view.show()
        yield view


def seen(table: RunningOrderView, width: int, height: int) -> tuple[object, ...]:
    """The columns on show with their widths, but What, and those on each card."""
    table.resize(width, height)
    QApplication.processEvents()
    widths = {column: table.columnWidth(column) for column in table.shown()}
    del widths[Column.WHAT]
    return widths, [card.delegate.shown for card in table.lanes.views()]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_scroll_bar_takes_its_room_from_what_and_no_column_goes(
    table: RunningOrderView, width: int
) -> None:
    # Otherwise rows might get lower when the bar comes, and it would come and go without end.
    free, what = seen(table, width, TALL), table.columnWidth(Column.WHAT)
    assert not table.verticalScrollBar().isVisible()
    assert seen(table, width, SHORT) == free
    bar = table.verticalScrollBar()
    assert bar.isVisible()
    assert what - table.columnWidth(Column.WHAT) == bar.width()
