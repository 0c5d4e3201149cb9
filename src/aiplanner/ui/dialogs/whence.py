"""Ask where a finding came from and what became of it, and go to what answers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from aiplanner.app.thread_words import ORPHAN_REASONS, ORPHAN_WORDS, headed, whence
from aiplanner.domain.findings import Finding
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.thread.whence import WhencePanel


class WhenceDialog(DialogFrame):
    """Both answers in one list; Enter goes to a finding, and the picture of it all is at hand."""

    def __init__(
        self, parent: QWidget | None, document: Document, services: Services, finding: Finding
    ) -> None:
        super().__init__(parent, _("Where from, and what became of it"), headed(finding), width=560)
        self._document, self._services, self._finding = document, services, finding.id
        self.panel = WhencePanel()
        self.panel.show_finding(document.now, finding.id)
        self.panel.opened.connect(self._go)
        self.body.addWidget(on_card(self.panel), 1)
        orphan = whence(document.now, finding.id).orphan
        if orphan is not None:
            said = f"{ORPHAN_WORDS[orphan]}. {ORPHAN_REASONS[orphan]}"
            self.body.addWidget(label(said, "warn", wrap=True))
        self.close_button = button(_("Close"), self.accept)
        self.picture = button(_("Show it in the thread"), self._show, "link")
        self.answers.insertWidget(0, self.picture)
        self.add_answer(self.close_button)

    def _go(self, row: str) -> None:
        shown = shown_by(self._document.now, RowId(row))
        self.accept()
        if shown is not None:
            self._services.go(*shown)

    def _show(self) -> None:
        self.accept()
        self._services.go("thread", self._finding)


def open_whence(
    parent: QWidget, document: Document, services: Services, finding: RowId
) -> WhenceDialog | None:
    """Put both answers about a finding over its window; None where it is gone."""
    row = document.now.rows.get(finding)
    if not isinstance(row, Finding):
        return None
    dialog = WhenceDialog(parent, document, services, row)
    dialog.open()
    dialog.panel.setFocus()
    return dialog
