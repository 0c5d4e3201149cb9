"""The document on show: its proof as a sheet, why there is none, and the way to open it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from aiplanner.app.file_names import file_stem
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo
from aiplanner.i18n import gettext as _
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.pages.print_opening import open_copy
from aiplanner.ui.pages.print_proofs import Proofs
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
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._proofs, self._preview = proofs, preview
        self._documents, self._folder = documents, folder
        self.key = ""
        proofs.ready.connect(self._on_ready)
        proofs.failed.connect(self._on_failed)
        preview.open_wanted.connect(self.open)

    def show(self, document: str) -> bool:
        """Show another document; whether it is another."""
        if not document or document == self.key:
            return False
        self.key = document
        self._preview.drawing(now=True)
        return True

    def keep_up(self) -> None:
        """Say whether the sheet is still as it would be printed."""
        self._preview.drawing(now=not self._proofs.fresh(self.key))

    def open(self) -> None:
        """Open the document in the system's viewer, as a file of its own."""
        proof = self._proofs.proof(self.key)
        if proof is None:
            return
        try:
            name = file_stem(self._documents[self.key].title)  # one's own may hold a "/"
            open_copy(proof.file, self._folder / f"{name}.pdf")
        except WorldError as error:
            self.refused.emit(sentence(error))

    def _on_ready(self, document: str) -> None:
        proof = self._proofs.proof(document)
        title = self._documents[document].title
        if proof is not None and not self._preview.show_pdf(proof.file, title, proof.first):
            self._preview.say(_("This document cannot be shown. Save the PDF to see it."), title)

    def _on_failed(self, error: Exception) -> None:
        title = self._documents[self.key].title
        if is_known(error):
            self._preview.say(sentence(error), title)
            return
        self._preview.say(_("This document could not be drawn. That is a mistake of ours."), title)
        raise error
