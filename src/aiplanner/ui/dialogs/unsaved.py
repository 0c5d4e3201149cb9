"""Ask what to do with what would be lost while the window closes."""

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


def ask_half_typed(
    parent: QWidget, sheet: str, *, back: Callable[[], object], leave: Callable[[], object]
) -> Question:
    """Offer to go back to a sheet from paper that is half typed, or to go without it."""
    sentence = _(
        "“{sheet}” is typed but not taken in yet, so it would be lost. "
        "Go back to it and press Ctrl+Enter."
    )
    return ask(
        parent,
        _("A sheet is half typed"),
        sentence.format(sheet=sheet),
        (_("Close without it"), leave),
        (_("Back to the sheet"), back),
    )
