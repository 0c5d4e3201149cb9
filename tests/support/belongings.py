"""What of a programme each document has to hold, as data: nobody's words may be lost on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from aiplanner.app.consent import is_told, may_be_shown, said
from aiplanner.app.content import handouts
from aiplanner.app.paper_words import item_title
from aiplanner.domain.answers import Answer
from aiplanner.domain.cycle import Kind, Role, State
from aiplanner.domain.findings import DreamKind, Sort
from aiplanner.domain.handouts import FindingsBlock, Handout, TableBlock
from aiplanner.domain.led import led_items
from aiplanner.domain.people import Group, Grouping, GroupingKind
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Material, Sheet, Strand
from aiplanner.domain.thread import in_thread, thread_of
from aiplanner.packs.catalogue import documents
from aiplanner.packs.found import handed_on, printable, told

Holds = Callable[[Programme], Iterable[str]]
"""The texts of a programme that a document has to say; empty ones count for nothing."""


def belonging(document: str, programme: Programme) -> Iterator[str]:
    """The texts that stand in a document, line by line; KeyError for one that nobody thought of."""
    for text in HOLDS[document](programme):
        yield from (line for line in text.split("\n") if line.strip())


def _rows(kind: type, *names: str) -> Holds:
    return lambda programme: (
        getattr(row, name)
        for row in programme.rows.values()
        if isinstance(row, kind)
        for name in names
    )


def _items(programme: Programme, *states: State) -> Iterator[Item]:
    for session in programme.sessions:
        yield from (i for i in programme.walk(session.id) if not states or i.state in states)


def _planned(programme: Programme) -> Iterator[str]:
    """What participants meet: every item that neither falls away nor stands in what does."""
    yield from (item_title(item) for item in _items(programme, State.PLANNED, State.SHORT))
    yield from _rows(Strand, "title")(programme)


def _agenda(programme: Programme) -> Iterator[str]:
    yield from _planned(programme)
    for session in programme.sessions:
        yield from (session.title, session.venue, session.purpose)


def _revised(programme: Programme) -> Iterator[str]:
    yield from _planned(programme)
    skipped = (item for item in _items(programme, State.SKIPPED))
    yield from (item_title(i) for i in skipped if i.kind not in (Kind.SECTION, Kind.TASK))


def _running_order(programme: Programme) -> Iterator[str]:
    for item in _items(programme):
        yield item_title(item)
        if item.kind is not Kind.SECTION:
            yield from (item.why, item.group, item.lead, item.room, item.audience, item.notes)
            yield from (step.text for step in programme.steps_of(item.id))
            yield from (material.name for material in programme.materials_of(item.id))
            yield from (sheet.title for sheet in programme.sheets_of(item.id))
    yield from _rows(Strand, "title", "room", "lead")(programme)
    for session in programme.sessions:
        yield from (session.title, session.purpose, session.venue, session.audience, session.notes)


def _materials(programme: Programme) -> Iterator[str]:
    live = {item.id for item in _items(programme) if item.live}
    used = [r for r in programme.rows.values() if isinstance(r, Material | Sheet)]
    for row in used:
        if row.item_id in live:
            yield " ".join((row.name if isinstance(row, Material) else row.title).split())
    yield from _rows(Strand, "room")(programme)
    yield from (session.title for session in programme.sessions)


def _overview(programme: Programme) -> Iterator[str]:
    head = programme.head
    yield from (head.title, head.purpose, head.outcomes)
    for session in programme.sessions:
        yield from (session.title, session.purpose, session.venue, session.audience)
    tasks = (item for item in _items(programme) if item.kind is Kind.TASK and item.live)
    yield from (item_title(item) for item in tasks)
    yield from (row.text for row in printable(programme, Sort.TOPIC))


def _cover(programme: Programme) -> Iterator[str]:
    head = programme.head
    yield from (head.title, head.service, head.organisation, head.purpose, head.contact)
    yield from (head.other_formats, head.audience)


def _findings(*sorts: Sort) -> Holds:
    return lambda programme: (
        said(row) for sort in sorts for row in printable(programme, sort) if is_told(row)
    )


def _thread(programme: Programme) -> Iterator[str]:
    """All that is tied together or should be, but for what is kept private."""
    thread = thread_of(programme)
    rows = (thread.rows[key] for key in in_thread(thread) if thread.tied(key))
    yield from (said(row) for row in rows if is_told(row) and may_be_shown(row))


def _tracked(programme: Programme) -> Iterator[str]:
    """A review without a day is nobody's task yet."""
    reviews = [review for review in programme.reviews if review.due]
    for row in (*programme.actions, *programme.promises, *reviews):
        yield row.text
        yield getattr(row, "person", "") if row.text.strip() else ""


