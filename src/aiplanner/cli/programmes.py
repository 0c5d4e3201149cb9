"""Commands about programmes: starters, new, list, import, export, schedule, hints, check."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from aiplanner.app import content
from aiplanner.app.library import begin, import_file, left_out_words, write_copy
from aiplanner.app.own_content import bank, own_handouts, read_content_file, to_piece
from aiplanner.app.ports import Library, Shelf
from aiplanner.app.starters import programme_from
from aiplanner.app.times import schedule_lines, schedule_plain
from aiplanner.app.writing import write_whole
from aiplanner.cli.output import DONE, REFUSED, Arguments, as_json, show, tell_unread
from aiplanner.cli.places import loaded, now, opened
from aiplanner.cli.returned import take_form
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.schedule import schedule
from aiplanner.i18n import ngettext


def starters(chosen: Arguments) -> int:
    """List the starters, the shipped ones and one's own."""
    with opened(chosen) as library:
        known = bank(library)
    tell_unread(known)
    rows: list[dict[str, object]] = [
        {
            "id": s.key,
            "title": s.title,
            "promise": s.promise,
            "sessions": len(s.sessions),
            "hours": _hours(programme_from(s, "", new_id)),
        }
        for s in known.starters
    ]
    show(chosen, rows, ("id", "title", "sessions", "hours"))
    return DONE


def new(chosen: Arguments) -> int:
    """Begin a programme from a starter."""
    with opened(chosen) as library:
        print(begin(library, chosen.starter, chosen.title or "", now(), new_id))
    return DONE


def listed(chosen: Arguments) -> int:
    """List the saved programmes."""
    with opened(chosen) as library:
        found = library.summaries(Shelf.ACTIVE, chosen.search or "")
    rows: list[dict[str, object]] = [
        {
            "id": s.id,
            "title": s.title,
            "service": s.service,
            "sessions": len(s.digest.meetings),
            "changed": s.changed.isoformat(timespec="seconds"),
        }
        for s in found
    ]
    show(chosen, rows, ("id", "title", "sessions", "changed"))
    return DONE


def take_in(chosen: Arguments) -> int:
    """Add a programme, one's own content in a file, or the answers of a form that came back."""
    file: Path = chosen.file
    if file.suffix.lower() == ".pdf":
        return take_form(chosen)
    with opened(chosen) as library:
        if file.suffix.lower() == ".toml":
            pieces = [to_piece(one, now()) for one in read_content_file(file)]
            library.keep_own(pieces)
            print("\n".join(piece.key for piece in pieces))
        else:
            print(import_file(library, file, now(), new_id))
    return DONE


def export(chosen: Arguments) -> int:
    """Write a programme into a file, by the file's ending."""
    out: Path = chosen.out
    writer = _WRITERS.get(out.suffix.lower())
    if writer is None:
        raise PlanError("file-kind-unknown", file=out.name, known=", ".join(_WRITERS))
    with opened(chosen) as library:
        programme, _revision = library.load(library.find(chosen.programme))
        left_out = writer(library, programme, out)
    if left_out:
        print(f"aiplanner: {left_out_words(left_out)}", file=sys.stderr)
    print(out)
    return DONE


def times(chosen: Arguments) -> int:
    """Print the computed clock times."""
    programme, _revision = loaded(chosen)
    if chosen.json:
        print(as_json(schedule_plain(programme)))
    else:
        print("\n".join(schedule_lines(programme)))
    return DONE


def hints(chosen: Arguments) -> int:
    """Print what is worth a look; nothing where nothing is."""
    from aiplanner.app.hints import hint_lines, hints_plain  # noqa: PLC0415 - no window needs it

    programme, _revision = loaded(chosen)
    if chosen.json:
        print(as_json(hints_plain(programme)))
    else:
        for line in hint_lines(programme):
            print(line.text)
    return DONE


def check(chosen: Arguments) -> int:
    """Look whether the library is sound."""
    with opened(chosen) as library:
        faults = library.check()
        count = len(library.summaries(shelf=None))
    for fault in faults:
        print(f"aiplanner: {fault}", file=sys.stderr)
    if faults:
        return REFUSED
    sound = ngettext(
        "The library is sound: {count} programme.", "{count} programmes, all sound.", count
    )
    print(sound.format(count=count))
    return DONE


def _hours(programme: Programme) -> float:
    minutes = sum(clock.planned or clock.end - clock.start for clock in schedule(programme))
    return round(minutes / 60, 2)


def _write_text(_library: Library, programme: Programme, out: Path) -> int:
    from aiplanner.app.plain_text import programme_text  # noqa: PLC0415 - no window needs it

    write_whole(out, programme_text(programme).encode())
    return 0


def _write_calendar(library: Library, programme: Programme, out: Path) -> int:
    from aiplanner.cli.calendar import write_calendar  # noqa: PLC0415 - no window needs it

    _programme, revision = library.load(programme.id)
    write_calendar(programme, None, out, revision, now())
    return 0


def _write_word(library: Library, programme: Programme, out: Path) -> int:
    from aiplanner.cli.packs import programme_word  # noqa: PLC0415 - no window needs it

    programme_word(library, programme, out)
    return 0


def _write_answers(library: Library, programme: Programme, out: Path) -> int:
    """The answers that came back on forms, as a table; PlanError `answers-none`."""
    from aiplanner.app.csv_file import to_csv  # noqa: PLC0415 - no window needs it
    from aiplanner.app.evaluations import results, table  # noqa: PLC0415 - as above

    known = (*content.handouts(), *own_handouts(library))
    found = results(programme, known)
    if not found:
        raise PlanError("answers-none")
    write_whole(out, to_csv(table(programme, found)))
    return 0


_WRITERS: dict[str, Callable[[Library, Programme, Path], int]] = {
    ".json": write_copy,
    ".txt": _write_text,
    ".ics": _write_calendar,
    ".docx": _write_word,
    ".csv": _write_answers,
}
"""Each writes a file and says how many pictures did not fit in."""
