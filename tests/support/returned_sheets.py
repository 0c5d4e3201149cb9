"""Sheets that came back filled in, as they are read, before any file is involved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from aiplanner.app.content import handouts
from aiplanner.app.form_names import YES, FormMark, field_name, mark_text, template_of
from aiplanner.app.form_questions import question_of
from aiplanner.app.returned import ReadField, ReadForm, ReturnedSheet
from aiplanner.app.returned_reading import recognised
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme


def handout(key: str) -> Handout:
    """The handout of that key."""
    return next(one for one in handouts() if one.key == key)


def filled(
    programme: Programme,
    key: str,
    answers: Mapping[str, str],
    session: RowId | None = None,
    **other: Any,
) -> ReadForm:
    """A sheet with these answers, as a reader finds it; `other` are fields of its mark."""
    sheet = handout(key)
    fields = []
    for question, value in answers.items():
        found = question_of(sheet, question, programme)
        assert found is not None, f"{key} asks no {question}"
        options = tuple(found.points) if found.kind != "text" else ()
        name = field_name(key, session, None, question)
        fields.append(ReadField(name, found.kind, value, options))
    return marked(programme, key, fields, session, **other)


def marked(
    programme: Programme,
    key: str,
    fields: Sequence[ReadField],
    session: RowId | None = None,
    **other: Any,
) -> ReadForm:
    """These fields with the mark of a sheet, whose template they are."""
    template = template_of((one.name, one.kind, one.options) for one in fields)
    mark = replace(FormMark(programme.id, key, session, None, 3, template), **other)
    digest = sha256(repr(fields).encode()).hexdigest()
    return ReadForm(tuple(fields), (mark_text(mark),), digest)


def ticked(name: str) -> ReadField:
    """A field that was ticked."""
    return ReadField(name, "tick", YES, (YES,))


def sheet_of(
    programme: Programme,
    key: str,
    answers: Mapping[str, str],
    session: RowId | None = None,
    **other: Any,
) -> ReturnedSheet:
    """The one sheet that is recognised in such a form."""
    [sheet] = recognised(
        filled(programme, key, answers, session, **other), programme, handouts(), ()
    )
    return sheet
