"""The logo is chosen, described, replaced and taken away at the side of the overview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from aiplanner.ui.document import Document
from aiplanner.ui.pages.overview_about import About
from aiplanner.ui.services import Services
from tests.support.hands import Hands
from tests.support.open_documents import opened
from tests.support.pictures import png
from tests.support.plans import item, plan, session
from tests.support.rich_programme import rich_programme


@dataclass(frozen=True, slots=True)
class Room:
    """The form and what it works on."""

    about: About
    document: Document
    services: Services

    @property
    def logo(self) -> str:
        """The key of the picture."""
        return self.document.now.head.logo


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    with opened(plan(session("10:00", item("Welcome", "10")))) as (document, services):
        about = About(document, services)
        qtbot.addWidget(about)
        with qtbot.waitActive(about):
            about.show()
            about.activateWindow()
        yield Room(about, document, services)
        services.jobs.drain()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "logo.png"
    made.write_bytes(png(120, 40))
    return made


def test_without_a_logo_only_choosing_one_is_offered(room: Room) -> None:
    field = room.about.logo

    assert field.choose_button.text() == "Choose a logo…"
    assert not field.remove_button.isVisible()
    assert not field.words.isVisible()
    assert not field.picture.isVisible()


def test_a_chosen_file_is_kept_and_shown_and_can_be_described(
    room: Room, file: Path, qtbot: QtBot
) -> None:
    hands = Hands(qtbot, room.about)
    field = room.about.logo
    dialog = field.choose()
    assert isinstance(dialog, QFileDialog)
    dialog.close()
    field.take(file)
    room.services.jobs.drain()

    assert set(room.services.library.pictures([room.logo])) == {room.logo}
    assert not field.picture.pixmap().isNull()
    assert field.choose_button.text() == "Change the logo…"
    assert field.said.text().startswith("It stands on the cover")
    words = field.words.focusProxy()
    words.setFocus()
    hands.type("Two hills")
    hands.press("Return")
    assert room.document.now.head.logo_words == "Two hills"
    assert field.picture.accessibleName() == "Logo: Two hills"


def test_it_is_removed_and_undo_brings_it_back(room: Room, file: Path) -> None:
    field = room.about.logo
    field.take(file)
    room.services.jobs.drain()
    key = room.logo
    field.remove()

    assert room.logo == ""
    assert not field.picture.isVisible()
    room.document.undo()
    room.services.jobs.drain()
    assert room.logo == key
    assert not field.picture.pixmap().isNull()


def test_what_is_no_picture_is_said_and_changes_nothing(room: Room, tmp_path: Path) -> None:
    wrong = tmp_path / "logo.svg"
    wrong.write_text("<svg")
    room.about.logo.take(wrong)
    room.services.jobs.drain()

    assert room.logo == ""
    assert "logo.svg" in room.about.logo.said.text()


def test_a_logo_that_this_library_does_not_hold_is_named_as_missing(qtbot: QtBot) -> None:
    with opened(rich_programme()) as (document, services):
        about = About(document, services)
        qtbot.addWidget(about)
        services.jobs.drain()

        assert about.logo.picture.text() == "The logo is not in this library."
        assert about.logo.picture.accessibleName().startswith("Logo: Lomond")
