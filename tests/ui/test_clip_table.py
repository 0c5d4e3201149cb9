"""Several rows of a table are chosen at once, and the page is told of it once."""

from __future__ import annotations

from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from aiplanner.ui.widgets.clip_table import ClipTable


def test_however_many_rows_are_chosen_it_is_told_once(qtbot: QtBot) -> None:
    """Told of each, the page would fill its details thousands of times."""
    table = ClipTable("Rows")
    qtbot.addWidget(table)
    model = QStandardItemModel(table)
    for n in range(50):
        model.appendRow([QStandardItem(str(n)), QStandardItem("x")])
    table.setModel(model)
    table.go_to(3, 1)
    told: list[int] = []
    table.selectionModel().selectionChanged.connect(lambda _now, _before: told.append(1))
    table.add_rows([3, *range(10, 40)])
    assert table.chosen_rows() == [3, *range(10, 40)]
    assert table.currentIndex().row() == 3
    assert len(told) == 1
