"""How many groups the people expected make, in words: "3 groups", "7 pairs, one a trio"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from aiplanner.domain.checks.group_words import groups_in, sizes_of
from aiplanner.domain.copies import PAIR
from aiplanner.domain.grouping import sizes_of as shared_out
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


class Company(NamedTuple):
    """What the words of a group come to with so many people; nothing where they say no size."""

    groups: int = 0
    """How many groups; 0 where it cannot be known."""
    words: str = ""
    """ "3 groups" or "7 pairs, one a trio"."""
    detail: str = ""
    """The same with their sizes: "3 groups of 5 or 6"."""


NOT_KNOWN = Company()


@lru_cache(maxsize=512)
def company(group: str, people: int | None) -> Company:
    """How many groups there are of the size that the words tell ("tables of six")."""
    sizes = sizes_of(group) if people and group else None
    if people is None or sizes is None or groups_in(group) is not None:
        return NOT_KNOWN
    most = max(sizes)
    shared = shared_out(people, most)
    if people <= most or len(shared) < 2:
        return NOT_KNOWN
    if most == PAIR:
        words = _pairs(shared)
        return Company(len(shared), words, words)
    words = ngettext("{count} group", "{count} groups", len(shared)).format(count=len(shared))
    return Company(len(shared), words, _sized(words, shared))


def _pairs(shared: list[int]) -> str:
    words = ngettext("{count} pair", "{count} pairs", len(shared)).format(count=len(shared))
    return _("{pairs}, one a trio").format(pairs=words) if shared[0] > PAIR else words


def _sized(words: str, shared: list[int]) -> str:
    if shared[0] == shared[-1]:
        return _("{groups} of {size}").format(groups=words, size=shared[0])
    return _("{groups} of {size} or {other}").format(groups=words, size=shared[-1], other=shared[0])
