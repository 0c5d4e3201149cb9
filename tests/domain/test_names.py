"""The names that are offered where somebody is named."""

from __future__ import annotations

from aiplanner.domain.edits.many_people import add_people
from aiplanner.domain.ids import RowId
from aiplanner.domain.names import names_of
from aiplanner.domain.people import Person
from tests.support.plans import item, plan, session


def test_those_who_lead_come_first_and_nobody_twice() -> None:
    programme = plan(
        session("10:00", item("Welcome", lead="Zoë"), item("Close", lead="ann  lee"), item("Rest"))
    )
    people = [
        Person(RowId("1" * 31 + "a"), 0, "Ben"),
        Person(RowId("1" * 31 + "b"), 0, "Ann Lee", core_team=True),
        Person(RowId("1" * 31 + "c"), 0, "Cora", facilitates=True),
        Person(RowId("1" * 31 + "d"), 0, ""),
    ]

    assert names_of(add_people(programme, people)) == ("Cora", "Ann Lee", "Ben", "Zoë")
    assert names_of(programme) == ("ann  lee", "Zoë")
