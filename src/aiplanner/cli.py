"""The command line: the same program without a window, for scripts."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from traceback import format_exc
from typing import Any

from aiplanner.app.content import EXAMPLE, starter, starters
from aiplanner.app.interchange import to_json
from aiplanner.app.library import begin, import_file
from aiplanner.app.plain_text import programme_text
from aiplanner.app.ports import Library, Shelf, WorldError
from aiplanner.app.printing import PackOptions
from aiplanner.app.starters import programme_from
from aiplanner.app.times import schedule_lines, schedule_plain
from aiplanner.app.wording import say
from aiplanner.app.writing import write_whole
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.schedule import schedule
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.places import keep_report, library_place, packs_folder

DONE, REFUSED, USAGE = 0, 1, 2

Arguments = argparse.Namespace
Settings = dict[str, Any]
"""What `add_argument` takes by name."""


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line and not for the window."""
    if any(argument in ("-h", "--help", "--version") for argument in arguments):
        return True
    words = _without_library(arguments)
    return bool(words) and words[0] in _COMMANDS


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; 0 done, 1 refused (one line on stderr), 2 wrong usage."""
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as leaving:
        return DONE if leaving.code in (None, 0) else USAGE
    return _guarded(lambda: _COMMANDS[chosen.command].run(chosen))


def _guarded(work: Callable[[], int]) -> int:
    """Run `work`; whatever goes wrong becomes one line on stderr and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = work()
        sys.stdout.flush()
    except (PlanError, WorldError) as error:
        return _refused(say(error))
    except BrokenPipeError:
        # The reader of our output went away (`aiplanner list | head`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _refused(_("Stopped. Nothing was changed by halves."))
    except Exception:  # noqa: BLE001 - the last net: people get a sentence, the report the rest
        place = keep_report(format_exc())
        return _refused(
            _("Something is wrong in aiplanner itself. Please send us {place}.").format(place=place)
        )
    return status


def _refused(sentence: str) -> int:
    print(f"aiplanner: {sentence}", file=sys.stderr)
    return REFUSED


def no_screen() -> int:
    """Do the main job where there is no screen: print the example's pack into a folder."""
    print(_("No screen found, so the example programme's pack is made without a window."))
    return _guarded(_example_pack)


def _example_pack() -> int:
    example = starter(EXAMPLE)
    out = packs_folder() / f"{example.title}.pdf"
    pages = _render(programme_from(example, "", new_id), out, Arguments(**_PACK_DEFAULTS))
    print(ngettext("{count} page:", "{count} pages:", pages).format(count=pages), out)
    return DONE


def _starters(chosen: Arguments) -> int:
    rows = [
        {
            "id": s.key,
            "title": s.title,
            "promise": s.promise,
            "sessions": len(s.sessions),
            "hours": _hours(programme_from(s, "", new_id)),
        }
        for s in starters()
    ]
    _show(chosen, rows, ("id", "title", "sessions", "hours"))
    return DONE


def _new(chosen: Arguments) -> int:
    with _library(chosen) as library:
        print(begin(library, chosen.starter, chosen.title or "", _now(), new_id))
    return DONE


def _documents(chosen: Arguments) -> int:
    from aiplanner.packs.catalogue import documents  # noqa: PLC0415 - packs are heavy

    if chosen.programme is not None:
        with _library(chosen) as library:
            library.find(chosen.programme)
    rows = [
        {"id": d.id, "title": d.title, "audience": d.audience, "fillable": d.fillable}
        for d in documents()
    ]
    _show(chosen, rows, ("id", "title", "audience"))
    return DONE


def _list(chosen: Arguments) -> int:
    with _library(chosen) as library:
        found = library.summaries(Shelf.ACTIVE, chosen.search or "")
    rows = [
        {
            "id": s.id,
            "title": s.title,
            "service": s.service,
            "sessions": len(s.digest.meetings),
            "changed": s.changed.isoformat(timespec="seconds"),
        }
        for s in found
    ]
    _show(chosen, rows, ("id", "title", "sessions", "changed"))
    return DONE


def _import(chosen: Arguments) -> int:
    with _library(chosen) as library:
        print(import_file(library, chosen.file, _now(), new_id))
    return DONE


def _export(chosen: Arguments) -> int:
    out: Path = chosen.out
    writer = _WRITERS.get(out.suffix.lower())
    if writer is None:
        raise PlanError("file-kind-unknown", file=out.name, known=", ".join(_WRITERS))
    programme, _revision = _loaded(chosen)
    write_whole(out, writer(programme))
    print(out)
    return DONE


def _pack(chosen: Arguments) -> int:
    programme, revision = _loaded(chosen)
    pages = _render(programme, chosen.out, chosen, revision)
    print(ngettext("{count} page:", "{count} pages:", pages).format(count=pages), chosen.out)
    return DONE


def _schedule(chosen: Arguments) -> int:
    programme, _revision = _loaded(chosen)
    if chosen.json:
        print(_json(schedule_plain(programme)))
    else:
        print("\n".join(schedule_lines(programme)))
    return DONE


def _check(chosen: Arguments) -> int:
    with _library(chosen) as library:
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


