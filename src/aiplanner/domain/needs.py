"""What a session lacks, and what it has room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aiplanner.domain.bank import GroupForm
from aiplanner.domain.checks.cycle import phases_asked, phases_missing, place_for
from aiplanner.domain.checks.edges import has_closing, has_opening
from aiplanner.domain.checks.group_words import form_of
from aiplanner.domain.checks.variety import after_lunch, one_form
from aiplanner.domain.checks.verdict import Laid
from aiplanner.domain.copies import people_of
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Kind, Phase
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session


@dataclass(frozen=True, slots=True)
class Need:
    """What a session lacks and has room for."""

    limit: int | None
    """The most minutes an activity may need."""
    left: int | None
    """The minutes there are room for."""
    people: int | None
    there: frozenset[str]
    """Titles and reasons of what the session holds."""
    elsewhere: Mapping[str, RowId]
    task: bool
    """Whether there is room for a task between sessions."""
    opening: bool
    closing: bool
    lunch: bool
    company: GroupForm | None
    """A form that people have worked in for too long."""
    forms: frozenset[GroupForm]
    """Forms they work in."""
    missing: tuple[Phase, ...]
    coming: tuple[Phase, ...]
    here: tuple[Phase, ...]
    never_led: tuple[Capability, ...]

    @property
    def phases(self) -> frozenset[Phase]:
        """The phases in which something of use could be found."""
        return frozenset((*self.missing, *self.coming, *self.here))


def need_of(programme: Programme, session: Session, minutes: int | None = None) -> Need:
    """What a session lacks; `minutes` is the gap to fill, otherwise what is left of its length."""
    laid = Laid(programme)
    work = laid.work(session)
    here = tuple(p for p in Phase if any(item.phase is p for item in work))
    long = [hint for hint in one_form(laid).hints if _within(programme, hint.row, session)]
    form = long[0].facts["form"] if long else None
    left = _left(laid, session) if minutes is None else minutes
    return Need(
        limit=session.planned if left is None else left,
        left=left,
        people=people_of(programme, session),
        there=frozenset(_there(programme, session)),
        elsewhere=_elsewhere(programme, session),
        task=minutes is None and not _has_task(programme, session),
        opening=not has_opening(work),
        closing=not has_closing(work),
        lunch=any(_within(programme, hint.row, session) for hint in after_lunch(laid).hints),
        company=form if isinstance(form, GroupForm) else None,
        forms=frozenset(form for item in work if (form := form_of(item.group))),
        missing=_missing(laid, session),
        coming=() if here else _coming(laid, session),
        here=here,
        never_led=_never_led(programme),
    )


def _left(laid: Laid, session: Session) -> int | None:
    clock = next(clock for one, clock in laid.sessions if one.id == session.id)
    left = -clock.over if clock.planned is not None else 0
    return left if left > 0 else None


def _there(programme: Programme, session: Session) -> Iterator[str]:
    for item in programme.walk(session.id):
        yield from (name_of(item.title), name_of(item.why))


def _has_task(programme: Programme, session: Session) -> bool:
    return any(item.kind is Kind.TASK for item in programme.items_of(session.id))


def _never_led(programme: Programme) -> tuple[Capability, ...]:
    never = coverage(programme).never_led
    return never if len(never) < len(Capability) else ()


def _within(programme: Programme, row: RowId | None, session: Session) -> bool:
    item = programme.rows.get(row) if row else None
    return isinstance(item, Item) and programme.session_of(item).id == session.id


def _elsewhere(programme: Programme, session: Session) -> dict[str, RowId]:
    return {
        name_of(item.title): other.id
        for other in reversed(programme.sessions)
        if other.id != session.id
        for item in programme.walk(other.id)
    }


def _missing(laid: Laid, session: Session) -> tuple[Phase, ...]:
    """Phases that no item belongs to and that would find their place in this session."""
    if len(laid.programme.sessions) < 2 or not any(item.phase for item in laid.planned):
        return ()
    return tuple(p for p in phases_missing(laid) if place_for(laid, p) == session.id)


def _coming(laid: Laid, session: Session) -> tuple[Phase, ...]:
    """The phase that comes next in a session that has none: the one after those before it."""
    asked = phases_asked(laid)
    before: list[Phase] = []
    for other in laid.programme.sessions:
        if other.id == session.id:
            break
        before += [item.phase for item in laid.work(other) if item.phase is not None]
    done = max((list(Phase).index(phase) for phase in before), default=-1)
    return next(((phase,) for phase in asked if list(Phase).index(phase) > done), asked[-1:])


def name_of(title: str) -> str:
    """A title as it is compared: without capitals, spaces as one."""
    return " ".join(title.split()).casefold()
