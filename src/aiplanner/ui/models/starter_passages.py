"""What a starter contains, told before one begins from it: times, phases, order, sheets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.starters import programme_from
from aiplanner.app.wording import minutes_text
from aiplanner.domain.content import Starter
from aiplanner.domain.coverage import Coverage, coverage
from aiplanner.domain.cycle import RESTS, Capability, Kind, Phase, Role
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Sheet, Strand
from aiplanner.domain.schedule import SessionClock, schedule, session_clock
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.guide_passages import Look, Passage, labelled, sourced


def starter_passages(starter: Starter) -> tuple[Passage, ...]:
    """All that somebody who has to choose asks of a starter."""
    return tuple(_told(starter, programme_from(starter, "", new_id)))


@lru_cache(maxsize=256)
def starter_minutes(starter: Starter) -> int:
    """The minutes of all its sessions."""
    return sum(_length(clock) for clock in schedule(programme_from(starter, "", new_id)))


def _told(starter: Starter, programme: Programme) -> Iterator[Passage]:
    yield Passage(Look.TITLE, starter.title)
    yield Passage(Look.KEY, "", lead=starter.promise)
    yield Passage(Look.QUIET, _facts(programme))
    if starter.purpose:
        yield Passage(Look.WORDS, starter.purpose)
    yield from labelled(_("Who it is for"), Look.WORDS, (_people(starter),))
    cover = coverage(programme)
    yield from _phases(programme, cover)
    yield from _capabilities(cover)
    for number, session in enumerate(programme.sessions, 1):
        yield from _session(programme, session, number)
    yield from labelled(_("Between the sessions"), Look.POINT, _tasks(programme))
    sheets = [row.title for row in programme.rows.values() if isinstance(row, Sheet)]
    yield from labelled(_("Sheets it uses"), Look.POINT, dict.fromkeys(sheets))
    yield from sourced(starter.sources)


def _facts(programme: Programme) -> str:
    """ "3 sessions · 7 h 30 min"."""
    clocks = schedule(programme)
    count = ngettext("{count} session", "{count} sessions", len(clocks)).format(count=len(clocks))
    return f"{count} · {minutes_text(sum(_length(clock) for clock in clocks))}"


def _people(starter: Starter) -> str:
    if starter.people is None:
        return starter.audience
    count = ngettext("{count} person", "{count} people", starter.people)
    said = count.format(count=starter.people)
    return f"{starter.audience} · {said}" if starter.audience else said


def _phases(programme: Programme, cover: Coverage) -> Iterator[Passage]:
    spent = [
        _unbroken(f"{phase_label(programme.head, phase)} {minutes_text(cover.phases[phase])}")
        for phase in Phase
        if cover.phases.get(phase)
    ]
    if spent:
        yield Passage(Look.LABEL, _("Phases"))
        yield Passage(Look.WORDS, " · ".join(spent))


def _unbroken(text: str) -> str:
    """The text so that no line ends in it."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _capabilities(cover: Coverage) -> Iterator[Passage]:
    worked = [one for one in Capability if cover.items_of(one)]
    if worked:
        yield Passage(Look.LABEL, _("Leadership"))
    for one in worked:
        guide, led = capability_guide(one), cover.minutes_of(one, role=Role.LEADS)
        said = _("led on for {time}") if led else _("supported for {time}")
        time = minutes_text(led or cover.minutes_of(one))
        look = Look.LED if cover.items_of(one, role=Role.LEADS) else Look.SUPPORTED
        yield Passage(look, said.format(time=time), lead=guide.name, mark=guide.mark)


def _session(programme: Programme, session: Session, number: int) -> Iterator[Passage]:
    clock = session_clock(programme, session)
    time = minutes_text(_length(clock))
    yield Passage(Look.LABEL, _("Session {number} · {time}").format(number=number, time=time))
    if session.title:
        yield Passage(Look.WORDS, "", lead=session.title)
    for item in programme.items_of(session.id):
        if item.kind is Kind.SECTION:
            yield Passage(Look.REST, item.title)
        elif item.kind is not Kind.TASK:
            look = Look.REST if item.kind in RESTS else Look.ROW
            yield Passage(look, item.title, mark=_minutes(clock, item))
            yield from (_strand(programme, strand) for strand in programme.strands_of(item.id))


def _strand(programme: Programme, strand: Strand) -> Passage:
    titles = ", ".join(item.title for item in programme.items_of(strand.id))
    return Passage(Look.REST, f"{strand.title}: {titles}")


def _minutes(clock: SessionClock, item: Item) -> str:
    slot = clock.slots.get(item.id)
    return str(slot.minutes) if slot is not None and slot.start is not None else ""


def _tasks(programme: Programme) -> Iterator[str]:
    for number, session in enumerate(programme.sessions, 1):
        for item in programme.walk(session.id):
            if item.kind is Kind.TASK:
                said = _("After session {number}: {task}")
                yield said.format(number=number, task=item.title)


def _length(clock: SessionClock) -> int:
    return clock.end - clock.start
