"""Kept answers are told sheet by sheet, without a name on any of them."""

from __future__ import annotations

from aiplanner.app.content import handouts
from aiplanner.app.kept_answers import kept_sheets
from aiplanner.domain.edits.answers import delete_answers
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.ids import RowId
from tests.support.evaluated import BEST, evaluations, example, with_sheets

EXAMPLE = example()


def test_sheets_stand_as_they_came_and_say_what_they_say() -> None:
    session = EXAMPLE.sessions[1].id
    made = with_sheets(with_sheets(EXAMPLE, evaluations(2)), evaluations(1), session)
    found = kept_sheets(made, handouts())

    assert [sheet.name for sheet in found] == ["Your view"] * 3
    assert [bool(sheet.where) for sheet in found] == [False, False, True]
    assert found[1].gist == f"fully · fully · {BEST}, number 1"
    assert found[1].answers[-1].asked == "What was best for you?"
    gone = delete_session(made, session)
    assert kept_sheets(gone, handouts())[2].where == ""


def test_a_sheet_whose_handout_is_gone_bears_its_key() -> None:
    [sheet] = kept_sheets(with_sheets(EXAMPLE, evaluations(1)), ())
    assert sheet.name == "evaluation"


def test_a_sheet_of_which_all_is_deleted_is_gone() -> None:
    made = with_sheets(EXAMPLE, evaluations(2))
    first, second = kept_sheets(made, handouts())
    after = delete_answers(made, [RowId(one.key) for one in first.answers])
    assert [one.id for one in kept_sheets(after, handouts())] == [second.id]
