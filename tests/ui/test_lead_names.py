"""Whoever leads an item is offered from the people, and may be somebody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.many_people import add_people
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.widgets.name_field import NameField
from tests.support.open_documents import opened
from tests.support.plans import item, named, plan, session


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[SessionsPage]:
    """A session of two items, and two people."""
    people = [Person(RowId(f"a{n:031x}"), 0, name) for n, name in enumerate(("Jane Doe", "Li Wei"))]
    programme = add_people(plan(session("10:00", item("Welcome", "5"), item("End", "5"))), people)
    with opened(programme) as (document, services):
        made = SessionsPage(document, services)
        qtbot.addWidget(made)
        made.resize(1366, 700)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        yield made
        made.close()


def lead_of(page: SessionsPage, title: str) -> str:
    return named(page.model.programme, title).lead


def begin(page: SessionsPage) -> NameField:
    page.table.begin(0, Column.LEAD)
    field = page.table.editor
    assert isinstance(field, NameField)
    return field


def test_a_name_is_taken_from_the_list_and_the_cell_is_done(page: SessionsPage) -> None:
    field = begin(page)
    QTest.keyClicks(field, "wei")
    offered = field.offered
    assert offered is not None
    offered.setCurrentIndex(offered.model().index(0, 0))

    QApplication.sendEvent(
        offered,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    )

    assert lead_of(page, "Welcome") == "Li Wei"
    assert page.table.editor is None
    assert page.table.currentIndex().row() == 1, "Enter goes down as in every column"


def test_somebody_who_is_not_listed_leads_all_the_same(page: SessionsPage) -> None:
    field = begin(page)
    QTest.keyClicks(field, "Jan")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert lead_of(page, "Welcome") == "Jan"
