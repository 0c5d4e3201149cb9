"""Hints in the window: judged in quiet moments, read on the overview, followed by a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Capability, Kind, Part, Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.ui import hints as judging
from aiplanner.ui.document import Document
from aiplanner.ui.hints import Judged, jump_of
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from tests.support.hands import Hands
from tests.support.open_documents import opened
from tests.support.plans import item, named, plan, session
from tests.ui.conftest import Keep

Gone = list[tuple[str, str | None]]


def faulty() -> Programme:
    """One session that runs over, long without a break; another that is in order."""
    return plan(
        session(
            "10:00",
            item("Welcome", "10", part=Part.OPENING),
            item("Interviews", "120", phase=Phase.DISCOVER, leads=tuple(Capability)),
            item("Check-out", "10", part=Part.CLOSING),
            title="Best of what is",
            planned=100,
        ),
        session(
            "10:00",
            item("Hello again", "10", part=Part.OPENING),
            item("Themes", "20", phase=Phase.DISCOVER),
            item("Goodbye", "10", part=Part.CLOSING),
            title="What could be",
            planned=40,
        ),
        title="Ours",
    )


class Shown:
    """The overview of a programme on show."""

    def __init__(self, document: Document, services: Services, page: OverviewPage) -> None:
        self.document, self.services, self.page = document, services, page

    @property
    def rules(self) -> list[str]:
        judged = self.page.hint_card._hints.judged
        assert judged is not None
        return [line.rule for line in judged.lines]


@pytest.fixture
def gone() -> Gone:
    """Where the page turned to."""
    return []


@pytest.fixture
def shown(gone: Gone, theme: Theme, qtbot: QtBot) -> Iterator[Shown]:
    with opened(faulty()) as (document, services):
        there = replace(services, go=lambda page, row=None: gone.append((page, row)))
        page = OverviewPage(document, there)
        qtbot.addWidget(page)
        page.resize(1180, 900)
        with qtbot.waitActive(page):
            page.show()
        services.jobs.drain()
        yield Shown(document, services, page)
        page.close()


def test_the_overview_tells_what_is_worth_a_look_and_what_is_well(shown: Shown) -> None:
    card = shown.page.hint_card
    assert card.isVisible()
    assert {"fits-time", "breaks", "every-phase"} <= set(shown.rules)
    names = [row.accessibleName() for row in card.rows]
    assert any("40 min over 11:40" in name for name in names)
    assert all(row.accessibleDescription() for row in card.rows), "each says why"
    assert card.good.text().startswith("✓ ")
    assert card.count.text() == f"{len(shown.rules)} hints"


def test_tab_goes_from_the_sessions_to_the_hints_and_on_to_the_map(
    shown: Shown, qtbot: QtBot
) -> None:
    page, hands = shown.page, Hands(qtbot, shown.page)
    page.sessions_table.setFocus()
    assert page.sessions_table.selectionModel().hasSelection(), "it can be seen where the focus is"
    usable = [row for row in page.hint_card.rows if row.isEnabled()]
    for row in usable:
        hands.press("Tab")
        assert row.hasFocus()
    hands.tab_to(page.map_table)
    assert page.map_table.selectionModel().hasSelection()


def test_a_hint_is_followed_by_a_key(shown: Shown, gone: Gone, qtbot: QtBot) -> None:
    card = shown.page.hint_card
    at = shown.rules.index("fits-time")
    hands = Hands(qtbot, shown.page)
    hands.tab_to(card.rows[at])
    hands.press("Return")
    assert gone == [("sessions", shown.document.now.sessions[0].id)]


def test_rules_look_once_in_a_quiet_moment_not_at_every_letter(
    shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Programme] = []
    judge = judging.judge

    def counted(programme: Programme) -> Judged:
        looked.append(programme)
        return judge(programme)

    monkeypatch.setattr(judging, "judge", counted)
    key = named(shown.document.now, "Interviews").id
    with qtbot.waitSignal(shown.page.hint_card._hints.changed):
        for minutes in (110, 100, 80, 60):
            length = Length(minutes)
            shown.document.edit("x", lambda now, to=length: set_fields(now, key, length=to))
            QApplication.processEvents()
        assert looked == []
    assert looked == [shown.document.now]
    assert "fits-time" not in shown.rules


def test_nothing_is_judged_while_the_page_is_away(shown: Shown, qtbot: QtBot) -> None:
    before = shown.rules
    shown.page.hide()
    key = named(shown.document.now, "Interviews").id
    shown.document.edit("x", lambda now: set_fields(now, key, length=Length(60)))
    assert not shown.page.hint_card._hints._quiet.isActive()
    shown.services.jobs.drain()
    assert shown.rules == before
    shown.page.show()
    shown.services.jobs.drain()
    assert "fits-time" not in shown.rules


def test_an_answer_that_is_out_of_date_is_not_shown(shown: Shown) -> None:
    key = named(shown.document.now, "Interviews").id
    hints = shown.page.hint_card._hints
    told: list[Programme] = []
    hints.changed.connect(lambda: told.append(hints.judged.programme))
    for minutes in (110, 60):
        length = Length(minutes)
        shown.document.edit("x", lambda now, to=length: set_fields(now, key, length=to))
        hints._ask()
    shown.services.jobs.drain()
    assert told == [shown.document.now]
    hints._quiet.stop()


def test_the_focus_stays_among_the_hints_when_one_is_mended(shown: Shown) -> None:
    card = shown.page.hint_card
    last = [row for row in card.rows if row.isEnabled()][-1]
    last.setFocus()
    key = named(shown.document.now, "Interviews").id
    shown.document.edit("x", lambda now: set_fields(now, key, length=Length(60)))
    card._hints._ask()
    shown.services.jobs.drain()
    assert QApplication.focusWidget() in card.rows
    card._hints._quiet.stop()


def test_a_few_hints_come_first_and_the_others_when_asked_for(shown: Shown, qtbot: QtBot) -> None:
    key = named(shown.document.now, "Themes").id
    shown.document.edit("x", lambda now: set_fields(now, key, length=Length(120)))
    card = shown.page.hint_card
    card._hints._ask()
    card._hints._quiet.stop()
    shown.services.jobs.drain()
    assert len(card.rows) == 4 < len(shown.rules)
    hands = Hands(qtbot, shown.page)
    hands.tab_to(card.more)
    hands.press("Return")
    assert len(card.rows) == len(shown.rules)
    assert hands.here is card.rows[4]
    assert not card.more.isVisible()


def test_every_satisfied_rule_is_named_when_asked_for(shown: Shown) -> None:
    key = named(shown.document.now, "Interviews").id
    shown.document.edit("x", lambda now: set_fields(now, key, length=Length(60)))
    card = shown.page.hint_card
    card._hints._ask()
    card._hints._quiet.stop()
    shown.services.jobs.drain()
    judged = card._hints.judged
    assert judged is not None
    assert len(judged.satisfied) > 3
    assert card.good.text().count("✓") == 3
    card.more_good.setFocus()
    card.more_good.click()
    assert all(words in card.good.text() for words in judged.satisfied)
    assert QApplication.focusWidget() is card.more_good, "the focus is not lost"
    card.more_good.click()
    assert card.good.text().count("✓") == 3


def test_a_hint_on_the_whole_cycle_leads_to_the_sessions(shown: Shown) -> None:
    judged = shown.page.hint_card._hints.judged
    assert judged is not None
    [cycle] = [line for line in judged.lines if line.rule == "every-phase"]
    assert jump_of(judged.programme, cycle) == ("sessions", cycle.row)


def test_an_empty_programme_has_no_hints(theme: Theme, qtbot: QtBot) -> None:
    with opened(plan(title="New")) as (document, services):
        page = OverviewPage(document, services)
        qtbot.addWidget(page)
        page.show()
        services.jobs.drain()
        assert not page.hint_card.isVisible()
        page.close()


def test_the_sessions_page_counts_the_hints_of_its_session(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> None:
    programme = keep(faulty())
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    services.jobs.drain()
    page = window.frame.page
    assert isinstance(page, SessionsPage)
    count = len(page.hints.lines)
    assert count >= 2
    assert page.hints.text() == f"○ {count} hints"
    assert {"fits-time", "breaks"} <= {line.rule for line in page.hints.lines}
    menu = page.hints.menu_of_hints()
    assert [action.text() for action in menu.actions()] == [x.text for x in page.hints.lines]
    page.table.choose(2)
    at = next(n for n, x in enumerate(page.hints.lines) if x.row == programme.sessions[0].id)
    menu.actions()[at].trigger()
    assert page.sessions.current == programme.sessions[0].id
    menu.deleteLater()
    page.sessions.turn_to(1)
    assert page.hints.text() == "✓ no hints"
    assert not page.hints.isEnabled()
    window.go_home()


def test_a_large_programme_is_judged_off_the_gui_thread(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    where: list[str] = []
    judge = judging.judge

    def noted(programme: Programme) -> Judged:
        where.append(threading.current_thread().name)
        return judge(programme)

    monkeypatch.setattr(judging, "judge", noted)
    key = named(shown.document.now, "Themes").id
    shown.document.edit("x", lambda now: set_fields(now, key, kind=Kind.ACTIVITY, lead="Ann"))
    shown.page.hint_card._hints._ask()
    shown.page.hint_card._hints._quiet.stop()
    shown.services.jobs.drain()
    assert where
    assert threading.main_thread().name not in where
