"""Single fields: what they take, how it is tidied, and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest

from aiplanner.domain.cycle import Phase, Scheme
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.programme import copied, rename
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import LINE, TEXT, faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item
from tests.support.plans import (
    breakout,
    counted_ids,
    item,
    named,
    pause,
    plan,
    session,
    strand,
)


@pytest.fixture
def base() -> Programme:
    rooms = breakout("Rooms", strand("A", item("In A")))
    return plan(session("10:00", item("Welcome", "10"), pause("5"), rooms))


def welcome(programme: Programme) -> Item:
    [found] = [r for r in programme.items_of(programme.sessions[0].id) if r.position == 1024]
    return found


def with_text(base: Programme, name: str, text: str) -> str:
    value: str = getattr(welcome(set_fields(base, welcome(base).id, **{name: text})), name)
    return value


def test_several_fields_at_once(base: Programme) -> None:
    after = set_fields(
        base, welcome(base).id, lead="Amina", phase=Phase.DREAM, due=date(2027, 1, 12)
    )
    found = welcome(after)
    assert (found.lead, found.due) == ("Amina", date(2027, 1, 12))
    assert found.phase is Phase.DREAM


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Welcome \t", "Welcome"),
        ("Two\nlines", "Two lines"),
        ("Two\r\n  lines\r", "Two lines"),
        ("Two\u2028lines\u2029", "Two lines"),
        ("سؤال", "سؤال"),
        ("👩‍⚕️ R&D <b>", "👩‍⚕️ R&D <b>"),
        ("tab\tinside", "tab\tinside"),
    ],
)
def test_a_field_of_one_line_is_one_line(base: Programme, typed: str, kept: str) -> None:
    assert with_text(base, "title", typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("One\r\ntwo\rthree\n", "One\ntwo\nthree\n"), ("  kept  ", "  kept  ")],
)
def test_a_field_of_many_lines_keeps_them(base: Programme, typed: str, kept: str) -> None:
    assert with_text(base, "why", typed) == kept


@pytest.mark.parametrize(
    "bad", ["\0", "\x07", "\x1b[0m", "\x7f", "\x85", "\x9f", "\ud800", "\uffff"]
)
@pytest.mark.parametrize("name", ["title", "why"])
def test_what_cannot_be_printed_is_refused(base: Programme, name: str, bad: str) -> None:
    with pytest.raises(PlanError, match="text-unprintable") as refusal:
        with_text(base, name, f"Wel{bad}come")
    assert refusal.value.facts["field"] == name


@pytest.mark.parametrize(("name", "limit"), [("title", LINE), ("why", TEXT), ("notes", TEXT)])
def test_texts_have_a_limit(base: Programme, name: str, limit: int) -> None:
    assert len(with_text(base, name, "x" * limit)) == limit
    with pytest.raises(PlanError, match="text-too-long") as refusal:
        with_text(base, name, "x" * (limit + 1))
    assert refusal.value.facts["limit"] == limit


def test_a_megabyte_in_a_title_is_refused(base: Programme) -> None:
    with pytest.raises(PlanError, match="text-too-long"):
        rename(base, "x" * 1_000_000)


@pytest.mark.parametrize("people", [-1, 100_001])
def test_numbers_have_limits(base: Programme, people: int) -> None:
    with pytest.raises(PlanError, match="number-out-of-bounds"):
        set_fields(base, base.id, people=people)
    assert set_fields(base, base.id, people=0).head.people == 0


def test_a_row_that_is_gone(base: Programme) -> None:
    with pytest.raises(PlanError, match="row-gone"):
        set_fields(base, RowId("f" * 32), title="x")


@pytest.mark.parametrize("name", ["id", "position", "session_id", "strand_id", "nonsense"])
def test_where_a_row_stands_is_no_field_to_set(base: Programme, name: str) -> None:
    with pytest.raises(AssertionError):
        set_fields(base, welcome(base).id, **{name: "x"})


@pytest.mark.parametrize("title", ["", "   ", "\n"])
def test_a_programme_keeps_a_title(base: Programme, title: str) -> None:
    with pytest.raises(PlanError, match="title-empty"):
        rename(base, title)


def test_renaming_touches_the_title_alone(base: Programme) -> None:
    before = set_fields(base, base.id, scheme=Scheme.OWN, dream_label="Imagine")
    after = rename(before, " Ward 4 ")
    assert after.head.title == "Ward 4"
    assert set_fields(after, base.id, title=before.head.title) == before


def test_a_copy_of_a_programme_shares_no_id_and_everything_else(base: Programme) -> None:
    copy = copied(base, "Again", counted_ids(9000))
    assert not copy.rows.keys() & base.rows.keys()
    assert copy.head == Head(copy.id, "Again")
    assert [row.title for row in copy.walk(copy.sessions[0].id)] == [
        row.title for row in base.walk(base.sessions[0].id)
    ]
    assert copy.session_of(named(copy, "In A")) == copy.sessions[0]
    assert faults(copy) == []
