"""The overview follows the programme and is edited in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Capability, Phase, Scheme
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.programme import Programme
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.pages.overview_cycle import stations
from aiplanner.ui.pages.overview_sessions import Column
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.text_field import TextField
from tests.support.open_documents import TODAY, opened
from tests.support.plans import item, named, plan, session

Gone = list[tuple[str, str | None]]


def cycle() -> Programme:
    """Two sessions over two phases."""
    return plan(
        session(
            "10:00",
            item("Welcome", "10", phase=Phase.DEFINE),
            item("Interviews", "50", phase=Phase.DISCOVER, leads=tuple(Capability)),
            title="Best of what is",
            day=TODAY + timedelta(days=3),
            planned=120,
        ),
        session("10:00", item("Themes", "30", phase=Phase.DISCOVER), title="What could be"),
        title="Ours",
    )


@pytest.fixture
def gone() -> Gone:
    """Where the page turned to."""
    return []


def shown(programme: Programme, gone: Gone, qtbot: QtBot) -> Iterator[OverviewPage]:
    """The page of a programme, on show at 1180 by 700."""
    with opened(programme) as (document, services):
        there: Services = replace(services, go=lambda page, row=None: gone.append((page, row)))
        page = OverviewPage(document, there)
        qtbot.addWidget(page)
        page.resize(1180, 700)
        with qtbot.waitActive(page):
            page.show()
        yield page
        page.close()


@pytest.fixture
def page(gone: Gone, theme: Theme, qtbot: QtBot) -> Iterator[OverviewPage]:
    """The page of a programme with two sessions."""
    yield from shown(cycle(), gone, qtbot)


@pytest.fixture
def blank(gone: Gone, theme: Theme, qtbot: QtBot) -> Iterator[OverviewPage]:
    """The page of an empty programme."""
    yield from shown(plan(title="New"), gone, qtbot)


def now(page: OverviewPage) -> Programme:
    """The programme behind the page."""
    return page._document.now


def test_the_cycle_is_drawn_and_told_in_words(page: OverviewPage) -> None:
    assert page.picture.accessibleName() == (
        "The cycle. Define: 10 min, 1 item; Discover: 1 h 20 min, 2 items; "
        "Dream: nothing yet; Design: nothing yet; Deliver: nothing yet."
    )
    assert page.totals.text() == "2 sessions · 1 h 30 min"
    image = page.picture.grab().toImage()
    assert len({image.pixel(x, 30) for x in range(image.width())}) > 20


def test_everything_follows_an_edit(page: OverviewPage) -> None:
    document = page._document
    themes = named(now(page), "Themes")
    document.edit("x", lambda p: delete_items(p, [themes.id]))
    assert page.totals.text() == "2 sessions · 1 h"
    assert [s.minutes for s in stations(now(page))] == [10, 50, 0, 0, 0]
    assert "Discover: 50 min, 1 item" in page.picture.accessibleName()
    assert page.sessions.lines[1].holds == "0 items"
    assert page.step_words.text() == "Fill the running order of “What could be”."
    document.undo()
    assert page.totals.text() == "2 sessions · 1 h 30 min"


def test_the_next_step_leads_there(page: OverviewPage, gone: Gone) -> None:
    assert page.step_words.text() == "Give “What could be” a date."
    page.step_button.click()
    assert gone == [("sessions", now(page).sessions[1].id)]


def test_a_session_is_opened_from_its_row(page: OverviewPage, gone: Gone) -> None:
    page.sessions_table.setCurrentIndex(page.sessions.index(1, Column.SESSION))
    QTest.keyClick(page.sessions_table, Qt.Key.Key_Return)
    assert gone == [("sessions", now(page).sessions[1].id)]


def test_the_title_is_edited_in_place(page: OverviewPage) -> None:
    page.verbs()["rename"]()
    assert page.title.selectedText() == "Ours"
    QTest.keyClicks(page.title, "Going home well")
    assert now(page).head.title == "Going home well"
    page._document.undo()
    assert page.title.text() == "Ours"


def test_an_empty_title_is_refused_beside_the_field(page: OverviewPage) -> None:
    page.title.setFocus()
    page.title.selectAll()
    QTest.keyClick(page.title, Qt.Key.Key_Backspace)
    assert page.refusal.isVisible()
    assert now(page).head.title == "Ours"


def test_adding_a_session_goes_there(page: OverviewPage, gone: Gone) -> None:
    page.verbs()["add"]()
    assert [s.title for s in now(page).sessions] == [
        "Best of what is",
        "What could be",
        "Session 3",
    ]
    assert gone == [("sessions", now(page).sessions[2].id)]
    assert page._document.history.undo_label == "Add a session"


def test_an_empty_programme_teaches_what_comes_first(blank: OverviewPage, gone: Gone) -> None:
    assert blank.no_sessions.isVisible()
    assert not blank.sessions_table.isVisible()
    assert not blank.map_card.isVisible()
    blank.step_button.click()
    assert len(now(blank).sessions) == 1
    assert gone == [("sessions", now(blank).sessions[0].id)]


def test_own_names_of_phases_are_asked_for_only_when_wanted(page: OverviewPage) -> None:
    own = [f for f in page.about.findChildren(TextField) if f.accessibleName() == "Dream"]
    assert not own[0].isVisible()
    document = page._document
    document.edit("x", lambda p: set_fields(p, p.id, scheme=Scheme.OWN))
    assert own[0].isVisibleTo(page.about)
    own[0].setFocus()
    QTest.keyClicks(own[0], "Imagine")
    assert now(page).head.dream_label == "Imagine"
    assert "Imagine: nothing yet" in page.picture.accessibleName()


def test_capabilities_that_nobody_leads_on_are_named(page: OverviewPage) -> None:
    assert not page.never_led.isVisible()
    interviews = named(now(page), "Interviews")
    page._document.edit("x", lambda p: delete_items(p, [interviews.id]))
    assert "Self-leadership" in page.never_led.text()


def test_large_text_puts_the_panel_below_and_clips_nothing(
    page: OverviewPage, theme: Theme
) -> None:
    assert page.about.parentWidget() is not None
    assert not page.sessions_table.narrow
    theme.choose("light", 200)
    QApplication.processEvents()
    assert page.sessions_table.narrow
    assert isinstance(page.about.parentWidget(), Card)
    assert page.map_table.columnWidth(0) > 0
    widths = [page.map_table.columnWidth(c) for c in range(page.map.columnCount())]
    assert sum(widths) <= page.map_table.width()
    theme.choose("light", 100)
    QApplication.processEvents()
    assert not isinstance(page.about.parentWidget(), Card)
