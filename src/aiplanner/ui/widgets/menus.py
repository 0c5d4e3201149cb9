"""Menus from rows of data, made when they are opened and gone when they are closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; `keys` are shown beside it, `on` is a tick (None: cannot be ticked)."""

    text: str
    do: Callable[[], object]
    keys: str = ""
    usable: bool = True
    on: bool | None = None


LINE = Entry("", lambda: None)
"""A dividing line."""


def menu_of(entries: Sequence[Entry], parent: QWidget) -> QMenu:
    """A menu of these entries that goes when it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return fill(menu, entries)


def fill(menu: QMenu, entries: Sequence[Entry]) -> QMenu:
    """Put entries at the end of a menu."""
    for entry in entries:
        if entry is LINE:
            menu.addSeparator()
        else:
            _add(menu, entry)
    return menu


def _add(menu: QMenu, entry: Entry) -> None:
    action = menu.addAction(f"{entry.text}\t{entry.keys}" if entry.keys else entry.text)
    action.setEnabled(entry.usable)
    action.setCheckable(entry.on is not None)
    action.setChecked(bool(entry.on))
    action.triggered.connect(lambda _checked: entry.do())
