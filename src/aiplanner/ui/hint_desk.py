"""What can be done about a hint: go to its place, mend it, leave it as it is, bring it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from aiplanner.app.hints import HintLine, LeftLine
from aiplanner.domain.edits.dismissals import dismiss, recall
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.leave_hint import LeaveHint
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.hints import Hints, Jump, jump_of
from aiplanner.ui.services import Services


class HintDesk:
    """Each is one step of undo and is spoken; the rules look again at once."""

    def __init__(
        self, document: Document, services: Services, hints: Hints, parent: QWidget
    ) -> None:
        """Dialogs open over `parent`."""
        self._document, self._services = document, services
        self._hints, self._parent = hints, parent

    def place_of(self, line: HintLine) -> Jump | None:
        """Where a hint can be followed."""
        return jump_of(self._document.now, line)

    def follow(self, line: HintLine) -> None:
        """Go to the place a hint speaks of."""
        place = self.place_of(line)
        if place is None:
            self._services.say(_("What this hint speaks of is gone by now."))
        else:
            self._services.go(*place)

    def mend(self, line: HintLine, number: int) -> None:
        """Do what the button of that number says, if it would still do just that."""
        offered = line.mends[number]
        now = self._hints.mends_now(line)
        mend = next((one for one in now if one.label == offered.label), None)
        if mend is None:
            self._services.say(_("The plan has changed since. Please look at the hint again."))
            self._hints.look()
        else:
            self._edit(offered.label, lambda: self._document.edit(mend.label, mend.mend.change))

    def leave(self, line: HintLine) -> None:
        """Ask for the reason, and do without the hint."""
        dialog = LeaveHint(self._parent.window(), line.text)
        dialog.done_with.connect(lambda reason: self._leave(line, reason))
        dialog.open()

    def bring_back(self, line: LeftLine) -> None:
        """Let a hint speak again."""
        change = _("Bring back a hint")
        self._edit(
            _("Brought back: {hint}").format(hint=line.text),
            lambda: self._document.edit(change, lambda now: recall(now, line.id)),
        )

    def _leave(self, line: HintLine, reason: str) -> None:
        day, change = self._services.today(), _("Leave a hint as it is")
        self._edit(
            _("Left as it is: {hint}").format(hint=line.text),
            lambda: self._document.edit(
                change, lambda now: dismiss(now, line.rule, line.row, reason, day)
            ),
        )

    def _edit(self, said: str, edit: Callable[[], None]) -> None:
        try:
            edit()
        except PlanError as error:
            self._services.say(sentence(error))
        else:
            self._services.say(said, undo=True)
        self._hints.look()
