"""The banner that tells why saving fails, and goes when it works again."""

from __future__ import annotations

from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.widgets.banner import Banner


class SavingBanner(Banner):
    """`trouble` is why saving fails, while it does."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.trouble = ""
        document.trouble.connect(self._on_trouble)
        document.state_changed.connect(self._on_state_changed)

    def _on_trouble(self, why: str) -> None:
        self.trouble = why
        said = _("{why} Your last changes are kept here and saving is tried again by itself.")
        self.say(said.format(why=why), do=self._document.flush)

    def _on_state_changed(self) -> None:
        if self._document.state == "saved":
            self.trouble = ""
            self.hide()
