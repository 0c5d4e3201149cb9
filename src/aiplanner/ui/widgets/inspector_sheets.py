"""Sheets in the inspector: what is typed finds a handout, shipped or one's own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Sheet
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.widgets.inspector_parts import SHEETS, PartSort
from aiplanner.ui.widgets.text_field import TextField


def sheets_from(shelf: OwnShelf) -> PartSort:
    """The sort of list of sheets in which the title of a handout makes it that handout."""

    def made(row: RowId, item: RowId, text: str) -> Sheet:
        wanted = text.casefold()
        key = next((one.key for one in shelf.handouts if one.title.casefold() == wanted), "")
        return Sheet(row, item, 0, text, handout=key)

    return replace(SHEETS, make=made)


def offer_titles(field: TextField, shelf: OwnShelf) -> None:
    """Offer the titles of the handouts that hold what is typed."""
    titles = QStringListModel(field)

    def fill() -> None:
        titles.setStringList([one.title for one in shelf.handouts])

    completer = QCompleter(titles, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    shelf.changed.connect(fill)
    fill()
