"""The document on show: its proof as a sheet, why there is none, and the way to open it.

While somebody edits, what they look at is drawn first and shown at the very place; the whole
document takes its place as soon as it is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from aiplanner.app.file_names import file_stem
from aiplanner.app.last_edit import session_of_last_edit
from aiplanner.app.paper_words import session_number
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo, Glimpse
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.pages.print_opening import open_copy
from aiplanner.ui.pages.print_proofs import Proof, Proofs
from aiplanner.ui.widgets.pack_preview import PackPreview


class Shown(QObject):
    """Joins the proofs and the preview; `key` is the id of the document, or ""."""

    refused = Signal(str)
    """A sentence: no program here opens it."""

    def __init__(
        self,
        proofs: Proofs,
        preview: PackPreview,
        documents: Mapping[str, DocumentInfo],
        folder: Path,
        document: Document,
    ) -> None:
        super().__init__(preview)
        self._proofs, self._preview, self._document = proofs, preview, document
        self._documents, self._folder = documents, folder
        self.key = ""
        self._shown: Proof | None = None
        """What of the document on show is on the screen."""
        self._open_all = False
        """Whether it is to be opened when all of it is there."""
        proofs.looked = self._looked
        proofs.ready.connect(self._on_ready)
        proofs.failed.connect(self._on_failed)
        preview.open_wanted.connect(self.open)

    def show(self, document: str) -> bool:
        """Show another document; whether it is another."""
        if not document or document == self.key:
            return False
        self.key, self._shown, self._open_all = document, None, False
        self._preview.drawing(now=True)
        return True

    def keep_up(self) -> None:
        """Say whether the sheet is still as it would be printed."""
        self._preview.drawing(now=not self._proofs.true(self.key))

    def open(self) -> None:
        """Open the document in the system's viewer, as a file of its own."""
        proof = self._proofs.latest(self.key)
        self._open_all = proof is not None and proof.cut
        if proof is None or proof.cut:
            return
        try:
            name = file_stem(self._documents[self.key].title)  # one's own may hold a "/"
            open_copy(proof.file, self._folder / f"{name}.pdf")
        except WorldError as error:
            self.refused.emit(sentence(error))

    def _on_ready(self, document: str) -> None:
        proof = self._proofs.latest(document)
        if proof is None:
            return
        before, session = self._shown, self._session
        self._shown = proof
        first = proof.begin_of(session)
        title = self._documents[document].title
        there = self._preview.show_pdf(
            proof.file,
            title,
            first,
            shift=None if before is None else first - before.begin_of(session),
            part=self._part(proof.session_at(first)) if proof.cut else None,
        )
        if not there:
            self._preview.say(_("This document cannot be shown. Save the PDF to see it."), title)
        if self._open_all and not proof.cut:
            self.open()

    @property
    def _session(self) -> RowId | None:
        """The session whose sheet is on the screen."""
        shown = self._shown
        return None if shown is None else shown.session_at(self._preview.page)

    def _looked(self, document: str) -> Glimpse:
        """The page on the screen and the next, which may be in sight too; else the first two."""
        session, shown = self._session, self._shown
        if shown is not None:
            return Glimpse(max(self._preview.page - shown.begin_of(session), 0) + 2, session)
        if self._documents[document].per == "session":
            now, sessions = self._document.now, self._document.now.sessions
            first = sessions[0].id if sessions else None
            known = self._proofs.proof(document) is not None  # it is opened at its beginning
            steps = () if known else self._document.history.to_keep()
            session = session_of_last_edit(now, steps) or first
        return Glimpse(2, session)

    def _part(self, session: RowId | None) -> str:
        row = self._document.now.rows.get(session) if session else None
        if not isinstance(row, Session):
            return ""
        return _("session {number}").format(number=session_number(self._document.now, row))

    def _on_failed(self, error: Exception) -> None:
        self._shown = None
        title = self._documents[self.key].title
        if is_known(error):
            self._preview.say(sentence(error), title)
            return
        self._preview.say(_("This document could not be drawn. That is a mistake of ours."), title)
        raise error
