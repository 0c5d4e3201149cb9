"""Five published agendas, typed field by field into the window, give what their import gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.ui.dialogs.new_programme import NewProgramme
from tests.support.agendas import Data, agendas, entered
from tests.support.story import Story, running
from tests.support.typist import Typist, shape


@pytest.mark.parametrize("agenda", agendas(), ids=lambda agenda: agenda["id"])
def test_what_is_typed_equals_what_is_imported(
    agenda: Data, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    wanted = entered(agenda)
    with running(qtbot, qapp, tmp_path / "library.aiplanner") as story:
        story.window.resize(1366, 768)
        begin_blank(story, agenda["title"])
        Typist(story, qtbot).type_programme(wanted)
        assert shape(story.now) == shape(wanted)


def begin_blank(story: Story, title: str) -> None:
    """Begin with nothing but a session."""
    story.wait(lambda: bool(story.window.home.beginnings.found))
    story.hands.press("Ctrl+N")
    dialog = story.window.findChild(NewProgramme)
    assert dialog is not None
    story.hands.type(title)
    while not dialog.contents.toPlainText().startswith("Blank"):
        story.hands.press("Down")
    story.hands.press("Return")
    story.wait(lambda: story.window.frame is not None)
