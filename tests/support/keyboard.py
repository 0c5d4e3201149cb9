"""Edit an open programme as somebody at the keyboard does."""

from __future__ import annotations

from collections.abc import Callable

from aiplanner.app.document import OpenDocument
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from tests.support.plans import named


def write(document: OpenDocument, text: str, row: str = "Welcome", name: str = "lead") -> None:
    """Type into a field, one edit a letter."""
    key = named(document.now, row).id
    for end in range(1, len(text) + 1):
        document.edit("typing", typed(key, name, text[:end]), merge_key=(key, name))


def typed(key: RowId, name: str, text: str) -> Callable[[Programme], Programme]:
    return lambda programme: set_fields(programme, key, **{name: text})


def lead(document: OpenDocument) -> str:
    return named(document.now, "Welcome").lead


def titled(document: OpenDocument, title: str) -> None:
    document.edit(f"rename to {title}", lambda programme: rename(programme, title))
