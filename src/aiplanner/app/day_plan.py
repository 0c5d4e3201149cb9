"""The plan of a session on the day it is held: its clock turned into moments.

Lengths are real minutes; clock times (the start, and every pin) are what a clock on the wall shows
in the session's time zone. So a night in which the clocks change moves no length, and no pin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Strand
from aiplanner.domain.running import MINUTE
from aiplanner.domain.schedule import SessionClock, Slot, Track, counts, session_clock

ELSEWHEN = timedelta(hours=2)
"""A session that begins further away from its start than that is held at another time."""
_DAY = timedelta(days=1)
_YEARS = range(1971, 9999)
"""Not every system can tell the moment of a day in another year, which is mistyped anyway."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An item with the moment at which it should begin; all moments are in UTC.

    `fixed`: it is pinned, and begins no earlier than planned. `gives_way`: it is untimed and takes
    what the time up to the next pin leaves it.
    """

    item: Item
    planned: datetime
    minutes: int
    fixed: bool = False
    gives_way: bool = False
    strands: tuple[StrandPlan, ...] = ()

    @property
    def length(self) -> timedelta:
        """How long it should take."""
        return self.minutes * MINUTE

    @property
    def ends(self) -> datetime:
        """When it should end."""
        return self.planned + self.length


@dataclass(frozen=True, slots=True)
class StrandPlan:
    """A strand of a breakout with its items."""

    strand: Strand
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A session's items that take part, on its day.

    `ends` is when the session should be over: its planned end, or that of its last item. `dated`
    is False where nothing says on which day it is; `shifted` where it is held at another time than
    planned (or the plan has no clock), so that all its times count from when it began.
    """

    stops: tuple[Stop, ...]
    starts: datetime
    ends: datetime
    dated: bool = True
    shifted: bool = False


def zone_of(session: Session) -> tzinfo | None:
    """The time zone that a session names, if it is one by its IANA name; None: the computer's."""
    try:
        return ZoneInfo(session.time_zone)
    except (ValueError, KeyError, OSError):  # words like "UK time", or no list of zones here
        return None


def day_plan(
    programme: Programme,
    session: Session,
    now: datetime,
    began: datetime | None = None,
    zone: tzinfo | None = None,
) -> DayPlan:
    """The plan of a session that begins at the moment `began`, or has not begun by `now`.

    Before it begins, its day is the planned one, or the one that brings its start nearest to now.
    """
    clock = session_clock(programme, session)
    day = session.day if session.day is not None and session.day.year in _YEARS else None
    if not clock.clocked:
        return _plan(programme, clock, _Frame(began or now, clock.start), shifted=True)
    if began is None and day is not None:
        starts = _wall(day, clock.start, zone)
    else:
        starts = _nearest(began or now, clock.start, zone)
    if began is not None and abs(starts - began) > ELSEWHEN:
        return _plan(programme, clock, _Frame(began, clock.start), shifted=True)
    frame = _Frame(starts, clock.start, starts.astimezone(zone).date(), zone)
    return _plan(programme, clock, frame, dated=began is not None or day is not None)


def begins_from(stops: Sequence[Stop], cursor: datetime) -> tuple[tuple[datetime, ...], datetime]:
    """When each of these items is expected to begin if the first may at `cursor`, and the end.

    A pinned item waits for its time, and begins late where that has gone by.
    """
    begins = list[datetime]()
    for n, stop in enumerate(stops):
        begin = max(cursor, stop.planned) if stop.fixed else cursor
        begins.append(begin)
        cursor = begin + (_left_over(stops[n:], begin) if stop.gives_way else stop.length)
    return tuple(begins), cursor


@dataclass(frozen=True, slots=True)
class _Frame:
    """What ties minutes of a clock to moments: one pair of them, and the wall clock of a day."""

    moment: datetime
    minute: int
    day: date | None = None
    """None: pins count from `moment` like everything else."""
    zone: tzinfo | None = None

    def at(self, minute: int) -> datetime:
        """The moment so many real minutes away."""
        return self.moment + (minute - self.minute) * MINUTE

    def pinned(self, minute: int) -> _Frame:
        """The same with a pin at `minute` as the pair."""
        if self.day is None:
            return self
        return _Frame(_wall(self.day, minute, self.zone), minute, self.day, self.zone)


def _plan(
    programme: Programme,
    clock: SessionClock,
    frame: _Frame,
    *,
    dated: bool = True,
    shifted: bool = False,
) -> DayPlan:
    stops = tuple(_stops(programme, clock.track, frame))
    last = stops[-1].ends if stops else frame.moment
    planned = clock.planned_end
    ends = last if planned is None else frame.pinned(planned).at(planned)
    return DayPlan(stops, frame.moment, ends, dated, shifted)


def _stops(programme: Programme, track: Track, frame: _Frame) -> Iterator[Stop]:
    for slot in track.slots:
        item = programme.get(slot.item_id, Item)
        if slot.start is None or not counts(item):
            continue
        if item.pin is not None:
            frame = frame.pinned(slot.start)
        yield Stop(
            item=item,
            planned=frame.at(slot.start),
            minutes=slot.minutes,
            fixed=item.pin is not None and frame.day is not None,
            gives_way=slot.sharers > 0,
            strands=_strands(programme, slot, frame),
        )


def _strands(programme: Programme, slot: Slot, frame: _Frame) -> tuple[StrandPlan, ...]:
    return tuple(
        StrandPlan(programme.get(track.owner, Strand), tuple(_stops(programme, track, frame)))
        for track in slot.tracks
    )


def _left_over(stops: Sequence[Stop], begin: datetime) -> timedelta:
    """What the first of these, untimed, takes of the time up to the next pin."""
    segment = [stops[0]]
    for stop in stops[1:]:
        if stop.fixed:
            sharers = [one for one in segment if one.gives_way]
            timed = sum((one.length for one in segment if not one.gives_way), timedelta())
            share = max(stop.planned - begin - timed, timedelta()) // len(sharers)
            # The clock shares whole minutes, so the first ones have more than their equal part.
            return share if begin < stops[0].planned else max(share, stops[0].ends - begin)
        segment.append(stop)
    return stops[0].length


def _nearest(moment: datetime, minute: int, zone: tzinfo | None) -> datetime:
    """The moment nearest to this one at which a clock on the wall shows that minute of a day."""
    today = moment.astimezone(zone).date()
    days = (today - _DAY, today, today + _DAY)
    return min((_wall(day, minute, zone) for day in days), key=lambda at: abs(at - moment))


def _wall(day: date, minute: int, zone: tzinfo | None) -> datetime:
    """The moment at which a clock on the wall shows a minute of (or after) a day."""
    shown = datetime.combine(day, time()) + minute * MINUTE
    return shown.replace(tzinfo=zone).astimezone(UTC)
