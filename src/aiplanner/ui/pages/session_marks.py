"""Set what all chosen items have in common: whether they count, their phase, lead and group."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from aiplanner.app.content import phase_label
from aiplanner.app.wording import LEVEL_NAMES, STATE_NAMES
from aiplanner.app.words_in_use import words_in_use
from aiplanner.domain.cycle import Level, Phase, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.pages.session_choice import Choice
from aiplanner.ui.pages.session_spoken import counted_items
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.running_order.view import RunningOrderView

_LABELS = {
    State.PLANNED: (_("Plan {title} again"), _("Plan {count} items again")),
    State.SHORT: (_("Plan {title} short"), _("Plan {count} items short")),
    State.PARKED: (_("Park {title}"), _("Park {count} items")),
    State.SKIPPED: (_("Skip {title}"), _("Skip {count} items")),
}
_WORDS: Mapping[str, tuple[str, str]] = {
    "phase": (_("Change the phase of {title}"), _("Change the phase of {count} items")),
    "level": (_("Change the level of {title}"), _("Change the level of {count} items")),
    "lead": (_("Change the lead of {title}"), _("Change the lead of {count} items")),
    "group": (_("Change the group of {title}"), _("Change the group of {count} items")),
}


class MarkCommands:
    """Each sets one field of everything chosen, as one step of undo, and says so."""

    def __init__(self, document: Document, services: Services, view: RunningOrderView) -> None:
        self._document, self._services, self._view = document, services, view
        self.choice = Choice(document, view)

    @property
    def head(self) -> Head:
        """What the programme says of itself."""
        return self._document.now.head

    def set_state(self, state: State) -> None:
        """Park the chosen items, skip them, plan them short, or plan them again."""
        self._set(_LABELS[state], STATE_NAMES[state], state=state)

    def toggle_state(self, state: State) -> None:
        """Give the chosen items this state; where all have it, plan them again."""
        now = self._document.now
        held = {now.get(item, Item).state for item in self.choice.items()}
        self.set_state(State.PLANNED if held == {state} else state)

    def set_phase(self, phase: Phase | None) -> None:
        """Give the chosen items a phase, or (None) none."""
        words = _("no phase") if phase is None else phase_label(self._document.now.head, phase)
        self._set(_WORDS["phase"], words, phase=phase)

    def set_level(self, level: Level | None) -> None:
        """Say whose leadership the chosen items work on."""
        self._set(
            _WORDS["level"], _("no level") if level is None else LEVEL_NAMES[level], level=level
        )

    def set_text(self, field: str, text: str) -> None:
        """Give the chosen items a lead or a group in words; "" takes it away."""
        nobody = _("nobody leads") if field == "lead" else _("no group")
        self._set(_WORDS[field], text or nobody, **{field: text})

    def used(self, field: str) -> tuple[str, ...]:
        """The leads or groups that are written in this programme, the most frequent first."""
        return words_in_use(self._document.now, field)

    def chosen(self) -> list[Item]:
        """The items that the verbs are about."""
        return [self._document.now.get(item, Item) for item in self.choice.items()]

    def words(self) -> str:
        """What is chosen, in words: its title, or how many items."""
        return counted_items(self._document.now, self.choice.items())

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of these verbs."""
        states = {"short": State.SHORT, "park": State.PARKED, "skip": State.SKIPPED}
        return {key: partial(self.toggle_state, state) for key, state in states.items()}

    def _set(self, labels: tuple[str, str], words: str, **values: Any) -> None:
        items = self.choice.items()
        if not items:
            announce(self._view, _("Choose an item first."))
            return

        def change(now: Programme) -> Programme:
            for item in items:
                now = set_fields(now, item, **values)
            return now

        try:
            self._document.edit(self.choice.named(items, *labels), change)
        except PlanError as error:
            self._services.say(sentence(error))
            return
        said = _("{what}: {words}").format(
            what=counted_items(self._document.now, items), words=words
        )
        announce(self._view, said)
