"""What narrows the list of the bank: small choices, and one that takes them all away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.wording import LEVEL_NAMES
from aiplanner.domain.bank import GroupForm, Wanted
from aiplanner.domain.cycle import Capability, Level, Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.bank_words import FORM_CHOICES
from aiplanner.ui.widgets.chip import Chip, ChoiceChip
from aiplanner.ui.widgets.flow import FlowLayout

_MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)


class BankFilters(QWidget):
    """The choices in lines; `changed` tells that the list must be another."""

    changed = Signal()

    def __init__(self, head: Head, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = Chip(_("All"))
        self.phase = ChoiceChip(_("Phase"), _phases(head))
        self.minutes = ChoiceChip(_("Length"), [(str(n), _up_to(n)) for n in _MINUTES])
        self.form = ChoiceChip(_("Group"), [(f.value, FORM_CHOICES[f]) for f in GroupForm])
        self.capability = ChoiceChip(_("Capability"), _capabilities())
        self.level = ChoiceChip(_("Level"), [(one.value, LEVEL_NAMES[one]) for one in Level])
        self.online = Chip(_("Online"))
        self.mine = Chip(_("Mine"))
        self.online.setAccessibleDescription(_("Only what works online"))
        self.mine.setAccessibleDescription(_("Only the activities of my bank"))
        self.all.setAccessibleDescription(_("Take every choice away"))
        self._choices = (self.phase, self.minutes, self.form, self.capability, self.level)
        self._switches = (self.online, self.mine)
        flow = FlowLayout(self)
        for chip in (self.all, *self._choices, *self._switches):
            flow.addWidget(chip)
        for choice in self._choices:
            choice.picked.connect(self._on_changed)
        for switch in self._switches:
            switch.clicked.connect(self._on_changed)
        self.all.clicked.connect(self.clear)
        self._mark()

    @property
    def active(self) -> bool:
        """Whether anything narrows the list."""
        return any(c.key for c in self._choices) or any(s.isChecked() for s in self._switches)

    @property
    def only_length(self) -> bool:
        """Whether nothing but the length narrows the list."""
        others = [choice for choice in self._choices if choice is not self.minutes]
        narrowed = any(c.key for c in others) or any(s.isChecked() for s in self._switches)
        return bool(self.minutes.key) and not narrowed

    def wanted(self, words: str) -> Wanted:
        """What is looked for, with the words that are typed."""
        phase, form = self.phase.key, self.form.key
        capability, level = self.capability.key, self.level.key
        return Wanted(
            words=words,
            phase=Phase(phase) if phase else None,
            minutes=int(self.minutes.key) if self.minutes.key else None,
            form=GroupForm(form) if form else None,
            capability=Capability(capability) if capability else None,
            level=Level(level) if level else None,
            online=self.online.isChecked(),
        )

    def clear(self) -> None:
        """Take every choice away."""
        self._reset()
        self._on_changed()

    def only_phase(self, phase: Phase) -> None:
        """Look for nothing but what belongs to a phase."""
        self._reset()
        self.phase.show_key(phase.value)
        self._on_changed()

    def only_minutes(self, minutes: int) -> None:
        """Look for nothing but what can be done in so many minutes."""
        self._reset()
        self.minutes.show_key(str(minutes), _up_to(minutes))
        self._on_changed()

    def _reset(self) -> None:
        for choice in self._choices:
            choice.show_key("")
        for switch in self._switches:
            switch.setChecked(False)

    def _on_changed(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self.all.setChecked(not self.active)


def _up_to(minutes: int) -> str:
    return _("Up to {minutes} min").format(minutes=minutes)


def _phases(head: Head) -> Sequence[tuple[str, str]]:
    return [(phase.value, phase_label(head, phase)) for phase in Phase]


def _capabilities() -> Sequence[tuple[str, str]]:
    return [(one.value, capability_guide(one).name) for one in Capability]
