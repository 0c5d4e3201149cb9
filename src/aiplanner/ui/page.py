"""What every page offers the frame around it; a page takes over what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aiplanner.domain.cycle import Phase
from aiplanner.domain.ids import RowId


class Page(QWidget):
    """One page of a window.

    A page is made in its place, and what holds much is put in its place before it is filled:
    Qt styles everything inside anew whenever a widget is given another parent.
    """

    ROOM = 560
    """Pixels, at 100 % text size, that the page needs to stand beside the guide."""

    verbs_changed = Signal()
    """What `verbs` answers is different now."""
    topic_changed = Signal()
    """What `guide_topic` answers is different now."""

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do here now, by key of `actions.TABLE`; what is absent is off."""
        return {}

    def show_row(self, row_id: RowId) -> None:
        """Bring a row of the programme into sight and choose it."""

    def guide_topic(self) -> str:
        """The topic of the guide that helps here now (`models.guide_topics`)."""
        return "cycle"

    def session_shown(self) -> RowId | None:
        """The session on show; None where the page is about more, or about something else."""
        return None

    def show_document(self, document: str) -> None:
        """Offer one document to print, by its id; only the Print page can."""

    def show_piece(self, key: str) -> None:
        """Show an activity where it can be taken from, by its key (empty: none is meant)."""

    def open_bank(self, phase: Phase) -> None:
        """Offer the activities of a phase; only the Sessions page can."""

    def arrive(self) -> None:
        """The page is on show now: put the focus where work begins."""

    def leave(self) -> None:
        """Another page comes, or the window closes: take what is still being typed."""

    def shut(self) -> None:
        """The window goes for good: end what runs on its own."""
