"""A returned form finds its programme in the library and is taken in whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from aiplanner.app.content import handouts
from aiplanner.app.library import opened
from aiplanner.app.own_content import to_piece
from aiplanner.app.ports import Save, Stale
from aiplanner.app.returned import ReadField, ReadForm
from aiplanner.app.returned_saving import Moment, sheets_in, take_saved
from aiplanner.domain.edits.programme import copied, rename
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from tests.support.kept_programmes import LATER, NOW, keep, store, workshop
from tests.support.memory_library import MemoryLibrary
from tests.support.returned_sheets import filled, marked

MOMENT = Moment(date(2026, 11, 22), LATER, new_id)


@pytest.fixture
def programme() -> Programme:
    return copied(workshop(), "Workshop", new_id)


@pytest.fixture
def library(programme: Programme) -> MemoryLibrary:
    made = MemoryLibrary()
    keep(made, programme)
    return made


def both(programme: Programme) -> ReadForm:
    """A file with a wish and an evaluation in it."""
    wish = filled(programme, "three-wishes", {"first": "Tea"})
    view = filled(programme, "evaluation", {"best": "The quiet"})
    return ReadForm((*wish.fields, *view.fields), (*wish.marks, *view.marks), "")


def test_the_sheets_of_a_file_are_saved_as_a_step_each(
    library: MemoryLibrary, programme: Programme
) -> None:
    sheets = sheets_in(library, both(programme))
    take_saved(library, sheets, "back.pdf", MOMENT)
    document = opened(library, programme.id)
    assert [dream.text for dream in document.now.dreams] == ["Tea"]
    assert [answer.text for answer in document.now.answers] == ["The quiet"]
    assert document.history.undo_label == "Take in a returned form"
    document.undo()
    assert document.now.answers == ()
    document.undo()
    assert document.now == programme
    assert library.returned(programme.id) == {sheet.fingerprint for sheet in sheets}


def test_what_was_taken_is_known_the_next_time(
    library: MemoryLibrary, programme: Programme
) -> None:
    read = both(programme)
    take_saved(library, sheets_in(library, read)[:1], "back.pdf", MOMENT)
    assert [sheet.known for sheet in sheets_in(library, read)] == [True, False]


def test_one_sheet_that_cannot_be_taken_leaves_the_file_alone(
    library: MemoryLibrary, programme: Programme
) -> None:
    wish = filled(programme, "three-wishes", {"first": "Tea"})
    rating = filled(programme, "self-rating", {"b4-s1": "p2"})
    read = ReadForm((*wish.fields, *rating.fields), (*wish.marks, *rating.marks), "")
    with pytest.raises(PlanError) as refused:
        take_saved(library, sheets_in(library, read), "back.pdf", MOMENT)
    assert refused.value.code == "returned-moment"
    assert library.load(programme.id) == (programme, 1)
    assert library.returned(programme.id) == frozenset()


def test_the_revision_it_was_made_from_is_told(
    library: MemoryLibrary, programme: Programme
) -> None:
    store(library, programme, 1, rename(programme, "Workshop again"))
    [sheet] = sheets_in(library, filled(programme, "three-wishes", {"first": "Tea"}, revision=1))
    assert sheet.notes == ("Made from version 1 of the programme; this is version 2.",)


def test_a_sheet_of_ones_own_is_known_by_its_blocks(
    library: MemoryLibrary, programme: Programme
) -> None:
    own = replace(next(h for h in handouts() if h.key == "level-ladder"), key="my-ladder")
    fields = [ReadField("my-ladder/-/-/b2", "text", "Start small")]
    read = marked(programme, "my-ladder", fields)
    with pytest.raises(PlanError) as refused:
        sheets_in(library, read)
    assert refused.value.code == "returned-document-gone"
    library.keep_own([to_piece(own, NOW)])
    take_saved(library, sheets_in(library, read), "back.pdf", MOMENT)
    [answer] = library.load(programme.id)[0].answers
    assert (answer.handout, answer.asked, answer.text) == (
        "my-ladder",
        "What would this mean for me?",
        "Start small",
    )


@pytest.mark.parametrize(
    ("marks", "fields", "code"),
    [
        ((), (ReadField("Text1", "text", "1"),), "returned-no-form"),
        ((), (ReadField("evaluation/-/-/best", "text", "1"),), "returned-unmarked"),
        (("form=1",), (), "returned-edited"),
    ],
)
def test_a_form_that_names_no_programme_is_refused(
    library: MemoryLibrary, marks: tuple[str, ...], fields: tuple[ReadField, ...], code: str
) -> None:
    with pytest.raises(PlanError) as refused:
        sheets_in(library, ReadForm(fields, marks, ""))
    assert refused.value.code == code


def test_a_form_of_a_programme_the_library_does_not_have_is_refused(
    library: MemoryLibrary, programme: Programme
) -> None:
    stray = copied(programme, "Elsewhere", new_id)
    with pytest.raises(PlanError) as refused:
        sheets_in(library, filled(stray, "three-wishes", {"first": "Tea"}))
    assert refused.value.code == "returned-stray"


class Busy(MemoryLibrary):
    """A library that others save to `times` times, just before one does."""

    times = 1

    def save(self, save: Save, now: datetime) -> int:
        if self.times:
            self.times -= 1
            raise Stale(save.programme_id)
        return super().save(save, now)


@pytest.mark.parametrize(("times", "taken"), [(2, ["Tea"]), (3, [])])
def test_others_who_save_at_the_same_moment_are_let_go_first(
    programme: Programme, times: int, taken: list[str]
) -> None:
    library = Busy()
    keep(library, programme)
    library.times = times
    sheets = sheets_in(library, filled(programme, "three-wishes", {"first": "Tea"}))
    if taken:
        take_saved(library, sheets, "back.pdf", MOMENT)
    else:
        with pytest.raises(Stale):
            take_saved(library, sheets, "back.pdf", MOMENT)
    assert [dream.text for dream in library.load(programme.id)[0].dreams] == taken
    assert bool(library.returned(programme.id)) == bool(taken)
