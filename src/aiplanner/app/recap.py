"""What a session is reminded of when it opens: what the sessions before it found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aiplanner.app.carried import OF_SORT, Carried, section
from aiplanner.app.phase_rooms import PHASE_OF
from aiplanner.domain.cycle import Part, Phase
from aiplanner.domain.findings import Dream, Sort, Story
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import counts
from aiplanner.i18n import gettext as _

MOST = 3
"""Lines of a section: it is read out, and long lists are not listened to."""
MOST_CLOSING = 6
"""Words with which people closed the session before: plans are changed by them."""


def recap(programme: Programme, session: Session, most: int = MOST) -> tuple[Carried, ...]:
    """Sections of what the sessions before found, each with at most so many lines.

    Counted as found before is what belongs to a phase that an earlier session worked on, and the
    topics, which many settle beforehand. What was told in this session or later is left out. At
    the end stands how the session just before was closed. The first session has no recap.
    """
    earlier = _before(programme, session)
    if not earlier:
        return ()
    phases = {item.phase for one in earlier for item in programme.walk(one.id) if item.live}
    held = phases | {Phase.DEFINE}
    known = programme.drop(list(_told_later(programme, earlier)))
    made = (make(known) for sort, make in OF_SORT.items() if PHASE_OF[sort] in held)
    sections = [_cut(one, most) for one in made if one.lines or one.left_out]
    closing = _closing(programme, earlier[-1])
    return (*sections, *([_cut(closing, MOST_CLOSING)] if closing.lines else []))


def _closing(programme: Programme, last: Session) -> Carried:
    """What people said as the session before closed; who said it is told nowhere."""
    rows = [row for row in programme.check_outs if row.session_id == last.id]
    return section(rows, Sort.CHECK_OUT, _("As the last session closed"))


def recap_item(programme: Programme, session: Session) -> Item | None:
    """The item at which the recap is told: the opening, else the first that takes part."""
    items = [item for item in programme.items_of(session.id) if counts(item)]
    opening = (item for item in items if item.part is Part.OPENING)
    return next(opening, None) or next(iter(items), None)


def _before(programme: Programme, session: Session) -> list[Session]:
    sessions = list(programme.sessions)
    return sessions[: [one.id for one in sessions].index(session.id)]


def _told_later(programme: Programme, earlier: list[Session]) -> Iterator[RowId]:
    ids = {one.id for one in earlier}
    later = {one.id for one in programme.sessions} - ids
    for row in (*programme.stories, *programme.dreams):
        assert isinstance(row, Story | Dream), "these two say where they were told"
        if row.session_id in later:
            yield row.id


def _cut(section: Carried, most: int) -> Carried:
    rest = len(section.lines) - most
    if rest <= 0:
        return section
    further = _("and {count} more").format(count=rest)
    return replace(section, lines=section.lines[:most], further=further)
