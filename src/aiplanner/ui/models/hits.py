"""The places in programmes where searched words stand, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiplanner.app.ports import Hit
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.lines import Index, LinesModel, Role


@dataclass(frozen=True, slots=True)
class Place:
    """Words that were found, and the title of the programme they stand in."""

    hit: Hit
    title: str


class HitsModel(LinesModel[Place]):
    """One row a place: the words found, and in which programme."""

    def __init__(self) -> None:
        super().__init__((_("Words found"), _("In")))

    def show(self, rows: Sequence[Place]) -> None:
        """Show other places."""
        self.beginResetModel()
        self._lines = list(rows)
        self.endResetModel()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Words or title."""
        place = self.line(index)
        if place is None or role != Role.DisplayRole:
            return None
        return place.title if index.column() else " ".join(place.hit.text.split())
