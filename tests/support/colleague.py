"""Edit a programme from another process as a colleague's window would, bringing in others' saves.

Run as a program, with the library's path or URL, a programme's id, a name, and how many items to
add.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime

from aiplanner.app.document import OpenDocument
from aiplanner.app.ports import Library, Stale
from aiplanner.domain.edits.items import add_item
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.store.engine import open_library
from tests.support.kept_programmes import keep, workshop
from tests.support.sources import ROOT

NAMES, EACH = ("Ann", "Bob"), 25


def _add(programme: Programme, title: str) -> Programme:
    return add_item(programme, Item(new_id(), 0, title=title), programme.sessions[0].id)


def _saved(document: OpenDocument, library: Library) -> int:
    """Save, after bringing in what others saved; how often that was needed."""
    met = 0
    while (save := document.next_save()) is not None:
        try:
            document.saved(library.save(save, datetime.now(UTC)))
        except Stale:
            document.adopt(*library.load(document.now.id))
            met += 1
    return met


def main(place: str, programme_id: str, name: str, number: str) -> int:
    """Add the items one by one; how often another's save came first."""
    met = 0
    with closing(open_library(place)) as library:
        document = OpenDocument(*library.load(RowId(programme_id)))
        print("ready", flush=True)
        sys.stdin.readline()  # everybody begins at once
        for n in range(int(number)):
            document.edit("", lambda p, title=f"{name} {n}": _add(p, title))
            met += _saved(document, library)
    return met


def lose_nothing(library: Library, place: str) -> None:
    """Have two colleagues edit one programme of the library at `place` at once, and look."""
    programme = keep(library, workshop())
    command = [sys.executable, "-m", "tests.support.colleague", place, programme.id]
    started = [_start([*command, name, str(EACH)]) for name in NAMES]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    met = [int(told) for told in _all_at_once(started)]
    stored, revision = library.load(programme.id)
    found = {row.title for row in stored.rows.values() if isinstance(row, Item)}
    assert {f"{name} {n}" for name in NAMES for n in range(EACH)} <= found
    assert revision == 1 + EACH * len(NAMES)
    assert sum(met) > 0, "they met at least once"
    assert list(library.check()) == []


def _start(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def _all_at_once(started: list[subprocess.Popen[str]]) -> list[str]:
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [process.communicate()[0] for process in started]


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
