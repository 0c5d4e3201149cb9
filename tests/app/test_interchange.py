"""Programmes go out as JSON and come back equal, whatever they hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app import content
from aiplanner.app.interchange import (
    VERSION,
    delta_from_json,
    delta_to_json,
    from_json,
    json_schema,
    to_compact,
    to_json,
)
from aiplanner.app.programme_files import read_programme_file
from aiplanner.app.starters import programme_from
from aiplanner.domain.delta import apply, diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import ROW_OF
from aiplanner.domain.programme import Programme, empty_programme
from tests.support.bad_files import BAD
from tests.support.plans import counted_ids, item, named, plan, session
from tests.support.rich_programme import (
    rich_programme_of_version_1,
    rich_programme_of_version_2,
    rich_programme_of_version_3,
    rich_programme_of_version_4,
)
from tests.support.schema import PUBLISHED, schema_text
from tests.support.soundness import mistyped
from tests.support.sources import ROOT
from tests.support.strategies import programmes
from tests.support.verbs import much_edited

SUPPORT = ROOT / "tests" / "support"


@given(programmes())
def test_what_goes_out_comes_back_equal(programme: Programme) -> None:
    data = to_json(programme)
    back = from_json(data)
    assert back == programme
    assert mistyped(back) == []
    assert to_json(back) == data
    assert from_json(to_compact(programme)) == programme
    assert b"\n" not in to_compact(programme)


@given(programmes())
def test_the_same_programme_gives_the_same_bytes(programme: Programme) -> None:
    turned = Programme(programme.id, dict(reversed(programme.rows.items())))
    assert to_json(turned) == to_json(programme)


@given(programmes(size=3), st.data())
def test_changes_come_back_equal(before: Programme, data: st.DataObject) -> None:
    delta = diff(before, much_edited(data.draw, before, counted_ids(1000)))
    back = delta_from_json(delta_to_json(delta))
    assert back == delta
    assert mistyped(apply(before, back)) == []


@pytest.mark.parametrize("starter", content.starters(), ids=lambda starter: str(starter.key))
def test_what_ships_comes_back_equal(starter: Any) -> None:
    programme = programme_from(starter, "", counted_ids())
    assert from_json(to_json(programme)) == programme


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا بالجميع",
        "👩‍⚕️ 🏳️‍🌈 🧑🏽‍🤝‍🧑🏻",
        'R&D <team> "quoted" \\ back',
        "e\u0301 and é stay as they were typed",
        "\u202eright to left\u202c \ufeff\u200b",
        "𐍈 beyond the basic plane",
        "line\nbreak\ttab\u2028and\u2029more",
        "null",
    ],
)
def test_texts_are_kept_exactly(text: str) -> None:
    programme = plan(session("10:00", item("Welcome")))
    programme = set_fields(programme, named(programme, "Welcome").id, why=text)
    back = from_json(to_json(programme))
    assert named(back, "Welcome").why == text


def test_an_empty_programme_is_short() -> None:
    programme = empty_programme(counted_ids()(), "Nothing yet")
    assert json.loads(to_json(programme)) == {
        "format": "aiplanner-programme",
        "version": VERSION,
        "programme": {"id": "0" * 31 + "1", "title": "Nothing yet"},
    }


def test_what_is_empty_or_usual_is_left_out() -> None:
    programme = plan(session("10:00", item("Welcome", "2x5")))
    raw = json.loads(to_json(programme))
    assert raw["sessions"] == [{"id": "0" * 31 + "2", "position": 1024, "start": "10:00"}]
    [welcome] = raw["items"]
    assert welcome["length"] == {"minutes": 5, "times": 2}
    assert "kind" not in welcome


def test_a_byte_order_mark_is_no_fault() -> None:
    programme = plan(session("10:00", item("Welcome")))
    assert from_json(b"\xef\xbb\xbf" + to_json(programme)) == programme


def test_a_file_is_read(tmp_path: Any) -> None:
    programme = plan(session("10:00", item("Welcome")))
    file = tmp_path / "plan.json"
    file.write_bytes(to_json(programme))
    assert read_programme_file(file) == (programme, ())


@pytest.mark.parametrize(
    ("version", "built"),
    [
        (1, rich_programme_of_version_1),
        (2, rich_programme_of_version_2),
        (3, rich_programme_of_version_3),
        (4, rich_programme_of_version_4),
    ],
)
def test_a_file_of_an_earlier_version_is_read(version: int, built: Callable[[], Programme]) -> None:
    """The file was written by the program of then, from the programme that is built here."""
    programme = from_json((SUPPORT / f"programme-version-{version}.json").read_bytes())
    assert programme == built()
    assert json.loads(to_json(programme))["version"] == VERSION


def test_a_change_in_the_journal_of_then_is_read() -> None:
    """Rows of then lack the fields that came later."""
    before = json.loads((SUPPORT / "programme-version-1.json").read_bytes())["programme"]
    told = {before["id"]: {"kind": "programme", "before": before, "after": None}}
    [(_, change)] = delta_from_json(json.dumps(told)).rows.items()
    assert change.before == rich_programme_of_version_1().head


def test_the_published_schema_is_the_one_in_force() -> None:
    """After a change of the rows, `python -m tests.support.schema` writes it anew."""
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def _objects(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, shape in schema["$defs"].items():
        if "properties" in shape:
            yield name, shape


def test_the_schema_names_every_field_and_allows_no_other() -> None:
    shapes = dict(_objects(json_schema()))
    assert set(shapes) == {
        *("ProgrammeFile", "Head", "Session", "Item", "Strand", "Step", "Focus"),
        *("Material", "Sheet", "Length", "Link", "Dismissal"),
        *("Person", "Absence", "Grouping", "Group", "Member", "Run", "Timing"),
        *("Photo", "SelfRating", "Answer"),
        *(kind.__name__ for kind in ROW_OF.values()),
    }
    assert all(shape["additionalProperties"] is False for shape in shapes.values())
    assert set(shapes["Length"]["properties"]) == {"minutes", "times", "each", "low", "high"}
    assert shapes["ProgrammeFile"]["required"] == ["format", "version", "programme"]


@pytest.fixture(scope="module")
def validate() -> Callable[[object], object]:
    """A validator of others, fed with the published file."""
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    compiled: Callable[[object], object] = fastjsonschema.compile(
        {key: value for key, value in schema.items() if key != "$schema"}, use_default=False
    )
    return compiled


@given(programme=programmes())
def test_what_we_write_is_valid_by_the_published_schema(
    validate: Callable[[object], object], programme: Programme
) -> None:
    validate(json.loads(to_json(programme)))


@pytest.mark.parametrize(
    "name",
    [
        *("an unknown field", "an unknown table", "no programme", "no id", "a kind there is not"),
        *("25:00", "a time with seconds", "day nought", "an id in capitals", "text as minutes"),
        *("true as a number", "a megabyte in a title", "a newer version", "null as a title"),
    ],
)
def test_what_the_published_schema_refuses_too(
    validate: Callable[[object], object], name: str
) -> None:
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        validate(json.loads(BAD[name][0]))


def test_the_guide_to_the_format_names_every_field() -> None:
    guide = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
    unnamed = [
        f"{name}.{field}"
        for name, shape in _objects(json_schema())
        for field in shape["properties"]
        if f"`{field}`" not in guide
    ]
    assert unnamed == []
