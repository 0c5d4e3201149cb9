"""What can be printed: the documents we know, and the user's own handouts from the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from aiplanner.app.own_content import own_handouts
from aiplanner.app.printing import DocumentInfo
from aiplanner.domain.handouts import Handout
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.services import Services


class PrintCatalogue(QObject):
    """Knows what is shipped at once and what is one's own when the library has answered."""

    changed = Signal()
    refused = Signal(str)
    """A sentence: the library refuses."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self.own: tuple[Handout, ...] = ()
        """The user's own handouts."""
        self.infos: dict[str, DocumentInfo] = {}
        """Every document by id, in the order of a pack; the same mapping all along."""
        self._list()

    def read(self) -> None:
        """Read the user's own handouts anew: they may have been changed in another window."""
        library = self._services.library
        self._services.jobs.start(
            lambda _ticket: own_handouts(library), self._on_read, self._on_failed
        )

    def _list(self) -> None:
        self.infos.clear()
        self.infos |= {info.id: info for info in self._services.documents(self.own)}

    def _on_read(self, own: tuple[Handout, ...]) -> None:
        if own != self.own:
            self.own = own
            self._list()
            self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self.refused.emit(sentence(error))
