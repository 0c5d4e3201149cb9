"""What can be done to a saved programme, as a table and the menu made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu

from aiplanner.app.ports import Shelf
from aiplanner.i18n import gettext as _

_HERE = (Shelf.ACTIVE, Shelf.ARCHIVED)


@dataclass(frozen=True, slots=True)
class RowVerb:
    """One thing to do: its key, its words, the key to press, and the shelves it is offered on."""

    key: str
    text: str
    shortcut: str = ""
    shelves: tuple[Shelf, ...] = _HERE
    after_line: bool = False


ROW_VERBS: tuple[RowVerb, ...] = (
    RowVerb("open", _("Open"), _("Enter")),
    RowVerb("rename", _("Change the title"), "F2"),
    RowVerb("duplicate", _("Duplicate"), "Ctrl+D"),
    RowVerb("archive", _("Archive"), "", (Shelf.ACTIVE,), after_line=True),
    RowVerb("activate", _("Take out of the archive"), "", (Shelf.ARCHIVED,), after_line=True),
    RowVerb("bin", _("Move to the bin"), "Del"),
    RowVerb("restore", _("Restore"), _("Enter"), (Shelf.BIN,)),
    RowVerb("delete", _("Delete for good …"), "Del", (Shelf.BIN,)),
)


def offered(shelf: Shelf) -> tuple[RowVerb, ...]:
    """What can be done to a programme on that shelf."""
    return tuple(verb for verb in ROW_VERBS if shelf in verb.shelves)


def row_menu(shelf: Shelf, do: Mapping[str, Callable[[], object]]) -> QMenu:
    """The menu of a row; it is deleted when it closes."""
    menu = QMenu()
    for verb in offered(shelf):
        if verb.after_line:
            menu.addSeparator()
        # The keys are shown only: the window's own actions listen for them.
        text = f"{verb.text}\t{verb.shortcut}" if verb.shortcut else verb.text
        action = menu.addAction(text)
        action.setData(verb.key)
    menu.triggered.connect(lambda action: do[action.data()]())
    return menu
