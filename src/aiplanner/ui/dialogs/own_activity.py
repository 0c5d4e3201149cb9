"""Ask what an activity of one's own is called, what it gives, and how long it takes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aiplanner.domain.bank import Activity
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.models.bank_minutes import with_minutes
from aiplanner.ui.tokens import BETWEEN
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.named_field import named
from aiplanner.ui.widgets.text_field import TextField

LONGEST_TITLE, LONGEST_LINE = 60, 140
"""Characters that fit the bank and its sheets (`docs/content.md`)."""
_MOST_MINUTES = 24 * 60
_DIGITS = 5
"""So many figures a number of minutes may have; more could not be turned into a number."""


class SaveActivity(DialogFrame):
    """Title and one line, filled in already; `done_with` hands over the activity."""

    done_with = Signal(object)

    def __init__(
        self, parent: QWidget | None, activity: Activity, title: str = "", why: str = ""
    ) -> None:
        super().__init__(
            parent,
            title or _("Save to my bank"),
            why or _("It keeps its steps, materials, handouts and capabilities."),
            width=460,
        )
        self._activity = activity
        self.title_field = TextField(_("Title"))
        self.summary_field = TextField(_("What it gives"), _("One line: what it gives people"))
        self.title_field.setMaxLength(LONGEST_TITLE)
        self.summary_field.setMaxLength(LONGEST_LINE)
        self.title_field.setText(activity.title)
        self.summary_field.setText(activity.summary)
        self.refusal = label("", "refusal", wrap=True)
        self.body.addWidget(named(self.title_field))
        self.body.addWidget(named(self.summary_field))
        self.add_answer(button(_("Cancel"), self.reject))
        self.save_button = button(_("Save"), self._save, "primary")
        self.add_answer(self.save_button)
        for field in (self.title_field, self.summary_field):
            field.returnPressed.connect(self._save)
        self.title_field.textChanged.connect(self._on_title)
        self._on_title()
        self.title_field.setFocus()

    def made(self) -> Activity | None:
        """The activity as it is told now; None where something is refused."""
        return replace(
            self._activity,
            title=self.title_field.text().strip(),
            summary=self.summary_field.text().strip(),
        )

    def _save(self) -> None:
        if not self.save_button.isEnabled():
            return
        made = self.made()
        if made is not None:
            self.accept()
            self.done_with.emit(made)

    def _on_title(self) -> None:
        self.save_button.setEnabled(bool(self.title_field.text().strip()))


class ChangeActivity(SaveActivity):
    """The same and its minutes: usual, fewest, most."""

    def __init__(self, parent: QWidget | None, activity: Activity) -> None:
        super().__init__(
            parent,
            activity,
            _("Change an activity of my bank"),
            _("Programmes that use it already stay as they are."),
        )
        self.typical = TextField(_("Usual minutes"))
        self.least = TextField(_("Fewest minutes"))
        self.most = TextField(_("Most minutes"))
        self._shown = (activity.typical, activity.least, activity.most)
        row = QHBoxLayout()
        row.setSpacing(BETWEEN)
        for field, minutes in zip(self._minutes, self._shown, strict=True):
            field.setMaxLength(_DIGITS)
            field.setText(str(minutes))
            field.returnPressed.connect(self._save)
            row.addWidget(named(field))
        self.body.addLayout(row)
        self.body.addWidget(self.refusal)
        self.refusal.hide()

    @property
    def _minutes(self) -> tuple[TextField, TextField, TextField]:
        return self.typical, self.least, self.most

    def made(self) -> Activity | None:
        """The activity with these minutes, unless they contradict each other."""
        made, told = super().made(), [field.text().strip() for field in self._minutes]
        numbers = [int(text) for text in told if text.isascii() and text.isdigit()]
        if made is None or len(numbers) < len(told) or max(numbers) > _MOST_MINUTES:
            self._refuse(_("Minutes are whole numbers, for example 40."))
            return None
        typical, least, most = self._stretched(*numbers)
        if not least <= typical <= most:
            self._refuse(_("The usual minutes lie between the fewest and the most."))
            return None
        return with_minutes(made, least, typical, most)

    def _stretched(self, typical: int, least: int, most: int) -> tuple[int, int, int]:
        """Fewest and most give way to the usual minutes where they were left as they were."""
        _typical, was_least, was_most = self._shown
        return (
            typical,
            min(least, typical) if least == was_least else least,
            max(most, typical) if most == was_most else most,
        )

    def _refuse(self, why: str) -> None:
        self.refusal.setText(why)
        self.refusal.show()
        self.fit_screen()
        announce(self.refusal, why, urgent=True)
