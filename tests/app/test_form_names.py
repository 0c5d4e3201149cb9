"""A returned sheet is known by its field names and its mark, and a changed mark is not believed."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.form_names import (
    FieldName,
    FormMark,
    field_name,
    field_parts,
    is_mark,
    mark_name,
    mark_of,
    mark_text,
    template_of,
)
from aiplanner.domain.ids import RowId

ids = st.text("0123456789abcdef", min_size=32, max_size=32).map(RowId)
marks = st.builds(
    FormMark,
    programme=ids,
    document=st.text(min_size=1, max_size=80).filter(lambda text: text.isprintable()),
    session=ids | st.none(),
    item=ids | st.none(),
    revision=st.integers(0, 999_999_999),
    template=st.text("0123456789abcdef", min_size=16, max_size=16),
    form=st.integers(1, 9),
)
ONE = RowId("0123456789abcdef" * 2)
MARK = FormMark(ONE, "story-sheet", ONE, None, 7, "0" * 16)
FIELDS = [("a/-/-/text", "text", ()), ("a/-/-/b1-s1", "choice", ("p1", "p2"))]


def test_a_name_tells_sheet_session_item_and_question() -> None:
    name = field_name("story-sheet", ONE, None, "made_possible")

    assert name == "story-sheet/89abcdef/-/made_possible"
    assert field_parts(name) == FieldName("story-sheet", "89abcdef", "-", "made_possible")


@given(st.text(max_size=200), ids | st.none(), ids | st.none(), st.text(max_size=200))
def test_any_key_makes_a_name_that_pdf_takes(
    handout: str, session: RowId | None, item: RowId | None, question: str
) -> None:
    name = field_name(handout, session, item, question)

    assert set(name) <= {*string.ascii_letters, *string.digits, *"-_/"}
    assert len(name) <= 138
    assert str(field_parts(name)) == name


def test_long_keys_stay_apart() -> None:
    names = {field_name(f"my-{'x' * 80}{n}", None, None, "text") for n in range(5)}

    assert len(names) == 5


@given(marks)
def test_a_mark_comes_back_as_it_was_written(mark: FormMark) -> None:
    assert mark_of(mark_text(mark)) == mark
    assert mark_text(mark).isascii()


@pytest.mark.parametrize("place", range(0, len(mark_text(MARK)), 3))
def test_a_mark_with_one_changed_letter_is_none(place: int) -> None:
    text = mark_text(MARK)
    other = "0" if text[place] != "0" else "1"

    assert mark_of(text[:place] + other + text[place + 1 :]) is None


@given(st.text())
def test_other_words_are_no_mark(text: str) -> None:
    assert mark_of(text) is None


def test_the_marks_name_is_no_field_of_the_sheet() -> None:
    name = mark_name("story-sheet", ONE)

    assert name == "aiplanner/form/story-sheet/89abcdef"
    assert is_mark(name)
    assert field_parts(name) is None
    assert field_parts("aiplanner/form/-/x") is None
    assert field_parts("Text1") is None


def test_a_template_changes_with_its_fields_and_not_with_their_order() -> None:
    known = template_of(FIELDS)

    assert template_of(reversed(FIELDS)) == known
    assert template_of(FIELDS[:1]) != known
    assert template_of([FIELDS[0], ("a/-/-/b1-s1", "choice", ("p1",))]) != known
    assert template_of([FIELDS[0], ("a/-/-/b1-s1", "tick", ("p1", "p2"))]) != known
