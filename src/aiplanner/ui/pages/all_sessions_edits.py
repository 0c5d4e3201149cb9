"""What is typed into the list of all sessions, as an edit of the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from aiplanner.app.date_words import entry_name
from aiplanner.app.days import parse_day
from aiplanner.domain.clocks import parse_span
from aiplanner.domain.dates import Entry, Sort
from aiplanner.domain.edits.days import set_day
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.sessions import set_session_times
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.all_sessions import Column

Write = Callable[[Programme, Entry, str, date], Programme]


def typed(programme: Programme, entry: Entry, column: Column, text: str, today: date) -> Programme:
    """The programme with what was typed in a cell; PlanError where it refuses."""
    return _WRITERS[column](programme, entry, text, today)


def typed_label(entry: Entry, column: Column) -> str:
    """What undo calls it."""
    return _LABELS[column].format(title=entry_name(entry))


def _title(programme: Programme, entry: Entry, text: str, _today: date) -> Programme:
    name = "text" if entry.sort is Sort.REVIEW else "title"
    return set_fields(programme, entry.row, **{name: text})


def _day(programme: Programme, entry: Entry, text: str, today: date) -> Programme:
    return set_day(programme, entry.row, parse_day(text, today))


def _span(programme: Programme, entry: Entry, text: str, _today: date) -> Programme:
    return set_session_times(programme, entry.row, *parse_span(text))


def _venue(programme: Programme, entry: Entry, text: str, _today: date) -> Programme:
    return set_fields(programme, entry.row, venue=text)


_WRITERS: dict[Column, Write] = {
    Column.WHAT: _title,
    Column.DAY: _day,
    Column.TIME: _span,
    Column.PLACE: _venue,
}
_LABELS = {
    Column.WHAT: _("Change the title of {title}"),
    Column.DAY: _("Change the day of {title}"),
    Column.TIME: _("Change start and end of {title}"),
    Column.PLACE: _("Change the place of {title}"),
}
