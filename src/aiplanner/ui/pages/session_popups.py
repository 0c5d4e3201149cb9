"""The menus that open over a session: of a row, of what can be added, of the columns."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.for_all import ask_for_all
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages import session_menus as entries
from aiplanner.ui.pages.session_bank import SessionBank
from aiplanner.ui.pages.session_items import ItemCommands
from aiplanner.ui.pages.session_moves import MoveCommands
from aiplanner.ui.pages.session_verbs import RowVerbs
from aiplanner.ui.settings import Settings
from aiplanner.ui.widgets.menus import LINE, Entry, below, fill, menu_of
from aiplanner.ui.widgets.running_order.columns import OPTIONAL, USUAL, read_widths, widths_text
from aiplanner.ui.widgets.running_order.view import RunningOrderView

_COLUMNS = "sessions/columns"
_WIDTHS = "sessions/column-widths"
_STRANDS = "sessions/strands"


class SessionPopups:
    """Opens the menus of the Sessions page; the columns chosen are remembered."""

    def __init__(
        self,
        page: QWidget,
        table: RunningOrderView,
        commands: tuple[ItemCommands, MoveCommands, RowVerbs],
        bank: SessionBank,
        settings: Settings,
    ) -> None:
        self._page, self._table, self._bank = page, table, bank
        self._items, self._moves, self._rows = commands
        self._settings = settings
        kept = settings.word(_COLUMNS, " ".join(column.name for column in USUAL)).split()
        table.wish([column for column in OPTIONAL if column.name in kept])
        table.widths.give(self.kept_widths())
        table.widths.changed.connect(self._keep_widths)
        table.wish_side_by_side(wished=not settings.word(_STRANDS))

    def open_menu(self, place: QPoint) -> None:
        """What can be done with the row in focus and what is chosen."""
        items, rows, head = self._items, self._rows, self._rows.marks.head
        menu = menu_of([*entries.clip_entries(items, rows), LINE], self._page)
        below(menu, _("Add"), entries.add_entries(items))
        fill(menu, entries.change_entries(items, rows, self._table))
        menu.addSeparator()
        if items.choice.item is not None:
            below(menu, _("Phase"), entries.phase_entries(items, rows.marks, head))
            for field, title in (("lead", _("Lead")), ("group", _("Group"))):
                below(menu, title, entries.text_entries(rows.marks, field, self.ask))
            below(menu, _("Counts"), entries.state_entries(items, rows.marks))
            below(menu, _("Kind"), entries.kind_entries(items))
            below(menu, _("Whose leadership"), entries.level_entries(items, rows.marks))
            menu.addSeparator()
        below(menu, _("Move"), entries.move_entries(items, self._moves, rows.reshape))
        if rows.sections.any:
            below(menu, _("Section"), entries.section_entries(rows.sections))
        fill(menu, [LINE, *entries.bank_entries(items, self._bank), LINE])
        fill(menu, entries.last_entries(items))
        menu.popup(place)

    def open_add(self, below: QWidget) -> None:
        """What can be added."""
        self._drop_down(below, entries.add_entries(self._items))

    def open_columns(self, below: QWidget) -> None:
        """Which columns are on show."""
        together = self._table.lanes.wished
        strands = Entry(_("Strands side by side"), self.turn_strands, on=together)
        columns = entries.column_entries(self._table, self.wish)
        self._drop_down(below, [*columns, LINE, strands])

    def turn_strands(self) -> None:
        """Set strands side by side where they fit, or one below the other; and remember it."""
        wished = not self._table.lanes.wished
        self._table.wish_side_by_side(wished=wished)
        self._settings.keep_word(_STRANDS, "" if wished else "stacked")

    def wish(self, columns: frozenset[Column]) -> None:
        """Show these columns, and remember it."""
        self._table.wish(columns)
        kept = [column.name for column in OPTIONAL if column in columns]
        self._settings.keep_word(_COLUMNS, " ".join(kept))

    def kept_widths(self) -> dict[Column, int]:
        """The widths of columns as they are remembered."""
        return read_widths(self._settings.word(_WIDTHS))

    def _keep_widths(self) -> None:
        self._settings.keep_word(_WIDTHS, widths_text(self._table.widths.own))

    def ask(self, field: str) -> None:
        """Ask for the lead or group of everything chosen."""
        ask_for_all(self._page, self._rows.marks, field)

    def _drop_down(self, control: QWidget, lines: list[Entry]) -> None:
        menu_of(lines, self._page).popup(control.mapToGlobal(QPoint(0, control.height())))
