"""Ask for the lead or the group of everything that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.pages.session_marks import MarkCommands
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.word_field import WordField

_TITLES = {"lead": _("Who leads?"), "group": _("In what groups?")}
_NAMES = {"lead": _("Lead"), "group": _("Group")}


class ForAll(DialogFrame):
    """One field; words that are in use already are completed while they are typed."""

    def __init__(self, parent: QWidget, marks: MarkCommands, field: str) -> None:
        count = _("For {what}.").format(what=marks.words())
        super().__init__(parent, _TITLES[field], count)
        self._marks, self._field = marks, field
        self.words = WordField(_NAMES[field], marks.used(field), parent=self)
        here = {getattr(item, field) for item in marks.chosen()}
        self.words.setText(here.pop() if len(here) == 1 else "")
        self.words.selectAll()
        self.body.addWidget(label(_NAMES[field], "label"))
        self.body.addWidget(self.words)
        self.add_answer(button(_("Cancel"), self.reject))
        self.take = button(_("Set for all"), self._take, "primary")
        self.take.setDefault(True)
        self.add_answer(self.take)
        self.words.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self) -> None:
        self._marks.set_text(self._field, self.words.text().strip())
        self.accept()


def ask_for_all(parent: QWidget, marks: MarkCommands, field: str) -> None:
    """Open the dialog for what is chosen."""
    if marks.chosen():
        ForAll(parent, marks, field).open()