def _report(programme: Programme) -> Iterator[str]:
    head = programme.head
    yield from (head.title, head.purpose, head.issue, head.boundary, head.follow_up)
    yield from (session.title for session in programme.sessions)
    yield from _findings(Sort.TOPIC, Sort.THEME, Sort.STATEMENT, Sort.SOAR, Sort.ACTION)(programme)
    shared = [s for s in programme.stories if is_told(s) and may_be_shown(s)]
    yield from (s.quote for s in shared if s.quote.strip())
    yield from (d.text for d in programme.dreams if d.kind is DreamKind.STATEMENT)
    yield from (photo.caption for photo in programme.photos)
    core = (p for p in programme.people if p.core_team or p.facilitates)
    yield from (person.name for person in core)


def _future(programme: Programme) -> Iterator[str]:
    yield programme.head.future
    yield from (d.text for d in programme.dreams if d.kind is DreamKind.STATEMENT)


def _people(*names: str) -> Holds:
    return lambda programme: (getattr(p, name) for p in programme.people for name in names)


def _coming(programme: Programme) -> Iterator[str]:
    away = [programme.absent_from(session.id) for session in programme.sessions]
    for person in programme.people:
        if person.takes_part and (not away or any(person.id not in gone for gone in away)):
            yield person.name


def _grouped(programme: Programme) -> Iterator[str]:
    yield from _rows(Grouping, "title")(programme)
    for group in (row for row in programme.rows.values() if isinstance(row, Group)):
        yield from (person.name for person in programme.members_of(group.id))


def _tables(programme: Programme) -> Iterator[str]:
    for grouping in (row for row in programme.rows.values() if isinstance(row, Grouping)):
        if grouping.kind is GroupingKind.GROUPS:
            for group in programme.groups_of(grouping.id):
                yield from (group.title, group.room)
                yield from (person.name for person in programme.members_of(group.id))


def _led(programme: Programme) -> Iterator[str]:
    for session in programme.sessions:
        led = led_items(programme, role=Role.LEADS, session=session.id)
        yield from (item_title(one.item) for one in led)


def _nothing(_programme: Programme) -> Iterable[str]:
    """Its own words alone, or numbers."""
    return ()


def _of_handout(handout: Handout) -> Holds:
    """What its blocks show of what the programme has found."""

    def holds(programme: Programme) -> Iterator[str]:
        for block in handout.blocks:
            if isinstance(block, FindingsBlock):
                yield from (row.text for row in handed_on(programme, block.of))
            elif isinstance(block, TableBlock) and block.of is not None:
                for row in printable(programme, block.of):
                    yield from (told(row, c.field) for c in block.columns if c.field)

    return holds


HOLDS: Mapping[str, Holds] = {
    "cover": _cover,
    "contents": _nothing,
    "overview": _overview,
    "timetable": _planned,
    "agenda": _agenda,
    "agenda-revised": _revised,
    "running-order": _running_order,
    "materials": _materials,
    "capability-map": _nothing,
    "thread": _thread,
    "action-tracker": _tracked,
    "programme-logic-model": _findings(Sort.LOGIC),
    "future-view": _future,
    "cycle-report": _report,
    "evaluation-results": _rows(Answer, "point", "text"),
    "leadership-profile": _nothing,
    "capability-evidence": _led,
    "group-lists": _grouped,
    "table-cards": _tables,
    "name-cards": _people("name", "organisation", "job"),
    "sign-in-names": _coming,
    "people-list": _people("name", "organisation", "job", "contact"),
    "signposts": _nothing,
    **{handout.key: _of_handout(handout) for handout in handouts()},
    **{info.id: _nothing for info in documents() if info.family == "card"},
}
"""By document. One that is not here is a document nobody has thought about."""
