"""The activity bank beside the running order, worked by keyboard and by dragging."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Capability, Phase, Role
from aiplanner.ui.models.bank import BankModel, BankRow
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import Button
from tests.support.activities import BANK, DREAMS, INTERVIEWS, STORIES
from tests.support.bank_desk import Desk


def test_by_keyboard_alone_two_activities_come_in_one_after_the_other(desk: Desk) -> None:
    before = desk.now
    desk.choose("Welcome")
    desk.open_bank()
    desk.hands.type("paired")
    assert desk.found() == ["Paired interviews"]
    assert desk.pane.count.text() == "1 of 52 activities"
    desk.hands.press("Down", "Return")
    assert desk.said == "Added Paired interviews, second, starts 10:05."
    desk.hands.press("Return")
    assert desk.said == "Added Paired interviews, third, starts 10:45."
    assert desk.order()[:4] == ["Welcome", "Paired interviews", "Paired interviews", "Groups"]
    assert desk.pane.found.hasFocus()
    desk.hands.press("Ctrl+Z")
    assert desk.order()[:3] == ["Welcome", "Paired interviews", "Groups"]
    desk.hands.press("Ctrl+Z")
    assert desk.now == before
    desk.hands.press("Escape")
    assert desk.table.hasFocus()
    assert desk.pane.isVisible()


def test_everything_comes_with_an_activity(desk: Desk) -> None:
    desk.choose("Welcome")
    desk.open_bank()
    desk.hands.type("paired")
    desk.hands.press("Return", "Return")
    row = desk.added("Paired interviews")
    now = desk.now
    assert (row.phase, row.group, row.why) == (Phase.DISCOVER, "pairs", "Real moments.")
    assert (row.length.typical, row.short, row.short_minutes) == (40, "Ten minutes each way.", 20)
    assert [step.text for step in now.steps_of(row.id)] == ["A asks B", "Swap"]
    assert [sheet.handout for sheet in now.sheets_of(row.id)] == ["interview-guide"]
    assert [material.name for material in now.materials_of(row.id)] == ["Pens"]
    assert {(f.capability, f.role) for f in now.focus_of(row.id)} == {
        (Capability.SELF_LEADERSHIP, Role.LEADS),
        (Capability.COLLABORATING, Role.SUPPORTS),
    }


def test_it_goes_where_the_running_order_is_chosen(desk: Desk) -> None:
    desk.choose("Posters")
    desk.open_bank()
    desk.hands.type("retell")
    desk.hands.press("Return", "Return")
    assert desk.added("Retell the stories").strand_id == desk.added("Posters").strand_id
    assert desk.order() == ["Welcome", "Groups", "Posters", "Retell the stories", "Check-out"]


def test_filters_narrow_and_all_takes_them_away(desk: Desk, qtbot: QtBot) -> None:
    desk.open_bank()
    filters = desk.pane.filters
    desk.hands.tab_to(filters.phase)
    desk.hands.press("Down")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [dream] = [action for action in menu.actions() if action.text().replace("&", "") == "Dream"]
    menu.setActiveAction(dream)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert desk.found() == [DREAMS.title]
    assert filters.phase.accessibleName() == "Phase: Dream"
    assert filters.phase.isChecked()
    assert not filters.all.isChecked()
    desk.hands.tab_to(filters.mine)
    desk.hands.press("Space")
    assert desk.found() == []
    assert "Nothing of your own yet" in desk.pane.empty.words.text()
    desk.hands.tab_to(filters.all)
    desk.hands.press("Return")
    assert desk.pane.count.text() == "52 activities"
    assert filters.all.isChecked()


def test_where_nothing_suits_there_is_a_way_back(desk: Desk) -> None:
    desk.open_bank()
    desk.hands.type("no such thing")
    assert desk.pane.empty.isVisible()
    assert not desk.pane.found.isVisible()
    assert desk.pane.empty.button is not None
    desk.hands.tab_to(desk.pane.empty.button)
    desk.hands.press("Return")
    assert desk.pane.count.text() == "52 activities"
    assert desk.pane.search.hasFocus()


def test_typing_in_the_list_goes_on_in_the_search(desk: Desk) -> None:
    desk.open_bank()
    desk.hands.press("Down")
    desk.hands.type("stre")
    assert desk.pane.search.text() == "stre"
    assert desk.found() == ["Stretch"]


def test_the_chosen_activity_can_be_read(desk: Desk) -> None:
    desk.open_bank()
    desk.hands.type("paired")
    words = desk.pane.preview.text.toPlainText()
    for part in ("Real moments.", "A asks B (20 min)", "20 min: Ten minutes each way.", "Pens"):
        assert part in words
    for part in ("Interview guide", "In rooms of two.", "Leads on Self-leadership."):
        assert part in words


def test_suggestions_stand_on_top_with_their_reasons(desk: Desk) -> None:
    desk.open_bank()
    found = desk.found()
    assert found[0] == "Suggested for this session"
    below = found.index("All")
    assert 3 <= below - 1 <= 6
    assert INTERVIEWS.title in found[1:below]
    assert desk.pane.found.verticalScrollBar().value() == 0  # the heading is in sight
    row = desk.pane.found.row
    assert row is not None
    assert row.reasons
    words = desk.pane.preview.text.toPlainText()
    assert words.index("Why this?") < words.index(row.reasons[0])
    spoken = desk.pane.found.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.reasons[0] in spoken
    assert len(found) == below + 1 + 52


def test_free_time_is_filled_with_what_fits(desk: Desk) -> None:
    gap = [line.title for line in desk.page.model.lines()].index(
        "55 minutes free before Check-out."
    )
    desk.table.setFocus()
    desk.table.choose(gap, Column.WHAT)
    desk.hands.press("Ctrl+B")
    desk.page._services.jobs.drain()
    assert desk.found()[0] == "Suggested for this time"
    assert desk.pane.filters.minutes.text().startswith("Up to 55 min")
    assert desk.pane.found.hasFocus()
    row = desk.pane.found.row
    assert row is not None
    assert row.activity is not None
    desk.hands.press("Return")
    assert desk.order()[-2:] == [row.activity.title, "Check-out"]
    desk.hands.press("Escape")
    desk.choose("Welcome")
    desk.hands.press("Ctrl+B")
    assert not desk.pane.filters.active


def test_a_partly_filled_gap_is_filled_on(desk: Desk) -> None:
    lines = [line.title for line in desk.page.model.lines()]
    desk.table.setFocus()
    desk.table.choose(lines.index("55 minutes free before Check-out."), Column.WHAT)
    desk.hands.press("Ctrl+B")
    desk.page._services.jobs.drain()
    desk.pane.found.choose_key(STORIES.key)
    desk.hands.press("Return")
    assert desk.pane.filters.minutes.text().startswith("Up to 40 min")
    desk.pane.found.choose_key(INTERVIEWS.key)
    desk.hands.press("Return")
    assert not desk.pane.filters.active
    assert desk.order()[-3:] == [STORIES.title, INTERVIEWS.title, "Check-out"]


def test_new_words_choose_the_first_that_is_found(desk: Desk) -> None:
    desk.open_bank()
    desk.hands.type("s")
    desk.pane.found.choose_key("stretch")
    desk.hands.type("t")
    assert desk.pane.found.currentIndex().row() == 0
    assert desk.found()[0] == STORIES.title


def test_the_mark_is_that_of_the_phase_asked_for(desk: Desk) -> None:
    also = replace(DREAMS, also=(Phase.DISCOVER,))
    assert BankRow("", also).phase is Phase.DREAM
    assert BankRow("", also, asked=Phase.DISCOVER).phase is Phase.DISCOVER
    model = BankModel(lambda: desk.now.head)
    model.show([BankRow("", also, asked=Phase.DISCOVER)])
    assert ", Discover, " in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_an_empty_session_begins_from_the_bank_too(desk: Desk) -> None:
    desk.page.sessions.add()
    link = desk.table.empty.findChildren(Button)[-1]
    desk.hands.tab_to(link)
    desk.hands.press("Return")
    desk.page._services.jobs.drain()
    assert desk.pane.search.hasFocus()
    desk.hands.type("stretch")
    desk.hands.press("Down", "Return")
    assert desk.order() == ["Stretch"]


def test_after_undo_a_row_is_chosen(desk: Desk) -> None:
    desk.choose("Welcome")
    desk.open_bank()
    desk.hands.type("paired")
    desk.hands.press("Down", "Return", "Ctrl+Z")
    assert len(desk.table.selectionModel().selectedRows()) == 1


def test_the_keys_of_the_running_order_do_nothing_to_it_from_the_bank(desk: Desk) -> None:
    desk.choose("Welcome")
    desk.open_bank()
    before = desk.now
    desk.hands.press("Down", "Delete", "Ctrl+D", "Alt+Down", "F2")
    assert desk.now == before
    desk.hands.press("Ins")
    assert len(desk.order()) == 5


def test_the_bank_takes_the_inspectors_place_and_gives_it_back(desk: Desk) -> None:
    assert desk.page.panes.shown == "inspector"
    desk.open_bank()
    assert desk.page.panes.shown == "bank"
    assert not desk.page.inspector.isVisible()
    desk.hands.press("Ctrl+B")
    assert desk.page.panes.shown == "inspector"
    assert desk.table.hasFocus()


def test_each_pane_remembers_its_width(desk: Desk, services: Services) -> None:
    desk.open_bank()
    panes = desk.page.panes
    bank = panes.indexOf(desk.pane)
    panes.moveSplitter(panes.width() - 400, bank)
    wide = desk.pane.width()
    assert wide > 380
    desk.hands.press("Ctrl+B")
    narrow = desk.page.inspector.width()
    assert narrow < 330
    desk.open_bank()
    assert abs(desk.pane.width() - wide) <= 2
    assert services.settings.word("sessions/width-of-bank") == str(wide)


def test_in_a_narrow_window_the_bank_takes_all_the_room_and_esc_goes_back(desk: Desk) -> None:
    desk.frame.window().resize(1024, 640)
    desk.page.panes.resize(600, 500)
    desk.open_bank()
    assert not desk.table.isVisible()
    desk.hands.type("stretch")
    desk.hands.press("Return", "Return")
    assert "Stretch" in desk.said
    desk.hands.press("Escape")
    assert desk.table.isVisible()
    assert desk.table.hasFocus()


def test_the_facts_of_a_session_make_room_for_a_button_that_comes_back(
    desk: Desk, qtbot: QtBot
) -> None:
    """Details takes its place in a line that was measured without it."""
    head, details = desk.page.head, desk.page.details
    came_back = 0
    for width in range(1040, 1180, 20):
        desk.frame.window().resize(width, 700)
        QApplication.processEvents()
        came_back += not details.isVisible()
        desk.open_bank()
        assert details.isVisible(), width
        qtbot.waitUntil(lambda: details.width() >= details.minimumSizeHint().width())
        assert head.venue.geometry().right() < head.people.geometry().left(), width
        desk.hands.press("Ctrl+B")
    assert came_back > 4


def test_the_model_keeps_qts_rules(desk: Desk) -> None:
    model = BankModel(lambda: desk.now.head)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([BankRow("Suggested"), BankRow("", STORIES, ("It fits.",)), BankRow("All")])
    assert model.first().data() == STORIES.title
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    model.show([BankRow("", one) for one in BANK])
    assert model.rowCount() == 52
    assert model.place_of(INTERVIEWS.key).row() == 0
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Paired interviews, Discover, 40 min (20–80), pairs, "
        "leads on Self-leadership, supports Collaborating and influencing"
    )
