"""Fields show the programme and take what is typed, or say beside them why not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Scheme
from aiplanner.domain.edits.fields import set_fields
from aiplanner.ui.binding import bind_choice, bind_text, row_link
from aiplanner.ui.document import Document
from aiplanner.ui.forms import Form, FormField
from aiplanner.ui.pages.overview_about import people_link, scheme_link, title_link
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField
from tests.support.open_documents import opened
from tests.support.plans import plan


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[Document]:
    """An empty programme, open."""
    with opened(plan(title="Plan", service="Ward 4")) as (made, _services):
        yield made


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[QWidget]:
    """A window to put fields in."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    with qtbot.waitActive(made):  # without it leaving a field is no event
        made.show()
    yield made
    made.close()


def placed(room: QWidget, *widgets: QWidget) -> None:
    """Put widgets into the room."""
    layout = room.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()  # what is not on show yet has no focus to lose


def service_field(room: QWidget, document: Document) -> TextField:
    """A field for the service."""
    field = TextField("Service")
    placed(room, field)
    bind_text(field, document, row_link(document.now.id, "service", "Change the service"))
    field.setFocus()
    field.setCursorPosition(len(field.text()))
    return field


def test_a_field_shows_the_programme(room: QWidget, document: Document) -> None:
    assert service_field(room, document).text() == "Ward 4"


def test_typing_reaches_the_programme_at_every_letter(room: QWidget, document: Document) -> None:
    field = service_field(room, document)
    QTest.keyClicks(field, " b")
    assert document.now.head.service == "Ward 4 b"


def test_typing_is_one_step_of_undo_that_the_field_follows(
    room: QWidget, document: Document
) -> None:
    field = service_field(room, document)
    QTest.keyClicks(field, " and 5")
    document.undo()
    assert (document.now.head.service, field.text()) == ("Ward 4", "Ward 4")


def test_leaving_and_coming_back_is_another_step(room: QWidget, document: Document) -> None:
    field = service_field(room, document)
    QTest.keyClicks(field, "b")
    field.clearFocus()
    field.setCursorPosition(len(field.text()))
    QTest.keyClicks(field, "c")
    document.undo()
    assert document.now.head.service == "Ward 4b"


def test_a_space_between_words_is_not_taken_from_under_the_fingers(
    room: QWidget, document: Document
) -> None:
    field = service_field(room, document)
    QTest.keyClicks(field, " ")
    assert (field.text(), document.now.head.service) == ("Ward 4 ", "Ward 4")
    field.clearFocus()
    assert field.text() == "Ward 4"


def test_a_change_from_elsewhere_is_shown(room: QWidget, document: Document) -> None:
    field = service_field(room, document)
    document.edit("x", lambda now: set_fields(now, now.id, service="Theatre 2"))
    assert field.text() == "Theatre 2"


def test_what_is_refused_stays_in_the_field_and_says_why(room: QWidget, document: Document) -> None:
    field, refusal = TextField("Title"), QLabel()
    placed(room, field, refusal)
    bind_text(field, document, title_link(document.now.id), refusal)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert document.now.head.title == "Plan"
    assert not refusal.isHidden()
    assert refusal.text() == field.accessibleDescription() != ""
    assert field.property("refused")
    QTest.keyClicks(field, "Better")
    assert document.now.head.title == "Better"
    assert refusal.isHidden()
    assert not field.property("refused")


def test_a_number_is_taken_at_the_end(room: QWidget, document: Document) -> None:
    field = TextField("People")
    placed(room, field)
    bind_text(field, document, people_link(document.now.id))
    QTest.keyClicks(field, "16")
    assert document.now.head.people is None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert document.now.head.people == 16


@pytest.mark.parametrize("typed", ["many", "-5", "1.5", "²", "9999999"])
def test_what_is_no_number_is_refused(room: QWidget, document: Document, typed: str) -> None:
    field, refusal = TextField("People"), QLabel()
    placed(room, field, refusal)
    bind_text(field, document, people_link(document.now.id), refusal)
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert document.now.head.people is None
    assert refusal.text()
    assert field.text() == typed


def test_an_emptied_number_is_unknown_again(room: QWidget, document: Document) -> None:
    document.edit("x", lambda now: set_fields(now, now.id, people=16))
    field = TextField("People")
    placed(room, field)
    bind_text(field, document, people_link(document.now.id))
    field.setFocus()
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert document.now.head.people is None


def test_many_lines_are_bound_too(room: QWidget, document: Document) -> None:
    area = TextArea("Purpose")
    placed(room, area)
    bind_text(area, document, row_link(document.now.id, "purpose", "Change the purpose"))
    QTest.keyClicks(area, "One")
    QTest.keyClick(area, Qt.Key.Key_Return)
    QTest.keyClicks(area, "Two")
    assert document.now.head.purpose == "One\nTwo"
    document.undo()
    assert area.toPlainText() == ""


def test_a_choice_is_bound_both_ways(room: QWidget, document: Document) -> None:
    field = ChoiceField("Names", [(scheme.value, scheme.value) for scheme in Scheme])
    placed(room, field)
    bind_choice(field, document, scheme_link(document.now.id))
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert document.now.head.scheme is Scheme.FIVE_D, "no answer is given in passing"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(field.view(), key)
    assert document.now.head.scheme is Scheme.FOUR_D
    document.undo()
    assert field.key == Scheme.FIVE_D


def test_a_form_is_built_from_rows(room: QWidget, document: Document) -> None:
    key = document.now.id
    made = Form(
        [
            FormField("Service", row_link(key, "service", "x")),
            FormField("Purpose", row_link(key, "purpose", "x"), lines=3),
            FormField("Names", scheme_link(key), answers=[("5-D", "five"), ("4-D", "four")]),
        ],
        document,
    )
    placed(room, made)
    kinds = (TextField, TextArea, ChoiceField)
    names = [widget.accessibleName() for kind in kinds for widget in made.findChildren(kind)]
    assert names == ["Service", "Purpose", "Names"]
