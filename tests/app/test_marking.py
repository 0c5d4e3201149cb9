"""Marking something as done from a list: safely, and so that it can be taken back."""

from __future__ import annotations

from datetime import datetime

import pytest

from aiplanner.app.library import opened
from aiplanner.app.marking import Mark, mark_saved
from aiplanner.app.ports import Save, Shelf, Stale
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Action, Progress
from aiplanner.domain.ids import RowId
from tests.support.kept_programmes import LATER, NOW, keep, store
from tests.support.memory_library import MemoryLibrary
from tests.support.to_do import action, programme_of, promise, review, row_id

PLANNED, DONE = Progress.PLANNED, Progress.DONE
OURS = programme_of(100, "Ours", action(1), promise(2), review(3))


@pytest.fixture
def library() -> MemoryLibrary:
    made = MemoryLibrary()
    keep(made, OURS)
    return made


def test_it_is_stored_as_done_and_can_be_undone_in_the_programme(library: MemoryLibrary) -> None:
    mark_saved(library, Mark(OURS.id, row_id(1), PLANNED), NOW)
    programme, revision = library.load(OURS.id)
    assert (programme.get(row_id(1), Action).progress, revision) == (DONE, 2)
    document = opened(library, OURS.id)
    assert document.history.undo_label == "Mark as done"
    document.undo()
    assert document.now == OURS


def test_it_can_be_taken_back(library: MemoryLibrary) -> None:
    mark = Mark(OURS.id, row_id(1), Progress.PLANNED)
    mark_saved(library, mark, NOW)
    mark_saved(library, mark.back, LATER)
    assert library.load(OURS.id) == (OURS, 3)


def test_the_steps_that_were_there_are_kept(library: MemoryLibrary) -> None:
    document = opened(library, OURS.id)
    document.edit("Rename", lambda now: rename(now, "Ours now"))
    save = document.next_save()
    assert save is not None
    library.save(save, NOW)
    mark_saved(library, Mark(OURS.id, row_id(2), PLANNED), LATER)
    assert [step.label for step in library.steps(OURS.id)] == ["Rename", "Mark as done"]


def test_what_somebody_has_marked_meanwhile_is_not_written_over(library: MemoryLibrary) -> None:
    store(library, OURS, 1, Mark(OURS.id, row_id(1), PLANNED, Progress.DROPPED)(OURS))
    with pytest.raises(PlanError) as refused:
        mark_saved(library, Mark(OURS.id, row_id(1), PLANNED), NOW)
    assert refused.value.code == "action-changed"
    assert library.load(OURS.id)[0].get(row_id(1), Action).progress is Progress.DROPPED


@pytest.mark.parametrize("gone", [row_id(77), row_id(3), OURS.id])
def test_what_is_no_action_any_more_is_refused(library: MemoryLibrary, gone: RowId) -> None:
    with pytest.raises(PlanError) as refused:
        mark_saved(library, Mark(OURS.id, gone, PLANNED), NOW)
    assert refused.value.code == "action-gone"


def test_a_programme_that_was_deleted_is_refused(library: MemoryLibrary) -> None:
    library.shelve(OURS.id, Shelf.BIN, NOW)
    library.delete(OURS.id)
    with pytest.raises(PlanError) as refused:
        mark_saved(library, Mark(OURS.id, row_id(1), PLANNED), NOW)
    assert refused.value.code == "programme-gone"


class Busy(MemoryLibrary):
    """Somebody else saves at the very moment, `times` times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def save(self, save: Save, now: datetime) -> int:
        """Let the other one in first."""
        if self.times:
            self.times -= 1
            theirs = self.kept[save.programme_id]
            after = rename(theirs.programme, f"{theirs.programme.head.title}!")
            delta = diff(theirs.programme, after)
            super().save(Save(save.programme_id, theirs.revision, delta, after), now)
        return super().save(save, now)


def test_a_save_at_the_same_moment_is_taken_in_first() -> None:
    library = Busy(2)
    keep(library, OURS)
    mark_saved(library, Mark(OURS.id, row_id(1), PLANNED), NOW)
    programme, _revision = library.load(OURS.id)
    assert programme.head.title == "Ours!!"
    assert programme.get(row_id(1), Action).progress is DONE


def test_one_who_never_stops_saving_is_told_of() -> None:
    library = Busy(50)
    keep(library, OURS)
    with pytest.raises(Stale):
        mark_saved(library, Mark(OURS.id, row_id(1), PLANNED), NOW)
