"""Take the last edit back, or do it again, and say which one it was."""

from __future__ import annotations

from collections.abc import Callable

from aiplanner.domain.delta import Conflict
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document

Say = Callable[[str], object]


def step_keys(
    back: Callable[[], object], again: Callable[[], object]
) -> tuple[tuple[str, Callable[[], object]], ...]:
    """The keys that undo and redo in windows of their own, and what each does."""
    return ("Ctrl+Z", back), ("Ctrl+Y", again), ("Ctrl+Shift+Z", again)


def take_back(document: Document, say: Say) -> None:
    """Undo the last edit, if there is one; where somebody changed the same since, say so."""
    _step(document.history.undo_label, document.undo, _("Undone: {label}"), say)


def do_again(document: Document, say: Say) -> None:
    """Redo the last undone edit like `take_back`."""
    _step(document.history.redo_label, document.redo, _("Done again: {label}"), say)


def _step(label: str | None, step: Callable[[], None], words: str, say: Say) -> None:
    if label is None:
        return
    try:
        step()
    except Conflict:
        words = _("“{label}” cannot be undone any more: somebody changed the same since.")
    say(words.format(label=label))
