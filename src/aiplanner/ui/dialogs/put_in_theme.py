"""Ask into which theme stories are put: typed, or chosen among those there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.name_field import NameField
from aiplanner.ui.widgets.named_field import named


class PutInTheme(DialogFrame):
    """Typing finds a theme; a name that is new makes one. Enter puts the stories there."""

    agreed = Signal(str)
    """The name of the theme."""

    def __init__(self, parent: QWidget | None, what: str, themes: Sequence[str]) -> None:
        super().__init__(parent, _("Put in a theme"), what)
        self._themes = {theme.casefold() for theme in themes}
        self.field = NameField(_("Theme"), themes, _("Type a few letters, or a new theme"))
        self.told = label("", "secondary", wrap=True)
        self.put = button(_("Put there"), self._agree, "primary")
        self.put.setDefault(True)
        self.body.addWidget(named(self.field))
        self.body.addWidget(self.told)
        self.add_answer(button(_("Cancel"), self.reject))
        self.add_answer(self.put)
        self.field.textChanged.connect(self._tell)
        self.field.returnPressed.connect(self._agree)
        self._tell()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def theme(self) -> str:
        """What stands in the field."""
        return " ".join(self.field.text().split())

    def _tell(self) -> None:
        new = bool(self.theme) and self.theme.casefold() not in self._themes
        self.told.setText(_("A new theme of that name is made.") if new else " ")
        self.put.setEnabled(bool(self.theme))

    def _agree(self) -> None:
        if self.theme:
            self.accept()
            self.agreed.emit(self.theme)
