"""Entries of the logic model change their part and their place, and stand on what was agreed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.edits.logic import put_in_part, stand_on, stands_on
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import LogicPart
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from tests.support.logic_programme import ENTRIES, entry, logic_programme


def texts(programme: Programme, part: LogicPart) -> list[str]:
    return [note.text for note in programme.logic if note.kind is part]


def test_an_entry_goes_to_a_place_of_another_part() -> None:
    programme = logic_programme()
    board = entry(programme, "A board")
    moved = put_in_part(programme, board.id, LogicPart.ENABLER, 1)

    assert [text[:6] for text in texts(moved, LogicPart.ENABLER)] == ["A mana", "A boar", "Time o"]
    assert texts(moved, LogicPart.ACTIVITY) == []
    assert texts(put_in_part(moved, board.id, LogicPart.RISK, 9), LogicPart.RISK)[-1] == board.text


def test_it_takes_an_empty_part_as_well() -> None:
    programme = logic_programme()
    board = entry(programme, "A board")
    emptied = delete_findings(programme, [entry(programme, "Winter").id])

    assert texts(put_in_part(emptied, board.id, LogicPart.RISK, 0), LogicPart.RISK) == [board.text]


@given(st.integers(0, len(ENTRIES) - 1), st.sampled_from(list(LogicPart)), st.integers(0, 9))
def test_the_others_keep_their_order(number: int, part: LogicPart, place: int) -> None:
    programme = logic_programme()
    key = programme.logic[number].id
    moved = put_in_part(programme, key, part, place)
    others = [note.id for note in programme.logic if note.id != key]

    assert [note.id for note in moved.logic if note.id != key] == others
    mates = [note.id for note in moved.logic if note.kind is part]
    assert mates.index(key) == min(place, len(mates) - 1)
    assert faults(moved, moved.rows.keys()) == []


def test_what_an_entry_stands_on_is_set_as_a_whole() -> None:
    programme = logic_programme()
    board = entry(programme, "A board")
    action, statement = programme.actions[0], programme.statements[0]

    both = stand_on(programme, board.id, [action.id, statement.id])
    assert stands_on(both, board.id) == (statement, action)
    assert stands_on(stand_on(both, board.id, [statement.id]), board.id) == (statement,)
    assert stands_on(stand_on(both, board.id, []), board.id) == ()
    assert both == stand_on(both, board.id, [action.id, statement.id])


def test_only_what_was_agreed_can_be_stood_on() -> None:
    programme = logic_programme()
    board = entry(programme, "A board")
    tried = stand_on(programme, board.id, [programme.stories[0].id, RowId("0" * 32)])

    assert stands_on(tried, board.id) == ()
    with pytest.raises(PlanError):
        stand_on(programme, programme.actions[0].id, [])
