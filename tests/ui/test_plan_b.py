"""Plan B in the window: seen at once, decided item by item, accepted as one step, printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Kind, Part, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.plan_b import Wish
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.packs.catalogue import documents
from aiplanner.ui.dialogs.plan_b import PRINTED, PlanBDialog, open_plan_b
from aiplanner.ui.document import Document
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.plan_b import Column, PlanBModel
from aiplanner.ui.pages.print import PrintPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from tests.support.hands import Hands
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, pause, plan, session, strand

MORNING = plan(
    session(
        "10:00",
        item("Welcome", "15", part=Part.OPENING),
        item("Stretch", "10", part=Part.ENERGISER),
        item("Interviews", "40", short="Ten minutes each way", short_minutes=25),
        pause("10"),
        item("Lunch", "45", "11:15", kind=Kind.MEAL),
        breakout("Groups", strand("East", item("Poster", "30")), strand("West", item("Song", "5"))),
    )
)

Open = Callable[..., PlanBDialog]


@pytest.fixture
def frame(
    window: MainWindow,
    services: Services,
    keep: Callable[..., Programme],
    qtbot: QtBot,
) -> Iterator[ProgrammeFrame]:
    """The morning, open on the Sessions page."""
    programme = keep(MORNING)
    with qtbot.waitActive(window):
        window.show()
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    yield window.frame
    window.go_home()
    services.jobs.drain()


@pytest.fixture
def morning(theme: object, qtbot: QtBot) -> Iterator[tuple[Document, Open]]:
    """The document of the morning, and the way to its plan B."""
    del theme
    with opened(MORNING) as (document, services):

        def ask(wish: Wish | None = None) -> PlanBDialog:
            here = document.now.sessions[0].id
            dialog = PlanBDialog(None, document, services, here, wish or Wish())
            qtbot.addWidget(dialog)
            with qtbot.waitActive(dialog):
                dialog.open()
            return dialog

        yield document, ask


def row(dialog: PlanBDialog, title: str) -> tuple[str, ...]:
    """The words of an item's row."""
    [line] = [line for line in dialog.model.lines if line.words[Column.WHAT] == title]
    return line.words


def choose(dialog: PlanBDialog, title: str) -> None:
    """Put the focus on an item's row."""
    titles = [line.words[Column.WHAT] for line in dialog.model.lines]
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(titles.index(title), 0))


def test_what_is_typed_is_answered_at_once(morning: tuple[Document, Open], qtbot: QtBot) -> None:
    dialog = morning[1]()
    hands = Hands(qtbot, dialog)
    assert hands.here is dialog.late_field
    assert row(dialog, "Interviews")[: Column.WHY] == (
        "10:25",
        "10:25",
        "Interviews",
        "40",
        "in full",
    )

    hands.type("20")
    assert row(dialog, "Interviews") == (
        *("10:25", "10:35", "Interviews", "40 → 25", "short"),
        "saves 15 min: Ten minutes each way",
    )
    assert row(dialog, "Stretch")[: Column.WHY] == ("10:15", "–", "Stretch", "10 → 0", "skipped")
    assert row(dialog, "Lunch")[:2] == ("11:15", "11:15")
    assert "Starts at 10:20" in dialog.says.text()
    assert not dialog.misses.isVisible()


def test_the_end_is_asked_for_as_clock_times_are_typed(
    morning: tuple[Document, Open], qtbot: QtBot
) -> None:
    dialog = morning[1]()
    assert dialog.end_field.placeholderText() == "12:30 as planned"
    hands = Hands(qtbot, dialog)
    hands.press("Tab")
    hands.type("12:00")

    assert row(dialog, "Groups")[Column.HOW] == "skipped"
    assert row(dialog, "Poster")[Column.HOW :] == ("–", "with its breakout")
    assert dialog.plan is not None
    assert dialog.plan.met


def test_what_cannot_be_read_is_refused_beside_the_field(
    morning: tuple[Document, Open], qtbot: QtBot
) -> None:
    document, ask = morning
    dialog = ask()
    Hands(qtbot, dialog).type("soon")

    assert "“soon” is no number" in dialog.refusal.text()
    assert dialog.refusal.isVisible()
    assert not dialog.accept_button.isEnabled()
    dialog.late_field.setText("10 min")
    assert not dialog.refusal.isVisible()
    assert dialog.accept_button.isEnabled()
    assert document.now == MORNING


