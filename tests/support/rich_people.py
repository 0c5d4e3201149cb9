"""The people of the rich programme, with groups of every kind, and how its first session went."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from aiplanner.domain.ids import RowId
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, GroupingKind, Member, Mix, Person
from aiplanner.domain.rows import Dismissal, Item, Session
from tests.support.builder import Builder

ACCESS = "Hears best on the left"
"""Stands in what somebody needs; it is printed only when that is asked for."""


def add_people(build: Builder, secret: str) -> None:
    """A core team and participants, tables for the first session, and rounds of pairs."""
    first = next(row.id for row in build.rows if isinstance(row, Session))
    ward, families = "Ward 4", "Patients & families"
    build.placed(
        Person,
        name="Morag Example",
        organisation=ward,
        job="charge nurse",
        takes_part=False,
        core_team=True,
        core_role="leads the core team",
        facilitates=True,
        contact="ward desk",
        notes=secret,
    )
    told = (
        ("Ailsa Example", ward, "nurse", {"core_team": True, "core_role": "keeps the stories"}),
        ("Ben Example", ward, "porter", {}),
        ("Chidi Example", families, "son of a patient", {"access": ACCESS, "notes": secret}),
        ("Dilys <Example>", families, "has been a patient", {"access": ACCESS}),
        ("Ewan Example", "", "", {}),
    )
    people = [
        build.placed(Person, name=name, organisation=whose, job=job, **more)
        for name, whose, job, more in told
    ]
    build.tied(Absence, first, people[-1])
    tables = build.placed(Grouping, title="Tables", session_id=first, size=2, mix=Mix.ORGANISATION)
    _group(build, tables, people[:3:2], title="Window", room="Hall")
    _group(build, tables, people[1:4:2])
    pairs = build.placed(Grouping, kind=GroupingKind.PAIRS, size=2)
    for number, (trio, pair) in enumerate((((0, 1, 2), (3, 4)), ((0, 3), (1, 2, 4))), 1):
        _group(build, pairs, [people[n] for n in trio], round=number)
        _group(build, pairs, [people[n] for n in pair], round=number)


def _group(build: Builder, grouping: RowId, people: list[RowId], **fields: object) -> None:
    group = build.placed(Group, grouping_id=grouping, **fields)
    for place, person in enumerate(people, 1):
        build.tied(Member, group, person, position=1024 * place)


def add_notes(build: Builder) -> None:
    """What the team decided of hints, and how the first session went."""
    first = next(row.id for row in build.rows if isinstance(row, Session))
    build.tied(Dismissal, "closes", None, reason="We see to it in another way")
    build.tied(Dismissal, "opens", first, reason="Tea is served", day=date(2027, 1, 5))
    began = datetime(2027, 1, 12, 10, 2, tzinfo=UTC)
    build.tied(Run, first, began, ended=began + timedelta(minutes=130))
    interviews = build.one_of(Item, "Paired appreciative interviews")
    build.tied(Timing, interviews, began, began + timedelta(minutes=47))
