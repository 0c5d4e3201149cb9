"""Ask why a hint is left as it is: a ready reason, or own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from aiplanner.app.hint_words import REASONS
from aiplanner.domain.integrity import LINE
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.named_field import named
from aiplanner.ui.widgets.text_field import TextField


class LeaveHint(DialogFrame):
    """Arrows choose a reason, typing writes one's own, Enter leaves the hint."""

    done_with = Signal(str)
    """The reason."""

    def __init__(self, parent: QWidget | None, hint: str) -> None:
        super().__init__(
            parent,
            _("Leave this hint as it is?"),
            _("It is kept with its reason, below the hints, and can be brought back."),
            width=460,
        )
        self.setAccessibleDescription(hint)
        self.body.addWidget(label(hint, wrap=True))
        self._group = QButtonGroup(self)
        reasons = QVBoxLayout()
        reasons.setSpacing(STEP)
        self.reasons = tuple(QRadioButton(reason) for reason in REASONS)
        for choice in self.reasons:
            self._group.addButton(choice)
            reasons.addWidget(choice)
        self.body.addLayout(reasons)
        self.own = TextField(_("Or in your own words"))
        self.own.setMaxLength(LINE)
        self.own.returnPressed.connect(self._leave)
        self.body.addWidget(named(self.own))
        self.add_answer(button(_("Cancel"), self.reject))
        self.leave = button(_("Leave it"), self._leave, "primary")
        self.leave.setDefault(True)
        self.add_answer(self.leave)
        self.reasons[0].setChecked(True)
        self.reasons[0].setFocus()

    @property
    def reason(self) -> str:
        """Own words where there are any, else the reason chosen."""
        chosen = self._group.checkedButton()
        return self.own.text().strip() or (chosen.text() if chosen is not None else "")

    def _leave(self) -> None:
        self.accept()
        self.done_with.emit(self.reason)
