"""The chosen activity, to be read before it is added."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.bank import BankRow
from aiplanner.ui.models.bank_page import activity_page
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.reading import Reading


class BankPreview(QWidget):
    """Title and Add stay in sight, the rest scrolls and can be read by the keyboard."""

    def __init__(self, add: Callable[[], object], head: Callable[[], Head]) -> None:
        super().__init__()
        self._head = head
        self._row: BankRow | None = None
        self.title = label("", "strong", wrap=True)
        self.add_button = button(_("Add"), add, icon="add", tip=_("Add it below the chosen row"))
        self.text = Reading(_("About this activity"))
        self._lay_out()

    def show_row(self, row: BankRow | None) -> None:
        """Show an activity, or nothing."""
        if row == self._row:
            return
        self._row = row
        one = row.activity if row is not None else None
        self.setVisible(one is not None)
        if row is not None and one is not None:
            self.title.setText(one.title)
            self.add_button.setAccessibleName(_("Add {title}").format(title=one.title))
            self.text.show_passages(activity_page(one, self._head(), row.reasons))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(INSIDE, INSIDE + 2, INSIDE + STEP, STEP)
        top.setSpacing(INSIDE)
        top.addWidget(self.title, 1)
        top.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self.text.document().setDocumentMargin(INSIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(INSIDE, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.text, 1)
