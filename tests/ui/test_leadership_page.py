"""The Leadership page by keyboard: the map, what is behind it, what mends it, the profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.app import content
from aiplanner.app.content import starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Role, Scheme
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.self_ratings import add_self_rating
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from aiplanner.domain.self_ratings import field_of
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.pages.leadership import LeadershipPage
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.card import Card
from tests.support.hands import Hands
from tests.support.open_documents import opened
from tests.support.plans import counted_ids, named, plan
from tests.ui.conftest import Keep

Gone = list[tuple[str, str | None, str, str]]
VISION = Capability.VISION


def example(*, led: bool = True, people: int = 0) -> Programme:
    """The example, with or without something that leads on vision, with sheets before."""
    new_id = counted_ids()
    made = programme_from(starter("example"), "", new_id)
    if not led:
        made = made.drop(
            row.id
            for row in made.rows.values()
            if isinstance(row, Focus) and row.capability is VISION and row.role is Role.LEADS
        )
    fields: dict[str, Any] = {field_of(c): Score.OFTEN for c in Capability}
    for n in range(people):
        made = add_self_rating(made, SelfRating(new_id(), 0, f"B{n}", Moment.BEFORE, **fields))
    return made


@pytest.fixture
def gone() -> Gone:
    """Where the page turned to."""
    return []


@pytest.fixture
def said() -> list[str]:
    """What the page said."""
    return []


def shown(
    programme: Programme, gone: Gone, qtbot: QtBot, said: list[str] | None = None
) -> Iterator[LeadershipPage]:
    """The page of a programme, on show at 1180 by 700."""
    with opened(programme) as (document, services):

        def go(page: str, row: str | None = None, document: str = "", piece: str = "") -> None:
            gone.append((page, row, document, piece))

        told = [] if said is None else said
        there = replace(services, go=go, say=lambda text, **_kinds: told.append(text))
        page = LeadershipPage(document, there)
        qtbot.addWidget(page)
        page.resize(1180, 700)
        with qtbot.waitActive(page):
            page.show()
        page.arrive()
        yield page
        services.jobs.drain()
        page.close()


@pytest.fixture
def page(gone: Gone, theme: Theme, qtbot: QtBot) -> Iterator[LeadershipPage]:
    """The page of the example."""
    yield from shown(example(), gone, qtbot)


@pytest.fixture
def lacking(gone: Gone, said: list[str], theme: Theme, qtbot: QtBot) -> Iterator[LeadershipPage]:
    """The page of an example in which nothing leads on vision."""
    yield from shown(example(led=False), gone, qtbot, said)


@pytest.fixture
def blank(gone: Gone, theme: Theme, qtbot: QtBot) -> Iterator[LeadershipPage]:
    """The page of an empty programme."""
    yield from shown(plan(title="New"), gone, qtbot)


def now(page: LeadershipPage) -> Programme:
    """The programme behind the page."""
    return page._document.now


def figures(page: LeadershipPage, row: int) -> list[str]:
    """What a row of the map shows."""
    model = page.map.model
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_the_map_shows_minutes_by_capability_and_phase(page: LeadershipPage) -> None:
    assert figures(page, 0) == ["Self-leadership", "–", "40", "–", "–", "10", "–", "50"]
    assert figures(page, 3) == ["Vision", "–", "–", "55", "15", "8", "–", "78"]
    assert page.map.table.accessibleName() == "Capabilities by phase"
    assert page.levels.accessibleName() == (
        "Personal 2 h 7 min · Organisational 3 h 59 min · System 19 min"
    )
    assert page.levels.grab().toImage().pixel(5, 5) != page.levels.grab().toImage().pixel(700, 5)


def test_supports_both_and_numbers_are_a_choice(page: LeadershipPage, qtbot: QtBot) -> None:
    hands = Hands(qtbot, page)
    hands.press("Shift+Tab", "Right")
    assert page.map.units.current == "items"
    assert figures(page, 0)[-1] == "2"
    hands.press("Shift+Tab", "Right", "Right")
    assert page.map.roles.current == "both"
    assert figures(page, 0)[-1] == "6"
    hands.press("Tab", "Left")
    assert figures(page, 0)[-1] == "115"
    assert [row.cells[-1].items for row in page.sessions.rows] == [10, 14, 19]


def test_a_figure_leads_to_its_items_and_an_item_to_sessions(
    page: LeadershipPage, gone: Gone, qtbot: QtBot
) -> None:
    hands = Hands(qtbot, page)
    hands.press("Right", "Return")
    assert page.map.about.text() == "Self-leadership · Discover · 1 item"
    [line] = page.map.items_model.lines
    assert (line.title, line.lead) == ("Paired appreciative interviews", "Fergus")
    assert line.session == "Session 1, 12 Jan"
    hands.press("Return")
    assert gone == [("sessions", named(now(page), "Paired appreciative interviews").id, "", "")]
    hands.press("Escape")
    assert page.map.items.isHidden() or not page.map.items.isVisible()
    assert page.map.table.hasFocus()
    assert page.guide_topic() == "capability:self-leadership"


def test_the_open_list_follows_the_walk_and_the_programme(
    page: LeadershipPage, qtbot: QtBot
) -> None:
    hands = Hands(qtbot, page)
    hands.press("Right", "Return")
    page.map.table.setFocus()
    hands.press("Right")
    assert page.map.about.text() == "Self-leadership · Dream · nothing here yet"
    assert not page.map.items.isVisible()
    hands.press("Left")
    interviews = named(now(page), "Paired appreciative interviews")
    page._document.edit("x", lambda p: set_fields(p, interviews.id, title="Pairs"))
    assert page.map.items_model.lines[0].title == "Pairs"


def test_what_nobody_leads_on_is_said_in_words(lacking: LeadershipPage) -> None:
    row = lacking.map.model.rows[3]
    assert row.note == "○ nobody leads on it yet"
    assert figures(lacking, 3) == ["Vision", "–", "–", "–", "–", "–", "–", "0"]
    assert lacking.mends.missing.text() == "No item leads on Vision yet."


def test_a_way_to_mend_it_is_previewed_added_and_taken_back(
    lacking: LeadershipPage, said: list[str], qtbot: QtBot
) -> None:
    lacking.mends.look_again()
    before, [first, *_others] = now(lacking), lacking.mends.mends
    row = lacking.mends.rows[0]
    assert f"{first.activity.typical} min in “" in row.would.text()
    assert row.add.accessibleDescription() == row.would.text()
    hands = Hands(qtbot, lacking)
    hands.tab_to(row.add)
    hands.press("Return")
    after = now(lacking)
    assert VISION not in coverage(after).never_led
    assert len(after.items_of(first.session)) == len(before.items_of(first.session)) + 1
    assert said == [
        f"Added “{first.activity.title}” to {_quoted(before, first.session)}: it leads on Vision."
    ]
    assert lacking.mends.missing.text() == "✓ Every capability is led on somewhere."
    assert lacking.mends.title.text() == "Nothing to mend"
    lacking._document.undo()
    assert now(lacking).rows == before.rows


def test_a_way_can_be_looked_at_in_the_bank(
    lacking: LeadershipPage, gone: Gone, qtbot: QtBot
) -> None:
    lacking.mends.look_again()
    first = lacking.mends.mends[0]
    hands = Hands(qtbot, lacking)
    hands.tab_to(lacking.mends.rows[0].look)
    hands.press("Return")
    assert gone == [("sessions", first.session, "", first.activity.key)]


def test_each_session_shows_what_it_leads_on(
    page: LeadershipPage, gone: Gone, qtbot: QtBot
) -> None:
    assert [row.name for row in page.sessions.rows] == [
        "1  Best of what is",
        "2  What could be",
        "3  What will be",
    ]
    assert [cell.minutes for cell in page.sessions.rows[0].cells] == [40, 25, 15, 30, 0, 0, 110]
    hands = Hands(qtbot, page)
    hands.tab_to(page.session_table)
    hands.press("Down", "Return")
    assert gone == [("sessions", now(page).sessions[1].id, "", "")]


@pytest.mark.parametrize("people", [4, 5])
def test_the_group_is_seen_from_five_people_on(
    people: int, gone: Gone, theme: Theme, qtbot: QtBot
) -> None:
    for page in shown(example(people=people), gone, qtbot):
        panel, seen = page.profile, people == 5
        assert panel.plot.isVisible() is panel.print_profile.isVisible() is seen
        assert panel.model.rowCount() == (6 if seen else 0)
        told = "Vision: before often."
        assert (told in panel.plot.accessibleName()) is seen
        everything = [label.text() for label in panel.findChildren(type(panel.people))]
        assert any("often" in text for text in everything if text != panel.legend.text()) is seen
        assert f"{people} people answered before" in panel.people.text()


def test_papers_are_a_step_away(page: LeadershipPage, gone: Gone, qtbot: QtBot) -> None:
    for button in page.profile.findChildren(type(page.profile.enter)):
        if button.isVisible() and button.text().startswith("Print"):
            button.click()
    assert [document for _page, _row, document, _piece in gone] == [
        "self-rating",
        "capability-evidence",
        "capability-cards",
    ]


def test_an_empty_programme_teaches_what_comes_first(blank: LeadershipPage) -> None:
    assert blank.mends.missing.text().startswith("No sessions yet.")
    assert blank.profile.people.text().startswith("Nobody's sheet is entered yet.")
    assert not blank.session_table.isVisible()
    assert not blank.levels.isVisible()
    assert {row.note for row in blank.map.model.rows} == {""}
    assert not any(row.isVisible() for row in blank.mends.rows)


def test_in_its_window_the_bank_opens_at_the_activity(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> None:
    kept = keep(example(led=False))
    window.open_programme(kept.id)
    services.jobs.drain()
    frame = window.frame
    assert frame is not None
    frame.go("leadership")
    page = frame.page
    assert isinstance(page, LeadershipPage)
    page.mends.look_again()
    way = page.mends.mends[1]
    hands = Hands(qtbot, window)
    hands.tab_to(page.mends.rows[1].look)
    hands.press("Return")
    services.jobs.drain()
    sessions = frame.page
    assert isinstance(sessions, SessionsPage)
    assert sessions.sessions.current == way.session
    chosen = sessions.bank.pane.found.row
    assert chosen is not None
    assert chosen.activity == way.activity
    assert sessions.bank.pane.found.hasFocus()
    window.go_home()
    services.jobs.drain()


def test_an_own_name_of_a_phase_is_the_head_of_its_column(page: LeadershipPage) -> None:
    def own(programme: Programme) -> Programme:
        return set_fields(programme, programme.id, scheme=Scheme.OWN, dream_label="Imagine")

    page._document.edit("x", own)
    assert page.map.model.heat.heads[3].words == "Imagine"


def test_large_text_clips_nothing(page: LeadershipPage, theme: Theme) -> None:
    theme.choose("light", 200)
    QApplication.processEvents()
    assert isinstance(page.profile.parentWidget(), Card)
    table = page.map.table
    widths = [table.columnWidth(c) for c in range(page.map.model.columnCount())]
    assert sum(widths) <= table.width()
    assert widths[0] > 100
    assert sum(table.rowHeight(n) for n in range(7)) <= table.height()


def test_the_models_are_sound(page: LeadershipPage, qtmodeltester: ModelTester) -> None:
    for model in (page.map.model, page.sessions, page.map.items_model, page.profile.model):
        qtmodeltester.check(model)


def _quoted(programme: Programme, session: str) -> str:
    title = next(one.title for one in programme.sessions if one.id == session)
    return f"“{title}”"


def test_the_bank_that_ships_is_what_is_offered(lacking: LeadershipPage) -> None:
    lacking.mends.look_again()
    shipped = {one.key for one in content.activities()}
    assert {way.activity.key for way in lacking.mends.mends} <= shipped
