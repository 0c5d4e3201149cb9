"""What people do with saved programmes, whatever keeps them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from aiplanner.app.digest import digest
from aiplanner.app.interchange import to_json, to_plain
from aiplanner.app.library import (
    BIN_DAYS,
    begin,
    duplicate,
    empty_old_bin,
    import_file,
    move_to,
    rename_saved,
)
from aiplanner.app.ports import Shelf, WorldError
from aiplanner.app.writing import write_whole
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.programme import Programme
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import counted_ids, item, plan, session
from tests.support.rich_programme import rich_programme

NOW = datetime(2027, 1, 12, 10, 5, tzinfo=UTC)
fresh = counted_ids(5000)


@pytest.fixture
def library() -> MemoryLibrary:
    return MemoryLibrary()


@pytest.fixture
def kept(library: MemoryLibrary) -> Programme:
    programme = plan(session("10:00", item("Welcome", "10")), title="Ward 4")
    library.add(programme, digest(programme), NOW)
    return programme


def titles(library: MemoryLibrary, shelf: Shelf | None = Shelf.ACTIVE) -> list[str]:
    return sorted(summary.title for summary in library.summaries(shelf))


def test_a_programme_is_begun_from_a_starter(library: MemoryLibrary) -> None:
    key = begin(library, "three-sessions", "  Ward 4 ", NOW, fresh)
    programme, revision = library.load(key)
    assert (programme.head.title, revision) == ("Ward 4", 1)
    assert len(programme.sessions) == 3
    [summary] = library.summaries()
    assert summary.digest == digest(programme)


def test_without_a_title_it_has_the_starters(library: MemoryLibrary) -> None:
    key = begin(library, "example", " ", NOW, fresh)
    assert library.load(key)[0].head.title.strip()


def test_a_copy_has_its_own_title_and_ids(library: MemoryLibrary, kept: Programme) -> None:
    copy, _ = library.load(duplicate(library, kept.id, "Ward 5", NOW, fresh))
    assert titles(library) == ["Ward 4", "Ward 5"]
    assert not copy.rows.keys() & kept.rows.keys()
    with pytest.raises(PlanError, match="title-empty"):
        duplicate(library, kept.id, " ", NOW, fresh)
    assert titles(library) == ["Ward 4", "Ward 5"]


def test_a_copy_was_not_held_yet_and_a_file_brings_all_it_has(
    library: MemoryLibrary, tmp_path: Path
) -> None:
    held = rich_programme()
    library.add(held, digest(held), NOW)
    copy, _ = library.load(duplicate(library, held.id, "Again", NOW, fresh))
    assert not any(isinstance(row, Run | Timing) for row in copy.rows.values())
    assert len(copy.people) == len(held.people)
    file = tmp_path / "held.json"
    file.write_bytes(to_json(held))
    brought, _ = library.load(import_file(library, file, NOW, fresh))
    assert brought.run_of(brought.sessions[0].id) is not None
    assert len(brought.rows) == len(held.rows)


def test_a_saved_programme_is_renamed(library: MemoryLibrary, kept: Programme) -> None:
    rename_saved(library, kept.id, "Ward 6", NOW)
    assert library.load(kept.id)[1] == 2
    assert titles(library) == ["Ward 6"]
    rename_saved(library, kept.id, "Ward 6", NOW)
    assert library.load(kept.id)[1] == 2, "nothing changed, nothing is stored"
    with pytest.raises(PlanError, match="title-empty"):
        rename_saved(library, kept.id, "", NOW)


def test_the_bin_keeps_programmes_for_thirty_days(library: MemoryLibrary, kept: Programme) -> None:
    move_to(library, kept.id, Shelf.BIN, NOW)
    assert titles(library) == []
    assert titles(library, Shelf.BIN) == ["Ward 4"]
    assert empty_old_bin(library, NOW + timedelta(days=BIN_DAYS)) == 0
    move_to(library, kept.id, Shelf.ACTIVE, NOW)
    assert empty_old_bin(library, NOW + timedelta(days=365)) == 0
    move_to(library, kept.id, Shelf.BIN, NOW)
    assert empty_old_bin(library, NOW + timedelta(days=BIN_DAYS, seconds=1)) == 1
    assert titles(library, None) == []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    programme = plan(session("10:00", item("Welcome", "10")), title="From a file")
    place = tmp_path / "plan.JSON"
    place.write_bytes(to_json(programme))
    return place


def test_a_file_comes_in_as_it_is(library: MemoryLibrary, file: Path) -> None:
    key = import_file(library, file, NOW, fresh)
    programme, _ = library.load(key)
    assert to_json(programme) == file.read_bytes()


def test_a_file_that_is_here_already_comes_in_as_a_copy(library: MemoryLibrary, file: Path) -> None:
    first = import_file(library, file, NOW, fresh)
    second = import_file(library, file, NOW, fresh)
    assert first != second
    assert titles(library) == ["From a file", "From a file"]


def test_a_file_that_is_in_the_bin_comes_in_as_a_copy(library: MemoryLibrary, file: Path) -> None:
    move_to(library, import_file(library, file, NOW, fresh), Shelf.BIN, NOW)
    import_file(library, file, NOW, fresh)
    assert titles(library) == ["From a file"]


def test_a_programme_without_a_title_takes_the_name_of_its_file(
    library: MemoryLibrary, tmp_path: Path
) -> None:
    raw = to_plain(plan(session("10:00")))
    head = raw["programme"]
    assert isinstance(head, dict)
    place = tmp_path / "Ward 7.json"
    for title in ("", "  "):
        place.write_text(json.dumps({**raw, "programme": {**head, "title": title}}))
        import_file(library, place, NOW, fresh)
    assert titles(library) == ["Ward 7", "Ward 7"]


def test_a_library_that_refuses_keeps_what_it_has(
    library: MemoryLibrary, kept: Programme, file: Path
) -> None:
    library.refusing = WorldError("library-full", place="here")
    for act in (
        lambda: begin(library, "example", "x", NOW, fresh),
        lambda: duplicate(library, kept.id, "x", NOW, fresh),
        lambda: rename_saved(library, kept.id, "x", NOW),
        lambda: import_file(library, file, NOW, fresh),
        lambda: move_to(library, kept.id, Shelf.BIN, NOW),
    ):
        with pytest.raises(WorldError, match="library-full"):
            act()
    assert titles(library, None) == ["Ward 4"]


def test_what_is_gone_is_refused(library: MemoryLibrary) -> None:
    with pytest.raises(PlanError, match="programme-gone"):
        duplicate(library, RowId("f" * 32), "x", NOW, fresh)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "plan.json"
    write_whole(place, b"first")
    write_whole(place, b"second")
    assert place.read_bytes() == b"second"
    blocked = place / "no folder" / "plan.json"
    with pytest.raises(WorldError, match="file-unwritable"):
        write_whole(blocked, b"third")
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(WorldError, match="file-unwritable"):
        write_whole(folder, b"third")
    assert list(tmp_path.rglob("*.part")) == []
    assert list(folder.iterdir()) == []
