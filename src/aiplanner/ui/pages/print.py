"""Print: tick documents, see each as it will be on paper, save, print or open the pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from aiplanner.app.issued import Way
from aiplanner.app.pack_counts import copies, people, sheets
from aiplanner.app.pack_handouts import named_handouts
from aiplanner.app.pack_lacks import Lack, lacks
from aiplanner.app.print_sets import PrintSet
from aiplanner.app.printing import Audience, DocumentInfo
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session, Sheet
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.issued import Reissue
from aiplanner.ui.pack_worker import PackWorker
from aiplanner.ui.page import Page
from aiplanner.ui.pages.print_catalogue import PrintCatalogue
from aiplanner.ui.pages.print_choices import PrintChoices
from aiplanner.ui.pages.print_documents import DocumentList
from aiplanner.ui.pages.print_files import PDF, PackFiles
from aiplanner.ui.pages.print_foot import PrintFoot
from aiplanner.ui.pages.print_issued import IssuedPane
from aiplanner.ui.pages.print_kept import KeptChoices
from aiplanner.ui.pages.print_layout import NoSession, PrintHead, fill, side_by_side
from aiplanner.ui.pages.print_look import Look, look_of
from aiplanner.ui.pages.print_making import Made, PackMaking
from aiplanner.ui.pages.print_printing import PackPrinting
from aiplanner.ui.pages.print_proofs import Order, Proofs
from aiplanner.ui.pages.print_reissue import ReissueNote
from aiplanner.ui.pages.print_sets import PrintSets, missing_words, set_look, set_of
from aiplanner.ui.pages.print_shown import Shown
from aiplanner.ui.pages.print_telling import Telling
from aiplanner.ui.pages.print_words import everyone_words, gone_words, head_words, no_fields_words
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
        self._awaited = ""
        self._folder = QTemporaryDir()
        pictures = PictureFolder(services.library, services.jobs, self._place, self)
        self._worker = PackWorker(services.worker_command, self, pictures)
        self.head = PrintHead(services)
        self.choices = PrintChoices(services.settings)
        self.no_session = NoSession(lambda: services.go("sessions"))
        self.sets = PrintSets(services, lambda name: set_of(name, self.order()), self)
        self.listed = DocumentList(self.sets.button)
        self.kept = KeptChoices(services.settings, document, self.choices, self.listed)
        self.foot = PrintFoot()
        self.preview = PackPreview()
        self.proofs = Proofs(self._worker, self._place, self._documents, self._now_here, self)
        self.shown = Shown(self.proofs, self.preview, self._documents, self._place, document)
        self.making = PackMaking(self._worker, document, self.foot, self._now_here, self)
        self.printing = PackPrinting(self, self.foot)
        self.files = PackFiles(self, services, self.making, self.printing, self.order)
        told = Telling(self._worker, self._place / "told")
        self.issued = IssuedPane(services, document, self._known, told.ask)
        self.reissue = ReissueNote()
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
        if self.shown.key:
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
            if self._documents[document].on_call:
                self.listed.tick_only([document])
            else:
                self.listed.tick(document)
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
        self.kept.keep()
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
        self.sets.read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop drawing."""
        super().hideEvent(event)
        self.kept.keep()
        self.proofs.pause()

    def save_pack(self) -> None:
        """Ask for a place and make the pack there."""
        self.files.save(PDF)

    def print_pack(self) -> None:
        """Make the pack and hand it to the system's print dialog."""
        self.files.print_by(self._place / "print.pdf", self._documents)

    def order(self) -> Order:
        """What would be printed now."""
        return Order(
            self._document.now,
            self._document.revision,
            self.listed.chosen,
            self.choices.look,
            self.catalogue.own,
            self.reissue.changes,
            self.reissue.since,
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
        audience = self.choices.look.audience
        offered = [
            info for info in self._documents.values() if _suits(info, self._document.now, audience)
        ]
        self.listed.offer(offered, used, frozenset(one.key for one in self.catalogue.own))
        self.choices.ask_private(self._document.now, self.listed.chosen)
        self.reissue.follow(self._document.now, self.listed.chosen)
        self._show_figures()
        self.proofs.order(self.order())
        if self.shown.key not in self.listed.offered:
            self._show_document(next(iter((*self.listed.chosen, *self.listed.offered)), ""))
        else:
            self.shown.keep_up()

    def _show_figures(self) -> None:
        """Show pages, copies and sheets as far as they are known, and what is missing."""
        programme, chosen, look = self._document.now, self.listed.chosen, self.choices.look
        infos = [self._documents[key] for key in chosen]
        crowd = people(programme, self.choices.sessions)
        pages = self.proofs.pages
        all_copies = sheets(pages, {info.id: copies(info, crowd) for info in infos})
        once = sheets(pages, dict.fromkeys(chosen, 1))
        self.listed.show_counts(pages, crowd)
        scope = self.choices.scope if programme.sessions else _("Blank sheets")
        words = head_words(scope, crowd, all_copies, both=look.duplex)
        self.head.why.setText(words if chosen else _("Tick what you want to print."))
        self.foot.offer(
            anything=bool(chosen),
            everyone=everyone_words(all_copies, once, both=look.duplex),
        )
        proofs = [self.proofs.proof(key) for key in chosen]
        notes = dict.fromkeys(note for proof in proofs if proof for note in proof.unprintable)
        if look.fillable and infos and not any(info.fillable for info in infos):
            notes[no_fields_words()] = None
        self.foot.show_lacks(lacks(programme, self.choices.sessions, infos), tuple(notes))

    def _show_document(self, document: str) -> None:
        if self.shown.show(document):
            self.listed.mark(document)
            self.proofs.show(document)

    def _known(self) -> tuple[Mapping[str, DocumentInfo], tuple[Handout, ...]]:
        return self._documents, self.catalogue.own

    def _on_set(self, one: PrintSet) -> None:
        look = set_look(one, self.order(), self._services.today())
        self._choose(one.documents, look, missing_words(one, self._document.now))

    def _on_reissue(self, reissue: Reissue) -> None:
        self._choose(reissue.documents, look_of(reissue.options))
        self.reissue.take(reissue, self._document.now)
        self._refresh()

    def _choose(self, documents: tuple[str, ...], look: Look, note: str = "") -> None:
        """Tick these and nothing else; say what of it cannot be had now."""
        self.choices.show_look(look)
        self.listed.search.clear()
        self.listed.tick_only(documents)
        gone = len(set(documents) - set(self.listed.chosen))
        told = [note, gone_words(gone) if gone else ""]
        if any(told):
            self.foot.tell(" ".join(filter(None, told)))
        self._show_document(next(iter(self.listed.chosen), ""))

    def _on_issued(self, made: Made, way: Way) -> None:
        self.issued.remember(made.order.programme, made.options, made.told, way)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _on_place_wanted(self, lack: Lack) -> None:
        own = lack.row == self._document.now.id
        page = "overview" if own else "sessions"
        if lack.phase is not None:
            page = lack.phase.value
        self._services.go(page, None if own else lack.row)

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
        self.proofs.counted.connect(self._show_figures)
        self.shown.refused.connect(self.foot.refuse)
        self.sets.chosen.connect(self._on_set)
        self.sets.told.connect(self.foot.tell)
        self.sets.refused.connect(self.foot.refuse)
        self.issued.reissue_wanted.connect(self._on_reissue)
        self.reissue.changed.connect(self._refresh)
        self.files.issued.connect(self._on_issued)
        self.foot.print_wanted.connect(self.print_pack)
        self.foot.cancel_wanted.connect(self._on_cancel)
        self.foot.place_wanted.connect(self._on_place_wanted)

    def _lay_out(self) -> None:
        above = (self.head, self.choices, self.no_session)
        below = (self.issued, self.reissue, self.foot.before)
        panes = side_by_side(above, self.listed, below, self.foot, self.preview)
        self._services.settings.follow_panes(panes, "print")
        fill(self, panes)


def _suits(info: DocumentInfo, programme: Programme, audience: Audience) -> bool:
    """Whether there is anything for a document to print, for those it is for."""
    there = info.family != "people" or programme.people
    safe = audience == "all" or info.audience in (audience, "all")
    return bool(safe and there and (programme.sessions or info.blank))
