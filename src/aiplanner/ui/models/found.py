"""Where searched words stand in the open programme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from aiplanner.app.finding_words import SORT_NAMES
from aiplanner.app.phase_rooms import PHASE_OF
from aiplanner.domain.answers import Answer
from aiplanner.domain.findings import SORT_OF, Finding, Link, LogicNote
from aiplanner.domain.ids import RowId
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.programme import Programme
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

MOST = 40
"""More places than this help nobody."""

_PAGES: Mapping[type[Row], str] = {
    Head: "overview",
    Session: "sessions",
    Item: "sessions",
    Person: "people",
    Grouping: "people",
    Group: "people",
    SelfRating: "leadership",
    Answer: "print",
}
_NOT_WRITTEN = frozenset({"id", "rule", "logo"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A place: the words there, what they belong to, and the page and row that show it."""

    text: str
    where: str
    page: str
    row: RowId


def find(programme: Programme, words: str) -> tuple[Found, ...]:
    """The first places that hold every word (each as the beginning of a word), in plan order."""
    sought = [word.casefold() for word in _WORD.findall(words)]
    if not sought:
        return ()
    found: list[Found] = []
    for row, shown in _rows(programme):
        text = next((text for text in _texts(row) if _holds(text, sought)), None)
        if text is not None:
            found.append(_found(programme, text, shown))
            if len(found) == MOST:
                break
    return tuple(found)


def shown_by(programme: Programme, row_id: RowId) -> tuple[str, RowId] | None:
    """The page that shows a row, and the row it is shown with; None if gone.

    It is shown with the head, a session, an item, a person, a grouping or a group; a finding on the
    page of its phase, the logic model with the thread, self-ratings on the page of leadership, and
    answers on sheets where their results are printed.
    """
    row = programme.rows.get(row_id)
    while row is not None and not (page := _page_of(row)):
        holder = _holder(row)
        if holder is None:
            return "overview", programme.id
        row = programme.rows.get(holder)
    return None if row is None else (page, row.id)


def _page_of(row: Row) -> str:
    """The page that shows a row by itself; empty where none does."""
    if isinstance(row, LogicNote):
        return "thread"
    if isinstance(row, Finding):
        return PHASE_OF[SORT_OF[type(row)]].value
    return _PAGES.get(type(row), "")


def _holder(row: Row) -> RowId | None:
    """The row that a row is shown with."""
    match row:
        case Strand() | Step() | Focus() | Material() | Sheet() | Timing():
            return row.item_id
        case Absence() | Member():
            return row.person_id
        case Run():
            return row.session_id
        case Link():
            return row.target_id
        case _:
            return None


def _rows(programme: Programme) -> Iterator[tuple[Row, Row]]:
    """Every row, with the row that shows it."""
    yield programme.head, programme.head
    for session in programme.sessions:
        yield session, session
        for item in programme.walk(session.id):
            yield item, item
            for part in programme.children_of(item.id):
                if not isinstance(part, Dismissal):
                    yield part, item
    for finding in programme.findings():
        yield finding, finding
    yield from _people(programme)
    for dismissal in programme.dismissals:
        yield dismissal, programme.head


def _people(programme: Programme) -> Iterator[tuple[Row, Row]]:
    for person in programme.people:
        yield person, person
    for parent in (None, *(session.id for session in programme.sessions)):
        for grouping in programme.groupings(parent):
            yield grouping, grouping
            for group in programme.groups_of(grouping.id):
                yield group, grouping


def _texts(row: Row) -> Iterator[str]:
    for spec in fields(row):
        value = getattr(row, spec.name)
        # Enumerations and ids are text to Python, but nothing that people have written.
        written = type(value) is str and spec.name not in _NOT_WRITTEN
        if written and not spec.name.endswith("_id"):
            yield value


def _holds(text: str, sought: list[str]) -> bool:
    there = [word.casefold() for word in _WORD.findall(text)]
    return all(any(word.startswith(part) for word in there) for part in sought)


def _found(programme: Programme, text: str, shown: Row) -> Found:
    match shown:
        case Head():
            return Found(_line(text), _("Overview"), "overview", shown.id)
        case Session():
            return Found(_line(text), _("session"), "sessions", shown.id)
        case Item():
            session = programme.session_of(shown)
            where = session.title if text == shown.title else f"{session.title} · {shown.title}"
            return Found(_line(text), where, "sessions", shown.id)
        case Person():
            where = _("person") if text == shown.name else shown.name
            return Found(_line(text), where, "people", shown.id)
        case Grouping():
            where = _("groups") if text == shown.title else shown.title
            return Found(_line(text), where, "people", shown.id)
        case _ if isinstance(shown, Finding):
            where = SORT_NAMES[SORT_OF[type(shown)]]
            return Found(_line(text), where, _page_of(shown), shown.id)
        case _:
            raise AssertionError(f"{type(shown).__name__} is shown by another row")


def _line(text: str) -> str:
    return " ".join(text.split())[:160]
