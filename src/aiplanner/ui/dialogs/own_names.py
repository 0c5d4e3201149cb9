"""Ask for the names under which the user stands in actions and promises."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.named_field import named
from aiplanner.ui.widgets.text_field import TextField


class OwnNames(DialogFrame):
    """One field; `done_with` tells what was typed. Empty: nobody's."""

    done_with = Signal(str)

    def __init__(self, parent: QWidget | None, names: str) -> None:
        super().__init__(
            parent,
            _("Which actions are yours?"),
            _(
                "Those that have every part of your name under “who”, in any order and whatever "
                "the capitals. If you are also called otherwise (“Morag”, “MR”), add that with a "
                "comma. It stays on this computer."
            ),
            width=480,
        )
        self.field = TextField(_("Your name"), _("For example: Morag Reid, Morag"))
        self.field.setText(names)
        self.field.returnPressed.connect(self._save)
        self.body.addWidget(named(self.field))
        self.add_answer(button(_("Cancel"), self.reject))
        self.save_button = button(_("Save"), self._save, "primary")
        self.add_answer(self.save_button)
        self.field.setFocus()

    def _save(self) -> None:
        self.accept()
        self.done_with.emit(self.field.text().strip())
