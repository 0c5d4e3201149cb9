"""Open and close the window for typing in of one programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from aiplanner.app.tally_sheets import Sheet
from aiplanner.domain.ids import RowId
from aiplanner.ui.document import Document
from aiplanner.ui.services import Services
from aiplanner.ui.window_slot import WindowSlot

if TYPE_CHECKING:
    from aiplanner.ui.tally.window import TallyWindow

PLACE = "tally"
"""Under which name the window's place is remembered."""


class TallyDesk(QObject):
    """One window a programme; it is hidden when it is closed, with what is half typed."""

    def __init__(
        self,
        document: Document,
        services: Services,
        parent: QWidget,
        put_aside: Callable[[], RowId | None],
    ) -> None:
        """`put_aside` takes what is being typed on a page and answers its session."""
        super().__init__(parent)
        self._document, self._over, self._put_aside = document, parent, put_aside
        self._services = self.offered(services)
        self._slot = WindowSlot(self._make, PLACE, services.settings)

    @property
    def window(self) -> TallyWindow | None:
        """The window, once it was opened."""
        return self._slot.window

    def offered(self, services: Services) -> Services:
        """The services with what this desk opens."""
        return replace(services, open_tally=self.open, open_photos=self.open_photos)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do, whatever page is on show."""
        return {"tally": self.open, "photos": self.open_photos}

    def open(self, sheet: str = "", session: RowId | None = None) -> None:
        """Show the window, at a sheet (by the key of its handout) and a session if given."""
        shown = self._put_aside()
        window = self._slot.wanted(self._over)
        window.choose(Sheet(sheet) if sheet else None, session or shown)
        self._slot.bring()

    def open_photos(self, session: RowId | None = None) -> None:
        """Show the photos of the wall over the programme's window, from the session if given."""
        from aiplanner.ui.dialogs.photos import Photos  # noqa: PLC0415 - not before it is used

        shown = self._put_aside()
        Photos(self._over, self._document, self._services, session or shown).open()

    @property
    def half_typed(self) -> str:
        """The name of the sheet that would be lost with the window; empty for none."""
        return "" if self.window is None else self.window.half_typed

    def clear(self) -> None:
        """Throw away what is half typed."""
        if self.window is not None:
            self.window.clear()

    def shut(self) -> None:
        """Close the window for good."""
        self._slot.shut()

    def _make(self) -> TallyWindow:
        from aiplanner.ui.tally.window import TallyWindow  # noqa: PLC0415 - when it is used

        return TallyWindow(self._document, self._services)
