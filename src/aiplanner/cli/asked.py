"""Whether the words the program was started with are for the command line, found out cheaply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

Word = Literal[
    "starters",
    "new",
    "documents",
    "list",
    "import",
    "export",
    "pack",
    "schedule",
    "hints",
    "actions",
    "content",
    "check",
]
"""The commands; `cli.commands` says what each one is. Every start of the window passes here."""

WORDS: frozenset[str] = frozenset(get_args(Word))


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line and not for the window."""
    if any(argument in ("-h", "--help", "--version") for argument in arguments):
        return True
    words = _without_library(arguments)
    return bool(words) and words[0] in WORDS


def _without_library(arguments: Sequence[str]) -> list[str]:
    words = list(arguments)
    while words and words[0].startswith("--library"):
        del words[: 1 if "=" in words[0] else 2]
    return words
