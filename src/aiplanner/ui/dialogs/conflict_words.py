"""Name rows, fields and values of a programme for people who must choose between two."""

from __future__ import annotations

from datetime import date, time

from aiplanner.app.finding_words import FIELD_NAMES, SORT_NAMES
from aiplanner.app.wording import day_text, time_text
from aiplanner.domain.answers import Answer
from aiplanner.domain.findings import SORT_OF, Link
from aiplanner.domain.lengths import Length, length_text
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.rows import (
    Dismissal,
    Focus,
    Head,
    Item,
    Material,
    Row,
    Session,
    Sheet,
    Step,
    Strand,
)
from aiplanner.domain.self_rating import SelfRating
from aiplanner.i18n import gettext as _

_FIELDS = {
    **FIELD_NAMES,
    "title": _("title"),
    "service": _("team or service"),
    "purpose": _("purpose"),
    "outcomes": _("outcomes"),
    "organisation": _("organisation"),
    "contact": _("contact"),
    "interview_opening": _("how interviews begin"),
    "interview_minutes": _("minutes for each interview"),
    "future_day": _("day of the view from the future"),
    "future": _("view from the future"),
    "caption": _("caption"),
    "code": _("code"),
    "moment": _("before or after"),
    "audience": _("who takes part"),
    "people": _("number of people"),
    "scheme": _("names of the phases"),
    "issue": _("what gave rise to it"),
    "sponsor": _("sponsor"),
    "boundary": _("what it is about and what not"),
    "follow_up": _("who follows up"),
    "notes": _("private notes"),
    "day": _("date"),
    "start": _("start"),
    "planned": _("planned length"),
    "venue": _("venue"),
    "length": _("length"),
    "pin": _("clock time"),
    "phase": _("phase"),
    "state": _("state"),
    "group": _("group"),
    "lead": _("lead"),
    "room": _("room"),
    "why": _("why"),
    "short": _("short version"),
    "outputs": _("outputs"),
    "text": _("text"),
    "minutes": _("minutes"),
    "name": _("name"),
    "quantity": _("quantity"),
    "per": _("counted per"),
    "role": _("role"),
    "reason": _("reason"),
    "job": _("role"),
    "takes_part": _("takes part"),
    "core_team": _("in the core team"),
    "core_role": _("role in the core team"),
    "facilitates": _("facilitates"),
    "access": _("access needs"),
    "short_minutes": _("minutes of the short version"),
    "position": _("place in the order"),
    "session_id": _("place in the order"),
    "strand_id": _("place in the order"),
}


def field_words(name: str) -> str:
    """A field's name for people."""
    return _FIELDS.get(name, name.replace("_", " "))


_UNNAMED: dict[type[Row], str] = {
    Step: _("A step"),
    Material: _("A material"),
    Person: _("A person"),
    Grouping: _("A set of groups"),
    Group: _("A group"),
    Link: _("A link between two findings"),
    Absence: _("Who is away"),
    Member: _("Who is in a group"),
    Dismissal: _("A hint left as it is"),
    Run: _("A session on its day"),
    Timing: _("The real times of an item"),
    Photo: _("A photo"),
    SelfRating: _("A self-rating"),
    Answer: _("An answer on a sheet"),
    **{kind: SORT_NAMES[sort] for kind, sort in SORT_OF.items()},
}

_NAMED_BY: dict[type[Row], str] = {
    **dict.fromkeys((Session, Item, Strand, Sheet, Grouping, Group), "title"),
    **dict.fromkeys((Material, Person), "name"),
    Photo: "caption",
    SelfRating: "code",
    Answer: "asked",
}
"""The field that tells what a row is called, where that is not its text."""


def row_words(row: Row) -> str:
    """What a row is called."""
    match row:
        case Head():
            return _("This programme")
        case Focus():
            return str(row.capability)
        case Link() | Absence() | Member() | Dismissal() | Run() | Timing():
            own = ""
        case _:
            own = str(getattr(row, _NAMED_BY.get(type(row), "text")))
    return own or _UNNAMED.get(type(row), _("Without a title"))


def value_words(value: object) -> str:
    """A field's value for people; a dash for nothing."""
    match value:
        case None | "":
            return "–"
        case bool():
            return _("yes") if value else _("no")
        case date():
            return day_text(value)
        case time():
            return time_text(value)
        case Length():
            return length_text(value) or "–"
        case _:
            return str(value)
