"""The table of sessions on the overview: from here one goes to their running orders."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.models.overview_sessions import Column, SessionsModel
from aiplanner.ui.widgets.folding_table import FoldingTable, Index

_WIDTHS: Mapping[int, int] = {
    Column.DAY: 138,
    Column.TIME: 124,
    Column.HOLDS: 150,
    Column.OVER: 190,
}
_TITLE_AT_LEAST = 200


class SessionsTable(FoldingTable):
    """An overrun is in the colour of a warning, and says so."""

    def __init__(self, model: SessionsModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Sessions"), model, _WIDTHS, _TITLE_AT_LEAST, parent)
        self._sessions = model

    def warns(self, index: Index) -> bool:
        """Whether a session runs over its planned end."""
        line = self._sessions.line(index)
        return index.column() == Column.OVER and line is not None and line.late
