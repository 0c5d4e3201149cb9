"""Say that a field of a row says something else now: which fields paper shows, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeAlias

from aiplanner.app.content import phase_label
from aiplanner.app.wording import (
    KIND_NAMES,
    LEVEL_NAMES,
    PART_NAMES,
    SCHEME_NAMES,
    day_text,
    minutes_text,
    time_text,
)
from aiplanner.domain.cycle import Kind, Level, Part, Phase, Scheme
from aiplanner.domain.lengths import Length, length_text
from aiplanner.domain.rows import Head, Item, Row, Session, Strand
from aiplanner.i18n import gettext as _

_QUOTED = 80
"""Characters of a text that a sentence still repeats; of a longer one it says that it changed."""

_MINUTES = frozenset({"planned", "interview_minutes", "short_minutes"})
_NEVER_QUOTED = frozenset({"notes", "logo"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A sentence about one field, without its subject: "the room is now “Garden”"."""

    words: str
    private: bool


_Names: TypeAlias = tuple[tuple[str, str], ...]

_OPEN: Mapping[type[Row], _Names] = {
    Head: (
        ("title", _("the title")),
        ("service", _("the team or service")),
        ("purpose", _("the purpose")),
        ("outcomes", _("what people leave with")),
        ("organisation", _("the organisation")),
        ("contact", _("whom to ask")),
        ("audience", _("who takes part")),
        ("people", _("the number of people")),
        ("logo", _("the logo")),
        ("logo_words", _("what the logo shows")),
        ("other_formats", _("the line on other formats")),
        ("scheme", _("how the phases are named")),
        *((f"{phase}_label", _("the name of a phase")) for phase in Phase),
        ("statement_label", _("what statements are called")),
        ("issue", _("what gave rise to it")),
        ("sponsor", _("the sponsor")),
        ("boundary", _("what it is about and what not")),
        ("follow_up", _("who follows up")),
        ("interview_opening", _("how interviews begin")),
        ("interview_minutes", _("the time for each interview")),
        ("future_day", _("the day of the view from the future")),
        ("future", _("the view from the future")),
    ),
    Session: (
        ("title", _("the title")),
        ("purpose", _("the purpose")),
        ("day", _("the date")),
        ("start", _("the start")),
        ("planned", _("the planned length")),
        ("time_zone", _("the time zone")),
        ("venue", _("the venue")),
        ("audience", _("who takes part")),
        ("people", _("the number of people")),
    ),
    Item: (
        ("title", _("the title")),
        ("kind", _("what it is")),
        ("length", _("the length")),
        ("room", _("the room")),
        ("phase", _("the phase")),
        ("group", _("the group form")),
        ("lead", _("who leads")),
        ("audience", _("who it is for")),
        ("due", _("the due date")),
    ),
    Strand: (("title", _("the title")), ("room", _("the room")), ("lead", _("who leads"))),
}
"""What paper for participants may show: this may be told to anybody."""

_FOR_US: Mapping[type[Row], _Names] = {
    Head: (("notes", _("the private note")),),
    Session: (("notes", _("the private note")),),
    Item: (
        ("pin", _("the fixed time")),
        ("part", _("its part in the session")),
        ("level", _("the level of leadership")),
        ("why", _("why it is done")),
        ("short", _("the short version")),
        ("short_minutes", _("the time of the short version")),
        ("outputs", _("what it leaves behind")),
        ("notes", _("the private note")),
    ),
}
"""What only paper for facilitators shows."""


def field_changes(head: Head, before: Row, after: Row) -> Iterator[FieldChange]:
    """What is said of the fields of one row; `head` names the phases."""
    for table, private in ((_OPEN, False), (_FOR_US, True)):
        for name, words in table.get(type(after), ()):
            was, now = getattr(before, name), getattr(after, name)
            clocked = name == "pin" and was and now  # the sentence about the clock says it better
            if was != now and not clocked:
                yield FieldChange(_told(words, _value(head, name, was, now)), private)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """A title as a sentence names it."""
    return _("“{text}”").format(text=" ".join(text.split()))


def _told(words: str, values: tuple[str, str] | None) -> str:
    if values is None:
        return _("{what} has changed").format(what=words)
    was, now = values
    if not now:
        return _("{what} is open again (was {was})").format(what=words, was=was)
    if not was:
        return _("{what} is now {now}").format(what=words, now=now)
    return _("{what} is now {now} (was {was})").format(what=words, now=now, was=was)


def _value(head: Head, name: str, was: object, now: object) -> tuple[str, str] | None:
    """Both values as a sentence repeats them; None where it had better not."""
    if name in _NEVER_QUOTED:
        return None
    told = (_text(head, name, was), _text(head, name, now))
    return None if any(len(text) > _QUOTED or "\n" in text for text in told) else told


def _text(head: Head, name: str, value: object) -> str:
    told = ""
    match value:
        case None | "":
            pass
        case Phase():
            told = phase_label(head, value)
        case Length():
            told = length_text(value) and _("{length} min").format(length=length_text(value))
        case date():
            told = day_text(value)
        case time():
            told = time_text(value)
        case int():
            told = minutes_text(value) if name in _MINUTES else str(value)
        case StrEnum():
            told = _("“{text}”").format(text=_WORDS[type(value)][value])
        case _:
            told = _("“{text}”").format(text=value)
    return told


_WORDS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Kind: KIND_NAMES,
    Part: PART_NAMES,
    Level: LEVEL_NAMES,
    Scheme: SCHEME_NAMES,
}
"""How the words of the method are called."""
