"""What to do next with a programme, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aiplanner.app.content import capability_guide
from aiplanner.app.wording import near_day_text, over_text
from aiplanner.domain.coverage import coverage
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.schedule import session_clock
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence, and where it is done: key of the page and the row there (None: no row)."""

    sentence: str
    page: str
    row: RowId | None = None


def next_step(programme: Programme, today: date) -> NextStep:
    """The first thing that still wants doing, or what comes when nothing does."""
    for look in _LOOKS:
        if (step := look(programme, today)) is not None:
            return step
    return NextStep(_("Every session has been held. Print what you want to keep."), "print")


def _sessions_missing(programme: Programme, _today: date) -> NextStep | None:
    if programme.sessions:
        return None
    return NextStep(_("Add the first session."), "sessions")


def _items_missing(programme: Programme, _today: date) -> NextStep | None:
    for session in programme.sessions:
        if not programme.items_of(session.id):
            said = _("Fill the running order of “{title}”.")
            return NextStep(said.format(title=session.title), "sessions", session.id)
    return None


def _over(programme: Programme, today: date) -> NextStep | None:
    for session in programme.sessions:
        clock = session_clock(programme, session)
        if clock.over > 0 and (session.day is None or session.day >= today):
            said = _("“{title}” {over}. Shorten an item, or end later.")
            words = said.format(title=session.title, over=over_text(clock))
            return NextStep(words, "sessions", session.id)
    return None


def _dates_missing(programme: Programme, _today: date) -> NextStep | None:
    for session in programme.sessions:
        if session.day is None:
            said = _("Give “{title}” a date.")
            return NextStep(said.format(title=session.title), "sessions", session.id)
    return None


def _never_led(programme: Programme, _today: date) -> NextStep | None:
    missing = coverage(programme).never_led
    if not missing:
        return None
    said = _("No item leads on {capability} yet.")
    return NextStep(said.format(capability=capability_guide(missing[0]).name), "sessions")


def _coming(programme: Programme, today: date) -> NextStep | None:
    days = [(s.day, n, s) for n, s in enumerate(programme.sessions) if s.day and s.day >= today]
    if not days:
        return None
    day, _number, session = min(days, key=lambda found: found[:2])
    said = _("“{title}” is on {day}. Print its pack.")
    words = said.format(title=session.title, day=near_day_text(day, today))
    return NextStep(words, "print", session.id)


_LOOKS: tuple[Callable[[Programme, date], NextStep | None], ...] = (
    _sessions_missing,
    _items_missing,
    _over,
    _dates_missing,
    _never_led,
    _coming,
)
