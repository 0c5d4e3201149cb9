"""No test sees another's settings or library, nor those of whoever runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from aiplanner.places import library_place, packs_folder


@pytest.mark.parametrize("turn", ["one", "the other"])
def test_settings_are_each_tests_own(turn: str, home: Path) -> None:
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    settings = QSettings(ini, user, "aiplanner", "aiplanner")
    assert Path(settings.fileName()).is_relative_to(home)
    assert settings.value("turn") is None
    settings.setValue("turn", turn)
    settings.sync()


def test_the_users_files_are_in_the_tests_home(home: Path) -> None:
    assert Path(library_place()).is_relative_to(home)
    assert packs_folder().is_relative_to(home)
    assert Path.home() == home == Path(os.environ["HOME"])
