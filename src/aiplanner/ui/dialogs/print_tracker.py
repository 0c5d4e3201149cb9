"""Print the tracker over the actions that Home shows, or save it as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QWidget

from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.app.tracked import Tracked
from aiplanner.domain.programme import empty_programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.file_dialogs import PACKS, ask_save
from aiplanner.ui.pack_worker import Lane, PackJob, PackWorker
from aiplanner.ui.pages.print_choices import PrintChoices
from aiplanner.ui.pages.print_foot import PrintFoot
from aiplanner.ui.pages.print_opening import open_place
from aiplanner.ui.pages.print_printing import Asked, PackPrinting
from aiplanner.ui.pages.print_words import making_words, saved_words
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button

TRACKER = "action-tracker"
"""The document, as the catalogue of packs names it."""

Then = Callable[[PackReport], object]


class PrintTracker(DialogFrame):
    """Print size and paper, then Save PDF or Print; the same engine as for packs."""

    def __init__(
        self, parent: QWidget | None, services: Services, found: tuple[Tracked, ...]
    ) -> None:
        why = ngettext(
            "It holds the {count} line of the list.",
            "It holds the {count} lines of the list.",
            len(found),
        )
        super().__init__(parent, _("Print the tracker"), why.format(count=len(found)))
        self._services, self._found = services, found
        self._title = _("Actions in all programmes")
        self._folder = QTemporaryDir()
        self._worker = PackWorker(services.worker_command, self)
        self.choices = PrintChoices(services.settings)
        self.choices.session.hide()
        self.choices.more.hide()
        self.choices.told.hide()
        self.foot = PrintFoot()
        self.foot.offer(anything=True, everyone="")
        self.printing = PackPrinting(self, self.foot)
        self.body.addWidget(self.choices)
        self.body.addWidget(self.foot)
        self.body.addStretch(1)
        self.add_answer(button(_("Close"), self.reject))
        self.foot.save_wanted.connect(self._save)
        self.foot.print_wanted.connect(self._print)
        self.foot.cancel_wanted.connect(self._cancel)
        self.finished.connect(self._shut)
        self._worker.warm()
        self.foot.save_button.setFocus()

    def _save(self) -> None:
        ask_save(self, self._services.settings, self._title, self._save_at, PACKS)

    def _save_at(self, place: Path) -> None:
        self._make(place, lambda report: self._tell_saved(place, report))

    def _print(self) -> None:
        file = Path(self._folder.path()) / "print.pdf"
        look = self.choices.look
        asked = Asked(look.paper, duplex=look.duplex)
        self._make(file, lambda report: self.printing.ask(file, report, asked))

    def _make(self, out: Path, then: Then) -> None:
        def done(report: PackReport) -> None:
            self.foot.stop()
            then(report)

        programme = empty_programme(self._services.new_id(), self._title)
        options = PackOptions(
            (TRACKER,),
            self._services.now().astimezone(),
            self.choices.print_size,
            self.choices.paper,
            tracked=self._found,
        )
        self.foot.start(making_words("", 0, 0))
        self._worker.request(Lane.PACK, PackJob(programme, options, out, done, self._on_failed))

    def _cancel(self) -> None:
        if self.printing.running:
            self.printing.cancel()
            return
        self._worker.cancel(Lane.PACK)
        self.foot.stop()
        self.foot.tell(_("Cancelled. Nothing was written."))

    def _tell_saved(self, place: Path, report: PackReport) -> None:
        links = [
            (_("Open it"), lambda: self._open(place)),
            (_("Show the folder"), lambda: self._open(place.parent)),
        ]
        self.foot.tell(saved_words(place.name, report.pages), links, report.unprintable)
        self.fit_screen()

    def _open(self, place: Path) -> None:
        try:
            open_place(place)
        except WorldError as error:
            self.foot.refuse(sentence(error))

    def _on_failed(self, error: Exception) -> None:
        self.foot.stop()
        if is_known(error):
            held = isinstance(error, WorldError) and error.code == "file-held"
            links = [(_("Save under another name"), self._save)] if held else []
            self.foot.refuse(sentence(error), links)
            return
        self.foot.refuse(_("The tracker could not be made. Nothing was written."))
        raise error

    def _shut(self, _result: int) -> None:
        self.printing.cancel()
        self._worker.close()
        self._folder.remove()
