"""Edit a programme from another process as a colleague's window would, bringing in others' saves.

Arguments: the library's path or URL, the programme's id, a name, and how many items to add.
"""

from __future__ import annotations

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


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
