"""Say that a field of a row says something else now: which fields paper shows, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeAlias

from aiplanner.app.content import phase_label
from aiplanner.app.wording import day_text, minutes_text, time_text
from aiplanner.domain.cycle import Phase
from aiplanner.domain.lengths import Length, length_text
from aiplanner.domain.rows import Head, Item, Row, Session, Strand
from aiplanner.i18n import gettext as _

_QUOTED = 80
"""Characters of a text that a sentence still repeats; of a longer one it says that it changed."""

_MINUTES = frozenset({"planned", "interview_minutes"})
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
        ("logo", _("the logo")),
        ("other_formats", _("the line on other formats")),
    ),
    Session: (
        ("title", _("the title")),
        ("purpose", _("the purpose")),
        ("day", _("the date")),
        ("start", _("the start")),
        ("venue", _("the venue")),
        ("audience", _("who takes part")),
    ),
    Item: (
        ("title", _("the title")),
        ("length", _("the length")),
        ("room", _("the room")),
        ("phase", _("the phase")),
    ),
    Strand: (("title", _("the title")), ("room", _("the room"))),
}
"""What paper for participants shows: these may be told to anybody."""

_FOR_US: Mapping[type[Row], _Names] = {
    Head: (
        ("people", _("the number of people")),
        ("issue", _("what gave rise to it")),
        ("sponsor", _("the sponsor")),
        ("boundary", _("what it is about and what not")),
        ("follow_up", _("who follows up")),
        ("interview_opening", _("how interviews begin")),
        ("interview_minutes", _("the time for each interview")),
        ("future_day", _("the day of the view from the future")),
        ("future", _("the view from the future")),
        ("notes", _("the private note")),
    ),
    Session: (
        ("planned", _("the planned length")),
        ("people", _("the number of people")),
        ("notes", _("the private note")),
    ),
    Item: (
        ("group", _("the group form")),
        ("lead", _("who leads")),
        ("audience", _("who it is for")),
        ("why", _("why it is done")),
        ("short", _("the short version")),
        ("outputs", _("what it leaves behind")),
        ("due", _("the due date")),
        ("notes", _("the private note")),
    ),
    Strand: (("lead", _("who leads")),),
}
"""What only paper for facilitators shows."""


def field_changes(head: Head, before: Row, after: Row) -> Iterator[FieldChange]:
    """What is said of the fields of one row; `head` names the phases."""
    for table, private in ((_OPEN, False), (_FOR_US, True)):
        for name, words in table.get(type(after), ()):
            was, now = getattr(before, name), getattr(after, name)
            if was != now:
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
        case _:
            told = _("“{text}”").format(text=value)
    return told
