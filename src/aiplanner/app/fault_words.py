"""What a decoder found wrong with a value, in words for people who write files by hand."""

from __future__ import annotations

import re
from collections.abc import Callable

from aiplanner.i18n import gettext as _

_NAMES = {
    "int": _("a whole number"),
    "float": _("a number"),
    "str": _("a text in quotes"),
    "bool": _("true or false"),
    "array": _("a list"),
    "object": _("a table of keys"),
    "date": _("a day"),
    "time": _("a clock time"),
    "null": _("nothing"),
}
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"Expected `([^`]+)`, got `([^`]+)`"),
        lambda found: _("{wanted} is needed here, and this is {got}").format(
            wanted=_name(found[1]), got=_name(found[2])
        ),
    ),
    (
        re.compile(r"Invalid enum value '?(.*?)'?", re.DOTALL),
        lambda found: _("“{word}” is none of the words that may stand here").format(
            word=found[1][:60]
        ),
    ),
    (
        re.compile(r"Object missing required field `([^`]+)`"),
        lambda found: _("the key “{key}” is missing").format(key=found[1]),
    ),
)


def fault_words(message: str) -> str:
    """The decoder's message in plain words; as it is where it is another one."""
    for pattern, say in _RULES:
        if found := pattern.fullmatch(message):
            return say(found)
    return message


def _name(kinds: str) -> str:
    """The names of one or more types, without "nothing" where anything else may stand."""
    names = [kind for kind in kinds.split(" | ") if kind != "null"] or ["null"]
    return _(" or ").join(_NAMES.get(kind, kind) for kind in names)
