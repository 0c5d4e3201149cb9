"""Ask for a file to read or to write, without stopping the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from aiplanner.app.file_names import file_stem
from aiplanner.i18n import gettext as _
from aiplanner.ui.settings import Settings

_FOLDER = "last-folder"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file to read or write: its ending, its filter, what its dialog for saving says."""

    ending: str
    files: str
    save: str


PROGRAMMES = FileKind("json", _("Programmes (*.json)"), _("Save a copy"))
PACKS = FileKind("pdf", _("PDF files (*.pdf)"), _("Save PDF"))
WORD = FileKind("docx", _("Word files (*.docx)"), _("Save as Word"))
CALENDAR = FileKind("ics", _("Calendar files (*.ics)"), _("Save the calendar"))
PICTURES = FileKind("jpg", _("Pictures (*.jpg *.jpeg *.png)"), _("Save the picture"))
FORMS = FileKind("pdf", _("PDF forms (*.pdf)"), _("Save PDF"))
TABLES = FileKind("csv", _("Tables (*.csv)"), _("Save the results"))
CONTENT = FileKind("toml", _("Content files (*.toml)"), _("Export my bank"))


def ask_open(
    parent: QWidget,
    settings: Settings,
    then: Callable[[Path], object],
    kind: FileKind = PROGRAMMES,
) -> QFileDialog:
    """Ask for a programme's file (or one of what `kind` is of) and hand it over."""
    dialog = _dialog(parent, settings, _("Open a file"), kind, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_pictures(
    parent: QWidget, settings: Settings, then: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for pictures, one or more, and hand them over."""
    return _ask_several(parent, settings, _("Add photos"), PICTURES, then)


def ask_forms(
    parent: QWidget, settings: Settings, then: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for forms that came back, one or more, and hand them over."""
    return _ask_several(parent, settings, _("Choose forms"), FORMS, then)


def ask_folder(parent: QWidget, settings: Settings, then: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder, of forms that came back or to put PDFs into, and hand it over.

    While a place is typed Qt chooses the folders on the way too, and then tells of no single one.
    """
    dialog = _dialog(parent, settings, _("Choose a folder"), FORMS, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)

    def take_innermost(chosen: list[str]) -> None:
        if len(chosen) > 1:
            dialog.fileSelected.emit(max(chosen, key=len))

    dialog.filesSelected.connect(take_innermost)
    dialog.open()
    return dialog


def ask_save(
    parent: QWidget,
    settings: Settings,
    name: str,
    then: Callable[[Path], object],
    kind: FileKind = PROGRAMMES,
) -> QFileDialog:
    """Ask where a programme (or what `kind` is of) should be written and hand the place over.

    A name always gets the ending of its kind. Dialogs give it to names without a dot alone, so that
    "Ward 4 v1.2" would become a file that no program opens. Where a file of the name with its
    ending is there already, the dialog opens again with it, and asks whether to replace it.
    """

    def end(chosen: Path) -> None:
        ended = _ended(chosen, kind)
        if ended != chosen and ended.exists():
            _ask_place(parent, settings, ended.name, end, kind)
        else:
            then(ended)

    return _ask_place(parent, settings, file_name(name, kind), end, kind)


def _ask_place(
    parent: QWidget, settings: Settings, name: str, then: Callable[[Path], object], kind: FileKind
) -> QFileDialog:
    dialog = _dialog(parent, settings, kind.save, kind, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind.ending)
    dialog.selectFile(name)
    dialog.open()
    return dialog


def file_name(title: str, kind: FileKind = PROGRAMMES) -> str:
    """A file name that every system takes, made from a title."""
    return f"{file_stem(title)}.{kind.ending}"


def _ended(chosen: Path, kind: FileKind) -> Path:
    ending = f".{kind.ending}"
    ended = chosen.suffix.lower() == ending
    return chosen if ended else chosen.with_name(chosen.name + ending)


def _ask_several(
    parent: QWidget,
    settings: Settings,
    title: str,
    kind: FileKind,
    then: Callable[[list[Path]], object],
) -> QFileDialog:
    dialog = _dialog(parent, settings, title, kind, lambda _path: None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda chosen: then([Path(one) for one in chosen]))
    dialog.open()
    return dialog


def _dialog(
    parent: QWidget, settings: Settings, title: str, kind: FileKind, then: Callable[[Path], object]
) -> QFileDialog:
    dialog = QFileDialog(parent, title, settings.word(_FOLDER, str(Path.home())))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters([kind.files, _("All files (*)")])

    def take(chosen: str) -> None:
        settings.keep_word(_FOLDER, str(Path(chosen).parent))
        then(Path(chosen))

    dialog.fileSelected.connect(take)
    return dialog
