"""What can be done while a session is held: each an edit with its name, stored at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from aiplanner.app.room import room_state
from aiplanner.app.room_words import title_of
from aiplanner.domain.edits.on_the_day import add_minutes, begin_run, end_run, go_back, go_on
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.stepping import do_again, take_back

STEP = 5
"""Minutes given or taken at a time."""

Verb = Callable[[Programme, RowId, datetime], Programme]


class RoomVerbs:
    """Edits of one session on its day; `say` tells what was refused or taken back."""

    def __init__(
        self,
        document: Document,
        session_id: RowId,
        now: Callable[[], datetime],
        say: Callable[[str], object],
    ) -> None:
        self._document, self._session_id, self._now, self._say = document, session_id, now, say

    def begin(self) -> None:
        """Begin with the first item."""
        self._do(_("Start the session"), begin_run)

    def go_on(self) -> None:
        """Go to the next item; at the last one, and before the first, nothing."""
        state = room_state(self._document.now, self._session_id, self._now())
        if state.next is not None and state.run is not None:
            label = _("Go on to {title}").format(title=title_of(state.next.item))
            self._do(label, go_on)

    def go_back(self) -> None:
        """Go back to the item before; from the end, to the one that ended last."""
        state = room_state(self._document.now, self._session_id, self._now())
        if not state.first:
            self._do(_("Go back an item"), go_back)

    def give(self, minutes: int = STEP) -> None:
        """Give the item under way more minutes."""
        label = _("Give {minutes} more minutes").format(minutes=minutes)
        self._do(label, partial(_with_minutes, minutes))

    def take(self, minutes: int = STEP) -> None:
        """Take minutes from the item under way."""
        label = _("Take {minutes} minutes away").format(minutes=minutes)
        self._do(label, partial(_with_minutes, -minutes))

    def end(self) -> None:
        """End the session."""
        self._do(_("End the session"), end_run)

    def undo(self) -> None:
        """Take the last edit back, and say which one it was."""
        take_back(self._document, self._say)
        self._document.flush()

    def redo(self) -> None:
        """Do the last undone edit again, and say which one it was."""
        do_again(self._document, self._say)
        self._document.flush()

    def _do(self, label: str, verb: Verb) -> None:
        now, key = self._now(), self._session_id
        try:
            self._document.edit(label, lambda programme: verb(programme, key, now))
        except PlanError as error:
            self._say(sentence(error))
        self._document.flush()


def _with_minutes(
    minutes: int, programme: Programme, session_id: RowId, now: datetime
) -> Programme:
    return add_minutes(programme, session_id, minutes, now)
