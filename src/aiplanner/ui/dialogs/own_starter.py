"""Ask what a starter of one's own is called and what it promises."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.dialogs.own_activity import LONGEST_LINE, LONGEST_TITLE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.named_field import named
from aiplanner.ui.widgets.text_field import TextField


class SaveStarter(DialogFrame):
    """Title and promise, filled in already; `done_with` tells both."""

    done_with = Signal(str, str)

    def __init__(self, parent: QWidget | None, title: str, promise: str) -> None:
        super().__init__(
            parent,
            _("Save as a starter"),
            _(
                "New programmes can begin from it. It keeps the sessions and their running orders, "
                "without names, places, days, private notes and what was found."
            ),
            width=460,
        )
        self.title_field = TextField(_("Title"))
        self.promise_field = TextField(_("What it promises"), _("One line: what people gain"))
        for field, longest, words in (
            (self.title_field, LONGEST_TITLE, title),
            (self.promise_field, LONGEST_LINE, promise),
        ):
            field.setMaxLength(longest)
            field.setText(words)
            field.returnPressed.connect(self._save)
            self.body.addWidget(named(field))
        self.add_answer(button(_("Cancel"), self.reject))
        self.save_button = button(_("Save"), self._save, "primary")
        self.add_answer(self.save_button)
        self.title_field.textChanged.connect(self._on_title)
        self._on_title()
        self.title_field.setFocus()

    def _save(self) -> None:
        if self.save_button.isEnabled():
            self.accept()
            title, promise = self.title_field.text().strip(), self.promise_field.text().strip()
            self.done_with.emit(title, promise)

    def _on_title(self) -> None:
        self.save_button.setEnabled(bool(self.title_field.text().strip()))