def test_nothing_can_be_accepted_while_nothing_changes(morning: tuple[Document, Open]) -> None:
    dialog = morning[1]()

    assert "Nothing needs to be cut." in dialog.says.text()
    assert not dialog.accept_button.isEnabled()


def test_each_item_is_decided_by_keyboard(morning: tuple[Document, Open], qtbot: QtBot) -> None:
    document, ask = morning
    dialog = ask(Wish(20))
    hands = Hands(qtbot, dialog)
    choose(dialog, "Interviews")

    hands.press("F")
    assert row(dialog, "Interviews")[Column.HOW :] == ("in full", "as you chose")
    assert row(dialog, "Welcome")[Column.HOW] == "skipped"
    assert dialog.way.current == "full"
    hands.press("K")
    assert row(dialog, "Interviews")[Column.HOW] == "skipped"
    assert row(dialog, "Stretch")[Column.HOW] == "in full"
    hands.press("Space")
    assert row(dialog, "Interviews")[Column.HOW] == "in full"
    hands.press("R")
    assert row(dialog, "Interviews")[Column.HOW] == "short"
    assert dialog.way.current == ""
    assert document.now == MORNING


def test_what_has_no_short_version_is_not_offered_one(
    morning: tuple[Document, Open], qtbot: QtBot
) -> None:
    dialog = morning[1]()
    choose(dialog, "Welcome")
    Hands(qtbot, dialog).press("S")

    assert row(dialog, "Welcome")[Column.HOW] == "in full"
    usable = {button.text(): button.isEnabled() for button in dialog.way._group.buttons()}
    assert usable == {"By the &rule": True, "In &full": True, "&Short": False, "S&kip": True}
    choose(dialog, "Interviews")
    assert all(button.isEnabled() for button in dialog.way._group.buttons())


def test_the_choice_below_the_table_does_the_same_by_mouse(
    morning: tuple[Document, Open], qtbot: QtBot
) -> None:
    dialog = morning[1]()
    choose(dialog, "Stretch")
    [skip] = [one for one in dialog.way._group.buttons() if one.text() == "S&kip"]
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)

    assert row(dialog, "Stretch")[Column.HOW] == "skipped"
    assert dialog.accept_button.isEnabled()


def test_what_still_misses_is_said_and_can_be_accepted_all_the_same(
    morning: tuple[Document, Open],
) -> None:
    document, ask = morning
    dialog = ask(Wish(end_by=time(11, 50)))

    assert "Still 10 min over 11:50." in dialog.misses.text()
    assert dialog.misses.isVisible()
    dialog.accept_button.click()
    assert named(document.now, "Groups").state is State.SKIPPED


def test_what_is_pinned_before_the_new_start_can_be_unpinned_at_once(
    theme: object, qtbot: QtBot
) -> None:
    del theme
    pinned = plan(session("10:00", item("Welcome", "15", "10:00"), item("Talk", "30")))
    with opened(pinned) as (document, services):
        here = document.now.sessions[0].id
        dialog = PlanBDialog(None, document, services, here, Wish(10, time(11)))
        qtbot.addWidget(dialog)
        dialog.open()
        assert dialog.misses.text() == "Welcome is pinned to 10:00, before the start."
        dialog.unpin.click()

        assert row(dialog, "Welcome")[:2] == ("10:00", "10:10")
        assert not dialog.unpin.isVisible()
        assert dialog.misses.text() == ""
        assert document.history.undo_label == "Unpin Welcome"


def test_what_is_unpinned_has_a_name_in_undo_also_without_a_title(
    theme: object, qtbot: QtBot
) -> None:
    del theme
    with opened(plan(session("10:00", item("", "15", "10:00")))) as (document, services):
        here = document.now.sessions[0].id
        dialog = PlanBDialog(None, document, services, here, Wish(10, time(11)))
        qtbot.addWidget(dialog)
        dialog.unpin.click()
        assert document.history.undo_label == "Unpin untitled activity"


def test_enter_leads_to_the_answer(morning: tuple[Document, Open], qtbot: QtBot) -> None:
    document, ask = morning
    dialog = ask()
    hands = Hands(qtbot, dialog)
    hands.press("Return")
    assert hands.here is dialog.table
    dialog.late_field.setFocus()
    hands.type("20")
    hands.press("Return", "Return")
    assert document.now.sessions[0].start == time(10, 20)


