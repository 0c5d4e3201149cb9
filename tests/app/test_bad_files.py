"""A file that is no programme is refused in one plain line, and nothing is changed."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aiplanner.app import interchange
from aiplanner.app.interchange import LARGEST, from_json, from_plain, to_json
from aiplanner.app.library import import_file
from aiplanner.app.ports import WorldError
from aiplanner.app.programme_files import read_programme_file
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.domain.integrity import faults
from tests.support.bad_files import BAD, good
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import counted_ids, item, plan, session
from tests.support.soundness import mistyped

NOW = datetime(2027, 1, 12, 10, 5, tzinfo=UTC)


def refusal_of(data: bytes) -> PlanError:
    with pytest.raises(PlanError) as refusal:
        from_json(data)
    return refusal.value


def test_the_good_file_is_good() -> None:
    programme = from_plain(good())
    assert faults(programme) == []
    assert from_json(to_json(programme)) == programme


@pytest.mark.parametrize(("data", "code"), BAD.values(), ids=BAD.keys())
def test_refused(data: bytes, code: str) -> None:
    refusal = refusal_of(data)
    assert refusal.code == code
    said = say(refusal)
    assert said.isprintable(), "one line, nothing that could steer a terminal"
    assert len(said) < 400
    assert said.startswith("This file ")
    assert said.endswith("Nothing was changed.")


def test_nothing_is_changed(tmp_path: Path) -> None:
    library = MemoryLibrary()
    file = tmp_path / "bad.json"
    for data, code in BAD.values():
        file.write_bytes(data)
        with pytest.raises(PlanError) as refusal:
            import_file(library, file, NOW, counted_ids())
        assert refusal.value.code == code
        assert file.read_bytes() == data
    assert library.kept == {}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("an unknown field", "“colour” at items[0]"),
        ("an unknown field of a length", "“hours” at items[0].length"),
        ("text as minutes", "items[0].length.minutes"),
        ("a kind there is not", "items[0].kind"),
        ("25:00", "items[0].pin: '25:00' is no clock time HH:MM"),
        ("day nought", "sessions[0].day: '0000-00-00' is no day"),
        ("a newer version", "version 6; this one reads up to 5"),
        ("a breakout inside itself", "A breakout cannot stand inside itself."),
        ("a length of a month", "“43200” is longer than a week."),
        ("bounds that do not hold", "“5 (10–20)” goes down."),
        ("an item that is not there", "A row belongs to one that is not there."),
    ],
)
def test_the_line_names_the_place_and_what_is_wrong(name: str, told: str) -> None:
    assert told in say(refusal_of(BAD[name][0]))


def test_the_limit_of_size_is_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    data = to_json(plan(session("10:00", item("Welcome"))))
    monkeypatch.setattr(interchange, "LARGEST", len(data))
    from_json(data)
    monkeypatch.setattr(interchange, "LARGEST", len(data) - 1)
    assert refusal_of(data).code == "data-too-large"


def test_a_file_of_two_hundred_megabytes_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as out:
        out.write(b'{"format": "aiplanner-programme", "version": 1, "programme": {"title": "')
        out.truncate(200 * 1024 * 1024)  # a hole: as large as it says, and no disk is filled
    with pytest.raises(PlanError) as refusal:
        read_programme_file(file)
    assert refusal.value.code == "data-too-large"
    assert say(refusal.value) == ("This file is too large to be a programme. Nothing was changed.")


def test_text_larger_than_any_programme_is_refused() -> None:
    assert refusal_of(b" " * (LARGEST + 1)).code == "data-too-large"


def test_a_folder_a_missing_file_and_another_kind(tmp_path: Path) -> None:
    library = MemoryLibrary()
    for name, error in {
        "": WorldError,
        "gone.json": WorldError,
        "plan.xyz": PlanError,
        "plan": PlanError,
        "two\nlines.json": WorldError,
    }.items():
        place = tmp_path / name if name else tmp_path / "folder.json"
        if not name:
            place.mkdir()
        with pytest.raises(error) as refusal:
            import_file(library, place, NOW, counted_ids())
        assert say(refusal.value).isprintable()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", "10:00", "2027-01-12", "breakout", "0" * 31 + "3", "a\0b", "\ud800"])
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def places(raw: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values in plain data."""
    inner = (
        raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    )
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


@given(st.data())
def test_a_file_changed_anywhere_is_read_soundly_or_refused(data: st.DataObject) -> None:
    raw: Any = good()
    for _ in range(data.draw(st.integers(1, 3))):
        *path, key = data.draw(st.sampled_from(places(raw)[1:]))
        holder = raw
        for part in path:
            holder = holder[part]
        _change(holder, key, data)
    with contextlib.suppress(PlanError):
        programme = from_plain(raw)
        assert faults(programme) == []
        assert mistyped(programme) == []
        assert from_json(to_json(programme)) == programme


def _change(holder: Any, key: Any, data: st.DataObject) -> None:
    match data.draw(st.sampled_from(("value", "gone", "again", "new"))):
        case "value":
            holder[key] = data.draw(JSON)
        case "gone":
            del holder[key]
        case "again" if isinstance(holder, list):
            holder.append(holder[key])
        case _ if isinstance(holder, dict):
            other = data.draw(st.sampled_from(["title", "strand_id", "length", "items", "kind"]))
            holder[other] = data.draw(JSON)


@given(st.data())
def test_bytes_changed_anywhere_are_read_soundly_or_refused(data: st.DataObject) -> None:
    raw = bytearray(json.dumps(good()).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(PlanError):
        assert faults(from_json(bytes(raw))) == []


@given(
    st.binary(max_size=60) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace"))
)
@example(b"1" * 5000)
@example(b'{"format": "aiplanner-programme", "version": ' + b"9" * 5000 + b"}")
def test_any_bytes_at_all_are_refused_in_one_line(data: bytes) -> None:
    assert say(refusal_of(data)).isprintable()
