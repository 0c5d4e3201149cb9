"""Name rows, fields and values of a programme for people who must choose between two."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from aiplanner.app.wording import day_text, time_text
from aiplanner.domain.lengths import Length, length_text
from aiplanner.domain.rows import Focus, Head, Item, Material, Row, Session, Sheet, Step, Strand
from aiplanner.i18n import gettext as _

_FIELDS = {
    "title": _("title"),
    "service": _("team or service"),
    "purpose": _("purpose"),
    "outcomes": _("outcomes"),
    "organisation": _("organisation"),
    "contact": _("contact"),
    "audience": _("who takes part"),
    "people": _("number of people"),
    "scheme": _("names of the phases"),
    "notes": _("private notes"),
    "day": _("date"),
    "start": _("start"),
    "planned": _("planned length"),
    "venue": _("venue"),
    "kind": _("kind"),
    "length": _("length"),
    "pin": _("clock time"),
    "phase": _("phase"),
    "part": _("part"),
    "level": _("level"),
    "state": _("state"),
    "group": _("group"),
    "lead": _("lead"),
    "room": _("room"),
    "why": _("why"),
    "short": _("short version"),
    "outputs": _("outputs"),
    "due": _("due date"),
    "text": _("text"),
    "minutes": _("minutes"),
    "name": _("name"),
    "quantity": _("quantity"),
    "per": _("counted per"),
    "role": _("role"),
    "position": _("place in the order"),
    "session_id": _("place in the order"),
    "strand_id": _("place in the order"),
}


def field_words(name: str) -> str:
    """A field's name for people."""
    return _FIELDS.get(name, name.replace("_", " "))


def row_words(row: Row) -> str:
    """What a row is called."""
    match row:
        case Head():
            return _("This programme")
        case Session() | Item() | Strand() | Sheet():
            return row.title or _("Without a title")
        case Step():
            return row.text or _("A step")
        case Material():
            return row.name or _("A material")
        case Focus():
            return str(row.capability)


def value_words(value: object) -> str:
    """A field's value for people; a dash for nothing."""
    match value:
        case None | "":
            return "–"
        case date():
            return day_text(value)
        case time():
            return time_text(value)
        case Length():
            return length_text(value) or "–"
        case StrEnum():
            return value.value
        case _:
            return str(value)
