"""Everything that can be done from menu and keyboard, as one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.rail import RailRow
from aiplanner.ui.widgets.menus import give_letters


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One thing to do: its key in the code, its words, its shortcuts, and the menu it is in.

    `scope` says when it can be used: always, with a programme open, or when the page offers it.
    Rows with the same `choice` exclude each other and show which one holds. `after_line` puts a
    dividing line above it.
    """

    key: str
    text: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    scope: str = "always"
    choice: str = ""
    after_line: bool = False


MENUS = {
    "file": _("Programme"),
    "edit": _("Edit"),
    "go": _("Go to"),
    "view": _("View"),
    "help": _("Help"),
}

TABLE: tuple[ActionRow, ...] = (
    ActionRow("new", _("New programme…"), ("Ctrl+N",), "file"),
    ActionRow("open_file", _("Open a file…"), ("Ctrl+O",), "file"),
    ActionRow("save_copy", _("Save a copy…"), ("Ctrl+Shift+S",), "file", "programme"),
    ActionRow("save_answers", _("Save the evaluation results…"), (), "file", "programme"),
    ActionRow("save_starter", _("Save as a starter…"), (), "file", "page"),
    ActionRow("print", _("Print"), ("Ctrl+P",), "file", "programme"),
    ActionRow("new_window", _("New window"), ("Ctrl+Shift+N",), "file", after_line=True),
    ActionRow("close", _("Close the window"), ("Ctrl+W",), "file"),
    ActionRow("quit", _("Quit"), ("Ctrl+Q",), "file"),
    ActionRow("undo", _("Undo"), ("Ctrl+Z",), "edit", "history"),
    ActionRow("redo", _("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "edit", "history"),
    ActionRow("cut", _("Cut"), ("Ctrl+X",), "edit", "page", after_line=True),
    ActionRow("copy", _("Copy"), ("Ctrl+C",), "edit", "page"),
    ActionRow("paste", _("Paste"), ("Ctrl+V",), "edit", "page"),
    ActionRow("copy_agenda", _("Copy the agenda for a mail"), ("Ctrl+Shift+C",), "edit", "page"),
    ActionRow("copy_answers", _("Copy the evaluation results"), (), "edit", "programme"),
    ActionRow("add", _("Add"), ("Ins",), "edit", "page", after_line=True),
    ActionRow("rename", _("Change"), ("F2",), "edit", "page"),
    ActionRow("duplicate", _("Duplicate"), ("Ctrl+D",), "edit", "page"),
    ActionRow("delete", _("Delete"), ("Del",), "edit", "page"),
    ActionRow("move_up", _("Move up"), ("Alt+Up",), "edit", "page"),
    ActionRow("move_down", _("Move down"), ("Alt+Down",), "edit", "page"),
    ActionRow("to_previous", _("Move to the session before"), ("Alt+PgUp",), "edit", "page"),
    ActionRow("to_next", _("Move to the next session"), ("Alt+PgDown",), "edit", "page"),
    ActionRow("split", _("Split"), ("Ctrl+Shift+D",), "edit", "page", after_line=True),
    ActionRow("merge", _("Merge"), ("Ctrl+Shift+M",), "edit", "page"),
    ActionRow("pin", _("Pin or unpin"), ("Ctrl+L",), "edit", "page"),
    ActionRow("short", _("Plan short, or in full again"), ("Ctrl+Shift+H",), "edit", "page"),
    ActionRow("park", _("Park, or plan again"), ("Ctrl+Shift+K",), "edit", "page"),
    ActionRow("skip", _("Skip, or plan again"), ("Ctrl+Shift+L",), "edit", "page"),
    ActionRow("fold", _("Collapse or expand the section"), ("Ctrl+.",), "edit", "page"),
    ActionRow("bank", _("Activity bank"), ("Ctrl+B",), "edit", "page", after_line=True),
    ActionRow("hints", _("Hints"), ("Ctrl+H",), "edit", "page"),
    ActionRow("plan_b", _("Plan B…"), ("Ctrl+Shift+B",), "edit", "page"),
    ActionRow("in_full", _("Plan everything in full again"), (), "edit", "page"),
    ActionRow("find", _("Find"), ("Ctrl+F", "Ctrl+K"), "edit", after_line=True),
    ActionRow("home", _("Home"), ("Alt+Home",), "go", "programme"),
    ActionRow("actions", _("Actions in all programmes"), ("Ctrl+Shift+A",), "go", "page"),
    ActionRow("room", _("Room view"), ("F5",), "go", "programme"),
    ActionRow("room_full", _("Room view, full screen"), ("Shift+F5",), "go", "programme"),
    ActionRow("tally", _("Type in what came back…"), ("Ctrl+R",), "go", "programme"),
    ActionRow("returned", _("Forms that came back…"), ("Ctrl+Shift+F",), "go", "programme"),
    ActionRow("kept_answers", _("Kept answers…"), (), "go", "programme"),
    ActionRow("photos", _("Photos of the wall…"), ("Ctrl+Shift+R",), "go", "programme"),
    ActionRow("timeline", _("Table or timeline"), ("Ctrl+T",), "view", "page"),
    ActionRow("all_sessions", _("All sessions"), ("Ctrl+Shift+T",), "view", "page"),
    ActionRow("larger", _("Larger text"), ("Ctrl++", "Ctrl+="), "view", after_line=True),
    ActionRow("smaller", _("Smaller text"), ("Ctrl+-",), "view"),
    ActionRow("normal", _("Text at 100 %"), ("Ctrl+0",), "view"),
    ActionRow(
        "theme_system", _("Colours of the system"), (), "view", choice="theme", after_line=True
    ),
    ActionRow("theme_light", _("Light"), (), "view", choice="theme"),
    ActionRow("theme_dark", _("Dark"), (), "view", choice="theme"),
    ActionRow("theme_contrast", _("High contrast"), (), "view", choice="theme"),
    ActionRow("guide", _("Guide to this page"), ("F1",), "help", "page"),
    ActionRow("keys", _("Keys"), ("Shift+F1",), "help"),
    ActionRow("menu", _("Open the menu"), ("F10",)),
)


def page_rows(pages: Iterable[tuple[str, str]]) -> tuple[ActionRow, ...]:
    """A row for each page of the rail, (key, label) in order: Ctrl+1 to Ctrl+9."""
    return tuple(
        ActionRow(f"page_{key}", label, (f"Ctrl+{n}",) if n <= 9 else (), "go", "programme")
        for n, (key, label) in enumerate(pages, 1)
    )


class Actions:
    """The actions of one window, with their shortcuts live in it."""

    def __init__(
        self,
        window: QWidget,
        rows: Iterable[ActionRow],
        do: Mapping[str, Callable[[], object]],
    ) -> None:
        self._rows = tuple(rows)
        self._by_key = {row.key: _action(window, row, do[row.key]) for row in self._rows}
        window.addActions(list(self._by_key.values()))

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def enable(self, scope: str, *, usable: bool) -> None:
        """Let all actions of a scope be used, or none."""
        for row in self._rows:
            if row.scope == scope:
                self[row.key].setEnabled(usable)

    def enable_only(self, scope: str, keys: Iterable[str]) -> None:
        """Let just these actions of a scope be used."""
        usable = set(keys)
        for row in self._rows:
            if row.scope == scope:
                self[row.key].setEnabled(row.key in usable)

    def name_pages(self, rows: Iterable[RailRow]) -> None:
        """Call the pages as the rail does."""
        for row in rows:
            self[f"page_{row.key}"].setText(row.label)

    def choose(self, choice: str, key: str) -> None:
        """Show which of several that exclude each other holds."""
        for row in self._rows:
            if row.choice == choice:
                self[row.key].setChecked(row.key == key)

    def fill(self, menu: QMenu) -> None:
        """Put every action into the menus of the table, as sub-menus of `menu`."""
        for key, title in MENUS.items():
            below = menu.addMenu(title)
            below.aboutToShow.connect(partial(give_letters, below))
            for row in self._rows:
                if row.menu == key:
                    if row.after_line:
                        below.addSeparator()
                    below.addAction(self[row.key])
        give_letters(menu)


def _action(window: QWidget, row: ActionRow, do: Callable[[], object]) -> QAction:
    action = QAction(row.text, window)
    action.setShortcuts([QKeySequence(keys) for keys in row.keys])
    action.setCheckable(bool(row.choice))
    action.triggered.connect(lambda _checked: do())
    return action
