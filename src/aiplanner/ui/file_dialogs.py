"""Ask for a file to read or to write, without stopping the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.settings import Settings

_FOLDER = "last-folder"


def ask_open(parent: QWidget, settings: Settings, then: Callable[[Path], object]) -> QFileDialog:
    """Ask for a programme's file and hand it over."""
    dialog = _dialog(parent, settings, _("Open a file"), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_save(
    parent: QWidget, settings: Settings, name: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask where a programme should be written and hand the place over."""
    dialog = _dialog(parent, settings, _("Save a copy"), then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.selectFile(file_name(name))
    dialog.open()
    return dialog


def file_name(title: str) -> str:
    """A file name that every system takes, made from a title."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return (" ".join(kept.split())[:80] or _("programme")) + ".json"


def _dialog(
    parent: QWidget, settings: Settings, title: str, then: Callable[[Path], object]
) -> QFileDialog:
    dialog = QFileDialog(parent, title, settings.word(_FOLDER, str(Path.home())))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters([_("Programmes (*.json)"), _("All files (*)")])

    def take(chosen: str) -> None:
        settings.keep_word(_FOLDER, str(Path(chosen).parent))
        then(Path(chosen))

    dialog.fileSelected.connect(take)
    return dialog
