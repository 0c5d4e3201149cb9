"""People are listed by typing, pasting and importing, and every step can be undone by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.many_people import add_people
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.ui.dialogs.people_list import PeopleList
from aiplanner.ui.document import Document
from aiplanner.ui.models.people_cells import Column
from aiplanner.ui.pages.people import PeoplePage
from aiplanner.ui.services import Services
from tests.support.open_documents import opened
from tests.support.plans import item, plan, session
from tests.support.timeline_desk import listen

_NONE = Qt.KeyboardModifier.NoModifier
NAMES = ("Jane Doe", "John Smith", "Aisha Khan")


def listed(*names: str, **facts: object) -> Programme:
    programme = plan(session("10:00", item("Welcome", "10"), title="Best of what is"))
    people = [
        Person(RowId(f"a{n:031x}"), 0, name, **facts)  # type: ignore[arg-type]  # facts of a person
        for n, name in enumerate(names)
    ]
    return add_people(programme, people)


@dataclass
class Shown:
    """The page, its document, and what it said."""

    page: PeoplePage
    document: Document
    services: Services
    said: list[str]

    @property
    def names(self) -> list[str]:
        return [person.name for person in self.document.now.people]

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = _NONE) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, keys)

    def type(self, text: str) -> None:
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None
            QTest.keyClicks(target, letter)


def shown(programme: Programme, qtbot: QtBot) -> Iterator[Shown]:
    with opened(programme) as (document, services):
        said: list[str] = []
        there = replace(services, say=lambda text, **_ways: said.append(text))
        page = PeoplePage(document, there)
        qtbot.addWidget(page)
        page.resize(1180, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.arrive()
        yield Shown(page, document, there, said)
        page.close()


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Shown]:
    """The page of a programme without people."""
    yield from shown(listed(), qtbot)


@pytest.fixture
def three(qtbot: QtBot) -> Iterator[Shown]:
    """The page of a programme with three people."""
    yield from shown(listed(*NAMES), qtbot)


def test_an_empty_page_teaches_and_begins_with_pasting(empty: Shown) -> None:
    assert not empty.page.empty.isHidden()
    assert QApplication.focusWidget() is empty.page.empty.button
    assert empty.page.paste_button.isHidden(), "one way is offered once"


def test_people_are_typed_one_after_the_other(empty: Shown) -> None:
    empty.page.verbs()["add"]()
    empty.type("Jane Doe")
    empty.press(Qt.Key.Key_Tab)
    empty.type("Ward 4")
    empty.press(Qt.Key.Key_Tab)
    empty.type("nurse")
    empty.press(Qt.Key.Key_Return)
    empty.type("John  Smith")
    empty.press(Qt.Key.Key_Return)
    empty.press(Qt.Key.Key_Escape)

    assert empty.names == ["Jane Doe", "John Smith"]
    jane = empty.document.now.people[0]
    assert (jane.organisation, jane.job) == ("Ward 4", "nurse")
    assert empty.document.history.undo_label == "Add John Smith"
    for _step in range(4):
        empty.document.undo()
    assert empty.names == []


def test_typing_on_a_cell_writes_in_it(three: Shown) -> None:
    three.page.table.choose(1, Column.ORGANISATION)
    three.type("Ward 5")
    three.press(Qt.Key.Key_Return)

    assert three.document.now.people[1].organisation == "Ward 5"
    assert three.document.history.undo_label == "Change Organisation of John Smith"
    assert three.page.table.currentIndex().row() == 2, "Enter goes down"


def test_escape_leaves_a_cell_as_it_was(three: Shown) -> None:
    three.page.table.begin(0)
    three.type("Somebody else")
    three.press(Qt.Key.Key_Escape)
    assert three.names == list(NAMES)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("keeps the stories", (True, "keeps the stories")), ("yes", (True, "")), ("no", (False, ""))],
)
def test_the_core_team_is_typed_as_a_part_or_a_yes(
    three: Shown, typed: str, kept: tuple[bool, str]
) -> None:
    three.page.model.write(0, Column.CORE, "room and food")
    three.page.model.write(0, Column.CORE, typed)
    person = three.document.now.people[0]
    assert (person.core_team, person.core_role) == kept


def test_ticks_turn_with_space_and_are_spoken(
    three: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = listen(monkeypatch)
    three.page.table.choose(0, Column.FACILITATES)
    three.press(Qt.Key.Key_Space)
    assert heard == ["Facilitator: yes"]
    three.page.table.choose(0, Column.TAKES_PART)
    three.press(Qt.Key.Key_Return)
    person = three.document.now.people[0]
    assert (person.facilitates, person.takes_part) == (True, False)


def test_sessions_somebody_is_away_from_are_ticked_in_a_menu(
    three: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    three.page.table.choose(0, Column.AWAY)
    three.press(Qt.Key.Key_Return)
    menu = three.page.table.findChild(QMenu)
    assert menu is not None
    heard = listen(monkeypatch)
    menu.actions()[0].trigger()
    assert heard == ["Jane Doe is away"]
    menu.close()

    line = three.page.model.line(0)
    assert line.words(Column.AWAY) == "session 1"
    assert three.document.history.undo_label == "Jane Doe is away"


def test_a_name_that_is_too_long_is_refused_beside_its_cell(three: Shown) -> None:
    three.page.table.begin(0)
    editor = QApplication.focusWidget()
    assert editor is not None
    editor.setProperty("text", "x" * 501)
    three.press(Qt.Key.Key_Return)

    assert "too long" in editor.accessibleDescription()
    assert three.names == list(NAMES)
    three.press(Qt.Key.Key_Escape)


def test_people_move_are_duplicated_and_deleted(three: Shown) -> None:
    verbs, table = three.page.verbs(), three.page.table
    table.choose(0, Column.NAME)
    verbs["move_down"]()
    assert three.names == ["John Smith", "Jane Doe", "Aisha Khan"]
    assert table.chosen() == [three.document.now.people[1].id], "what moved stays chosen"
    verbs["move_up"]()
    verbs["move_up"]()
    assert three.names == list(NAMES), "beyond the first there is no place"
    verbs["duplicate"]()
    assert three.names == ["Jane Doe", "Jane Doe", "John Smith", "Aisha Khan"]
    verbs["delete"]()
    assert three.names == list(NAMES)
    assert three.said == ["Deleted Jane Doe."]


def test_several_people_move_and_go_together(three: Shown) -> None:
    ids = [person.id for person in three.document.now.people]
    three.page.table.choose_people(ids[:2])
    three.page.verbs()["move_down"]()
    assert three.names == ["Aisha Khan", "Jane Doe", "John Smith"]
    assert three.document.history.undo_label == "Move 2 people"
    three.page.verbs()["delete"]()
    assert three.names == ["Aisha Khan"]
    three.document.undo()
    assert three.names == ["Aisha Khan", "Jane Doe", "John Smith"]


def test_a_copy_holds_nothing_private(qtbot: QtBot) -> None:
    for there in shown(listed("Jane Doe", access="hearing loop", notes="shy"), qtbot):
        there.page.table.choose(0, Column.NAME)
        there.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().split("\t")[0] == "Jane Doe"
        assert "hearing" not in QGuiApplication.clipboard().text()
        assert "shy" not in QGuiApplication.clipboard().text()


def dialog(there: Shown) -> PeopleList:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PeopleList)]
    assert len([one for one in found if one.isVisible()]) == 1
    return next(one for one in found if one.isVisible())


def test_a_list_on_the_clipboard_is_looked_at_before_it_is_added(three: Shown) -> None:
    QGuiApplication.clipboard().setText(
        "Name\tTeam\tAccess needs\nJane Doe\t\t\nZoë\tWard 4\thearing loop\n\tWard 5\t\n"
    )
    three.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(three)

    assert asked.heads.isChecked()
    assert [field.key for field in asked.fields] == ["name", "organisation", "access"]
    assert asked.add_button.text() == "Add 1 person"
    assert "Line 2: Jane Doe is here already." in asked.told.text()
    assert "Line 4: no name, so it is left out." in asked.told.text()
    assert three.names == list(NAMES), "nothing is added before somebody says so"

    asked.again.setChecked(True)
    assert asked.add_button.text() == "Add 2 people"
    asked.again.setChecked(False)
    asked.add_button.click()

    assert three.names == [*NAMES, "Zoë"]
    added = three.document.now.people[-1]
    assert (added.organisation, added.access) == ("Ward 4", "hearing loop")
    assert three.document.history.undo_label == "Add 1 person"
    assert three.said == ["Added 1 person."]


def test_columns_are_given_another_meaning_in_the_preview(empty: Shown) -> None:
    asked = empty.page.commands.ask_list()
    asked.show_text("Doe, Jane\nSmith, John")
    for field, key in zip(asked.fields, ("family", "given"), strict=True):
        field.show_key(key)
        field.picked.emit(key)
    assert "Jane Doe" in asked.says.text()
    asked.add_button.click()
    assert empty.names == ["Jane Doe", "John Smith"]


def test_a_list_without_names_cannot_be_added(empty: Shown) -> None:
    asked = empty.page.commands.ask_list()
    assert not asked.add_button.isEnabled()
    asked.show_text("Ward 4\nWard 5")
    asked.fields[0].show_key("organisation")
    asked.fields[0].picked.emit("organisation")
    assert not asked.add_button.isEnabled()
    assert asked.says.text() == "Say which column holds the names."
    asked.reject()


def test_a_file_is_imported(empty: Shown, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes("Name;Employer\nZoë Müller;Café\nJosé;Ward 4\n".encode("cp1252"))
    empty.page.commands.read(file)
    empty.services.jobs.drain()
    asked = dialog(empty)

    assert "Windows-1252" in asked.says.text()
    asked.add_button.click()
    assert empty.names == ["Zoë Müller", "José"]


def test_a_file_that_is_no_list_is_refused_in_a_sentence(empty: Shown, tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(b"PK\x03\x04")
    for path in (file, tmp_path / "gone.csv"):
        empty.page.commands.read(path)
        empty.services.jobs.drain()
    assert "people.xlsx" in empty.said[0]
    assert "gone.csv" in empty.said[1]
    assert empty.names == []


def test_the_number_of_people_is_offered_for_the_plan(three: Shown) -> None:
    assert three.page.plan_button.text() == "Plan for 3 people"
    three.page.plan_button.click()
    assert three.document.now.head.people == 3
    assert three.page.plan_button.isHidden()


def test_the_model_keeps_the_rules_of_models(three: Shown, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(three.page.model)
    three.page.table.choose(0, Column.NAME)
    three.page.verbs()["delete"]()
    three.page.model.write(2, Column.NAME, "New one")
    three.document.undo()
    three.document.undo()
    assert three.names == list(NAMES)


def test_cells_are_spoken_with_their_column_and_rows_with_the_name(three: Shown) -> None:
    model = three.page.model
    spoken = model.index(0, Column.JOB).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Role: empty"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Jane Doe"


def test_two_thousand_people_follow_one_edit_by_repainting_one_row(qtbot: QtBot) -> None:
    for there in shown(listed(*(f"Person {n}" for n in range(2000))), qtbot):
        with qtbot.waitSignal(there.page.model.dataChanged) as changed:
            there.page.model.write(1000, Column.JOB, "nurse")
        first, last, *_roles = changed.args
        assert (first.row(), last.row()) == (1000, 1000)


def test_the_line_below_the_table_counts_one_as_one(qtbot: QtBot) -> None:
    for page in shown(listed("Jane Doe", organisation="Ward 4", facilitates=True), qtbot):
        told = page.page.totals.text()
        assert told.startswith("1 listed · 1 takes part · 1 organisation · 1 facilitates.")