def test_accepting_is_one_step_of_undo(morning: tuple[Document, Open]) -> None:
    document, ask = morning
    ask(Wish(20)).accept_button.click()

    assert named(document.now, "Interviews").state is State.SHORT
    assert named(document.now, "Stretch").state is State.SKIPPED
    assert document.now.sessions[0].start == time(10, 20)
    assert document.history.undo_label == "Plan B: start 20 min later"
    document.undo()
    assert document.now == MORNING


def test_it_follows_the_programme_and_goes_with_the_session(
    morning: tuple[Document, Open],
) -> None:
    document, ask = morning
    dialog = ask(Wish(10))
    welcome = named(document.now, "Welcome").id
    document.edit("Retitle", lambda now: set_fields(now, welcome, title="Hello"))
    assert row(dialog, "Hello")[:2] == ("10:00", "10:10")

    document.edit("Delete", lambda now: delete_session(now, now.sessions[0].id))
    assert not dialog.isVisible()


def test_a_session_without_a_clock_says_what_to_do(theme: object, qtbot: QtBot) -> None:
    del theme
    with opened(plan(session("", item("Welcome", "15")))) as (document, services):
        dialog = PlanBDialog(None, document, services, document.now.sessions[0].id)
        qtbot.addWidget(dialog)
        dialog.open()
        assert "has no start yet" in dialog.refusal.text()
        assert not dialog.accept_button.isEnabled()


def test_the_rule_is_told(morning: tuple[Document, Open], qtbot: QtBot) -> None:
    dialog = morning[1]()
    [how] = [
        b for b in dialog.findChildren(type(dialog.cancel)) if b.text() == "How this was chosen"
    ]
    how.click()
    said = "\n".join(one.text() for one in dialog.findChildren(QLabel))

    assert "Pinned items never move" in said
    assert "The order is our own suggestion." in said


def test_the_rows_are_a_sound_model(
    qtmodeltester: ModelTester, morning: tuple[Document, Open]
) -> None:
    dialog = morning[1]()
    qtmodeltester.check(dialog.model)
    dialog.late_field.setText("25")
    assert isinstance(dialog.model, PlanBModel)
    assert [dialog.model.headerData(n, Qt.Orientation.Horizontal) for n in Column] == [
        *("Now", "Plan B", "What", "Minutes", "How", "Why")
    ]


def test_from_the_page_by_keyboard_and_back_in_full(
    frame: ProgrammeFrame, window: MainWindow, qtbot: QtBot
) -> None:
    hands = Hands(qtbot, window)
    hands.press("Ctrl+Shift+B")
    hands.type("20")
    dialog = hands.here.window()
    assert isinstance(dialog, PlanBDialog)
    hands.tab_to(dialog.accept_button)
    hands.press("Return")

    assert frame.notice.words.text().startswith("Plan B holds now. Starts at 10:20")
    assert [i.state for i in _items(frame)][1:3] == [State.SKIPPED, State.SHORT]
    frame.verbs()["in_full"]()
    assert {i.state for i in _items(frame)} == {State.PLANNED}
    assert frame.document.history.undo_label == "Plan everything in full again"
    frame.undo()
    assert [i.state for i in _items(frame)][1:3] == [State.SKIPPED, State.SHORT]
    frame.undo()
    assert frame.document.now.sessions[0].start == time(10)


def test_the_new_agenda_is_on_show_for_that_session_after_accepting(
    frame: ProgrammeFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(PrintPage, "show_document", lambda _page, key: asked.append(key))
    monkeypatch.setattr(PrintPage, "show_row", lambda _page, row: asked.append(row))
    here = frame.document.now.sessions[0].id
    dialog = open_plan_b(frame, frame.document, frame._services, here, Wish(10))
    dialog.accept_and_print.click()

    assert isinstance(frame.page, PrintPage)
    assert asked == [here, PRINTED]
    assert PRINTED in {info.id for info in documents()}
    assert named(frame.document.now, "Interviews").state is State.SHORT
    assert frame.notice.isVisible()
    notice = frame.stack.children().index(frame.notice)
    assert notice > frame.stack.children().index(frame.page), "no page hides it"


def _items(frame: ProgrammeFrame) -> list[Item]:
    now = frame.document.now
    return list(now.items_of(now.sessions[0].id))
