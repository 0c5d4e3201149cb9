"""An edited programme that is passed on again is the same as if it were for the first time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.interchange import from_plain, plain_json, to_compact
from aiplanner.app.passing_on import ReadingOn, WritingOn
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from tests.support.bad_files import BAD
from tests.support.plans import counted_ids
from tests.support.rich_programme import rich_programme
from tests.support.strategies import programmes
from tests.support.verbs import much_edited


def plain(programme: Programme) -> dict[str, Any]:
    """The programme as it comes over the line."""
    raw: dict[str, Any] = json.loads(to_compact(programme))
    return raw


@given(programmes(size=3), st.data())
def test_whatever_was_edited_arrives(programme: Programme, data: st.DataObject) -> None:
    writing, reading, new_id = WritingOn(), ReadingOn(), counted_ids(1000)
    for _time in range(3):
        assert writing.write(programme) == to_compact(programme)
        assert reading.read(plain(programme)) == programme
        programme = much_edited(data.draw, programme, new_id, most=2)
    assert reading.read(json.loads(writing.write(programme))) == programme


def test_what_was_not_edited_is_the_very_same() -> None:
    programme, reading = rich_programme(), ReadingOn()
    first = reading.read(plain(programme))
    assert reading.read(plain(programme)) is first
    edited = set_fields(programme, programme.id, title="Another")
    after = reading.read(plain(edited))
    assert after.head.title == "Another"
    assert all(after.rows[key] is row for key, row in first.rows.items() if key != first.id)


@pytest.mark.parametrize("name", BAD)
def test_what_is_refused_is_refused_the_same_way(name: str) -> None:
    data, code = BAD[name]
    try:
        raw = plain_json(data)
    except PlanError:
        return  # it never comes so far
    reading = ReadingOn()
    good = from_plain(plain(rich_programme()))
    reading.read(plain(good))
    with pytest.raises(PlanError) as refused:
        reading.read(raw)
    assert refused.value.code == code
    assert reading.read(plain(good)) == good


def test_an_edit_that_does_not_fit_is_refused_where_it_is() -> None:
    raw, reading = plain(rich_programme()), ReadingOn()
    reading.read(raw)
    for wrong, code in (
        ({"title": 3}, "data-wrong"),
        ({"session_id": "f" * 32}, "data-broken"),
    ):
        broken = plain(rich_programme())
        broken["items"][0] |= wrong
        with pytest.raises(PlanError) as refused:
            reading.read(broken)
        assert refused.value.code == code
    assert reading.read(raw) == rich_programme()
