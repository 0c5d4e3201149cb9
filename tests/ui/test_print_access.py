"""Access needs are printed when that is asked for, each time anew, and in one document alone."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.many_people import add_people
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.ui.pages.print_choices import PrintChoices
from aiplanner.ui.settings import Settings
from tests.support.plans import item, plan, session

LISTED = ("cover", "people-list")


def programme(access: str) -> Programme:
    people = [Person(RowId("a" * 32), 0, "Jane", access=access)]
    return add_people(plan(session("10:00", item("Welcome", "5"))), people)


@pytest.fixture
def choices(qtbot: QtBot) -> PrintChoices:
    """The choices above the documents."""
    made = PrintChoices(Settings())
    qtbot.addWidget(made)
    return made


def test_it_is_offered_where_there_are_needs_and_a_document_that_can_tell_them(
    choices: PrintChoices,
) -> None:
    for needs, documents, offered in (
        ("hearing loop", LISTED, True),
        ("hearing loop", ("cover",), False),
        ("", LISTED, False),
    ):
        choices.ask_private(programme(needs), documents)
        assert choices.private.isHidden() is not offered
        assert not choices.access, "nobody has asked yet"


def test_asking_is_told_and_forgotten_with_the_document(
    choices: PrintChoices, qtbot: QtBot
) -> None:
    choices.ask_private(programme("hearing loop"), LISTED)
    with qtbot.waitSignal(choices.changed):
        choices.private.click()
    assert choices.access

    choices.ask_private(programme("hearing loop"), ("cover",))
    choices.ask_private(programme("hearing loop"), LISTED)
    assert not choices.access, "it is asked for anew"


def test_it_is_not_remembered(choices: PrintChoices) -> None:
    choices.ask_private(programme("hearing loop"), LISTED)
    choices.private.click()
    later = PrintChoices(Settings())
    later.ask_private(programme("hearing loop"), LISTED)
    assert not later.access
    later.deleteLater()
