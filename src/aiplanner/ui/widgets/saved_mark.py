"""The word that says whether what is seen is stored."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.saving import State
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.labels import set_role

WORDS: dict[State, str] = {
    "saved": _("Saved ✓"),
    "unsaved": _("Saving …"),
    "saving": _("Saving …"),
    "retrying": _("Not saved yet – trying again"),
}


class SavedMark(QLabel):
    """Quiet while all is well; trouble, and its end, are spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._troubled = False
        self.setProperty("role", "secondary")
        self.show_state("saved")

    def show_state(self, state: State) -> None:
        """Show where the last edit is."""
        self.setText(WORDS[state])
        self.setAccessibleName(WORDS[state])
        if state == "retrying" and not self._troubled:
            self._troubled = True
            set_role(self, "warn")
            announce(self, WORDS[state], urgent=True)
        elif state == "saved" and self._troubled:
            self._troubled = False
            set_role(self, "secondary")
            announce(self, WORDS[state])
