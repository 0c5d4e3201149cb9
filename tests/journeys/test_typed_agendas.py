"""Five published agendas, typed field by field into the window, give what their import gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.agendas import Data, agendas, entered
from tests.support.story import running
from tests.support.typist import Typist, shape


@pytest.mark.parametrize("agenda", agendas(), ids=lambda agenda: agenda["id"])
def test_what_is_typed_equals_what_is_imported(
    agenda: Data, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    wanted = entered(agenda)
    with running(qtbot, qapp, tmp_path / "library.aiplanner") as story:
        story.window.resize(1366, 768)
        story.begin(agenda["title"], "Blank")
        Typist(story, qtbot).type_programme(wanted)
        assert shape(story.now) == shape(wanted)
