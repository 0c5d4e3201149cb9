"""Say how a session that is being held stands, in the few words that a room can read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from aiplanner.app.room import (
    Next,
    Now,
    Parallel,
    RoomState,
    Stage,
    local_day,
    minutes_behind,
    whole_minutes,
)
from aiplanner.app.wording import day_text, minutes_text
from aiplanner.domain.on_the_day import Run
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.running import place_in
from aiplanner.i18n import gettext as _

SOON = 5 * 60
"""Seconds left from which on the seconds are shown; at that mark it is announced, too."""
_LAST_PART = 4
"""It is soon over in the last quarter of its time, but in the last five minutes at most."""
LAST_MINUTE = 60
_HALF = timedelta(seconds=30)


class Tone(StrEnum):
    """How pressing a figure is; its words say so too."""

    CALM = "calm"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Figure:
    """The one number that is readable from the last row, with the words beside it."""

    number: str = ""
    words: str = ""
    tone: Tone = Tone.CALM


def clock_at(moment: datetime, zone: tzinfo | None) -> str:
    """The local clock time nearest to a moment, as "10:05"."""
    return f"{(moment + _HALF).astimezone(zone):%H:%M}"


def time_of_day(state: RoomState) -> str:
    """What a clock in the room shows."""
    return f"{state.moment.astimezone(state.zone):%H:%M}"


def title_of(item: Item) -> str:
    """An item's title, or words for one without."""
    return item.title or _("Without a title")


def session_name(state: RoomState) -> str:
    """A session's title, or its number."""
    return state.session.title or _("Session {number}").format(number=state.number)


def heading(state: RoomState) -> str:
    """What is going on."""
    match state.stage:
        case Stage.EMPTY:
            return _("Nothing in this session takes place yet")
        case Stage.BEFORE:
            return session_name(state)
        case Stage.ENDED:
            return _("The session has ended")
        case _ if state.now is not None:
            return title_of(state.now.item)
        case _:
            return _("No longer in the plan")


def place(state: RoomState) -> str:
    """Which session, and which of its items is under way."""
    if state.stage is Stage.BEFORE:
        return _("Session {number}").format(number=state.number) if state.session.title else ""
    if state.stage is not Stage.RUNNING:
        return session_name(state)
    where = _("item {place} of {count}").format(
        place=min(state.place, state.count), count=state.count
    )
    return f"{session_name(state)} · {where}"


def facts(state: RoomState) -> str:
    """Who leads, in which form and where; before and after: when and where."""
    if state.now is not None:
        item = state.now.item
        lead = _("{lead} leads").format(lead=item.lead) if item.lead else ""
        return " · ".join(part for part in (item.group, lead, item.room) if part)
    if state.stage is Stage.BEFORE:
        return " · ".join(part for part in (_when(state), state.session.venue) if part)
    if state.stage is Stage.ENDED and state.run is not None and state.ends is not None:
        span = _("{start} to {end}").format(
            start=clock_at(state.run.began, state.zone), end=clock_at(state.ends, state.zone)
        )
        took = minutes_text(whole_minutes(_whole(state.ends - state.run.began)))
        return " · ".join((span, took, _end_beside_plan(state)))
    return ""


def figure(state: RoomState) -> Figure:
    """The time left; before the start the time until then."""
    if state.now is not None:
        return figure_of(state.now)
    if state.stage is Stage.BEFORE:
        return _until_start(state)
    return Figure()


