"""Put what came back on evaluations and other forms on the clipboard, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from aiplanner.app.clip_cells import to_html, to_tsv
from aiplanner.app.content import handouts
from aiplanner.app.evaluations import results, table
from aiplanner.app.own_content import own_handouts
from aiplanner.domain.handouts import Handout
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.services import Services


class AnswerCopies(QObject):
    """Reads the user's own handouts first: they say in which order their questions stand."""

    def __init__(self, document: Document, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._services = document, services

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do, whatever page is on show."""
        return {"copy_answers": self.copy}

    def copy(self) -> None:
        """Put all answers on the clipboard as a table; say so, or that there are none."""
        library = self._services.library
        self._services.jobs.start(
            lambda _ticket: own_handouts(library), self._on_read, self._on_failed
        )

    def _on_read(self, own: tuple[Handout, ...]) -> None:
        now = self._document.now
        found = results(now, (*handouts(), *own))
        if not found:
            self._services.say(_("No answers have been taken in yet."))
            return
        cells = table(now, found)
        data = QMimeData()
        data.setText(to_tsv(cells))
        data.setHtml(to_html(cells))
        QApplication.clipboard().setMimeData(data)
        told = _("Copied the evaluation results, with what people wrote. Paste them into a table.")
        self._services.say(told)

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self._services.say(sentence(error))
