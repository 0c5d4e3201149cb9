"""The two buttons that take the last edit back and do it again, each naming what it would do."""

from __future__ import annotations

from collections.abc import Callable

from aiplanner.app.history import History
from aiplanner.i18n import gettext as _
from aiplanner.ui.widgets.buttons import Button, icon_button


class WayBack:
    """`buttons` stand in a bar; `show_history` after every edit."""

    def __init__(self, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        self.undo: Button = icon_button(_("Undo"), "undo", undo)
        self.redo: Button = icon_button(_("Redo"), "redo", redo)

    @property
    def buttons(self) -> tuple[Button, Button]:
        """Back and on again."""
        return self.undo, self.redo

    def show_history(self, history: History) -> None:
        """Name what each would do; where there is nothing it is off."""
        for control, label, words in (
            (self.undo, history.undo_label, _("Undo: {label} (Ctrl+Z)")),
            (self.redo, history.redo_label, _("Redo: {label} (Ctrl+Y)")),
        ):
            control.setEnabled(label is not None)
            control.setToolTip(words.format(label=label) if label else "")
