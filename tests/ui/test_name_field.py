"""Names are offered while one is typed, and never stand in the way of typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from aiplanner.ui.widgets.name_field import NameField

NAMES = ("Jane Doe", "John Smith", "Maria Jansen")


class Ends(QObject):
    """Hears which keys end the typing, as a table's delegate does."""

    def __init__(self, field: NameField) -> None:
        super().__init__(field)
        self.heard: list[tuple[Qt.Key, str]] = []
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Tab)
        if ends:
            self.heard.append((Qt.Key(event.key()), self._field.text()))
        return ends


@pytest.fixture
def field(qtbot: QtBot) -> NameField:
    made = NameField("Lead", NAMES)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def popup(field: NameField) -> QAbstractItemView:
    view = field.offered
    assert view is not None, "names are offered"
    return view


def press(view: QAbstractItemView, key: Qt.Key) -> None:
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier(0)))


def test_names_that_hold_the_letters_are_offered_in_their_order(field: NameField) -> None:
    QTest.keyClicks(field, "ja")

    model = popup(field).model()
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == [
        "Jane Doe",
        "Maria Jansen",
    ]
    assert field.text() == "ja", "nothing is filled in by itself"
    popup(field).hide()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_who_is_not_listed_can_be_typed_with_the_list_open(field: NameField, key: Qt.Key) -> None:
    ends = Ends(field)
    QTest.keyClicks(field, "jan")

    press(popup(field), key)

    assert ends.heard == [(key, "jan")]
    assert field.offered is None


def test_a_name_from_the_list_is_taken_with_one_key(field: NameField) -> None:
    ends = Ends(field)
    QTest.keyClicks(field, "smi")
    popup(field).setCurrentIndex(popup(field).model().index(0, 0))

    press(popup(field), Qt.Key.Key_Return)

    assert ends.heard == [(Qt.Key.Key_Return, "John Smith")]
