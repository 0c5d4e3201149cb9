"""Begin a programme: from which starter, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.library_desk import BLANK
from aiplanner.ui.pages.home_beginnings import Beginning
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import scrolling
from aiplanner.ui.widgets.text_field import TextField


class NewProgramme(DialogFrame):
    """`begun` tells the starter's key and the title (empty: the starter's own)."""

    begun = Signal(str, str)

    def __init__(self, parent: QWidget, beginnings: Sequence[Beginning], chosen: str = "") -> None:
        super().__init__(
            parent,
            _("New programme"),
            _("Everything a starter brings can be changed afterwards."),
            width=508,
        )
        self._starters = (*beginnings, _blank())
        self.title_field = TextField(_("Title"))
        self._group = QButtonGroup(self)
        self.body.addWidget(label(_("What is it called?"), "label"))
        self.body.addWidget(self.title_field)
        self.body.addWidget(label(_("Begin from"), "label"))
        self.body.addWidget(self._choices(chosen), 1)
        self.add_answer(button(_("Cancel"), self.reject))
        self.begin_button = button(_("Begin"), self._begin, "primary")
        self.add_answer(self.begin_button)
        self._group.idClicked.connect(lambda _n: self._hint())
        self.title_field.returnPressed.connect(self._begin)
        self._hint()
        self.title_field.setFocus()

    def _choices(self, chosen: str) -> QWidget:
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(STEP)
        keys = [beginning.key for beginning in self._starters]
        at = keys.index(chosen) if chosen in keys else 0
        for n, beginning in enumerate(self._starters):
            radio = QRadioButton(_name(beginning))
            radio.setAccessibleDescription(beginning.promise)
            radio.setChecked(n == at)
            self._group.addButton(radio, n)
            body.addWidget(radio)
            body.addWidget(_promise(beginning.promise))
        body.addStretch(1)
        return scrolling(holder)

    def _hint(self) -> None:
        self.title_field.setPlaceholderText(self._starters[self._group.checkedId()].title)

    def _begin(self) -> None:
        chosen = self._starters[self._group.checkedId()]
        title = self.title_field.text().strip() or chosen.title
        self.accept()
        self.begun.emit(chosen.key, title)


def _blank() -> Beginning:
    return Beginning(
        BLANK, _("Untitled programme"), "", _("Nothing in it yet: add the sessions yourself.")
    )


def _name(beginning: Beginning) -> str:
    if beginning.key == BLANK:
        return _("A blank programme")
    return f"{beginning.title} · {beginning.hours}"


def _promise(text: str) -> QLabel:
    words = label(text, "secondary", wrap=True)
    words.setContentsMargins(fonts.scaled(30), 0, 0, STEP)
    return words
