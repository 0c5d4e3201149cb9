"""Self-rating sheets typed in at speed, by keyboard alone; private, and seen by code only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.app.content import starter
from aiplanner.app.starters import programme_from
from aiplanner.app.wording import day_text
from aiplanner.domain.cycle import Capability
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from aiplanner.domain.self_ratings import profile, score_of
from aiplanner.ui.pages.leadership import SHEETS, LeadershipPage
from aiplanner.ui.theme import Theme
from tests.support.hands import Hands
from tests.support.open_documents import TODAY, opened
from tests.support.plans import counted_ids


@pytest.fixture
def said() -> list[str]:
    """What the page said."""
    return []


@pytest.fixture
def page(said: list[str], theme: Theme, qtbot: QtBot) -> Iterator[LeadershipPage]:
    """The page of the example, turned to its sheets."""
    programme = programme_from(starter("example"), "", counted_ids())
    with opened(programme) as (document, services):
        page = LeadershipPage(
            document, replace(services, say=lambda text, **_kinds: said.append(text))
        )
        qtbot.addWidget(page)
        page.resize(1180, 700)
        with qtbot.waitActive(page):
            page.show()
        page.turn(SHEETS)
        yield page
        services.jobs.drain()
        page.close()


@pytest.fixture
def hands(page: LeadershipPage, qtbot: QtBot) -> Hands:
    """On the keyboard, the page in front of them."""
    return Hands(qtbot, page)


def now(page: LeadershipPage) -> Programme:
    """The programme behind the page."""
    return page._document.now


def scores(sheet: SelfRating) -> list[Score | None]:
    """The six answers of a sheet."""
    return [score_of(sheet, capability) for capability in Capability]


def enter(hands: Hands, code: str, moment: str, answers: str) -> None:
    """Type a sheet as somebody does who has a stack of them."""
    hands.type(code)
    hands.press("Return")
    hands.type(moment + answers)


def test_a_sheet_is_typed_with_one_key_an_answer(page: LeadershipPage, hands: Hands) -> None:
    enter(hands, "B7", "b", "123401")
    hands.type("I ask before I tell")
    hands.press("Tab")
    hands.type("Say what I want")
    hands.press("Tab")
    hands.type("A good year")
    [sheet] = now(page).self_ratings
    assert (sheet.code, sheet.moment) == ("B7", Moment.BEFORE)
    assert scores(sheet) == [
        Score.NOT_YET,
        Score.SOMETIMES,
        Score.OFTEN,
        Score.CONSISTENTLY,
        Score.NOT_APPLICABLE,
        Score.NOT_YET,
    ]
    assert (sheet.strengths, sheet.develop) == ("I ask before I tell", "Say what I want")
    assert sheet.reflection == "A good year"


def test_a_stack_of_sheets_without_leaving_the_keys(page: LeadershipPage, hands: Hands) -> None:
    for n in range(5):
        enter(hands, f"C{n}", "a", "33333n" if n else "333333")
        hands.press("Ctrl+Return")
    sheets = now(page).self_ratings
    assert [sheet.code for sheet in sheets] == ["C0", "C1", "C2", "C3", "C4"]
    assert {sheet.moment for sheet in sheets} == {Moment.AFTER}
    assert page.sheets.form.row is None, "a sheet nothing was typed in is none"
    assert page.sheets.form.moment.key == "after", "the next is taken to be of the same moment"
    found = profile(sheets).after
    assert found.middles[Capability.VISION] == 3
    assert Capability.EMPOWERING not in found.middles, "four of five said it does not apply"
    page.turn("map")
    assert page.profile.plot.isVisible()


def test_a_sheet_was_filled_in_on_the_day_of_the_session_unless_said_otherwise(
    page: LeadershipPage, hands: Hands
) -> None:
    first, last = date(2026, 9, 1), date(2026, 10, 30)
    ends = now(page).sessions[0].id, now(page).sessions[-1].id
    form = page.sheets.form
    assert form.day.text() == day_text(TODAY), "no session was held yet"
    for session, day in zip(ends, (first, last), strict=True):
        page._document.edit("", partial(set_fields, row_id=session, day=day))
    page._document.edit("", lambda p: delete_session(p, p.sessions[1].id))
    assert form.day.text() == day_text(first)
    enter(hands, "B1", "b", "1")
    assert form.day.text() == day_text(first)
    form.moment.answered.emit("after")
    [sheet] = now(page).self_ratings
    assert (sheet.moment, sheet.day) == (Moment.AFTER, last)
    assert form.day.text() == day_text(last)


def test_another_day_is_typed_and_taken_for_the_rest_of_the_stack(
    page: LeadershipPage, hands: Hands
) -> None:
    enter(hands, "B1", "b", "1")
    form = page.sheets.form
    form.day.setFocus()
    form.day.selectAll()
    hands.type("soon")
    hands.press("Return")
    assert form.refusal.isVisible()
    form.day.selectAll()
    hands.type("20 Nov")  # the one behind us, not the one to come
    hands.press("Return")
    assert not form.refusal.isVisible()
    assert form.day.text() == day_text(date(2026, 11, 20))
    form.moment.answered.emit("after")
    form.moment.answered.emit("before")
    page.sheets.begin_new()
    enter(hands, "B2", "b", "1")
    assert [sheet.day for sheet in now(page).self_ratings] == [date(2026, 11, 20)] * 2


def test_answers_are_changed_and_cleared_in_place(page: LeadershipPage, hands: Hands) -> None:
    enter(hands, "D1", "b", "44")
    row = page.sheets.form.answers[Capability.CREATIVITY]
    hands.press("Up")
    assert row.isAncestorOf(hands.here)
    hands.press("Left")
    assert now(page).self_ratings[0].creativity is Score.OFTEN
    hands.press("Backspace")
    assert now(page).self_ratings[0].creativity is None
    assert page.sheets.model.lines[0].answered == "1 of 6"
    page._document.undo()
    assert now(page).self_ratings[0].creativity is Score.OFTEN
    assert row.key == "often"


def test_a_sheet_is_deleted_and_brought_back(
    page: LeadershipPage, said: list[str], hands: Hands
) -> None:
    for code in ("E1", "E2"):
        enter(hands, code, "b", "222222")
        hands.press("Ctrl+Return")
    page.sheets.table.setFocus()
    hands.press("Up")
    page.verbs()["delete"]()
    assert len(now(page).self_ratings) == 1
    assert said == ["Deleted the sheet of E1."]
    assert page.sheets.table.hasFocus()
    page._document.undo()
    assert [sheet.code for sheet in now(page).self_ratings] == ["E1", "E2"]
    assert page.sheets.model.rowCount() == 2


def test_somebody_s_own_sheets_stand_together(page: LeadershipPage, hands: Hands) -> None:
    enter(hands, "F1", "b", "112233")
    hands.press("Ctrl+Return")
    enter(hands, "f1 ", "a", "223344")
    beside = [row.beside.text() for row in page.sheets.form.answers.values()]
    assert beside[0] == "before: not yet"
    assert beside[5] == "before: often"
    page.sheets.table.setFocus()
    hands.press("Up", "Return")
    assert page.sheets.form.code.hasFocus()
    assert page.sheets.form.code.text() == "F1"
    assert page.sheets.form.answers[Capability.SELF_LEADERSHIP].beside.text() == "after: sometimes"


def test_what_is_wrong_with_a_code_is_said(page: LeadershipPage, hands: Hands) -> None:
    note = page.sheets.form.note
    hands.press("Tab", "b", "4")
    assert note.text().startswith("Without a code")
    page.sheets.form.code.setFocus()
    hands.type("kasia wrona")
    assert note.text().startswith("This is the name of somebody")
    hands.press("Ctrl+Return")
    enter(hands, "G1", "b", "4")
    hands.press("Ctrl+Return")
    enter(hands, "g1", "b", "3")
    assert note.text() == "There are 2 sheets of g1 before; the group counts the last."


def test_the_page_says_that_it_is_private_and_lists_no_answers(
    page: LeadershipPage, hands: Hands
) -> None:
    enter(hands, "H1", "b", "111111")
    assert page.sheets.private.isVisible()
    assert page.sheets.private.text().startswith("Private. Codes, never names")
    model = page.sheets.model
    shown = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert shown == ["H1", "before", "6 of 6"]


def test_showing_a_row_turns_to_its_sheet(page: LeadershipPage, hands: Hands) -> None:
    for code in ("J1", "J2"):
        enter(hands, code, "b", "2")
        hands.press("Ctrl+Return")
    page.turn("map")
    page.show_row(now(page).self_ratings[0].id)
    assert page.sheets.form.code.text() == "J1"
    assert page.views.current == SHEETS


def test_typing_a_code_is_one_step_of_undo(page: LeadershipPage, hands: Hands) -> None:
    hands.type("KLM")
    assert page._document.history.undo_label == "Code of the person of a sheet"
    page._document.undo()
    assert now(page).self_ratings == ()
    assert page.sheets.form.code.text() == ""


def test_the_list_is_sound(page: LeadershipPage, hands: Hands, qtmodeltester: ModelTester) -> None:
    enter(hands, "L1", "b", "2")
    qtmodeltester.check(page.sheets.model)


def test_a_sheet_that_is_chosen_can_be_deleted(page: LeadershipPage, hands: Hands) -> None:
    enter(hands, "B7", "b", "111111")
    page.sheets.begin_new()
    assert not page.sheets.delete_button.isEnabled()
    page.sheets.table.setCurrentIndex(page.sheets.model.index(0, 0))
    assert page.sheets.delete_button.isEnabled()
    page.sheets.delete_button.click()
    assert now(page).self_ratings == ()
