"""Open and close the window for returned forms of one programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from aiplanner.domain.ids import RowId
from aiplanner.ui.document import Document
from aiplanner.ui.services import Services
from aiplanner.ui.window_slot import WindowSlot

if TYPE_CHECKING:
    from aiplanner.ui.returned.window import ReturnedWindow

PLACE = "returned"
"""Under which name the window's place is remembered."""


class ReturnedDesk(QObject):
    """One window a programme; it is hidden when it is closed, with the forms it has read."""

    def __init__(
        self,
        document: Document,
        services: Services,
        parent: QWidget,
        put_aside: Callable[[], RowId | None],
    ) -> None:
        """`put_aside` takes what is being typed on a page."""
        super().__init__(parent)
        self._document, self._over, self._put_aside = document, parent, put_aside
        self._services = self.offered(services)
        self._slot = WindowSlot(self._make, PLACE, services.settings)

    @property
    def window(self) -> ReturnedWindow | None:
        """The window, once it was opened."""
        return self._slot.window

    def offered(self, services: Services) -> Services:
        """The services with what this desk opens."""
        return replace(services, open_returned=self.open)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do, whatever page is on show."""
        return {"returned": self.open, "kept_answers": self.open_kept}

    def open(self, paths: Sequence[Path] = ()) -> None:
        """Show the window, and read these files and folders if there are any."""
        self._put_aside()
        window = self._slot.wanted(self._over)
        self._slot.bring()
        window.add(paths)

    def open_kept(self) -> None:
        """Show over the programme's window what is kept as answers."""
        from aiplanner.ui.returned.kept import KeptAnswers  # noqa: PLC0415 - when it is used

        self._put_aside()
        KeptAnswers(self._over, self._document, self._services).open()

    def shut(self) -> None:
        """Close the window for good."""
        if self.window is not None:
            self.window.shut()
        self._slot.shut()

    def _make(self) -> ReturnedWindow:
        from aiplanner.ui.returned.window import ReturnedWindow  # noqa: PLC0415 - when it is used

        return ReturnedWindow(self._document, self._services)
