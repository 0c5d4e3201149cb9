"""The inspector beside the running order: everything about an item, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.content import handouts
from aiplanner.domain.content import StarterMaterial, StarterSheet
from aiplanner.domain.cycle import Capability, Level, Per, Role, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.people import add_person
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.ui.fonts import TEXT_SIZES
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.pages.print import PrintPage
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.name_field import NameField
from tests.support.hands import Hands
from tests.support.plans import item, named, plan, session
from tests.ui.conftest import Keep

MATERIALS = (
    StarterMaterial("Pens", 1, Per.PERSON, spare=True),
    StarterMaterial("Guides", 1, Per.PAIR),
    StarterMaterial("Flip-chart", 2),
)
GUIDE = "interview-guide"


class Shown:
    """A window on the Sessions page, the inspector beside the running order."""

    def __init__(self, window: MainWindow, frame: ProgrammeFrame) -> None:
        self.window, self.frame = window, frame
        assert isinstance(frame.page, SessionsPage)
        self.page = frame.page
        self.panel = self.page.inspector.item

    @property
    def now(self) -> Programme:
        return self.frame.document.now

    @property
    def item(self) -> Item:
        return named(self.now, "Interviews")

    def field(self, name: str) -> QWidget:
        """The field of that name in the panel."""
        found = [
            one
            for one in self.panel.findChildren(QWidget)
            if one.accessibleName() == name and not one.isHidden()
        ]
        assert found, name
        return found[0]


def pick(choice: ChoiceField, key: str) -> None:
    """Choose an answer from the list that a key or a click opens."""
    choice.setCurrentIndex(choice.findData(key))
    choice.activated.emit(choice.currentIndex())


@pytest.fixture
def shown(window: MainWindow, services: Services, keep: Keep, qtbot: QtBot) -> Iterator[Shown]:
    things = item(
        "Interviews",
        "40",
        materials=MATERIALS,
        sheets=(StarterSheet("Our notes"), StarterSheet("", handout=GUIDE)),
    )
    programme = keep(plan(session("10:00", things, item("Check-out", "10")), title="Ours"))
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    services.jobs.drain()
    yield Shown(window, window.frame)
    window.go_home()
    services.jobs.drain()


def test_the_short_version_is_words_and_minutes_and_can_be_planned(
    shown: Shown, qtbot: QtBot
) -> None:
    hands = Hands(qtbot, shown.window)
    shown.field("If short of time").setFocus()
    hands.type("Ten minutes each way")
    hands.tab_to(shown.field("Private notes"))
    minutes = shown.field("Minutes of the short version")
    assert isinstance(minutes, QLineEdit)
    assert minutes.placeholderText() == "–", "the unit stands behind it once"
    minutes.setFocus()
    hands.type("20")
    hands.press("Tab")
    assert (shown.item.short, shown.item.short_minutes) == ("Ten minutes each way", 20)
    state = shown.field("Planned")
    assert isinstance(state, ChoiceField)
    words = [state.itemText(n) for n in range(state.count())]
    assert words == ["in full", "in its short version", "parked", "skipped"]
    pick(state, State.SHORT)
    assert shown.item.state is State.SHORT
    assert shown.page.model.clock is not None
    assert shown.page.model.clock.totals.work == 30


def test_materials_say_what_they_come_to_for_the_people_expected(
    shown: Shown, qtbot: QtBot
) -> None:
    rows = [row for row in shown.panel.materials._rows if not row.isHidden()]
    assert [row.facts.text() for row in rows] == ["= ? people", "= ? people", ""]
    session_id = shown.now.sessions[0].id
    shown.frame.document.edit("x", lambda now: set_fields(now, session_id, people=16))
    assert [row.facts.text() for row in rows] == ["= 18", "= 8", ""]
    rows[0].fields[1].setFocus()
    hands = Hands(qtbot, shown.window)
    hands.press("Ctrl+A")
    hands.type("2")
    hands.press("Tab")
    assert rows[0].facts.text() == "= 36"


def test_a_handout_is_chosen_by_typing_its_title(shown: Shown, qtbot: QtBot) -> None:
    hands = Hands(qtbot, shown.window)
    wanted = next(one for one in handouts() if one.key == "check-out")
    shown.panel.sheets.adding.setFocus()
    hands.type(wanted.title.upper())
    hands.press("Return")
    sheet = shown.now.sheets_of(shown.item.id)[-1]
    assert (sheet.title, sheet.handout) == (wanted.title.upper(), wanted.key)


def test_choosing_a_handout_names_a_sheet_that_has_no_words_of_its_own(shown: Shown) -> None:
    titles = {one.key: one.title for one in handouts()}
    notes, bare = (row for row in shown.panel.sheets._rows if not row.isHidden())
    for row, key in ((notes, "soar"), (bare, "soar"), (bare, "check-out")):
        choice = row.fields[2]
        assert isinstance(choice, ChoiceField)
        pick(choice, key)
    kept = [(sheet.title, sheet.handout) for sheet in shown.now.sheets_of(shown.item.id)]
    assert kept == [("Our notes", "soar"), (titles["check-out"], "check-out")]
    shown.frame.undo()
    shown.frame.undo()
    assert [one.handout for one in shown.now.sheets_of(shown.item.id)] == ["", GUIDE]


def test_a_handout_that_is_not_here_stays_chosen(shown: Shown) -> None:
    sheet = shown.now.sheets_of(shown.item.id)[0]
    shown.frame.document.edit("x", lambda now: set_fields(now, sheet.id, handout="own-gone"))
    choice = shown.panel.sheets._rows[0].fields[2]
    assert isinstance(choice, ChoiceField)
    assert choice.currentText() == "a handout that is not on this computer"
    assert choice.key == "own-gone"


def test_a_handout_is_seen_as_it_prints(shown: Shown, qtbot: QtBot) -> None:
    notes, guide = (row for row in shown.panel.sheets._rows if not row.isHidden())
    assert notes.show_button.isHidden(), "there is nothing to see"
    guide.show_button.setFocus()
    Hands(qtbot, shown.window).press("Return")
    page = shown.frame.page
    assert isinstance(page, PrintPage)


def test_every_field_of_an_item_is_reached_by_tab(shown: Shown, qtbot: QtBot) -> None:
    hands, seen = Hands(qtbot, shown.window), list[str]()
    shown.panel.title.setFocus()
    for _n in range(60):
        focus = QApplication.focusWidget()
        if focus is None or not shown.page.inspector.isAncestorOf(focus):
            break
        seen.append(focus.accessibleName())
        hands.press("Tab")
    wanted = {
        *("Why", "Add a step", "If short of time", "Minutes of the short version"),
        *("Private notes", "Phase", "Part", "Level", "Planned", "Kind", "Group", "Lead", "Room"),
        *("Audience", "Capabilities", "Add a material", "How many", "For whom", "+10 %"),
        *("Handout", "Its own number", "See it as it prints", "What it leaves behind"),
    }
    assert wanted - {"+10 %"} - set(seen) == set()
    in_order = [seen.index(name) for name in ("Why", "Material", "Handout", "Add a sheet")]
    assert in_order == sorted(in_order)


def test_the_lead_is_offered_from_the_people_and_may_be_anybody(shown: Shown, qtbot: QtBot) -> None:
    person = Person(RowId("7" * 32), 0, name="Aileen Campbell")
    shown.frame.document.edit("x", lambda now: add_person(now, person))
    hands, lead = Hands(qtbot, shown.window), shown.field("Lead")
    assert isinstance(lead, NameField)
    lead.setFocus()
    hands.type("camp")
    assert lead.offered is not None
    qtbot.keyClick(lead.offered, Qt.Key.Key_Down)
    qtbot.keyClick(lead.offered or lead, Qt.Key.Key_Tab)
    assert shown.item.lead == "Aileen Campbell"
    lead.setFocus()
    hands.press("Ctrl+A")
    hands.type("Somebody else")
    hands.press("Tab")
    assert shown.item.lead == "Somebody else"


def test_level_and_capabilities_are_set_by_keys(shown: Shown, qtbot: QtBot) -> None:
    hands = Hands(qtbot, shown.window)
    level = shown.field("Level")
    assert isinstance(level, ChoiceField)
    pick(level, Level.PERSONAL)
    assert shown.item.level is Level.PERSONAL
    shown.panel.capabilities.setFocus()
    hands.press("Space", "Down", "Space", "Space")
    roles = {focus.capability: focus.role for focus in shown.now.focus_of(shown.item.id)}
    first, second, *_rest = Capability
    assert roles == {first: Role.LEADS, second: Role.SUPPORTS}


def test_at_the_largest_text_nothing_is_cut_off(shown: Shown, qtbot: QtBot) -> None:
    inspector = shown.page.inspector
    for _n in range(len(TEXT_SIZES)):
        shown.window._look.larger()
    QApplication.processEvents()
    for widget in inspector.findChildren(QWidget):
        if widget.isVisible() and widget.minimumWidth() < widget.maximumWidth():
            right = widget.mapTo(inspector, widget.rect().bottomRight()).x()
            assert right <= inspector.width(), widget.accessibleName() or type(widget).__name__
    shown.window._look.normal()
