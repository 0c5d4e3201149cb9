"""Put what came back on evaluations and other forms into a spreadsheet: copied, or as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication, QWidget

from aiplanner.app.clip_cells import to_html, to_tsv
from aiplanner.app.content import handouts
from aiplanner.app.csv_file import harmless, to_csv
from aiplanner.app.evaluations import results, table
from aiplanner.app.own_content import own_handouts
from aiplanner.app.writing import write_whole
from aiplanner.domain.handouts import Handout
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.file_dialogs import TABLES, ask_save
from aiplanner.ui.services import Services

Cells = list[list[str]]


class AnswerCopies(QObject):
    """Reads the user's own handouts first: they say in which order their questions stand."""

    def __init__(
        self,
        document: Document,
        services: Services,
        over: QWidget,
        say: Callable[[str], object] | None = None,
    ) -> None:
        """`over` is asked over for a place, `say` tells what was done (None: the window)."""
        super().__init__(over)
        self._document, self._services, self._over = document, services, over
        self._say = say or services.say

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do, whatever page is on show."""
        return {"copy_answers": self.copy, "save_answers": self.save}

    def copy(self) -> None:
        """Put all answers on the clipboard as a table; say so, or that there are none."""
        self._read(self._copy)

    def save(self) -> None:
        """Ask for a place and write all answers there as a table; say so, or that there are none.

        Where there are none nothing is asked.
        """
        self._read(self._ask)

    def _read(self, then: Callable[[Cells], object]) -> None:
        library = self._services.library
        self._services.jobs.start(
            lambda _ticket: own_handouts(library),
            partial(self._on_read, then),
            self._on_failed,
            owner=self,
        )

    def _on_read(self, then: Callable[[Cells], object], own: tuple[Handout, ...]) -> None:
        now = self._document.now
        found = results(now, (*handouts(), *own))
        if found:
            then(table(now, found))
        else:
            self._say(_("No answers have been taken in yet."))

    def _copy(self, cells: Cells) -> None:
        cells = [[harmless(cell) for cell in row] for row in cells]
        data = QMimeData()
        data.setText(to_tsv(cells))
        data.setHtml(to_html(cells))
        QApplication.clipboard().setMimeData(data)
        self._say(
            _("Copied the evaluation results, with what people wrote. Paste them into a table.")
        )

    def _ask(self, cells: Cells) -> None:
        title = self._document.now.head.title or _("Without a title")
        name = _("Evaluation results – {title}").format(title=title)
        ask_save(self._over, self._services.settings, name, partial(self._write, cells), TABLES)

    def _write(self, cells: Cells, path: Path) -> None:
        self._services.jobs.start(
            lambda _ticket: write_whole(path, to_csv(cells)),
            lambda _none: self._say(
                _("Saved {file}, with what people wrote: it is for the facilitators.").format(
                    file=path.name
                )
            ),
            self._on_failed,
            owner=self,
        )

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self._say(sentence(error))
