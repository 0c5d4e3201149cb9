"""What a pack could not print as it was written, in sentences that say where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from aiplanner.i18n import gettext as _
from aiplanner.packs.runs import plain
from aiplanner.packs.text import Gate, Met

_SHOWN = 20
"""Most characters, words or sentences that are told one by one."""
_PLACES = 5
"""Most documents that a sentence names."""
_BEFORE, _EXCERPT = 30, 60
"""Characters of a text before one that is lost, and of the whole excerpt."""


def unprintable(gate: Gate) -> Iterator[str]:
    """A sentence for each text with characters that no face has, and for words from the right.

    Each names what it is, the words it stands in, and the documents.
    """
    yield from _lost(gate.missing)
    for places, words in _by_places(gate.reversed):
        yield _(
            "These words run from right to left; they print letter by letter: {them}. In: {places}"
        ).format(them=_some(words), places=places)


def _lost(missing: Mapping[str, Met]) -> Iterator[str]:
    told: dict[tuple[str, str], list[str]] = {}
    for character in sorted(missing):
        met = missing[character]
        where = met.text, _places(met)
        told.setdefault(where, []).append(f"{character} (U+{ord(character):04X})")
    for (text, places), them in islice(told.items(), _SHOWN):
        words = _around(them[0][0], text)
        yield _(
            "In none of our fonts, so printed as an empty box: {them}, as in “{words}”."
            " In: {places}"
        ).format(them=_some(them), words=words, places=places)
    if len(told) > _SHOWN:
        yield _("There are more texts with characters that are in none of our fonts.")


def _around(lost: str, text: str) -> str:
    words = " ".join(text.split())
    start = max(0, words.find(lost) - _BEFORE)
    return ("…" if start else "") + plain(words[start:], _EXCERPT)


def _by_places(met: Mapping[str, Met]) -> Iterator[tuple[str, list[str]]]:
    """The words that stand in the same documents, together."""
    told: dict[str, list[str]] = {}
    for word in sorted(met):
        told.setdefault(_places(met[word]), []).append(word)
    return islice(iter(told.items()), _SHOWN)


def _places(met: Met) -> str:
    return _some(filter(None, met.places), _PLACES) or _("the heads of the pages")


def _some(things: Iterable[str], most: int = _SHOWN) -> str:
    listed = list(things)
    more = [_("and more")] if len(listed) > most else []
    return ", ".join([*listed[:most], *more])
