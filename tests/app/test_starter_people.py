"""The people of a starter become rows, with who stays away and who sits with whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aiplanner.app.content_checks import file_breaches
from aiplanner.app.starters import programme_from
from aiplanner.domain.content import (
    Starter,
    StarterGroup,
    StarterGrouping,
    StarterPerson,
    StarterSession,
)
from aiplanner.domain.errors import PlanError
from aiplanner.domain.integrity import faults
from aiplanner.domain.people import GroupingKind, Mix, Person
from tests.support.plans import counted_ids

AILSA = StarterPerson("Ailsa", "Ward 4", "nurse", core_team=True, core_role="keeps the stories")
BEN = StarterPerson("Ben", takes_part=False, facilitates=True, access="a chair", away=(2,))
TABLES = StarterGrouping(
    "Tables",
    (StarterGroup(("Ben", "Ailsa"), "Window", 2, "Hall"), StarterGroup(("Ailsa",), "Door")),
    GroupingKind.PAIRS,
    1,
    4,
    Mix.JOB,
)
STARTER = Starter(
    "key",
    "Plan",
    "promise",
    (StarterSession("First"), StarterSession("Second")),
    who=(AILSA, BEN),
    groupings=(TABLES, StarterGrouping("All along", ())),
)


def test_people_come_in_their_order_with_all_that_is_said_of_them() -> None:
    programme = programme_from(STARTER, "", counted_ids())
    ailsa, ben = programme.people
    assert ailsa == Person(
        *(ailsa.id, 1024, "Ailsa", "Ward 4", "nurse"),
        core_team=True,
        core_role="keeps the stories",
    )
    assert (ben.takes_part, ben.facilitates, ben.access) == (False, True, "a chair")
    first, second = programme.sessions
    assert programme.absent_from(first.id) == frozenset()
    assert programme.absent_from(second.id) == {ben.id}
    assert faults(programme) == []


def test_groups_stand_under_their_session_or_the_programme() -> None:
    programme = programme_from(STARTER, "", counted_ids())
    [tables] = programme.groupings(programme.sessions[0].id)
    told = (tables.title, tables.kind, tables.size, tables.mix)
    assert told == ("Tables", GroupingKind.PAIRS, 4, Mix.JOB)
    [all_along] = programme.groupings()
    assert all_along.title == "All along"
    assert [
        (group.title, group.round, group.room, [p.name for p in programme.members_of(group.id)])
        for group in programme.groups_of(tables.id)
    ] == [("Door", 1, "", ["Ailsa"]), ("Window", 2, "Hall", ["Ben", "Ailsa"])]


@pytest.mark.parametrize(
    ("changed", "where", "what"),
    [
        (replace(STARTER, who=(AILSA, AILSA)), "who[1].name", "Ailsa"),
        (replace(STARTER, who=(AILSA, replace(BEN, away=(1, 3)))), "who[1].away[1]", "session 3"),
        (replace(STARTER, who=(AILSA,)), "groupings[0].groups[0].people[0]", "Ben"),
        (
            replace(STARTER, groupings=(StarterGrouping("T", (), session=0),)),
            "groupings[0].session",
            "session 0",
        ),
        (
            replace(STARTER, groupings=(StarterGrouping("T", (StarterGroup(("Ben", "Ben")),)),)),
            "groupings[0].groups[0].people[1]",
            "Ben",
        ),
    ],
)
def test_names_of_nobody_and_numbers_of_no_session_are_refused(
    changed: Starter, where: str, what: str
) -> None:
    with pytest.raises(PlanError) as refusal:
        programme_from(changed, "", counted_ids())
    assert refusal.value.code == "data-wrong"
    assert refusal.value.facts["where"] == where
    assert what in str(refusal.value.facts["what"])


FILE = """\
[[starters]]
key = "my-plan"
title = "Plan"
promise = "A plan"
[[starters.sessions]]
title = "First"
[[starters.who]]
name = "Ailsa"
[[starters.who]]
name = "Ben"
away = [2]
"""


def test_a_file_of_ones_own_with_such_a_fault_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(FILE, encoding="utf-8")
    [breach] = file_breaches(path, set())
    assert breach.facts["line"] == 11
    assert "there is no session 2" in str(breach.facts["what"])
    path.write_text(FILE.replace("[2]", "[1]"), encoding="utf-8")
    assert file_breaches(path, set()) == ()
