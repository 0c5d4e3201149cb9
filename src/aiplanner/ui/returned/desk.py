"""Open and close the window for returned forms of one programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget

from aiplanner.domain.ids import RowId
from aiplanner.ui.document import Document
from aiplanner.ui.services import Services

if TYPE_CHECKING:
    from aiplanner.ui.returned.window import ReturnedWindow

_FIRST_SIZE = QSize(1180, 760)


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
        self.window: ReturnedWindow | None = None

    def offered(self, services: Services) -> Services:
        """The services with what this desk opens."""
        return replace(services, open_returned=self.open)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do, whatever page is on show."""
        return {"returned": self.open, "kept_answers": self.open_kept}

    def open(self, paths: Sequence[Path] = ()) -> None:
        """Show the window, and read these files and folders if there are any."""
        self._put_aside()
        if self.window is None:
            self.window = self._made()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.add(paths)

    def open_kept(self) -> None:
        """Show over the programme's window what is kept as answers."""
        from aiplanner.ui.returned.kept import KeptAnswers  # noqa: PLC0415 - when it is used

        self._put_aside()
        KeptAnswers(self._over, self._document, self._services).open()

    def shut(self) -> None:
        """Close the window for good."""
        window, self.window = self.window, None
        if window is not None:
            window.shut()
            window.close()
            window.deleteLater()

    def _made(self) -> ReturnedWindow:
        from aiplanner.ui.returned.window import (  # noqa: PLC0415 - not before it is used
            PLACE,
            ReturnedWindow,
        )

        window = ReturnedWindow(self._document, self._services)
        self._services.settings.place_window(window, _FIRST_SIZE, PLACE, self._over.window())
        return window
