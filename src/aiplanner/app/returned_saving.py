"""Recognise a returned form in the library it belongs to, and take it into a saved programme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from aiplanner.app import content
from aiplanner.app.library import opened
from aiplanner.app.own_content import own_handouts
from aiplanner.app.ports import Library, Stale
from aiplanner.app.returned import ReadForm, ReturnedSheet
from aiplanner.app.returned_reading import no_mark, programme_of, recognised
from aiplanner.app.returned_rows import take_answers
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

_TRIES = 3
"""Somebody who saves at the very moment is let go first, and again, but not for ever."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When forms are taken in, and what makes the ids of what they become."""

    today: date
    now: datetime
    new_id: Callable[[], RowId]


def sheets_in(
    library: Library, read: ReadForm, *, again: bool = False
) -> tuple[ReturnedSheet, ...]:
    """The sheets of a form, of whichever programme of the library they are.

    `again`: it does not matter whether the same was taken in before. PlanError `returned-stray`
    where the library has no such programme, else as `recognised`.
    """
    programme_id = programme_of(read)
    if programme_id is None:
        raise PlanError("returned-edited") if read.marks else no_mark(read)
    try:
        programme, revision = library.load(programme_id)
    except PlanError as refusal:
        raise PlanError("returned-stray") from refusal
    handouts = (*content.handouts(), *own_handouts(library))
    taken = frozenset() if again else library.returned(programme_id)
    return recognised(read, programme, handouts, taken, revision)


def take_saved(
    library: Library, sheets: Sequence[ReturnedSheet], file: str, moment: Moment
) -> None:
    """Take what is ticked from the start into the saved programme, a step of undo a sheet.

    All of a file or nothing of it. PlanError as `take_answers`; Stale when others save faster than
    this can.
    """
    programme_id = sheets[0].mark.programme
    for chance in range(1, _TRIES + 1):
        document = opened(library, programme_id)
        for sheet in sheets:
            document.edit(_("Take in a returned form"), partial(_taken, sheet, moment))
        save = document.next_save()
        assert save is not None, "what is taken changes the programme"
        try:
            library.save(save, moment.now)
        except Stale:
            if chance == _TRIES:
                raise
        else:
            break
    for sheet in sheets:
        library.note_returned(programme_id, sheet.fingerprint, file, moment.now)


def _taken(sheet: ReturnedSheet, moment: Moment, programme: Programme) -> Programme:
    return take_answers(programme, sheet, sheet.ticked, moment.today, moment.new_id)
