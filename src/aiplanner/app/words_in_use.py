"""Words that a programme uses already for leads, groups and rooms, to be completed in typing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand

_BETWEEN = re.compile(r"\s*[,;&/]\s*")


def words_in_use(programme: Programme, field: str) -> tuple[str, ...]:
    """What stands in a field (`lead`, `group`, `room`, `audience`), the most frequent first.

    Several leads of one item count one by one.
    """
    found = Counter(_pieces(programme, field))
    return tuple(sorted(found, key=lambda word: (-found[word], word.casefold())))


def _pieces(programme: Programme, field: str) -> Iterator[str]:
    for row in programme.rows.values():
        text = getattr(row, field, "") if isinstance(row, Item | Strand) else ""
        if text:
            yield from _BETWEEN.split(text) if field == "lead" else (text,)
