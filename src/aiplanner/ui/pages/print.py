"""Print: tick documents, see each as it will be on paper, save, print or open the pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from aiplanner.app.pack_counts import copies, people, sheets
from aiplanner.app.pack_handouts import named_handouts
from aiplanner.app.pack_lacks import lacks
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo, PackReport
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session, Sheet
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.file_dialogs import PACKS, ask_save
from aiplanner.ui.pack_worker import PackWorker
from aiplanner.ui.page import Page
from aiplanner.ui.pages.print_catalogue import PrintCatalogue
from aiplanner.ui.pages.print_choices import PrintChoices
from aiplanner.ui.pages.print_documents import DocumentList
from aiplanner.ui.pages.print_foot import PrintFoot
from aiplanner.ui.pages.print_layout import NoSession, fill, print_head, side_by_side
from aiplanner.ui.pages.print_making import PackMaking
from aiplanner.ui.pages.print_opening import open_copy, open_place
from aiplanner.ui.pages.print_printing import PackPrinting
from aiplanner.ui.pages.print_proofs import Order, Proofs
from aiplanner.ui.pages.print_words import everyone_words, head_words, saved_words
from aiplanner.ui.picture_folder import PictureFolder
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.pack_preview import PackPreview


class PrintPage(Page):
    """The documents on the left, the one on show as a sheet on the right."""

    ROOM = 640  # for the documents, and a sheet that can be made out

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self.catalogue = PrintCatalogue(services, self)
        self._documents = self.catalogue.infos
        self._on_show, self._awaited = "", ""
        self._folder = QTemporaryDir()
        pictures = PictureFolder(services.library, services.jobs, self._place, self)
        self._worker = PackWorker(services.worker_command, self, pictures)
        self.head = print_head(services)
        self.choices = PrintChoices(services.settings)
        self.no_session = NoSession(lambda: services.go("sessions"))
        self.listed = DocumentList()
        self.foot = PrintFoot()
        self.preview = PackPreview()
        self.proofs = Proofs(self._worker, self._place, self._documents, self._now_here, self)
        self.making = PackMaking(self._worker, document, self.foot, self._now_here, self)
        self.printing = PackPrinting(self, self.foot)
        self._lay_out()
        self._connect()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Here Ctrl+P prints."""
        return {"print": self.print_pack}

    def guide_topic(self) -> str:
        """What there is to print, and for whom."""
        return "printing"

    def arrive(self) -> None:
        """Put the focus on the document on show."""
        if self._on_show:
            self.listed.take_focus()

    def show_row(self, row_id: RowId) -> None:
        """Offer the pack of a session, or show the handout of a sheet."""
        row = self._document.now.rows.get(row_id)
        if isinstance(row, Session):
            self.choices.choose_session(row_id)
        elif isinstance(row, Sheet):
            self._show_sheet(row.handout)

    def show_document(self, document: str) -> None:
        """Tick a document and show it; one for the day itself is ticked alone."""
        if document in self._documents:
            self.listed.search.clear()
            alone = self._documents[document].on_call
            (self.listed.tick_alone if alone else self.listed.tick)(document)
            self._show_document(document)
            self.listed.take_focus()

    def _show_sheet(self, handout: str) -> None:
        """Show a handout; one's own is known when the library has answered."""
        self._awaited = "" if handout in self._documents else handout
        self.show_document(handout)

    def _on_catalogue(self) -> None:
        self._on_changed()
        if self._awaited:
            self._show_sheet(self._awaited)

    def shut(self) -> None:
        """End the process, let go of the files."""
        self.printing.cancel()
        self.proofs.pause()
        self._worker.close()
        self.preview.say("")
        self._folder.remove()

    def showEvent(self, event: QShowEvent) -> None:
        """Come up to date; nothing is drawn while the page is out of sight."""
        super().showEvent(event)
        self._worker.warm()
        self._document.flush()
        self._refresh()
        self.catalogue.read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop drawing."""
        super().hideEvent(event)
        self.proofs.pause()

    def save_pack(self) -> None:
        """Ask for a place and make the pack there."""
        if self.foot.busy or not self.listed.chosen:
            return
        name = self._document.now.head.title
        if self.choices.sessions is not None:
            name = f"{name} - {self.choices.scope}"
        ask_save(self, self._services.settings, name, self._save_at, PACKS)

    def print_pack(self) -> None:
        """Make the pack and hand it to the system's print dialog."""
        if not self.foot.busy and self.listed.chosen:
            file = self._place / "print.pdf"
            self.making.make(self.order, file, lambda o, report: self._ask(o, file, report))

    def open_on_show(self) -> None:
        """Open the document on show in the system's viewer, as a file of its own."""
        proof = self.proofs.proof(self._on_show)
        if proof is None:
            return
        copy = self._place / f"{self._documents[self._on_show].title}.pdf"
        self._try(lambda: open_copy(proof.file, copy))

    def order(self) -> Order:
        """What would be printed now."""
        return Order(
            self._document.now,
            self._document.revision,
            self.listed.chosen,
            *self.choices.look,
            self.catalogue.own,
            self.choices.access,
        )

    @property
    def _place(self) -> Path:
        return Path(self._folder.path())

    def _now_here(self) -> datetime:
        return self._services.now().astimezone()

    def _refresh(self) -> None:
        """Show what the programme, the choices and the ticks come to now."""
        sessions = self._document.now.sessions
        self.choices.show_sessions(sessions)
        self.no_session.setVisible(not sessions)
        used = named_handouts(self._document.now, self.choices.sessions)
        offered = [info for info in self._documents.values() if _suits(info, self._document.now)]
        self.listed.offer(offered, used, frozenset(one.key for one in self.catalogue.own))
        self._show_figures()
        self.choices.ask_private(self._document.now, self.listed.chosen)
        self.proofs.order(self.order())
        if self._on_show not in self.listed.offered:
            self._show_document(next(iter((*self.listed.chosen, *self.listed.offered)), ""))
        else:
            self.preview.drawing(now=not self.proofs.fresh(self._on_show))

    def _show_figures(self) -> None:
        """Show pages, copies and sheets as far as they are known, and what is missing."""
        programme, chosen = self._document.now, self.listed.chosen
        infos = [self._documents[key] for key in chosen]
        crowd = people(programme, self.choices.sessions)
        pages = self.proofs.pages
        all_copies = sheets(pages, {info.id: copies(info, crowd) for info in infos})
        once = sheets(pages, dict.fromkeys(chosen, 1))
        self.listed.show_counts(pages, crowd)
        scope = self.choices.scope if programme.sessions else _("Blank sheets")
        self.head.set_words(
            self.head.title.text(),
            head_words(scope, crowd, all_copies) if chosen else _("Tick what you want to print."),
        )
        self.foot.offer(
            anything=bool(chosen),
            everyone=everyone_words(all_copies, once.one_sided if once else 0),
        )
        proofs = [self.proofs.proof(key) for key in chosen]
        notes = dict.fromkeys(note for proof in proofs if proof for note in proof.unprintable)
        self.foot.show_lacks(lacks(programme, self.choices.sessions, infos), tuple(notes))

    def _show_document(self, document: str) -> None:
        if document and document != self._on_show:
            self._on_show = document
            self.listed.mark(document)
            self.preview.drawing(now=True)
            self.proofs.show(document)

    def _save_at(self, place: Path) -> None:
        self.making.make(self.order, place, lambda _order, report: self._tell_saved(place, report))

    def _tell_saved(self, place: Path, report: PackReport) -> None:
        links = [
            (_("Open it"), lambda: self._try(lambda: open_place(place))),
            (_("Show the folder"), lambda: self._try(lambda: open_place(place.parent))),
        ]
        self.foot.tell(saved_words(place.name, report.pages), links, report.unprintable)

    def _ask(self, order: Order, file: Path, report: PackReport) -> None:
        wanted: dict[str, int | None] = {}
        if self.foot.everyone.isVisible() and self.foot.everyone.isChecked():
            crowd = people(order.programme, order.sessions)
            wanted = {key: copies(self._documents[key], crowd) for key in order.documents}
        self.printing.ask(file, report, order.paper, wanted)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except WorldError as error:
            self.foot.refuse(sentence(error))

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _on_ready(self, document: str) -> None:
        proof = self.proofs.proof(document)
        title = self._documents[document].title
        if proof is not None and not self.preview.show_pdf(proof.file, title, proof.first):
            self.preview.say(_("This document cannot be shown. Save the PDF to see it."), title)

    def _on_failed(self, error: Exception) -> None:
        title = self._documents[self._on_show].title
        if is_known(error):
            self.preview.say(sentence(error), title)
            return
        self.preview.say(_("This document could not be drawn. That is a mistake of ours."), title)
        raise error

    def _on_place_wanted(self, row: RowId) -> None:
        if row == self._document.now.id:
            self._services.go("overview")
        else:
            self._services.go("sessions", row)

    def _on_cancel(self) -> None:
        if self.printing.running:
            self.printing.cancel()
        else:
            self.making.cancel()

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._document.state_changed.connect(self._on_changed)
        self.catalogue.changed.connect(self._on_catalogue)
        self.catalogue.refused.connect(self.foot.refuse)
        self.choices.changed.connect(self._refresh)
        self.listed.ticked.connect(self._refresh)
        self.listed.shown.connect(self._show_document)
        self.proofs.ready.connect(self._on_ready)
        self.proofs.failed.connect(self._on_failed)
        self.proofs.counted.connect(self._show_figures)
        self.preview.open_wanted.connect(self.open_on_show)
        self.foot.save_wanted.connect(self.save_pack)
        self.foot.print_wanted.connect(self.print_pack)
        self.foot.cancel_wanted.connect(self._on_cancel)
        self.foot.place_wanted.connect(self._on_place_wanted)

    def _lay_out(self) -> None:
        above = (self.head, self.choices, self.no_session)
        panes = side_by_side(above, self.listed, self.foot, self.preview)
        self._services.settings.follow_panes(panes, "print")
        fill(self, panes)


def _suits(info: DocumentInfo, programme: Programme) -> bool:
    """Whether there is anything for a document to print."""
    there = info.family != "people" or programme.people
    return bool(there and (programme.sessions or info.blank))
