"""Hints in the window: judged in quiet moments, read on the overview, followed by a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.app.hint_words import REASONS
from aiplanner.app.wording import day_text
from aiplanner.domain.cycle import Capability, Kind, Part, Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.ui import hints as judging
from aiplanner.ui.dialogs.leave_hint import LeaveHint
from aiplanner.ui.document import Document
from aiplanner.ui.hints import Judged, jump_of
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.hint_row import HintRow
from tests.support.hands import Hands
from tests.support.open_documents import NOW, opened
from tests.support.plans import item, named, plan, session

Gone = list[tuple[str, str | None]]
TODAY = NOW.astimezone().date()


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

    def look(self) -> None:
        """Have the rules look now, and wait for what they say."""
        self.page.hint_card._hints.look()
        self.services.jobs.drain()

    def row(self, rule: str) -> HintRow:
        """The row of a rule's first hint."""
        return next(r for r in self.page.hint_card.hints.shown if r.line and r.line.rule == rule)

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
def said() -> list[str]:
    """What the page said."""
    return []


@pytest.fixture
def shown(gone: Gone, said: list[str], theme: Theme, qtbot: QtBot) -> Iterator[Shown]:
    with opened(faulty()) as (document, services):
        there = replace(
            services,
            go=lambda page, row=None: gone.append((page, row)),
            say=lambda text, **_more: said.append(text),
        )
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
    names = [row.hint.accessibleName() for row in card.hints.shown]
    assert any("40 min over 11:40" in name for name in names)
    assert all(row.hint.accessibleDescription() for row in card.hints.shown), "each says why"
    assert card.good.text().startswith("✓ ")
    assert card.count.text() == f"{len(shown.rules)} hints"


def test_tab_goes_from_the_sessions_to_the_hints_and_on_to_the_map(
    shown: Shown, qtbot: QtBot
) -> None:
    page, hands = shown.page, Hands(qtbot, shown.page)
    page.sessions_table.setFocus()
    assert page.sessions_table.selectionModel().hasSelection(), "it can be seen where the focus is"
    for row in page.hint_card.hints.shown:
        for control in row.controls:
            if control.isVisible():
                hands.press("Tab")
                assert control.hasFocus()
    hands.tab_to(page.map_table)
    assert page.map_table.selectionModel().hasSelection()


def test_a_hint_is_followed_by_a_key(shown: Shown, gone: Gone, qtbot: QtBot) -> None:
    card = shown.page.hint_card
    at = shown.rules.index("fits-time")
    hands = Hands(qtbot, shown.page)
    hands.tab_to(card.hints.shown[at].hint)
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
    assert all(programme is shown.document.now for programme in told)
    assert told
    hints._quiet.stop()


def test_the_focus_stays_among_the_hints_when_one_is_mended(shown: Shown) -> None:
    card = shown.page.hint_card
    card.hints.shown[-1].hint.setFocus()
    key = named(shown.document.now, "Interviews").id
    shown.document.edit("x", lambda now: set_fields(now, key, length=Length(60)))
    shown.look()
    assert QApplication.focusWidget() in [row.hint for row in card.hints.shown]


def test_a_few_hints_come_first_and_the_others_when_asked_for(shown: Shown, qtbot: QtBot) -> None:
    key = named(shown.document.now, "Themes").id
    shown.document.edit("x", lambda now: set_fields(now, key, length=Length(120)))
    card = shown.page.hint_card
    shown.look()
    assert len(card.hints.shown) == 4 < len(shown.rules)
    hands = Hands(qtbot, shown.page)
    hands.tab_to(card.more)
    hands.press("Return")
    assert len(card.hints.shown) == len(shown.rules)
    assert hands.here is card.hints.shown[4].hint
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


