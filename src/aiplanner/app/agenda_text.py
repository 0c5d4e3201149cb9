"""The participants' agenda of a session as plain text for a mail and as HTML for a document."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from aiplanner.app.paper_words import (
    date_words,
    item_title,
    minutes_words,
    session_name,
    when_words,
)
from aiplanner.app.starts import Starts
from aiplanner.domain.cycle import Kind
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Strand
from aiplanner.domain.schedule import SessionClock, clock_text, session_clock
from aiplanner.i18n import gettext as _


class AgendaLine(NamedTuple):
    """A line of an agenda; `when` is empty for headings, `depth` counts the breakouts around it."""

    when: str
    what: str
    room: str = ""
    depth: int = 0
    heading: bool = False


def agenda_lines(programme: Programme, session: Session) -> tuple[AgendaLine, ...]:
    """What participants meet, in order: no private notes, no steps, nothing parked or skipped."""
    return tuple(_Agenda(programme, session).lines())


def agenda_text(programme: Programme, session: Session) -> str:
    """The agenda as lines of text; ends with a line end."""
    parts = [*_head(programme, session), ""]
    parts += [_text_line(line) for line in agenda_lines(programme, session)]
    if tasks := _tasks(programme, session):
        parts += ["", _("Before we meet again"), *(f"- {task}" for task in tasks)]
    return "\n".join(parts).replace("\u00a0", " ").rstrip() + "\n"


def agenda_html(programme: Programme, session: Session) -> str:
    """The agenda as HTML that word processors and mail programs take: headings and one table."""
    title, *about = _head(programme, session)
    rows = "".join(_html_row(line) for line in agenda_lines(programme, session))
    named = (_("Time"), _("What"), _("Room"))
    heads = "".join(f"<th scope='col' align='left'>{escape(name)}</th>" for name in named)
    html = f"<h2>{escape(title)}</h2>" + "".join(f"<p>{escape(text)}</p>" for text in about)
    html += f"<table border='1' cellpadding='4'><tr>{heads}</tr>{rows}</table>"
    if tasks := _tasks(programme, session):
        html += f"<h3>{escape(_('Before we meet again'))}</h3><ul>"
        html += "".join(f"<li>{escape(task)}</li>" for task in tasks) + "</ul>"
    return html


class _Agenda:
    """The lines of one session; those of strands follow their breakout."""

    def __init__(self, programme: Programme, session: Session) -> None:
        self._programme, self._session = programme, session
        self._clock: SessionClock = session_clock(programme, session)
        self._starts = Starts(programme, self._clock)

    def lines(self) -> Iterator[AgendaLine]:
        """Every line, and the end where it has a clock time."""
        items = [item for item in self._programme.items_of(self._session.id) if shown(item)]
        for item in items:
            yield from self._item(item, 0)
        if items and self._clock.clocked:
            yield AgendaLine(clock_text(self._clock.end), _("End"))

    def _item(self, item: Item, depth: int) -> Iterator[AgendaLine]:
        if item.kind is Kind.SECTION:
            yield AgendaLine("", item_title(item), depth=depth, heading=True)
            return
        yield AgendaLine(self._when(item), item_title(item), item.room.strip(), depth)
        for strand in self._programme.strands_of(item.id):
            yield from self._strand(strand, depth + 1)

    def _strand(self, strand: Strand, depth: int) -> Iterator[AgendaLine]:
        title = strand.title.strip() or _("In parallel")
        yield AgendaLine("", title, strand.room.strip(), depth, heading=True)
        for item in filter(shown, self._programme.items_of(strand.id)):
            yield from self._item(item, depth)

    def _when(self, item: Item) -> str:
        if self._clock.clocked:
            return self._starts.words(item)
        minutes = self._clock.slots[item.id].minutes
        return minutes_words(minutes) if minutes else ""


def shown(item: Item) -> bool:
    """Whether participants meet the item on the day: neither parked nor skipped, and no task."""
    return item.live and item.kind is not Kind.TASK


def _head(programme: Programme, session: Session) -> list[str]:
    clock = session_clock(programme, session)
    where = (when_words(session, clock), session.venue.strip(), session.audience.strip())
    texts = (" · ".join(filter(None, where)), session.purpose.strip())
    return [session_name(programme, session), *filter(None, texts)]


def _tasks(programme: Programme, session: Session) -> list[str]:
    items = programme.items_of(session.id)
    return [task_words(item) for item in items if item.kind is Kind.TASK and item.live]


def task_words(item: Item) -> str:
    """A task between sessions as "Share the discovery, by 18 January 2027"."""
    if item.due is None:
        return item_title(item)
    return _("{title}, by {date}").format(title=item_title(item), date=date_words(item.due))


def _text_line(line: AgendaLine) -> str:
    room = f" ({line.room})" if line.room else ""
    return f"{'  ' * line.depth}{line.when}{'  ' if line.when else ''}{line.what}{room}"


def _html_row(line: AgendaLine) -> str:
    indent = "&nbsp;" * (4 * line.depth)
    if line.heading:
        room = f" ({escape(line.room)})" if line.room else ""
        return (
            f"<tr><th scope='rowgroup' colspan='3' align='left'>"
            f"{indent}{escape(line.what)}{room}</th></tr>"
        )
    cells = (escape(line.when), indent + escape(line.what), escape(line.room))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
