"""What the running order tells is chosen on the Print page, told there, and printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from aiplanner.app.printing import RunningColumn
from aiplanner.ui.pages.print_choices import PrintChoices
from aiplanner.ui.pages.print_look import COLUMNS, without_or_with
from aiplanner.ui.settings import Settings


@pytest.fixture
def choices(qtbot: QtBot) -> Iterator[PrintChoices]:
    made = PrintChoices(Settings())
    qtbot.addWidget(made)
    made.show()
    yield made
    for menu in made.findChildren(QMenu):
        menu.close()


def _turn(choices: PrintChoices, words: str) -> None:
    [line] = [one for one in choices.column_entries() if one.text == words]
    line.do()


def _on(choices: PrintChoices) -> list[str]:
    return [one.text for one in choices.column_entries() if one.on]


def test_every_column_has_a_name() -> None:
    assert tuple(COLUMNS) == get_args(RunningColumn)


def test_all_there_is_is_the_usual(choices: PrintChoices) -> None:
    assert choices.look.columns == ()
    assert _on(choices) == list(COLUMNS.values())
    assert not choices.told.isVisible()


def test_columns_are_left_out_one_by_one_and_told(choices: PrintChoices, qtbot: QtBot) -> None:
    [line] = [one for one in choices.entries() if one.text.startswith("What the running order")]
    line.do()
    for words in (
        "Private notes",
        "Minutes",
        "Phase",
        "Capabilities",
        "Group",
        "Materials and sheets",
    ):
        with qtbot.waitSignal(choices.changed):
            _turn(choices, words)

    assert choices.look.columns == ("clock", "why", "how", "lead", "room")
    assert choices.told.text().startswith("Running order with: Clock, Why, Steps")
    _turn(choices, "Minutes")
    assert choices.look.columns[:2] == ("clock", "minutes")


def test_the_last_one_taken_away_and_all_of_them_are_all_there_is() -> None:
    every = tuple(COLUMNS)

    assert without_or_with(("clock",), "clock") == ()
    assert without_or_with(every[1:], "clock") == ()
    assert without_or_with((), "clock") == every[1:]
