"""What a reissued pack says on its first page, as long as that is true."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.issued import Reissue
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label


class ReissueNote(QWidget):
    """One line while there is such a page; an edit or another choice takes it away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.changes: tuple[tuple[str, str], ...] = ()
        self.since = ""
        self._programme: Programme | None = None
        self._documents: frozenset[str] = frozenset()
        self.words = label("", "secondary", wrap=True)
        self.leave = button(_("Leave it out"), self.drop, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self.words, 1)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def take(self, reissue: Reissue, programme: Programme) -> None:
        """Begin the pack with what changed since another one."""
        self.changes, self.since = reissue.options.changes, reissue.options.since
        self._programme, self._documents = programme, frozenset(reissue.documents)
        words = _("Page 1 will say what changed since {moment}.").format(moment=self.since)
        self.words.setText(words)
        self.setVisible(bool(self.changes))

    def follow(self, programme: Programme, documents: Collection[str]) -> None:
        """Of this programme these documents are chosen now; drop what is not true of them.

        What it tells may be for facilitators only, as the documents were it was made for: they must
        all still be there.
        """
        if self._programme is not None and not (
            programme is self._programme and self._documents <= set(documents)
        ):
            self._forget()

    def drop(self) -> None:
        """Begin the pack without that page."""
        self._forget()
        self.changed.emit()

    def _forget(self) -> None:
        self.changes, self.since, self._programme = (), "", None
        self.hide()
