"""Menus from rows of data, made when they are opened and gone when they are closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from aiplanner.ui.widgets.mnemonics import lettered


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
    """Put entries at the end of a menu; every line of the menu has a letter to press."""
    for entry in entries:
        if entry is LINE:
            menu.addSeparator()
        else:
            _add(menu, entry)
    give_letters(menu)
    return menu


def below(menu: QMenu, title: str, entries: Sequence[Entry]) -> QMenu:
    """Put entries into a menu of their own that opens from a line of `menu`."""
    return fill(menu.addMenu(title.replace("&", "&&")), entries)


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Where a menu opens that is asked for: at the pointer, or by a key below the current cell."""
    if event.reason() is not QContextMenuEvent.Reason.Keyboard:
        return event.globalPos()
    return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())


def close_popups() -> None:
    """Close menus and lists that hang open."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass


def give_letters(menu: QMenu) -> None:
    """Give every line of a menu, as it is now, a letter to press."""
    actions = [action for action in menu.actions() if not action.isSeparator()]
    shown = [action.text().partition("\t") for action in actions]
    words = lettered([_plain(text) for text, _tab, _keys in shown])
    for action, text, (_text, tab, keys) in zip(actions, words, shown, strict=True):
        action.setText(f"{text}{tab}{keys}")


def _plain(text: str) -> str:
    """The words of a line without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _add(menu: QMenu, entry: Entry) -> None:
    text = entry.text.replace("&", "&&")
    action = menu.addAction(f"{text}\t{entry.keys}" if entry.keys else text)
    action.setEnabled(entry.usable)
    action.setCheckable(entry.on is not None)
    action.setChecked(bool(entry.on))
    action.triggered.connect(lambda _checked: entry.do())
