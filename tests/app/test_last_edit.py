"""Where somebody was at work last, told by the edits that can be undone."""

from __future__ import annotations

from aiplanner.app.history import History
from aiplanner.app.last_edit import session_of_last_edit
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from tests.support.rich_programme import rich_programme

PLAN = rich_programme()


def edited(history: History, programme: Programme, row: str) -> Programme:
    """The programme after an edit of a row that the history knows of."""
    after = set_fields(programme, row, title="Edited")
    history.record(programme, after, "Rename")
    return after


def test_it_is_the_session_of_the_row_however_deep() -> None:
    history = History()
    assert session_of_last_edit(PLAN, history.to_keep()) is None
    session = PLAN.sessions[1]
    after = edited(history, PLAN, session.id)
    assert session_of_last_edit(after, history.to_keep()) == session.id
    item = next(r for r in PLAN.rows.values() if isinstance(r, Item) and r.strand_id is not None)
    after = edited(history, after, item.id)
    assert isinstance(after.rows[item.strand_id], Strand)
    assert session_of_last_edit(after, history.to_keep()) == PLAN.session_of(item).id


def test_what_is_in_no_session_or_was_undone_or_deleted_is_passed_over() -> None:
    history, first = History(), PLAN.sessions[0]
    after = edited(history, PLAN, first.id)
    after = edited(history, after, PLAN.id)
    assert session_of_last_edit(after, history.to_keep()) == first.id
    after = edited(history, after, PLAN.sessions[1].id)
    undone = history.undo(after)
    assert session_of_last_edit(undone, history.to_keep()) == first.id
    gone = undone.drop([first.id])
    assert session_of_last_edit(gone, history.to_keep()) is None
