"""Putting stories in themes on a phase's page, by key, by dragging, by name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import link
from aiplanner.domain.findings import (
    Theme,
)
from aiplanner.ui.dialogs.put_in_theme import PutInTheme
from tests.support.phase_desk import PhaseDesk, cycle, key, phase_desk, stories

THREE = ("The bag was packed", "The plan on the board", "A call on the second day")
Enter = Qt.Key.Key_Return


@pytest.fixture
def three(qtbot: QtBot) -> Iterator[PhaseDesk]:
    """Discover with three stories and a theme."""
    rows = (*stories(THREE), Theme(key(9), 0, "The day before"))
    with phase_desk(cycle(*rows), Phase.DISCOVER, qtbot) as desk:
        yield desk


def theme_dialog(desk: PhaseDesk) -> PutInTheme:
    found = desk.page.window().findChildren(PutInTheme)
    assert found, "the dialog is open"
    return found[-1]


def test_stories_are_put_in_a_theme_by_its_name(three: PhaseDesk) -> None:
    three.page.found.table.choose_ids([key(1), key(2)])
    three.page.found.ask_theme()
    dialog = theme_dialog(three)
    dialog.field.setText("the DAY before")
    assert dialog.told.text().strip() == "", "it is the one there is"
    dialog.put.click()
    assert [one.id for one in three.now.grown_from(key(9))] == [key(1), key(2)]
    assert three.said == ["2 stories are in “the DAY before”."]
    assert len(three.now.themes) == 1
    line = three.page.found.model.line(0)
    assert line.second == "theme: The day before"


def test_a_theme_of_a_new_name_is_made(three: PhaseDesk) -> None:
    three.page.found.table.choose_ids([key(3)])
    three.page.found.ask_theme()
    dialog = theme_dialog(three)
    assert not dialog.put.isEnabled()
    dialog.field.setText("Somebody  asks")
    assert "new theme" in dialog.told.text()
    dialog.put.click()
    made = three.now.themes[-1]
    assert made.text == "Somebody asks"
    assert [one.id for one in three.now.grown_from(made.id)] == [key(3)]
    three.document.undo()
    assert len(three.now.themes) == 1, "one step of undo"


def test_the_only_story_follows_the_name_of_its_theme(qtbot: QtBot) -> None:
    """A colleague, or the other shelf, gives the theme another name."""
    rows = (*stories(THREE[:1]), Theme(key(9), 0, "The day before"))
    with phase_desk(link(cycle(*rows), key(1), key(9)), Phase.DISCOVER, qtbot) as desk:
        model = desk.page.found.model
        assert model.index(0, 2).data() == "theme: The day before"
        desk.document.edit("Rename", lambda now: set_fields(now, key(9), text="Ready early"))
        assert model.index(0, 2).data() == "theme: Ready early"


def test_a_story_is_dropped_on_a_theme(three: PhaseDesk) -> None:
    strip = three.page.found.strip
    [chip] = strip.chips
    assert chip.text() == "The day before  0"
    chip.dropped.emit([key(2)])
    assert [one.id for one in three.now.grown_from(key(9))] == [key(2)]
    assert strip.chips[0].text() == "The day before  1"
    three.page.found.table.choose_ids([key(1)])
    strip.chips[0].click()
    assert len(three.now.grown_from(key(9))) == 2, "a press puts in what is chosen"


def test_of_two_themes_of_one_name_the_one_pressed_takes_the_story(qtbot: QtBot) -> None:
    rows = (*stories(THREE), Theme(key(8), 0, "Early"), Theme(key(9), 0, "Early"))
    with phase_desk(cycle(*rows), Phase.DISCOVER, qtbot) as desk:
        desk.page.found.table.choose(1)
        desk.page.found.strip.chips[1].click()
        assert [theme.id for theme in desk.now.became(key(2))] == [key(9)]


def test_the_positive_core_is_a_list_of_themes_from_which_nothing_is_lost(three: PhaseDesk) -> None:
    found = three.page.found
    found.turn_by(1)
    assert three.texts() == ["The day before"]
    found.turn_by(1)
    assert (found.shelf.key, three.texts()) == ("core", [])
    found.capture.setFocus()
    three.type("We ask first")
    three.press(Enter)
    made = three.now.themes[-1]
    assert (made.text, made.core) == ("We ask first", True)
    three.do("delete")
    assert three.texts() == []
    assert [theme.text for theme in three.now.themes] == ["The day before", "We ask first"]
    assert three.said[-1].startswith("Took “We ask first” off “Positive core”")
