"""What people do with saved programmes, whatever keeps them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from aiplanner.app.digest import digest
from aiplanner.app.document import OpenDocument
from aiplanner.app.pictures import UNUSED_FOR, picture_keys
from aiplanner.app.ports import Library, Shelf, WorldError
from aiplanner.app.programme_files import ProgrammeWithPictures, read_programme_file, written
from aiplanner.app.writing import write_whole
from aiplanner.domain.edits.programme import NewId, before_the_day, copied, rename
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

BIN_DAYS = 30


def begin(library: Library, key: str, title: str, now: datetime, new_id: NewId) -> RowId:
    """Begin a programme from the starter of that key; an empty title takes the starter's."""
    from aiplanner.app.content import starter  # noqa: PLC0415 - no saved programme needs it
    from aiplanner.app.own_content import is_own, own_starters  # noqa: PLC0415 - likewise
    from aiplanner.app.starters import programme_from  # noqa: PLC0415 - likewise

    own = own_starters(library) if is_own(key) else ()
    return _added(library, programme_from(starter(key, own), title.strip(), new_id), now)


def opened(library: Library, programme_id: RowId) -> OpenDocument:
    """A programme to edit, with the steps that can be undone; PlanError `programme-gone`."""
    programme, revision = library.load(programme_id)
    return OpenDocument(programme, revision, library.steps(programme_id))


def duplicate(
    library: Library, programme_id: RowId, title: str, now: datetime, new_id: NewId
) -> RowId:
    """Add a copy of a programme under new ids and another title, for another group to begin with.

    It is as `before_the_day`: planned, and nothing found yet.
    """
    programme, _ = library.load(programme_id)
    return _added(library, copied(before_the_day(programme), title, new_id), now)


def rename_saved(library: Library, programme_id: RowId, title: str, now: datetime) -> None:
    """Rename a programme without opening it; Stale when somebody saves it at the same moment."""
    document = OpenDocument(*library.load(programme_id))
    document.edit("", lambda programme: rename(programme, title))
    if (save := document.next_save()) is not None:
        library.save(save, now)


def empty_old_bin(library: Library, now: datetime) -> int:
    """Delete for good what has been in the bin for 30 days; how many."""
    return library.empty_bin(now - timedelta(days=BIN_DAYS))


def tidy(library: Library, now: datetime) -> None:
    """Let go of what nothing can bring back: the old of the bin, and pictures that none shows."""
    empty_old_bin(library, now)
    library.drop_unused_pictures(now - UNUSED_FOR)


def import_file(library: Library, path: Path, now: datetime, new_id: NewId) -> RowId:
    """Add the programme in a JSON file; one whose id is in the library comes in as a copy.

    PlanError as `read_programme_file`, or `file-kind-unknown`; WorldError `file-unreadable`.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise PlanError("file-kind-unknown", file=path.name, known=", ".join(_READERS))
    try:
        programme, pictures = reader(path)
    except OSError as error:
        raise WorldError("file-unreadable", file=path, what=error.strerror or str(error)) from error
    if not programme.head.title.strip():
        programme = rename(programme, path.stem)
    library.keep_pictures(pictures, now)
    try:
        return _added(library, programme, now)
    except PlanError as refusal:
        if refusal.code != "programme-twice":
            raise
    return _added(library, copied(programme, programme.head.title, new_id), now)


def write_copy(library: Library, programme: Programme, path: Path) -> int:
    """Write a programme as JSON, with the pictures of its photos; how many did not fit in.

    WorldError `file-unwritable`, or what the library refuses.
    """
    data, left_out = written(programme, library.pictures(picture_keys(programme)))
    write_whole(path, data)
    return left_out


def copy_words(path: Path, left_out: int) -> str:
    """That a copy was saved, and which pictures are not in it."""
    said = _("Saved a copy as {file}.").format(file=path.name)
    return f"{said} {left_out_words(left_out)}" if left_out else said


def left_out_words(count: int) -> str:
    """How many pictures did not fit in a file."""
    words = ngettext(
        "{count} photo did not fit in the file; its words are there.",
        "{count} photos did not fit in the file; their words are there.",
        count,
    )
    return words.format(count=count)


def move_to(library: Library, programme_id: RowId, shelf: Shelf, now: datetime) -> None:
    """Archive a programme, put it in the bin, or bring it back."""
    library.shelve(programme_id, shelf, now)


_READERS: dict[str, Callable[[Path], ProgrammeWithPictures]] = {".json": read_programme_file}


def _added(library: Library, programme: Programme, now: datetime) -> RowId:
    library.add(programme, digest(programme), now)
    return programme.id
