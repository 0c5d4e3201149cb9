"""How a session went beside its plan: a line an item, for a table and as text to take along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from aiplanner.app.day_plan import Stop, day_plan, zone_of
from aiplanner.app.room_words import clock_at, title_of
from aiplanner.app.wording import minutes_text
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.running import MINUTE, real_length, real_minutes
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class RealTime:
    """One item: what was planned, what came of it, and the length it may get from now on.

    `item_id` is None in the last line, which is for the whole session.
    """

    item_id: RowId | None
    title: str
    planned: str
    real: str
    beside: str = ""
    """How much longer or shorter it was; empty where one of the two is not known."""
    longer: bool = False
    offered: Length | None = None

    @property
    def offer(self) -> str:
        """The offer in words."""
        if self.offered is None:
            return ""
        return _("Use {minutes} from now on").format(minutes=minutes_text(self.offered.typical))


def headings() -> tuple[str, ...]:
    """What the parts of a line are."""
    return _("Item"), _("Planned"), _("Real"), _("Difference"), _("From now on")


def was_held(programme: Programme, session_id: RowId) -> bool:
    """Whether it is known how a session went, or how far it has come."""
    return programme.run_of(session_id) is not None


def real_times(programme: Programme, session_id: RowId) -> tuple[RealTime, ...]:
    """The items of a session that took part or took place, in order; then the session as a whole.

    Nothing when it was not held.
    """
    session, run = programme.get(session_id, Session), programme.run_of(session_id)
    if run is None:
        return ()
    zone = zone_of(session)
    plan = day_plan(programme, session, run.began, run.began, zone)
    stops = {stop.item.id: stop for stop in plan.stops}
    lines = [
        _line(programme, run, item, stops.get(item.id), zone)
        for item in programme.items_of(session_id)
        if item.id in stops or programme.timing_of(item.id) is not None
    ]
    whole = Stop(Item(session_id, 0), plan.starts, (plan.ends - plan.starts) // MINUTE)
    return (*lines, _whole(run, whole, zone))


def real_times_text(programme: Programme, session_id: RowId) -> str:
    """The same as lines with tabs between, as spreadsheets and word processors take them."""
    rows = [headings()[:-1]]
    rows += [
        (line.title, line.planned, line.real, line.beside)
        for line in real_times(programme, session_id)
    ]
    return "\n".join("\t".join(row) for row in rows) + "\n"


def _line(
    programme: Programme, run: Run, item: Item, stop: Stop | None, zone: tzinfo | None
) -> RealTime:
    timing = programme.timing_of(item.id)
    planned = _("not planned") if stop is None else _at(stop, zone)
    if timing is None:
        return RealTime(item.id, title_of(item), planned, _not_over(item, run))
    more = real_minutes(timing) - (0 if stop is None else stop.minutes)
    return RealTime(
        item_id=item.id,
        title=title_of(item),
        planned=planned,
        real=_("{time} · {minutes}").format(
            time=clock_at(timing.began, zone), minutes=minutes_text(real_minutes(timing))
        ),
        beside=_beside(more) if stop is not None and stop.minutes else "",
        longer=more > 0,
        offered=real_length(programme, item) if item.live else None,
    )


def _not_over(item: Item, run: Run) -> str:
    """Why it is not known how long an item took."""
    if run.ended is not None:
        return _("not held")
    return _("under way") if item.id == run.item_id else _("to come")


def _whole(run: Run, plan: Stop, zone: tzinfo | None) -> RealTime:
    planned = _at(plan, zone)
    if run.ended is None:
        return RealTime(None, _("The session"), planned, _("under way"))
    took = real_minutes(Timing(run.id, run.id, run.began, run.ended))
    real = _("{time} · {minutes}").format(
        time=clock_at(run.began, zone), minutes=minutes_text(took)
    )
    more = took - plan.minutes
    return RealTime(None, _("The session"), planned, real, _beside(more), more > 0)


def _at(stop: Stop, zone: tzinfo | None) -> str:
    time = clock_at(stop.planned, zone)
    if not stop.minutes:
        return time
    return _("{time} · {minutes}").format(time=time, minutes=minutes_text(stop.minutes))


def _beside(minutes: int) -> str:
    """How much longer or shorter something was than planned."""
    if minutes > 0:
        return _("+{minutes}").format(minutes=minutes_text(minutes))
    if minutes < 0:
        return _("−{minutes}").format(minutes=minutes_text(-minutes))
    return _("as planned")
