"""Groups are made, drawn anew, moved by key, menu and mouse, and named, each as one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.many_people import Draw, add_people, make_grouping
from aiplanner.domain.edits.people import set_absent
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Grouping, GroupingKind, Person
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.pages.people import GROUPS, PeoplePage
from aiplanner.ui.pages.people_groups import GroupsView
from aiplanner.ui.widgets.people.members import MIME, Members
from tests.support.open_documents import opened
from tests.support.plans import counted_ids, item, plan, session

TABLES, PAIRS = RowId("b" * 32), RowId("c" * 32)


def crowd(count: int) -> Programme:
    programme = plan(session("10:00", item("Welcome", "10"), title="Best of what is"))
    people = [
        Person(RowId(f"a{n:031x}"), 0, f"Person {n}", organisation=f"Ward {n % 3}")
        for n in range(count)
    ]
    return add_people(programme, people)


def seated(count: int = 9) -> Programme:
    """At tables of three."""
    programme = crowd(count)
    return make_grouping(programme, Grouping(TABLES, 0, size=3), Draw(1), counted_ids(9_000))


@dataclass
class Shown:
    """The view of groups, its page, its document, and what it said."""

    page: PeoplePage
    document: Document
    said: list[str]

    @property
    def view(self) -> GroupsView:
        return self.page.groups

    @property
    def groups(self) -> list[list[str]]:
        now = self.document.now
        return [[p.name for p in now.members_of(g.id)] for g in self.view.groups_on_show()]

    def members(self, number: int) -> Members:
        return self.view.board.cards[number].members

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, keys)


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
        page.views.choose(GROUPS)
        page.views.chosen.emit(GROUPS)
        yield Shown(page, document, said)
        page.close()


@pytest.fixture
def tables(qtbot: QtBot) -> Iterator[Shown]:
    """Nine people at tables of three."""
    yield from shown(seated(), qtbot)


@pytest.fixture
def bare(qtbot: QtBot) -> Iterator[Shown]:
    """Nine people in no groups yet."""
    yield from shown(crowd(9), qtbot)


def test_groups_are_made_as_the_dialog_foretells(bare: Shown) -> None:
    assert not bare.view.empty.isHidden()
    asked = bare.view.make()
    asked.number.setValue(4)
    assert asked.says.text() == "9 people come. That makes 3 groups of 3."
    asked.title_field.setText("Tables")
    asked.make_button.click()

    assert [len(group) for group in bare.groups] == [3, 3, 3]
    assert bare.document.history.undo_label == "Make Tables · the whole programme"
    assert bare.said == ["Made Tables · the whole programme."]
    now = bare.document.now
    for group in bare.view.groups_on_show():
        assert len({p.organisation for p in now.members_of(group.id)}) == 3, "they are mixed"
    bare.document.undo()
    assert not bare.view.empty.isHidden()


def test_a_number_of_groups_and_rounds_of_pairs_are_offered(bare: Shown) -> None:
    asked = bare.view.make()
    asked.kind.show_key("count")
    asked.kind.picked.emit("count")
    asked.number.setValue(4)
    assert "4 groups: 1 of 3, 3 of 2" in asked.says.text()
    asked.kind.show_key("pairs")
    asked.kind.picked.emit("pairs")
    assert "up to 6 rounds" in asked.says.text()
    assert "trio" in asked.says.text()
    asked.number.setValue(8)
    assert "After 6 rounds people meet again" in asked.says.text()
    asked.number.setValue(2)
    asked.make_button.click()

    assert bare.view.round.count() == 2
    assert sorted(map(len, bare.groups)) == [2, 2, 2, 3]
    assert "nobody meets twice" in bare.view.facts.text()


def test_who_is_away_from_the_session_is_in_no_group(qtbot: QtBot) -> None:
    programme = crowd(9)
    one = programme.sessions[0].id
    away = [person.id for person in programme.people[:3]]
    for there in shown(set_absent(programme, one, away), qtbot):
        asked = there.view.make()
        asked.whom.show_key(one)
        asked.whom.picked.emit(one)
        assert asked.says.text().startswith("6 people come.")
        asked.make_button.click()
        assert sorted(name for group in there.groups for name in group) == [
            f"Person {n}" for n in range(3, 9)
        ]


def test_alt_and_arrows_move_somebody_to_the_next_group(tables: Shown) -> None:
    tables.members(0).setFocus()
    name = tables.groups[0][0]
    tables.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert name not in tables.groups[0]
    assert name in tables.groups[1]
    assert tables.document.history.undo_label == f"Move {name} to Group 2"
    assert QApplication.focusWidget() is tables.members(1), "the focus goes with the person"
    tables.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert name in tables.groups[0]


def test_moves_within_a_group_are_the_window_s_keys(tables: Shown) -> None:
    tables.members(0).setFocus()
    before = tables.groups[0]
    tables.page.verbs()["move_down"]()
    assert tables.groups[0] == [before[1], before[0], before[2]]
    tables.page.verbs()["move_up"]()
    assert tables.groups[0] == before


def test_a_menu_names_every_group_and_the_way_out(tables: Shown) -> None:
    tables.members(0).setFocus()
    name = tables.groups[0][0]
    tables.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    menu = tables.view.board.findChild(QMenu)
    assert menu is not None
    assert [a.text().replace("&", "") for a in menu.actions() if not a.isSeparator()] == [
        "To Group 1",
        "To Group 2",
        "To Group 3",
        "Out of the group",
    ]
    menu.actions()[-1].trigger()
    menu.close()

    assert all(name not in group for group in tables.groups)
    rest = tables.view.board.rest
    assert not rest.isHidden()
    assert rest.members.item(0).text() == name


def test_somebody_is_dropped_at_a_place_in_another_group(tables: Shown) -> None:
    now = tables.document.now
    person = now.members_of(tables.view.groups_on_show()[0].id)[0]
    data = QMimeData()
    data.setData(MIME, person.id.encode())
    target = tables.members(1)
    place = QPointF(target.visualItemRect(target.item(0)).topLeft() + QPoint(5, 2))
    target.dropEvent(
        QDropEvent(
            place,
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert tables.groups[1][0] == person.name


def test_a_stranger_dropped_here_changes_nothing(tables: Shown) -> None:
    before = tables.document.now
    tables.view.moves.move(RowId("9" * 32), tables.view.groups_on_show()[0].id)
    assert tables.document.now is before


def test_groups_are_drawn_anew_in_one_step_and_keep_their_names(tables: Shown) -> None:
    card = tables.view.board.cards[0]
    assert card.title_field is not None
    card.title_field.setFocus()
    QTest.keyClicks(card.title_field, "Window")
    before = tables.groups
    tables.view.again_button.click()

    assert tables.groups != before
    assert tables.view.groups_on_show()[0].title == "Window"
    tables.document.undo()
    assert tables.groups == before


def test_arrows_walk_on_through_the_groups(tables: Shown) -> None:
    members = tables.members(0)
    members.setFocus()
    members.setCurrentRow(2)
    tables.press(Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is tables.members(1)
    tables.press(Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is tables.members(0)


def test_an_empty_group_comes_and_goes(tables: Shown) -> None:
    tables.view.add_group()
    assert [len(group) for group in tables.groups] == [3, 3, 3, 0]
    tables.members(2).setFocus()
    name = tables.groups[2][0]
    tables.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert tables.groups[3] == [name]
    tables.view.moves.drop_empty()
    assert len(tables.groups) == 4, "somebody is in each"
    tables.document.undo()
    tables.view.moves.drop_empty()
    assert [len(group) for group in tables.groups] == [3, 3, 3]


def test_groups_are_copied_as_a_table_and_deleted(tables: Shown) -> None:
    tables.view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Round\tGroup\tRoom\tName\tOrganisation"
    assert len(lines) == 10
    tables.page.verbs()["delete"]()
    assert not tables.view.empty.isHidden()
    assert len(tables.document.now.people) == 9
    assert tables.document.history.undo_label == "Delete Groups · the whole programme"


def test_repeats_are_told(qtbot: QtBot) -> None:
    programme = make_grouping(
        crowd(4), Grouping(PAIRS, 0, kind=GroupingKind.PAIRS), Draw(1, rounds=4), counted_ids(9_000)
    )
    for there in shown(programme, qtbot):
        assert "2 meetings are repeats" in there.view.facts.text()


def test_a_row_of_the_groups_brings_its_view(qtbot: QtBot) -> None:
    for there in shown(seated(), qtbot):
        there.page.show_row(there.document.now.people[2].id)
        assert there.page.table.chosen() == [there.document.now.people[2].id]
        there.page.show_row(there.document.now.groups_of(TABLES)[0].id)
        assert there.page.views.current == GROUPS


def test_printing_goes_to_the_lists_of_groups(qtbot: QtBot) -> None:
    with opened(seated()) as (document, services):
        gone: list[tuple[str, str]] = []
        there = replace(
            services, go=lambda page, row=None, document="": gone.append((page, document))
        )
        page = PeoplePage(document, there)
        qtbot.addWidget(page)
        page.groups.print_wanted.emit()
    assert gone == [("print", "group-lists")]


def test_a_new_name_is_written_where_the_groups_are_and_enter_ends_it(tables: Shown) -> None:
    tables.view.verbs()["rename"]()
    field = QApplication.focusWidget()
    assert tables.view.name_row.isVisible()
    assert field is not None
    QTest.keyClicks(field, "Tables")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert tables.document.now.get(TABLES, Grouping).title == "Tables"
    assert not tables.view.name_row.isVisible()
    assert QApplication.focusWidget() is tables.members(0)


def test_the_field_for_a_name_goes_with_the_groups_it_names(tables: Shown) -> None:
    other = Grouping(PAIRS, 0, title="Others", size=2)
    tables.document.edit(
        "Make others", lambda now: make_grouping(now, other, Draw(1), counted_ids(8_000))
    )
    tables.view.verbs()["rename"]()
    assert tables.view.name_row.isVisible()
    tables.view.show_grouping(PAIRS)
    assert not tables.view.name_row.isVisible()


def test_groups_for_a_session_that_somebody_deleted_are_refused_in_words(bare: Shown) -> None:
    asked = bare.view.make()
    gone = bare.document.now.sessions[0].id
    asked.whom.show_key(gone)
    bare.document.edit("theirs", lambda now: delete_session(now, gone))
    asked.make_button.click()
    assert bare.document.now.groupings() == ()
    assert len(bare.said) == 1


def test_groups_that_are_deleted_at_once_leave_no_cards_behind(bare: Shown) -> None:
    bare.document.edit(
        "Make", lambda now: make_grouping(now, Grouping(TABLES, 0), Draw(1), counted_ids(9_000))
    )
    cards = [card.members for card in bare.view.board.cards]
    bare.view.delete()
    QApplication.processEvents()
    assert cards
    assert not any(members.isVisible() for members in cards)
    assert QApplication.focusWidget() is bare.view.empty.button
