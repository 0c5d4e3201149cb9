"""A phase page at the sizes people have: nothing is cut through, nothing is wider than the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import link
from aiplanner.domain.findings import Theme
from aiplanner.ui import fonts
from aiplanner.ui.theme import Theme as Look
from aiplanner.ui.widgets.labels import breakable
from aiplanner.ui.widgets.paint import row_height
from tests.support.phase_desk import PhaseDesk, cycle, key, phase_desk, stories
from tests.support.plans import item, plan, session

_NARROW = 650
"""Pixels that a page has in the smallest window at twice the usual text size."""
_WORD = "https://example.org/" + "handover" * 15


@pytest.fixture
def look(theme: Look) -> Look:
    """How the application looks, under a name that is not a finding's."""
    return theme


def test_the_list_of_what_is_done_never_cuts_a_row_through(qtbot: QtBot) -> None:
    items = (item(f"Round {n}", "10", phase=Phase.DISCOVER) for n in range(9))
    with phase_desk(plan(session("09:00", *items)), Phase.DISCOVER, qtbot) as desk:
        table = desk.page.does.table
        assert table.model().rowCount() == 9
        assert table.viewport().height() % row_height() == 0
        table.setFocus()
        for _step in range(6):
            desk.press(Qt.Key.Key_Down)
            assert table.visualRect(table.model().index(0, 0)).top() % row_height() == 0
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_tab_leads_to_the_shelf_on_show_also_where_nobody_was_before(qtbot: QtBot) -> None:
    with phase_desk(cycle(), Phase.DISCOVER, qtbot) as desk:
        desk.page.found.turn_by(1)
        desk.press(Qt.Key.Key_Backtab)  # over the button with more to do
        desk.press(Qt.Key.Key_Backtab)
        reached = QApplication.focusWidget()
        assert isinstance(reached, QPushButton)
        assert (reached.text(), reached.isChecked()) == ("Themes", True)
        desk.press(Qt.Key.Key_Right)
        assert desk.page.found.shelf.key == "core"


@pytest.mark.parametrize("phase", list(Phase))
def test_a_narrow_page_is_never_wider_than_its_window(
    qtbot: QtBot, look: Look, phase: Phase
) -> None:
    look.choose("light", 200)
    programme = cycle(*stories([_WORD]), Theme(key(8), 0, _WORD))
    programme = link(programme, key(1), key(8))
    with phase_desk(programme, phase, qtbot) as desk:
        desk.page.resize(_NARROW, 700)
        for _shelf in desk.page.found.shelves:
            desk.page.found.turn_by(1)
            qtbot.waitUntil(lambda: _overhang(desk) == 0, timeout=1000)


def _overhang(desk: PhaseDesk) -> int:
    """Pixels by which what scrolls is wider than where it is seen."""
    areas = [one for one in desk.page.findChildren(QScrollArea) if one.isVisible()]
    inside = [(one, widget) for one in areas if (widget := one.widget()) is not None]
    return max(widget.width() - one.viewport().width() for one, widget in inside)


def test_a_word_longer_than_a_line_is_broken_where_it_leads_there(qtbot: QtBot) -> None:
    programme = cycle(*stories(["The bag"]), Theme(key(8), 0, _WORD))
    with phase_desk(link(programme, key(1), key(8)), Phase.DISCOVER, qtbot) as desk:
        desk.page.found.table.choose_ids([key(1)])
        [kin] = desk.page.details.fruits.buttons
        assert kin.accessibleName() == f"theme: {_WORD}", "it is spoken whole"
        assert all(one.minimumSizeHint().width() <= one.width() for one in kin.findChildren(QLabel))


def test_words_of_usual_length_are_not_broken() -> None:
    usual = "Everyone can see the plan, and may add to it"
    assert breakable(usual) == usual
    assert breakable(_WORD).replace("\u200b", "") == _WORD


def test_the_shelf_on_show_has_room_for_its_name_in_bold(qtbot: QtBot, look: Look) -> None:
    look.choose("light", 150)
    with phase_desk(cycle(), Phase.DEFINE, qtbot) as desk:
        desk.page.resize(1000, 700)
        row = desk.page.found.choice
        other, chosen = row.findChildren(QPushButton)
        room = other.width() - _advance(other.text())  # what is around the words, which are bold
        row.choose("question")
        assert chosen.isChecked()
        assert chosen.width() >= _advance(chosen.text()) + room


def _advance(words: str) -> int:
    return QFontMetrics(fonts.font("secondary", strong=True)).horizontalAdvance(words)


def test_two_sections_of_one_sort_are_told_by_their_names(qtbot: QtBot) -> None:
    core = Theme(key(8), 0, "The day before", core=True)
    kept = Theme(key(9), 0, "One plan", keep=True)
    with phase_desk(cycle(core, kept), Phase.DREAM, qtbot) as desk:
        said = desk.page.brings.words.text()
        assert said == "from Discover: Positive core · What we want to keep"
        desk.document.edit("Change", lambda now: set_fields(now, key(9), keep=False))
        assert desk.page.brings.words.text() == "from Discover: 1 theme"
