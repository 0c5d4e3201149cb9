"""The group's profile as a table: capability, before, after, each in words."""

from __future__ import annotations

from typing import Any, NamedTuple

from aiplanner.app.content import capability_guide
from aiplanner.app.rating_words import MOMENT_NAMES, middle_of
from aiplanner.domain.cycle import Capability
from aiplanner.domain.self_rating import Moment
from aiplanner.domain.self_ratings import Profile
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.lines import NOWHERE, Index, LinesModel, Role


class ProfileLine(NamedTuple):
    """A capability with its two middle answers in words."""

    name: str
    before: str
    after: str


class ProfileModel(LinesModel[ProfileLine]):
    """Six rows, or none while nothing may be shown."""

    def __init__(self) -> None:
        names = [MOMENT_NAMES[moment] for moment in Moment]
        super().__init__((_("Capability"), *(name[:1].upper() + name[1:] for name in names)))

    def show(self, profile: Profile) -> None:
        """Show what may be shown."""
        there = profile.before.shown or profile.after.shown
        fresh = [_line(profile, c) for c in Capability] if there else []
        if len(fresh) == len(self._lines):
            self._lines[:] = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, 2))
            return
        if fresh:
            self.beginInsertRows(NOWHERE, 0, len(fresh) - 1)
            self._lines[:] = fresh
            self.endInsertRows()
        else:
            self.beginRemoveRows(NOWHERE, 0, len(self._lines) - 1)
            self._lines.clear()
            self.endRemoveRows()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return line[index.column()]


def _line(profile: Profile, capability: Capability) -> ProfileLine:
    name = capability_guide(capability).name
    return ProfileLine(
        name, middle_of(profile.before, capability), middle_of(profile.after, capability)
    )
