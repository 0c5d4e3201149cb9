"""One window: Home, or one programme in its frame, with the menus and keys of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from aiplanner.app.document import OpenDocument
from aiplanner.app.library import copy_words, opened, write_copy
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import actions, file_dialogs
from aiplanner.ui.dialogs.shortcuts import Shortcuts
from aiplanner.ui.dialogs.unsaved import ask_half_typed, ask_unsaved
from aiplanner.ui.document import Document
from aiplanner.ui.dropped_files import DroppedFiles
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.look import Look
from aiplanner.ui.page_table import PAGES
from aiplanner.ui.pages.home import HomePage
from aiplanner.ui.services import Services
from aiplanner.ui.theme import CHOICES, Theme

if TYPE_CHECKING:
    from aiplanner.ui.dialogs.new_programme import NewProgramme
    from aiplanner.ui.models.starters import Beginning
    from aiplanner.ui.programme_frame import ProgrammeFrame
    from aiplanner.ui.windows import Windows

_LEAST_SIZE = (1024, 640)
_FRAMES = (
    "find",
    "room",
    "room_full",
    "tally",
    "returned",
    "kept_answers",
    "photos",
    "copy_answers",
    "save_answers",
)
"""What the frame of a programme does on every page."""

Do = Callable[[], object]


class MainWindow(QMainWindow):
    """Opening a programme turns the window into its frame; Home turns it back."""

    closed = Signal(object)

    def __init__(self, services: Services, theme: Theme, windows: Windows) -> None:
        super().__init__()
        self._services, self._theme, self._windows = services, theme, windows
        self._frame: ProgrammeFrame | None = None
        self._look = Look(theme, services.settings)
        self.setMinimumSize(*_LEAST_SIZE)
        self.dropped = DroppedFiles(self, services, windows)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        pages = [(page.rail.key, page.rail.label) for page in PAGES]
        self.action_rows = (*actions.TABLE, *actions.page_rows(pages))
        self.actions_by_key = actions.Actions(self, self.action_rows, self._doings())
        self.menu = QMenu(self)
        self.actions_by_key.fill(self.menu)
        self.home = HomePage(services, self.menu, self._stack)
        self.home.opened.connect(self.open_programme)
        self.home.new_wanted.connect(self.new_programme)
        self.home.file_wanted.connect(self._ask_for_file)
        self.home.verbs_changed.connect(self._refresh_actions)
        self._stack.addWidget(self.home)
        theme.changed.connect(self._show_look)
        self._show_look()
        self._on_turned()
        self.home.refresh()
        self.home.arrive()

    @property
    def frame(self) -> ProgrammeFrame | None:
        """The frame of the open programme; None at Home."""
        return self._frame

    @property
    def programme_id(self) -> str | None:
        """The id of the open programme."""
        return None if self._frame is None else self._frame.document.now.id

    def open_programme(self, programme_id: str, row: str = "") -> None:
        """Load a programme and show it; a window that has it open comes forward instead."""
        if self._windows.raise_programme(programme_id, row):
            return
        library, key = self._services.library, RowId(programme_id)
        self._services.jobs.start(
            lambda _ticket: opened(library, key),
            partial(self._show_programme, row),
            self.home.desk.report,
        )

    def open_file(self, path: Path) -> None:
        """Add the programme in a file to the library and show it."""
        self._store_then(lambda: self._import(path))

    def new_programme(self, key: str = "") -> None:
        """Ask what the new programme is called and what it begins from."""
        dialog = _new_dialog(self, self.home.beginnings.found, key)
        dialog.begun.connect(lambda key, title: self._store_then(partial(self._begin, key, title)))
        dialog.open()

    def go_home(self) -> None:
        """Store the programme and show the library."""
        self._store_then(self._show_home)

    def save_copy(self) -> None:
        """Ask for a place and write the programme there as a file of its own."""
        if self._frame is not None:
            title = self._frame.document.now.head.title
            file_dialogs.ask_save(self, self._services.settings, title, self._write_copy)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything first; what cannot be stored is asked about."""
        event.ignore()
        self._store_then(self._close_now)

    def changeEvent(self, event: QEvent) -> None:
        """Going to another window stores at once; coming back to Home looks for news."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.ActivationChange:
            return
        if self._frame is not None and not self.isActiveWindow():
            self._frame.document.flush()
        elif self._frame is None and self.isActiveWindow():
            self.home.refresh()

    def _doings(self) -> Mapping[str, Do]:
        verbs = [row.key for row in actions.TABLE if row.scope == "page"]
        return {
            **{key: partial(self._do_verb, key) for key in (*verbs, *_FRAMES)},
            **{f"page_{p.rail.key}": partial(self._turn, p.rail.key) for p in PAGES},
            **{f"theme_{c}": partial(self._look.choose_theme, c) for c in CHOICES},
            "larger": self._look.larger,
            "smaller": self._look.smaller,
            "normal": self._look.normal,
            "new": self.new_programme,
            "open_file": self._ask_for_file,
            "save_copy": self.save_copy,
            "print": self._print,
            "new_window": self._windows.open,
            "close": self.close,
            "quit": self._windows.quit,
            "home": self.go_home,
            "undo": partial(self._do_history, "undo"),
            "redo": partial(self._do_history, "redo"),
            "keys": lambda: Shortcuts(self, self.action_rows).open(),
            "menu": self._open_menu,
        }

    def _do_verb(self, key: str) -> None:
        do = (self._frame or self.home).verbs().get(key)
        if do is not None:
            do()

    def _do_history(self, step: str) -> None:
        if self._frame is not None:
            {"undo": self._frame.undo, "redo": self._frame.redo}[step]()
        elif step == "undo":
            self.home.undo()

    def _open_menu(self) -> None:
        (self._frame or self.home).bar.open_menu()

    def _print(self) -> None:
        """Print what is on show; where that cannot be printed, turn to the Print page."""
        (self._frame or self.home).verbs().get("print", partial(self._turn, "print"))()

    def _turn(self, page: str) -> None:
        if self._frame is not None:
            self._frame.go(page)

    def _show_programme(self, row: str, made: OpenDocument) -> None:
        services = self._services
        document = Document(made, services.library, services.jobs, services.now)
        frame = _frame_of(document, services, self.menu, self._stack)
        document.setParent(frame)
        frame.home_wanted.connect(self.go_home)
        frame.verbs_changed.connect(self._refresh_actions)
        frame.retitled.connect(self._on_turned)
        frame.rail.name_with(self.actions_by_key.name_pages)
        self._frame = frame
        self._stack.addWidget(frame)
        self._stack.setCurrentWidget(frame)
        self._on_turned()
        frame.page.arrive()
        if row:
            frame.show_place(row)

    def _show_home(self) -> None:
        self._drop_frame()
        self._stack.setCurrentWidget(self.home)
        self.home.refresh()
        self.home.arrive()
        self._on_turned()

    def _drop_frame(self) -> None:
        frame, self._frame = self._frame, None
        if frame is not None:
            frame.shut()
            self._stack.removeWidget(frame)
            frame.deleteLater()

    def _store_then(self, then: Do) -> None:
        frame = self._frame
        if frame is None:
            then()
            return
        if sheet := frame.paper.half_typed:
            without = partial(self._without_sheet, frame, then)
            ask_half_typed(self, sheet, back=frame.paper.open, leave=without)
            return
        frame.leave()
        self._services.jobs.drain()
        if frame.document.state == "saved":
            then()
            return
        ask_unsaved(
            self,
            frame.banner.trouble,
            retry=partial(self._store_then, then),
            copy=self.save_copy,
            leave=then,
        )

    def _without_sheet(self, frame: ProgrammeFrame, then: Do) -> None:
        frame.paper.clear()
        self._store_then(then)

    def _close_now(self) -> None:
        self._services.settings.keep_window(self)
        self.dropped.stop()
        self._drop_frame()
        self.hide()
        self.closed.emit(self)

    def _begin(self, key: str, title: str) -> None:
        self._show_home()
        self.home.notice.say(_("Opening “{title}”…").format(title=title))
        self.home.desk.begin(key, title, self.open_programme)

    def _import(self, path: Path) -> None:
        self._show_home()
        self.home.desk.import_file(path, self.open_programme)

    def _ask_for_file(self) -> None:
        file_dialogs.ask_open(self, self._services.settings, self.open_file)

    def _write_copy(self, path: Path) -> None:
        frame = self._frame
        if frame is None:
            return
        programme, library = frame.document.now, self._services.library
        self._services.jobs.start(
            lambda _ticket: write_copy(library, programme, path),
            lambda left_out: frame.say(copy_words(path, left_out)),
            partial(self._on_copy_failed, frame),
            owner=frame,
        )

    def _on_copy_failed(self, frame: ProgrammeFrame, error: BaseException) -> None:
        if not is_known(error):
            raise error
        frame.banner.say(sentence(error), do=self.save_copy)

    def _on_turned(self) -> None:
        title = "" if self._frame is None else self._frame.title.text()
        self.setWindowTitle(f"{title} – aiplanner" if title else "aiplanner")
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        frame, by_key = self._frame, self.actions_by_key
        by_key.enable("programme", usable=frame is not None)
        by_key.enable_only("page", (frame or self.home).verbs())
        printable = "print" in self.home.verbs() if frame is None else frame.has_page("print")
        by_key["print"].setEnabled(printable)
        undo = (frame or self.home).undo_label
        redo = None if frame is None else frame.document.history.redo_label
        for key, label, bare, full in (
            ("undo", undo, _("Undo"), _("Undo: {label}")),
            ("redo", redo, _("Redo"), _("Redo: {label}")),
        ):
            by_key[key].setEnabled(label is not None)
            by_key[key].setText(full.format(label=label) if label else bare)

    def _show_look(self) -> None:
        self.actions_by_key.choose("theme", f"theme_{self._theme.choice}")


# Imported when they are first used, or in a quiet moment (`page_table.load_pages`).


def _frame_of(
    document: Document, services: Services, menu: QMenu, parent: QWidget
) -> ProgrammeFrame:
    from aiplanner.ui.programme_frame import ProgrammeFrame  # noqa: PLC0415 - not before it is used

    return ProgrammeFrame(document, services, menu, PAGES, parent)


def _new_dialog(window: QMainWindow, found: Sequence[Beginning], key: str) -> NewProgramme:
    from aiplanner.ui.dialogs.new_programme import NewProgramme  # noqa: PLC0415 - like the frame

    return NewProgramme(window, found, key)
