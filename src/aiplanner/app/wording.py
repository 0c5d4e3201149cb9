"""Put codes and figures into the sentences people read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from pathlib import PurePath

from aiplanner.app.ports import WorldError
from aiplanner.app.refusals import REFUSALS
from aiplanner.domain.cycle import Kind, Level, Part, Per, Role, Scheme, State
from aiplanner.domain.errors import PlanError
from aiplanner.domain.schedule import DAY, SessionClock, clock_text
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

_PIECE = 60
"""Most characters of somebody's text that a sentence repeats."""

_REASON = 240
"""Most characters of a reason (the fact `what`): cut short it would not say what to mend."""

_PLACE = 200
"""Most characters of a path; its end says most, and people need it to find the file."""


def say(error: PlanError | WorldError) -> str:
    """The sentence for a refusal: what happened, what it means, what to do."""
    facts = {
        name: _short(value, _REASON if name == "what" else _PIECE)
        for name, value in error.facts.items()
    }
    if fault := error.facts.get("fault"):
        facts["because"] = _filled(_(REFUSALS[str(fault)]), facts)
    return _filled(_(REFUSALS[error.code]), facts)


def minutes_text(minutes: int) -> str:
    """Minutes as people say them: "45 min", "1 h 30 min", "2 h"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def over_text(clock: SessionClock) -> str:
    """How a session stands to its planned end, in words; empty when nothing is planned."""
    if clock.planned is None or clock.planned_end is None:
        return ""
    facts = {"minutes": minutes_text(abs(clock.over)), "end": clock_text(clock.planned_end)}
    if not clock.clocked:
        facts["end"] = minutes_text(clock.planned)
    if clock.over > 0 and clock.clocked:
        return _("runs {minutes} over {end}").format(**facts)
    if clock.over > 0:
        return _("runs {minutes} over the planned {end}").format(**facts)
    if clock.over < 0:
        return _("{minutes} left of the time planned").format(**facts)
    return _("ends on time")


def gap_text(minutes: int, title: str) -> str:
    """The free time before a pinned item, in words."""
    sentence = ngettext(
        "{count} minute free before {title}.", "{count} minutes free before {title}.", minutes
    )
    return sentence.format(count=minutes, title=title)


def overlap_text(minutes: int, title: str, before: str) -> str:
    """The overlap of a pinned item with the one before it (empty: none is), in words."""
    if not before:
        early = ngettext(
            "{title} starts {count} minute before the start.",
            "{title} starts {count} minutes before the start.",
            minutes,
        )
        return early.format(count=minutes, title=title)
    sentence = ngettext(
        "{title} starts {count} minute before {before} ends.",
        "{title} starts {count} minutes before {before} ends.",
        minutes,
    )
    return sentence.format(count=minutes, title=title, before=before)


def end_text(minute: int) -> str:
    """A minute from midnight of a session's day as "11:55", or "01:10 the next day"."""
    text = clock_text(minute)
    return _("{clock} the next day").format(clock=text) if minute >= DAY else text


def totals_text(clock: SessionClock) -> str:
    """Work, breaks, free time and the end of a session in one line."""
    parts = [_("Work {minutes}").format(minutes=clock.totals.work)]
    named = (
        (_("breaks {minutes}"), clock.totals.breaks),
        (_("free {minutes}"), clock.totals.gaps),
        (_("overlap {minutes}"), clock.totals.overlaps),
    )
    parts += [text.format(minutes=minutes) for text, minutes in named if minutes]
    if clock.clocked:
        parts.append(_("ends {end}").format(end=end_text(clock.end)))
    over = over_text(clock)
    return " · ".join(parts) + (f", {over}" if over else "")


def day_text(day: date) -> str:
    """A day as "Tue 12 Jan 2027"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def near_day_text(day: date, today: date) -> str:
    """A day as "Tue 12 Jan", with the year only when it is not the present one."""
    if day.year != today.year:
        return day_text(day)
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def short_day_text(day: date) -> str:
    """A day as "12 Jan", where its year goes without saying."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def time_text(clock: time) -> str:
    """A clock time as "10:05"."""
    return f"{clock:%H:%M}"


KIND_NAMES: Mapping[Kind, str] = {
    Kind.ACTIVITY: _("activity"),
    Kind.BREAK: _("break"),
    Kind.MEAL: _("meal"),
    Kind.ARRIVAL: _("arrival"),
    Kind.TRAVEL: _("travel"),
    Kind.SOCIAL: _("social"),
    Kind.SECTION: _("section heading"),
    Kind.BREAKOUT: _("breakout"),
    Kind.TASK: _("task between sessions"),
}

PART_NAMES: Mapping[Part, str] = {
    Part.OPENING: _("opening"),
    Part.ENERGISER: _("energiser"),
    Part.INPUT: _("input"),
    Part.DEBRIEF: _("debrief"),
    Part.CLOSING: _("closing"),
    Part.EVALUATION: _("evaluation"),
}

STATE_NAMES: Mapping[State, str] = {
    State.PLANNED: _("planned"),
    State.SHORT: _("short"),
    State.PARKED: _("parked"),
    State.SKIPPED: _("skipped"),
}

LEVEL_NAMES: Mapping[Level, str] = {
    Level.PERSONAL: _("personal"),
    Level.ORGANISATIONAL: _("organisational"),
    Level.SYSTEM: _("system"),
}

ROLE_NAMES: Mapping[Role, str] = {Role.LEADS: _("leads on"), Role.SUPPORTS: _("supports")}

PER_NAMES: Mapping[Per, str] = {
    Per.SESSION: _("in all"),
    Per.PERSON: _("per person"),
    Per.PAIR: _("per pair"),
    Per.TABLE: _("per table"),
}

SCHEME_NAMES: Mapping[Scheme, str] = {
    Scheme.FIVE_D: _("Define, Discover, Dream, Design, Deliver"),
    Scheme.FOUR_D: _("Discovery, Dream, Design, Destiny"),
    Scheme.FOUR_I: _("Inquire, Imagine, Innovate, Implement"),
    Scheme.CARE_HOME: _("Discover, Envision, Co-create, Embed"),
    Scheme.OWN: _("our own words"),
}

_WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
_MONTHS = (
    *(_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun")),
    *(_("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")),
)


def _filled(sentence: str, facts: Mapping[str, str]) -> str:
    return sentence.format_map(_Named(facts))


class _Named(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _short(value: object, most: int) -> str:
    match value:
        case time():
            return time_text(value)
        case PurePath():
            text = _printable(str(value)[-_PLACE - 1 :])
            return text if len(text) <= _PLACE else "…" + text[-_PLACE:]
        case _:
            text = _printable(str(value)[: most + 1])
            return text if len(text) <= most else text[:most] + "…"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in text)
