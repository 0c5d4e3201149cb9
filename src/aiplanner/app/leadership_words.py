"""Say what a cycle lacks in leadership, what would mend it, and what stands behind a figure."""

from __future__ import annotations

from collections.abc import Collection

from aiplanner.app.bank import add_activity
from aiplanner.app.content import phase_label
from aiplanner.app.hint_facts import capability_names, session_name
from aiplanner.app.wording import LEVEL_NAMES, minutes_text, over_text
from aiplanner.domain.coverage import Coverage
from aiplanner.domain.cycle import Capability, Level, Phase
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.leadership_mends import LeadershipMend
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Session
from aiplanner.domain.schedule import SessionClock, session_clock
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

NOBODY = _("○ nobody leads on it yet")


def items_text(count: int) -> str:
    """A number of items in words."""
    return ngettext("{count} item", "{count} items", count).format(count=count)


def missing_text(programme: Programme, found: Coverage) -> str:
    """Which capabilities nobody leads on, or that there is none."""
    if not programme.sessions:
        return _("No sessions yet. What an item leads on is told in its running order.")
    if len(found.never_led) == len(Capability):
        return _("No item leads on a capability yet.")
    if found.never_led:
        names = capability_names(found.never_led)
        return _("No item leads on {names} yet.").format(names=names)
    return _("✓ Every capability is led on somewhere.")


def levels_text(found: Coverage) -> str:
    """The minutes of each level in words."""
    told = (
        _("{name} {minutes}").format(
            name=LEVEL_NAMES[level].capitalize(), minutes=minutes_text(found.levels.get(level, 0))
        )
        for level in Level
    )
    return " · ".join(told)


def cell_text(capabilities: Collection[Capability], phase: str) -> str:
    """What a cell of the map is about; `phase` is the head of its column, empty for all."""
    whole = len(capabilities) == len(Capability)
    names = _("All capabilities") if whole else capability_names(tuple(capabilities))
    return f"{names} · {phase}" if phase else names


def would_text(programme: Programme, mend: LeadershipMend, new_id: NewId) -> str:
    """What a mend would do, told before it is done: where, how long, on what, and the end."""
    after, _item = with_mend(programme, mend, new_id)
    place = _place(programme, mend)
    said = _("{minutes} in {session}{place}. It leads on {capabilities}.").format(
        minutes=minutes_text(mend.activity.typical),
        session=session_name(programme, mend.session),
        place=f", {place}" if place else "",
        capabilities=capability_names(mend.capabilities),
    )
    return f"{said} {_end(programme, after, mend.session)}".strip()


def mended_text(programme: Programme, mend: LeadershipMend) -> str:
    """What a mend has done."""
    return _("Added “{title}” to {session}: it leads on {capabilities}.").format(
        title=mend.activity.title,
        session=session_name(programme, mend.session),
        capabilities=capability_names(mend.capabilities),
    )


def mend_title(programme: Programme, mend: LeadershipMend) -> str:
    """The activity with its phase in this programme: "Headline from the future (Dream)"."""
    phase = mend.activity.phase
    if phase is None:
        return mend.activity.title
    return f"{mend.activity.title} ({phase_label(programme.head, phase)})"


def with_mend(programme: Programme, mend: LeadershipMend, new_id: NewId) -> tuple[Programme, RowId]:
    """The programme with the activity in its place, and the id of the new item."""
    return add_activity(programme, mend.activity, mend.session, mend.index, new_id)


def _place(programme: Programme, mend: LeadershipMend) -> str:
    items = programme.items_of(mend.session)
    if not items:
        return ""
    if mend.index == 0:
        return _("at the start")
    before: Item = items[mend.index - 1]
    return _("after “{title}”").format(title=before.title) if before.title else ""


def _end(before: Programme, after: Programme, session_id: RowId) -> str:
    """What it would do to the clock: where it would run over, and how the session would end."""
    was, now = _clock(before, session_id), _clock(after, session_id)
    more = now.totals.overlaps - was.totals.overlaps
    told = []
    if more > 0:
        said = _("What follows at a fixed time would begin {minutes} too early.")
        told.append(said.format(minutes=minutes_text(more)))
    if (end := over_text(now)) and end != over_text(was):
        said = _("Then the session has {end}.") if now.over < 0 else _("Then the session {end}.")
        told.append(said.format(end=end))
    return " ".join(told)


def _clock(programme: Programme, session_id: RowId) -> SessionClock:
    return session_clock(programme, programme.get(session_id, Session))


def phase_words(head: Head, phase: Phase | None) -> str:
    """The name of a phase in this programme, or that there is none."""
    return phase_label(head, phase) if phase is not None else _("No phase")
