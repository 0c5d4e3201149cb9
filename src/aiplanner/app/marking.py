"""Mark an action or a promise as done from a list, without opening its programme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from aiplanner.app.library import opened
from aiplanner.app.ports import Library, Stale
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Action, Progress, Promise
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

_TRIES = 3
"""Somebody who saves at the very moment is let go first, and again, but not for ever."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Which action or promise, where it is now as far as the list knows, and where it goes."""

    programme_id: RowId
    row_id: RowId
    before: Progress
    after: Progress = Progress.DONE

    @property
    def back(self) -> Mark:
        """What takes it back."""
        return replace(self, before=self.after, after=self.before)

    @property
    def label(self) -> str:
        """What undo calls it in the programme."""
        return _("Mark as done") if self.after is Progress.DONE else _("Mark as not done")

    def __call__(self, programme: Programme) -> Programme:
        """The programme with the mark made.

        PlanError `action-gone`, or `action-changed` when it is not where the list saw it: somebody
        has marked it meanwhile, and theirs is not written over.
        """
        row = programme.rows.get(self.row_id)
        if not isinstance(row, Action | Promise):
            raise PlanError("action-gone")
        if row.progress is not self.before:
            raise PlanError("action-changed", text=row.text)
        return set_fields(programme, self.row_id, progress=self.after)


def mark_saved(library: Library, mark: Mark, now: datetime) -> None:
    """Mark it in the library as a step that can be undone in the programme later.

    PlanError `programme-gone` and as `Mark`; Stale when others save faster than this can.
    """
    for chance in range(1, _TRIES + 1):
        document = opened(library, mark.programme_id)
        document.edit(mark.label, mark)
        save = document.next_save()
        assert save is not None, "the progress is another than before"
        try:
            library.save(save, now)
        except Stale:
            if chance == _TRIES:
                raise
        else:
            return
