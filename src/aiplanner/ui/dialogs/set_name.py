"""Ask for the name of a set of documents, and say at once why a name cannot be."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aiplanner.app.print_sets import named as tidy_name
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.named_field import named
from aiplanner.ui.widgets.text_field import TextField


class SetName(DialogFrame):
    """`agreed` tells a name that can be kept and that no other set has."""

    agreed = Signal(str)

    def __init__(
        self, parent: QWidget | None, title: str, name: str, others: Collection[str]
    ) -> None:
        """`others` are the names of the other sets."""
        why = _("It keeps which documents are ticked, and all that is chosen above them.")
        super().__init__(parent, title, why)
        self._others = {other.casefold() for other in others}
        self.field = TextField(_("Name"), _("For example: Session 2 participants"))
        self.field.setText(name)
        self.field.selectAll()
        self.field.textChanged.connect(lambda _text: self._say(""))
        self.field.returnPressed.connect(self._agree)
        self.says = label("", "refusal", wrap=True)
        self.body.addWidget(named(self.field))
        self.body.addWidget(self.says)
        self.add_answer(button(_("Cancel"), self.reject))
        self.save_button = button(_("Save"), self._agree, "primary")
        self.add_answer(self.save_button)
        self._say("")
        self.field.setFocus()

    def _agree(self) -> None:
        try:
            name = tidy_name(self.field.text())
        except PlanError as error:
            self._say(say(error))
            return
        if name.casefold() in self._others:
            self._say(_("Another set is called so already. Choose another name."))
            return
        self.accept()
        self.agreed.emit(name)

    def _say(self, sentence: str) -> None:
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)
            self.fit_screen()
