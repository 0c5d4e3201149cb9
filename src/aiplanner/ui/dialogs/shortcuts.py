"""The sheet of keys: everything the keyboard does, as a table read from the actions."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.actions import MENUS, ActionRow
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.tokens import AROUND, BETWEEN, STEP
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import scrolling

EVERYWHERE: tuple[tuple[str, str], ...] = (
    (_("Next and previous control"), "Tab, Shift+Tab"),
    (_("Along a table or list"), "↑ ↓ ← →"),
    (_("Press the button, open the row"), "Space, Enter"),
    (_("Menu of a row"), "Shift+F10"),
    (_("Phase in its field, by its place in the cycle"), "1–5, 0"),
    (_("Column in focus narrower, wider"), "Alt+Shift+←, →"),
    (_("Thread: back to what it grew from, on to what became of it"), "←, →"),
    (_("Thread: the column beside"), "Ctrl+←, →"),
    (_("Thread: choose a line back or on, to delete it"), "Shift+←, →"),
    (_("Thread: tie to another finding"), "L"),
    (_("Leave a field or a dialog"), "Esc"),
    (_("Search the guide while reading it"), _("letters")),
    (_("Back in the guide"), _("Backspace")),
)


def keys_text(row: ActionRow) -> str:
    """The keys of an action as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in row.keys)


class Shortcuts(DialogFrame):
    """Groups of the menus, two columns; words on the left, keys on the right."""

    def __init__(self, parent: QWidget, rows: Iterable[ActionRow]) -> None:
        super().__init__(parent, _("Keys"), _("Everything can be done from the keyboard."))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(AROUND)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(0, 1)
        self._groups(tuple(rows))
        holder = QWidget()
        holder.setLayout(self._grid)
        area = scrolling(holder)
        area.setAccessibleName(_("Keys"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setMinimumWidth(holder.sizeHint().width() + BETWEEN)
        self.body.addWidget(area, 1)
        self.answers.insertWidget(
            0, label(_("aiplanner {version}").format(version=version("aiplanner")), "secondary")
        )
        close = button(_("Close"), self.accept)
        self.add_answer(close)
        close.setFocus()

    def _groups(self, rows: tuple[ActionRow, ...]) -> None:
        for menu, title in MENUS.items():
            keyed = [(row.text, keys_text(row)) for row in rows if row.menu == menu and row.keys]
            self._group(title, keyed)
        self._group(_("Everywhere"), EVERYWHERE)

    def _group(self, title: str, pairs: Iterable[tuple[str, str]]) -> None:
        at = self._grid.rowCount()
        heading = label(title, "strong")
        heading.setContentsMargins(0, BETWEEN - STEP, 0, 0)
        self._grid.addWidget(heading, at, 0, 1, 2)
        for n, (words, keys) in enumerate(pairs, at + 1):
            self._grid.addWidget(label(words), n, 0)
            self._grid.addWidget(label(keys, "quiet"), n, 1)