def _render(programme: Programme, out: Path, chosen: Arguments, revision: int = 0) -> int:
    from aiplanner.packs.catalogue import chosen_documents  # noqa: PLC0415 - packs are heavy
    from aiplanner.packs.render import render_pack  # noqa: PLC0415 - dear to load

    options = PackOptions(
        documents=chosen_documents(chosen.documents, chosen.audience),
        print_size=chosen.print,
        paper=chosen.paper,
        sessions=_session_ids(programme, chosen.session),
        made=datetime.now().astimezone(),
        revision=revision,
    )
    report = render_pack(programme, options, out, lambda _done, _total, _title: None)
    for line in report.unprintable:
        print(f"aiplanner: {line}", file=sys.stderr)
    return report.pages


def _session_ids(programme: Programme, number: int | None) -> tuple[RowId, ...] | None:
    if number is None:
        return None
    sessions = programme.sessions
    if not 1 <= number <= len(sessions):
        raise PlanError("session-unknown", number=number, count=len(sessions))
    return (sessions[number - 1].id,)


@contextmanager
def _library(chosen: Arguments) -> Iterator[Library]:
    from aiplanner.store.engine import open_library  # noqa: PLC0415 - help needs no database

    with closing(open_library(library_place(chosen.library))) as library:
        yield library


def _loaded(chosen: Arguments) -> tuple[Programme, int]:
    with _library(chosen) as library:
        return library.load(library.find(chosen.programme))


def _hours(programme: Programme) -> float:
    minutes = sum(clock.planned or clock.end - clock.start for clock in schedule(programme))
    return round(minutes / 60, 2)


def _now() -> datetime:
    return datetime.now(UTC)


def _show(chosen: Arguments, rows: Sequence[dict[str, object]], columns: Sequence[str]) -> None:
    if chosen.json:
        print(_json(rows))
        return
    for row in rows:
        print("\t".join(str(row[column]) for column in columns))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


_WRITERS: dict[str, Callable[[Programme], bytes]] = {
    ".json": to_json,
    ".txt": lambda programme: programme_text(programme).encode(),
}

_PACK_DEFAULTS: dict[str, object] = {
    "documents": None,
    "audience": "all",
    "print": "clear",
    "paper": "a4",
    "session": None,
}


class _Command:
    """A word of the command line: what it does, its line of help, its arguments."""

    def __init__(
        self, run: Callable[[Arguments], int], text: str, *options: tuple[str, Settings]
    ) -> None:
        self.run, self.text, self.options = run, text, options


_PROGRAMME: tuple[str, Settings] = (
    "programme",
    {"help": _("id, unique beginning of an id, or exact title")},
)
_JSON: tuple[str, Settings] = ("--json", {"action": "store_true", "help": _("print JSON")})

_COMMANDS: dict[str, _Command] = {
    "starters": _Command(_starters, _("list starters"), _JSON),
    "new": _Command(
        _new,
        _("begin a programme from a starter; prints its id"),
        ("starter", {}),
        ("--title", {"help": _("its title (default: the starter's)")}),
    ),
    "documents": _Command(
        _documents,
        _("list the documents that can be printed"),
        ("programme", {"nargs": "?", "help": _("a programme that must exist")}),
        _JSON,
    ),
    "list": _Command(
        _list,
        _("list the saved programmes"),
        ("--search", {"metavar": "WORDS", "help": _("only those that hold these words")}),
        _JSON,
    ),
    "import": _Command(
        _import,
        _("add the programme in a .json file; prints its id"),
        ("file", {"type": Path}),
        ("--as", {"choices": ["new"], "default": "new", "dest": "way"}),
    ),
    "export": _Command(
        _export,
        _("write a programme as .json or .txt"),
        _PROGRAMME,
        ("--out", {"type": Path, "required": True, "metavar": "FILE"}),
    ),
    "pack": _Command(
        _pack,
        _("print documents into one PDF"),
        _PROGRAMME,
        ("--out", {"type": Path, "required": True, "metavar": "FILE.pdf"}),
        ("--documents", {"metavar": "a,b,…", "help": _("ids (default: all)")}),
        ("--audience", {"choices": ["participant", "facilitator", "all"], "default": "all"}),
        ("--print", {"choices": ["clear", "large"], "default": "clear"}),
        ("--paper", {"choices": ["a4", "letter"], "default": "a4"}),
        ("--session", {"type": int, "metavar": "N", "help": _("only this session")}),
    ),
    "schedule": _Command(
        _schedule, _("print clock times, totals, gaps and overlaps"), _PROGRAMME, _JSON
    ),
    "check": _Command(_check, _("look whether the library is sound")),
}


def _parser() -> argparse.ArgumentParser:
    place: Settings = {
        "metavar": "URL",
        "help": _("a path or database URL (default: your own library)"),
    }
    parser = argparse.ArgumentParser(
        prog="aiplanner",
        description=_("Plan Appreciative Inquiry cycles. Without a command the window opens."),
    )
    parser.add_argument("--version", action="version", version=_version())
    parser.add_argument("--library", default=None, **place)
    words = parser.add_subparsers(dest="command", metavar=_("COMMAND"), required=True)
    for name, command in _COMMANDS.items():
        word = words.add_parser(name, help=command.text, description=command.text)
        # SUPPRESS: the option may stand before or after the command, and the later one counts.
        word.add_argument("--library", default=argparse.SUPPRESS, **place)
        for flag, settings in command.options:
            word.add_argument(flag, **settings)
    return parser


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - reads files

    return f"aiplanner {version('aiplanner')}"


def _without_library(arguments: Sequence[str]) -> list[str]:
    words = list(arguments)
    while words and words[0].startswith("--library"):
        del words[: 1 if "=" in words[0] else 2]
    return words