def figure_of(now: Now) -> Figure:
    """The time an item has left: minutes, in the last five with seconds; then what it is over."""
    left = now.left
    if left is None:
        return Figure(str(now.gone // 60), _("min so far"))
    if left > SOON:
        return Figure(str(-(-left // 60)), _("min left"))
    if left > 0:
        soon = now.allowed is not None and left * _LAST_PART <= now.allowed.total_seconds()
        tone = Tone.SOON if soon else Tone.CALM
        return Figure(f"{left // 60}:{left % 60:02d}", _("left"), tone)
    if left > -60:
        return Figure("0", _("time is up"), Tone.OVER)
    return Figure(f"+{-left // 60}", _("min over"), Tone.OVER)


def coming(state: RoomState) -> str:
    """When something comes next: "Next at 10:45"; empty when nothing does."""
    if state.next is None:
        return _("This is the last item") if state.last and state.now is not None else ""
    if state.stage is Stage.BEFORE:
        return _("First")
    return _("Next at {time}").format(time=clock_at(state.next.at, state.zone))


def coming_title(state: RoomState) -> str:
    """What comes next, with its minutes."""
    return "" if state.next is None else next_words(state.next)


def next_words(following: Next) -> str:
    """An item that is still to come, with its minutes, and whether its time is fixed."""
    parts = [title_of(following.item)]
    if following.minutes:
        parts.append(minutes_text(following.minutes))
    if following.fixed:
        parts.append(_("fixed time"))
    return " · ".join(parts)


def standing(state: RoomState) -> str:
    """How we stand beside the plan, and when the session will end."""
    if state.stage is not Stage.RUNNING or state.ends is None:
        return _late_start(state)
    parts = [behind_text(state.behind), _end_expected(state)]
    if state.plan.shifted and state.session.start is not None:
        began = clock_at(state.plan.starts, state.zone)
        parts.insert(0, _("Held at another time than planned, so the clock counts from {began}"))
        parts[0] = parts[0].format(began=began)
    return " · ".join(parts)


def behind_text(seconds: int) -> str:
    """Ahead of the plan or behind it, to the nearest minute."""
    minutes = whole_minutes(seconds)
    if minutes > 0:
        return _("{minutes} behind").format(minutes=minutes_text(minutes))
    if minutes < 0:
        return _("{minutes} ahead").format(minutes=minutes_text(-minutes))
    return _("On time")


@dataclass(frozen=True, slots=True)
class StrandWords:
    """A strand in words: which, what it does and for how long, and what comes next there."""

    name: str
    now: str
    left: str = ""
    next: str = ""
    tone: Tone = Tone.CALM


def strand_words(state: RoomState, parallel: Parallel) -> StrandWords:
    """How a strand of the breakout under way stands."""
    strand, now, following = parallel.strand, parallel.now, parallel.next
    name = " · ".join(part for part in (strand.title, strand.room, strand.lead) if part)
    coming_up = ""
    if following is not None:
        at = clock_at(following.at, state.zone)
        coming_up = _("{time} {title}").format(time=at, title=title_of(following.item))
    if now is None:
        return StrandWords(name, _("Done") if following is None else _("Not begun"), "", coming_up)
    shown = figure_of(now)
    left = f"{shown.number} {shown.words}"
    return StrandWords(name, title_of(now.item), left, coming_up, shown.tone)


def spoken_figure(state: RoomState) -> str:
    """The figure in words that change no oftener than once a minute."""
    left = None if state.now is None else state.now.left
    if left is not None and 0 < left <= SOON:
        return _("{minutes} min left").format(minutes=-(-left // 60))
    shown = figure(state)
    return f"{shown.number} {shown.words}".strip()


def under_way_text(programme: Programme, session: Session, run: Run) -> str:
    """That a session is being held, for whoever opens its programme."""
    number = programme.sessions.index(session) + 1
    title = session.title or _("Session {number}").format(number=number)
    name, here = _("“{title}” is under way").format(title=title), place_in(programme, run)
    if here.present is None:
        return f"{name}."
    return _("{name}: item {place} of {count}, {item}.").format(
        name=name,
        place=len(here.before) + 1,
        count=len(here.before) + 1 + len(here.after),
        item=title_of(here.present),
    )


def announcement(before: RoomState | None, after: RoomState) -> str:
    """What a screen reader says: another item, five minutes or one left, time up; else nothing."""
    if after.stage is not Stage.RUNNING or after.now is None:
        return heading(after) if before is not None and before.stage is not after.stage else ""
    if before is None or before.now is None or before.now.item.id != after.now.item.id:
        return _said_of_change(after, after.now)
    return _said_of_time(before.now.left, after.now.left)


def _said_of_change(state: RoomState, now: Now) -> str:
    said = [_("Now: {title}.").format(title=title_of(now.item))]
    if now.left is not None:
        shown = figure_of(now)
        said.append(f"{shown.number} {shown.words}.")
    if state.next is not None:
        said.append(f"{coming(state)}: {title_of(state.next.item)}.")
    return " ".join(said)


def _said_of_time(before: int | None, after: int | None) -> str:
    if before is None or after is None:
        return ""
    for mark, words in (
        (0, _("Time is up")),
        (LAST_MINUTE, _("1 minute left")),
        (SOON, _("5 minutes left")),
    ):
        if after <= mark < before:
            return words
    return ""


def _when(state: RoomState) -> str:
    plan, day = state.plan, state.session.day
    shown = [] if day is None else [day_text(day)]
    if not plan.shifted:
        ends = clock_at(plan.ends, state.zone)
        start = clock_at(plan.starts, state.zone)
        shown.append(_("{start} to {end}").format(start=start, end=ends))
    return ", ".join(shown)


def _until_start(state: RoomState) -> Figure:
    """The time to the start on its day; on other days there is nothing to count."""
    seconds = _whole(state.plan.starts - state.moment)
    today = state.plan.starts.astimezone(state.zone).date() == local_day(state)
    if state.plan.shifted or not (today or abs(seconds) < 12 * 3600):
        return Figure()
    starts = clock_at(state.plan.starts, state.zone)
    minutes = -(-seconds // 60)
    if minutes >= 100:
        return Figure(starts, _("start, in {minutes}").format(minutes=minutes_text(minutes)))
    if minutes > 0:
        return Figure(str(minutes), _("min until {start}").format(start=starts))
    if state.behind >= 60:
        past = _("min past {start}").format(start=starts)
        return Figure(str(state.behind // 60), past, Tone.SOON)
    return Figure(starts, _("time to start"))


def _late_start(state: RoomState) -> str:
    if state.stage is not Stage.BEFORE or not minutes_behind(state):
        return ""
    return _("If we start now: {end}").format(end=_end_expected(state))


def _end_expected(state: RoomState) -> str:
    assert state.ends is not None, "what is going on comes to an end"
    end = _("ends about {end}").format(end=clock_at(state.ends, state.zone))
    return f"{end}, {_beside_plan(state)}"


def _beside_plan(state: RoomState) -> str:
    minutes, planned = whole_minutes(state.over), clock_at(state.plan.ends, state.zone)
    if minutes > 0:
        over = _("{minutes} over {planned}")
        return over.format(minutes=minutes_text(minutes), planned=planned)
    if minutes < 0:
        early = _("{minutes} before {planned}")
        return early.format(minutes=minutes_text(-minutes), planned=planned)
    return _("as planned")


def _end_beside_plan(state: RoomState) -> str:
    minutes = whole_minutes(state.over)
    if minutes > 0:
        return _("{minutes} later than planned").format(minutes=minutes_text(minutes))
    if minutes < 0:
        return _("{minutes} earlier than planned").format(minutes=minutes_text(-minutes))
    return _("as planned")


def _whole(span: timedelta) -> int:
    return span // timedelta(seconds=1)