def test_a_hint_is_mended_with_one_press_and_comes_back_with_one_undo(
    shown: Shown, said: list[str], qtbot: QtBot
) -> None:
    before, row = shown.document.now, shown.row("fits-time")
    hands = Hands(qtbot, shown.page)
    hands.tab_to(row.hint)
    hands.press("Tab")
    assert hands.here is row.offers[0]
    assert row.offers[0].accessibleName() == "Plan the end for 12:20"
    hands.press("Return")
    assert shown.document.now.sessions[0].planned == 140
    assert shown.document.history.undo_label == "Plan the end for 12:20"
    assert said == ["Plan the end for 12:20"]
    shown.services.jobs.drain()
    assert "fits-time" not in shown.rules
    assert QApplication.focusWidget() in [r.hint for r in shown.page.hint_card.hints.shown]
    shown.document.undo()
    assert shown.document.now == before
    shown.look()
    assert "fits-time" in shown.rules


def test_a_mend_that_would_do_something_else_by_now_is_not_done(
    shown: Shown, said: list[str]
) -> None:
    row = shown.row("fits-time")
    key = named(shown.document.now, "Interviews").id
    shown.document.edit("x", lambda now: set_fields(now, key, length=Length(130)))
    row.offers[0].click()
    assert shown.document.now.sessions[0].planned == 100
    assert said == ["The plan has changed since. Please look at the hint again."]
    shown.services.jobs.drain()
    assert shown.row("fits-time").offers[0].accessibleName() == "Plan the end for 12:30"


def test_a_mend_that_still_does_the_same_is_done_after_other_edits(shown: Shown) -> None:
    row = shown.row("fits-time")
    key = named(shown.document.now, "Interviews").id
    shown.document.edit("x", lambda now: set_fields(now, key, lead="Ann"))
    row.offers[0].click()
    assert shown.document.now.sessions[0].planned == 140
    shown.services.jobs.drain()


def test_a_hint_is_left_with_a_reason_and_brought_back_by_keys_alone(
    shown: Shown, said: list[str], qtbot: QtBot
) -> None:
    before, card = shown.document.now, shown.page.hint_card
    hands, count = Hands(qtbot, shown.page), len(shown.rules)
    hands.tab_to(shown.row("breaks").hint)
    hands.press("Delete")
    dialog = shown.page.findChild(LeaveHint)
    assert dialog is not None
    assert "without a break" in dialog.accessibleDescription()
    hands.press("Down")
    assert dialog.reason == REASONS[1]
    hands.press("Return")
    shown.services.jobs.drain()
    [kept] = shown.document.now.dismissals
    assert (kept.rule, kept.reason, kept.day) == ("breaks", REASONS[1], TODAY)
    assert "breaks" not in shown.rules
    assert card.count.text() == f"{count - 1} hints"
    assert card.left.head.text() == "1 left as it is"
    assert said[-1].startswith("Left as it is: “Best of what is” runs")
    card.left.head.setFocus()
    hands.press("Return", "Tab")
    assert REASONS[1] in card.left_list.rows[0].reason.text()
    assert day_text(TODAY) in card.left_list.rows[0].reason.text()
    hands.press("Return")
    shown.services.jobs.drain()
    assert shown.document.now == before
    assert not card.left.isVisible()
    shown.document.undo()
    shown.document.undo()
    assert shown.document.now == before
    shown.look()


def test_own_words_count_before_a_ready_reason(theme: Theme, qtbot: QtBot) -> None:
    dialog, told = LeaveHint(None, "A hint."), list[str]()
    qtbot.addWidget(dialog)
    dialog.done_with.connect(told.append)
    dialog.own.setText("  We meet again at four ")
    dialog.own.returnPressed.emit()
    assert told == ["We meet again at four"]


def test_escape_leaves_the_hint_speaking(shown: Shown, qtbot: QtBot) -> None:
    before = shown.document.now
    shown.row("breaks").leave.click()
    Hands(qtbot, shown.page).press("Escape")
    assert shown.document.now == before
    assert shown.document.history.undo_label is None


def test_who_follows_up_is_asked_for_in_its_field(shown: Shown) -> None:
    shown.page.show_row(shown.document.now.id)
    shown.page.arrive()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Who follows up"
    shown.page.arrive()
    assert shown.page.step_button.hasFocus()
