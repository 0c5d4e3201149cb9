"""Between Home and the library: questions, and what is done to saved programmes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aiplanner.app.content import EXAMPLE, starter, starters
from aiplanner.app.interchange import to_json
from aiplanner.app.ports import Shelf, WorldError
from aiplanner.domain.ids import RowId
from aiplanner.ui.library_desk import LibraryDesk, Listing
from aiplanner.ui.pages.home_beginnings import BLANK
from aiplanner.ui.services import Services
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import TODAY
from tests.support.plans import item, plan, session
from tests.ui.conftest import Keep


@pytest.fixture
def desk(services: Services) -> Iterator[LibraryDesk]:
    """A desk whose answers are kept in `answers`."""
    made = LibraryDesk(services)
    yield made
    made.deleteLater()


@pytest.fixture
def answers(desk: LibraryDesk) -> list[Listing]:
    """Every answer the desk gave."""
    found: list[Listing] = []
    desk.listed.connect(found.append)
    return found


def titles(listing: Listing) -> list[str]:
    """The titles in an answer."""
    return [summary.title for summary in listing.programmes]


def test_filters_look_at_their_shelf(
    desk: LibraryDesk, answers: list[Listing], services: Services, keep: Keep
) -> None:
    past, coming = TODAY - timedelta(days=9), TODAY + timedelta(days=9)
    keep(plan(session("10:00", day=past), title="Over"), 1)
    keep(plan(session("10:00", day=coming), title="Coming"), 2)
    keep(plan(title="Undated"), 3)
    keep(plan(title="Put away"), 4, Shelf.ARCHIVED)
    keep(plan(title="Thrown away"), 5, Shelf.BIN)
    for kind in ("all", "running", "finished", "archived", "bin"):
        desk.ask(kind, "")
        services.jobs.drain()
    assert [titles(answer) for answer in answers] == [
        ["Over", "Coming", "Undated"],
        ["Coming", "Undated"],
        ["Over"],
        ["Put away"],
        ["Thrown away"],
    ]


def test_words_find_programmes_and_the_places_in_them(
    desk: LibraryDesk, answers: list[Listing], services: Services, keep: Keep
) -> None:
    keep(plan(session("10:00", item("Paired interviews", "40")), title="Ours"))
    keep(plan(session("10:00", item("Themes", "40")), title="Interviewing well"))
    keep(plan(title="Else"))
    desk.ask("all", "interv")
    services.jobs.drain()
    [answer] = answers
    assert sorted(titles(answer)) == ["Interviewing well", "Ours"]
    assert [(place.hit.text.strip(), place.title) for place in answer.places] == [
        ("Paired interviews", "Ours")
    ]


def test_only_the_latest_question_is_answered(
    desk: LibraryDesk, answers: list[Listing], services: Services
) -> None:
    for words in ("i", "in", "int"):
        desk.ask("all", words)
    services.jobs.drain()
    assert [answer.question.words for answer in answers] == ["int"]


def test_a_programme_is_begun_from_a_starter(
    desk: LibraryDesk, services: Services, library: MemoryLibrary
) -> None:
    first = next(s for s in starters() if s.key != EXAMPLE)
    begun: list[RowId] = []
    desk.begin(first.key, "Going home well", begun.append)
    services.jobs.drain()
    programme, _revision = library.load(begun[0])
    assert programme.head.title == "Going home well"
    assert len(programme.sessions) == len(first.sessions)


def test_a_blank_programme_has_next_to_nothing_in_it(
    desk: LibraryDesk, services: Services, library: MemoryLibrary
) -> None:
    begun: list[RowId] = []
    desk.begin(BLANK, "Going home well", begun.append)
    services.jobs.drain()
    programme, _revision = library.load(begun[0])
    [session] = programme.sessions
    assert len(programme.items_of(session.id)) == 2


def test_the_example_is_added_once(
    desk: LibraryDesk, services: Services, library: MemoryLibrary
) -> None:
    opened: list[RowId] = []
    for _ in range(2):
        desk.open_example(opened.append)
        services.jobs.drain()
    assert opened[0] == opened[1]
    assert [s.title for s in library.summaries()] == [starter(EXAMPLE).title]


def test_a_file_comes_in(
    desk: LibraryDesk, services: Services, library: MemoryLibrary, tmp_path: Path
) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(to_json(plan(title="From a file")))
    added: list[RowId] = []
    desk.import_file(file, added.append)
    services.jobs.drain()
    assert library.load(added[0])[0].head.title == "From a file"


def test_a_broken_file_is_refused_in_a_sentence(
    desk: LibraryDesk, services: Services, library: MemoryLibrary, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "plan.json"
    file.write_text("not a programme")
    with qtbot.waitSignal(desk.refused) as refused:
        desk.import_file(file, lambda _key: pytest.fail("nothing may be added"))
    assert refused.args[0].endswith((".", ")."))
    assert library.kept == {}


def test_what_is_done_shows_in_the_list(
    desk: LibraryDesk, answers: list[Listing], services: Services, keep: Keep
) -> None:
    key = keep(plan(title="One")).id
    desk.ask("all", "")
    services.jobs.drain()
    desk.rename(key, "Two")
    services.jobs.drain()
    desk.duplicate(key, "Two (copy)", lambda _key: None)
    services.jobs.drain()
    desk.shelve(key, Shelf.BIN)
    services.jobs.drain()
    assert [titles(answer) for answer in answers] == [
        ["One"],
        ["Two"],
        ["Two", "Two (copy)"],
        ["Two (copy)"],
    ]


def test_deleting_for_good(desk: LibraryDesk, services: Services, keep: Keep) -> None:
    programme = keep(plan(), shelf=Shelf.BIN)
    desk.delete(programme.id)
    services.jobs.drain()
    assert services.library.summaries(None) == []


def test_what_the_world_refuses_is_said_and_does_not_block_the_next_question(
    desk: LibraryDesk, answers: list[Listing], services: Services, keep: Keep, qtbot: QtBot
) -> None:
    keep(plan(title="One"))

    def refuse(*_asked: object) -> None:
        raise WorldError("file-unreadable", file="library.db", what="disk gone")

    with (
        pytest.MonkeyPatch.context() as patch,
        qtbot.waitSignal(desk.refused) as refused,
    ):
        patch.setattr(services.library, "summaries", refuse)
        desk.ask("all", "")
    assert "disk gone" in refused.args[0]
    desk.again()
    services.jobs.drain()
    assert titles(answers[-1]) == ["One"]
