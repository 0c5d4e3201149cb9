"""Returned forms as they are read of a file, and as the double of the form reader reads them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from aiplanner.app.form_names import FormMark, field_name, mark_text, template_of
from aiplanner.app.returned import ReadField, ReadForm, read_plain
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

STORY = "story-sheet"
_TEXTS = ("text", "happened", "made_possible", "quote")
_CONSENT = ("p1", "p2", "p3")


def story_form(
    programme: Programme,
    said: Mapping[str, str],
    session: RowId | None = None,
    revision: int = 1,
    document: str = STORY,
) -> ReadForm:
    """A story sheet with these answers; `shared` is "p1", "p2" (details changed) or "p3" (no)."""

    def field(key: str, options: tuple[str, ...] = ()) -> ReadField:
        name = field_name(document, session, None, key)
        return ReadField(name, "choice" if options else "text", said.get(key, ""), options)

    fields = (*(field(key) for key in _TEXTS), field("shared", _CONSENT))
    template = template_of((one.name, one.kind, one.options) for one in fields)
    mark = FormMark(programme.id, document, session, None, revision, template)
    told = json.dumps([document, dict(said)])
    return ReadForm(fields, (mark_text(mark),), sha256(told.encode()).hexdigest())


def write_form(path: Path, form: ReadForm) -> Path:
    """A file that the double of the form reader reads as this."""
    path.write_text(json.dumps(read_plain(form)), encoding="utf-8")
    return path
