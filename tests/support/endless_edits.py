"""Edit a programme without end: edit n is always the same, so that anyone can say what it led to.

Run as a program, with a library's path, it has children edit, and tells every revision that the
library acknowledged to one of them. A fork of a library in use is ready at once, where a fresh
interpreter would take longer than all the editing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count, islice
from random import Random

from aiplanner.app.digest import digest
from aiplanner.app.ports import Save
from aiplanner.domain.cycle import Kind, Phase
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding, delete_findings, link
from aiplanner.domain.edits.items import add_item, delete_items, move_item
from aiplanner.domain.edits.parts import add_part
from aiplanner.domain.edits.people import (
    add_grouping,
    add_person,
    delete_people,
    set_absent,
    set_groups,
)
from aiplanner.domain.edits.sessions import add_session
from aiplanner.domain.findings import Theme
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.people import Grouping, Person
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Item, Session, Step, Strand
from aiplanner.store.engine import open_library
from aiplanner.store.library import SqlLibrary

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
MOST_ITEMS = 40
MOST_THEMES = 20
MOST_PEOPLE = 12


def beginning() -> Programme:
    """A programme with two empty sessions."""
    programme = empty_programme(new_id(), "Endless")
    for title in ("Morning", "Afternoon"):
        programme = add_session(programme, Session(new_id(), 0, title))
    return programme


def edited(programme: Programme, number: int) -> Programme:
    """The programme after edit `number`."""
    chance = Random(number)
    items = sorted((r for r in programme.rows.values() if isinstance(r, Item)), key=lambda r: r.id)
    sessions = [session.id for session in programme.sessions]
    programme = set_fields(programme, programme.id, title=f"After edit {number}")
    if len(items) > MOST_ITEMS:
        return delete_items(programme, [item.id for item in chance.sample(items, 20)])
    match chance.randrange(5):
        case 0 if items:
            long = f"words of edit {number} " * chance.choice((1, 10, 1500))
            return set_fields(programme, chance.choice(items).id, notes=long, phase=Phase.DREAM)
        case 1 if items:
            top = [item.id for item in items if item.session_id is not None]
            return move_item(programme, chance.choice(top), chance.choice(sessions), 0)
        case 2:
            return _with_breakout(programme, number, chance.choice(sessions))
        case 3:
            return _with_theme(_with_person(programme, number, sessions[0]), number)
        case _:
            item = Item(_id(number, 0), 0, title=f"Item of edit {number}")
            programme = add_item(programme, item, chance.choice(sessions))
            return add_part(programme, Step(_id(number, 1), item.id, 0, "A step", 5))


def _with_theme(programme: Programme, number: int) -> Programme:
    """A theme that grew from the last one; of many, the older half goes with its links."""
    before = programme.themes
    programme = add_finding(programme, Theme(_id(number, 0), 0, f"Theme of edit {number}"))
    if before:
        programme = link(programme, before[-1].id, _id(number, 0))
    if len(before) > MOST_THEMES:
        programme = delete_findings(programme, [theme.id for theme in before[: len(before) // 2]])
    return programme


def _with_person(programme: Programme, number: int, session: RowId) -> Programme:
    """Somebody who is away, at a table with everyone else; of many, the older half is deleted."""
    person = Person(_id(number, 1), 0, f"Person of edit {number}", access="a chair" * 20)
    programme = set_absent(add_person(programme, person), session, [person.id])
    if len(programme.people) > MOST_PEOPLE:
        older = programme.people[: len(programme.people) // 2]
        programme = delete_people(programme, [one.id for one in older])
    if not programme.groupings():
        programme = add_grouping(programme, Grouping(_id(number, 2), 0, "Tables"))
    ids = count(3)
    people = [one.id for one in programme.people]
    tables = [people[::2], people[1::2]]
    grouping = programme.groupings()[0].id
    return set_groups(programme, grouping, [tables], lambda: _id(number, next(ids)))


def _with_breakout(programme: Programme, number: int, session: RowId) -> Programme:
    breakout, strand = _id(number, 0), _id(number, 1)
    programme = add_item(programme, Item(breakout, 0, kind=Kind.BREAKOUT), session)
    programme = add_part(programme, Strand(strand, breakout, 0, f"Strand of edit {number}"))
    return add_item(programme, Item(_id(number, 2), 0, title="Inside"), strand)


def _id(number: int, part: int) -> RowId:
    return RowId(f"{number:028x}{part:04x}")


def _edit_without_end(library: SqlLibrary, programme_id: RowId) -> Iterator[int]:
    """Edit and save; each revision as it is acknowledged."""
    before, revision = library.load(programme_id)
    for number in count(revision):
        after = edited(before, number)
        yield library.save(Save(programme_id, number, diff(before, after), after), NOW)
        before = after


def _tell(words: str) -> None:
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def _warm(path: str) -> SqlLibrary:
    """The library after a few saves of every kind, with nothing open that a fork might share."""
    library = open_library(path)
    scratch = beginning()
    library.add(scratch, digest(scratch), NOW)
    for _ in islice(_edit_without_end(library, scratch.id), 20):
        pass
    library.delete(scratch.id)
    library.close()
    return library


def main(path: str) -> None:
    """For every line of input, a programme's id, have a child edit until somebody kills it."""
    library = _warm(path)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            for revision in _edit_without_end(library, RowId(line.strip())):
                _tell(str(revision))
        _tell(f"child {child}")
        os.waitpid(child, 0)
        _tell("ended")


if __name__ == "__main__":
    main(sys.argv[1])
