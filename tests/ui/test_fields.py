"""Text fields leave undo to the programme and keep text clean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.clean_text import clean_line, clean_lines
from aiplanner.ui.widgets.search_field import SearchField
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField

Field = TextField | TextArea
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[TextField, TextArea])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Field]:
    """A field alone in a window, with the focus."""
    holder = QWidget()
    qtbot.addWidget(holder)
    made: Field = request.param("Title")
    QVBoxLayout(holder).addWidget(made)
    with qtbot.waitActive(holder):  # without it leaving a field is no event
        holder.show()
    made.setFocus()
    yield made
    holder.close()


def text_of(field: Field) -> str:
    """What the field holds."""
    return field.toPlainText() if isinstance(field, TextArea) else field.text()


def test_undo_reaches_the_window_while_a_field_is_typed_in(field: Field) -> None:
    heard: list[str] = []
    for key, name in (("Ctrl+Z", "undo"), ("Ctrl+Y", "redo")):
        action = QAction(field.window())
        action.setShortcut(key)
        action.triggered.connect(lambda _on, name=name: heard.append(name))
        field.window().addAction(action)
    QTest.keyClicks(field, "typed")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Y, CONTROL)
    assert heard == ["undo", "redo"]
    assert text_of(field) == "typed"


def test_a_field_does_not_undo_by_itself_when_the_window_has_nothing_to_undo(field: Field) -> None:
    QTest.keyClicks(field, "typed")
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert text_of(field) == "typed"


def test_what_is_pasted_is_cleaned(field: Field) -> None:
    QGuiApplication.clipboard().setText("Ward\u0007 4\r\nnext\x00")
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    lines = isinstance(field, TextArea)
    assert text_of(field) == ("Ward 4\nnext" if lines else "Ward 4 next")


def test_leaving_a_field_is_told(field: Field, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.left):
        field.clearFocus()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", "plain"),
        ("a\tb", "a\tb"),
        ("two\nlines", "two lines"),
        ("two \r\n lines", "two lines"),
        ("sep\u2028arated", "sep arated"),
        ("nul\x00 and \x1b", "nul and "),
        ("half \ud83d pair", "half  pair"),
        ("☀ Łódź مرحبا", "☀ Łódź مرحبا"),
    ],
)
def test_cleaning_one_line(text: str, line: str) -> None:
    assert clean_line(text) == line


def test_cleaning_keeps_line_breaks_where_there_may_be_some() -> None:
    assert clean_lines("one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_the_cursor_stays_where_it_was_when_text_is_cleaned(qtbot: QtBot) -> None:
    field = TextField("Title")
    qtbot.addWidget(field)
    field.setText("end")
    field.setCursorPosition(0)
    field.insert("a\nb\x07")
    assert (field.text(), field.cursorPosition()) == ("a bend", 3)


def test_a_field_of_many_lines_takes_only_plain_text(qtbot: QtBot) -> None:
    area = TextArea("Purpose")
    qtbot.addWidget(area)
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    area.insertFromMimeData(data)
    assert area.toPlainText() == "bold"


def test_a_field_of_many_lines_grows_with_its_text_up_to_its_bound(qtbot: QtBot) -> None:
    area = TextArea("Purpose", least=2, most=4)
    qtbot.addWidget(area)
    area.resize(300, 60)
    area.show()
    heights = []
    for lines in (1, 2, 3, 4, 9):
        area.show_text("\n".join("x" * lines))
        heights.append(area.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_showing_a_text_is_not_an_edit_of_the_user(qtbot: QtBot) -> None:
    area = TextArea("Purpose")
    qtbot.addWidget(area)
    with qtbot.assertNotEmitted(area.edited):
        area.show_text("from the programme")


def test_tab_leaves_a_field_of_many_lines(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    area, other = TextArea("Purpose"), TextField("Title")
    body = QVBoxLayout(holder)
    body.addWidget(area)
    body.addWidget(other)
    holder.show()
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert (area.toPlainText(), holder.focusWidget()) == ("", other)


def test_escape_empties_a_search(qtbot: QtBot) -> None:
    search = SearchField("Search", "")
    qtbot.addWidget(search)
    search.setText("words")
    with qtbot.waitSignal(search.sought):
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_the_wheel_does_not_change_a_choice_in_passing(qtbot: QtBot) -> None:
    field = ChoiceField("Paper", [("a4", "A4"), ("letter", "Letter")])
    qtbot.addWidget(field)
    field.show()
    field.clearFocus()
    _wheel(field)
    assert field.key == "a4"


def test_a_choice_tells_its_key_when_it_is_made_and_not_in_passing(qtbot: QtBot) -> None:
    field = ChoiceField("Paper", [("a4", "A4"), ("letter", "Letter"), ("a5", "A5")])
    qtbot.addWidget(field)
    told: list[str] = []
    field.picked.connect(told.append)
    field.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(field.view(), Qt.Key.Key_Down)
    assert told == []
    QTest.keyClick(field.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not field.view().isVisible())
    assert told == ["a5"]


def test_a_letter_makes_a_choice_at_once(qtbot: QtBot) -> None:
    field = ChoiceField("Paper", [("a4", "A4"), ("letter", "Letter")])
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    with qtbot.waitSignal(field.picked) as picked:
        QTest.keyClicks(field, "l")
    assert picked.args == ["letter"]


def _wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert event.type() is QEvent.Type.Wheel
    QApplication.sendEvent(widget, event)


def test_the_list_of_a_choice_shows_every_answer_whole(qtbot: QtBot, theme: Theme) -> None:
    del theme  # the answers are as high as the style sheet says
    field = ChoiceField("Kind", [(word, word) for word in ("sizes", "numbers", "pairs", "rest")])
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.show_key("pairs")
    QTest.keyClick(field, Qt.Key.Key_Down)
    listed = field.view()
    room = listed.viewport().rect()
    answers = [listed.model().index(row, 0) for row in range(field.count())]
    assert all(room.contains(listed.visualRect(answer)) for answer in answers)
    field.hidePopup()
