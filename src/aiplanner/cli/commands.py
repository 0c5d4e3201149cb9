"""The commands by their words: which there are, their arguments, and how one is carried out."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from traceback import format_exc
from typing import Any

from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.cli import actions, knowledge, packs, programmes
from aiplanner.cli.asked import Word
from aiplanner.cli.output import DONE, USAGE, Arguments, refused
from aiplanner.cli.session_numbers import session_numbers
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _
from aiplanner.places import keep_report

Settings = dict[str, Any]
"""What `add_argument` takes by name."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; 0 done, 1 refused (one line on stderr), 2 wrong usage."""
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as leaving:
        return DONE if leaving.code in (None, 0) else USAGE
    return _guarded(lambda: _COMMANDS[chosen.command].run(chosen))


def no_screen() -> int:
    """Do the main job where there is no screen: print the example's pack into a folder."""
    print(packs.NO_SCREEN)
    return _guarded(packs.example_pack)


def _guarded(work: Callable[[], int]) -> int:
    """Run `work`; whatever goes wrong becomes one line on stderr and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = work()
        sys.stdout.flush()
    except (PlanError, WorldError) as error:
        return refused(say(error))
    except BrokenPipeError:
        # The reader of our output went away (`aiplanner list | head`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return refused(_("Stopped. Nothing was changed by halves."))
    except Exception:  # noqa: BLE001 - the last net: people get a sentence, the report the rest
        place = keep_report(format_exc())
        return refused(
            _("Something is wrong in aiplanner itself. Please send us {place}.").format(place=place)
        )
    return status


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

_COMMANDS: dict[Word, _Command] = {
    "starters": _Command(programmes.starters, _("list starters"), _JSON),
    "new": _Command(
        programmes.new,
        _("begin a programme from a starter; prints its id"),
        ("starter", {}),
        ("--title", {"help": _("its title (default: the starter's)")}),
    ),
    "documents": _Command(
        packs.documents,
        _("list the documents that can be printed"),
        ("programme", {"nargs": "?", "help": _("a programme that must exist")}),
        _JSON,
    ),
    "list": _Command(
        programmes.listed,
        _("list the saved programmes"),
        ("--search", {"metavar": "WORDS", "help": _("only those that hold these words")}),
        _JSON,
    ),
    "import": _Command(
        programmes.take_in,
        _("add a programme (.json), your own content (.toml), or a filled form (.pdf)"),
        ("file", {"type": Path}),
        (
            "--accept",
            {"action": "store_true", "help": _("take in the ticked answers of a filled form")},
        ),
        ("--again", {"action": "store_true", "help": _("though the same were taken in before")}),
        ("--as", {"choices": ["new"], "default": "new", "dest": "way"}),
    ),
    "export": _Command(
        programmes.export,
        _("write a programme (.json, .txt, .docx), its days (.ics), evaluation results (.csv)"),
        _PROGRAMME,
        ("--out", {"type": Path, "required": True, "metavar": "FILE"}),
    ),
    "pack": _Command(
        packs.pack,
        _("print documents into one PDF, a PDF each, or a Word file (.docx)"),
        _PROGRAMME,
        ("--out", {"type": Path, "required": True, "metavar": "FILE.pdf"}),
        (
            "--documents",
            {"metavar": "a,b,…", "help": _("ids, or all (default: the plan and its handouts)")},
        ),
        ("--audience", {"choices": ["participant", "facilitator", "all"], "default": "all"}),
        ("--print", {"choices": packs.PRINT_SIZES, "default": "clear"}),
        ("--paper", {"choices": ["a4", "letter"], "default": "a4"}),
        ("--session", {"type": int, "metavar": "N", "help": _("only this session")}),
        (
            "--sessions",
            {
                "type": session_numbers,
                "default": (),
                "metavar": "N,N-N",
                "help": _("only these sessions, such as 1,3 or 2-4"),
            },
        ),
        (
            "--fillable",
            {"action": "store_true", "help": _("with fields to fill in on a screen")},
        ),
        (
            "--duplex",
            {
                "action": "store_true",
                "help": _("for paper printed on both sides: every document begins in front"),
            },
        ),
        (
            "--columns",
            {
                "nargs": "+",
                "choices": packs.COLUMNS,
                "default": (),
                "help": _("what the running order tells besides titles (default: all there is)"),
            },
        ),
        (
            "--split",
            {
                "action": "store_true",
                "help": _("each document as a PDF of its own, in a new folder of the name given"),
            },
        ),
        (
            "--no-record",
            {
                "action": "store_true",
                "help": _("do not remember it among the issued packs of the programme"),
            },
        ),
        (
            "--with-access-needs",
            {
                "action": "store_true",
                "help": _(
                    "print what people need to take part in the facilitators' list of people"
                ),
            },
        ),
    ),
    "schedule": _Command(
        programmes.times, _("print clock times, totals, gaps and overlaps"), _PROGRAMME, _JSON
    ),
    "hints": _Command(
        programmes.hints, _("print what is worth a look in a plan"), _PROGRAMME, _JSON
    ),
    "actions": _Command(
        actions.actions,
        _("list what is still to be done in all programmes"),
        ("--overdue", {"action": "store_true", "help": _("only what is overdue")}),
        ("--mine", {"metavar": "NAME", "help": _("only what names this person")}),
        ("--archived", {"action": "store_true", "help": _("archived programmes too")}),
        _JSON,
    ),
    "content": _Command(
        knowledge.content,
        _("count, check or export activities, handouts and starters"),
        (
            "--check",
            {
                "nargs": "?",
                "type": Path,
                "default": False,
                "metavar": "FILE.toml",
                "help": _("check what is shipped, or a file of your own"),
            },
        ),
        (
            "--out",
            {"type": Path, "metavar": "FILE.toml", "help": _("write your own into a file")},
        ),
        ("--table", {"action": "store_true", "help": _("print all activities as a table")}),
        _JSON,
    ),
    "check": _Command(programmes.check, _("look whether the library is sound")),
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
