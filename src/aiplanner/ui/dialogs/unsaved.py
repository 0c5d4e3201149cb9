"""Ask what to do with changes that the library refuses to take while the window closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.question import Question, ask


def ask_unsaved(
    parent: QWidget,
    why: str,
    *,
    retry: Callable[[], object],
    copy: Callable[[], object],
    leave: Callable[[], object],
) -> Question:
    """Offer to try again, to save a copy elsewhere, or to go without the last changes."""
    sentence = _("{why} Your last changes are only in this window. Cancel keeps it open.")
    return ask(
        parent,
        _("The last changes are not saved yet"),
        sentence.format(why=why).strip(),
        (_("Close without them"), leave),
        (_("Save a copy…"), copy),
        (_("Try again"), retry),
    )
