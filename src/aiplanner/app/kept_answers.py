"""Answers that are kept because they fit no finding, sheet by sheet and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiplanner.app.paper_words import session_name
from aiplanner.app.returned import Said
from aiplanner.domain.answers import Answer
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """What is kept of one filled sheet."""

    id: RowId
    name: str
    """Which sheet it is."""
    where: str
    """The session it is about; empty where it is about none, or that is gone."""
    answers: tuple[Said, ...]
    """By the ids of their rows."""

    @property
    def gist(self) -> str:
        """All that was answered, in a line, to tell sheets apart that have no name on them."""
        return " · ".join(" ".join(one.said.split()) for one in self.answers)


def kept_sheets(programme: Programme, handouts: Sequence[Handout]) -> tuple[KeptSheet, ...]:
    """All sheets of which answers are kept, in the order in which they were taken in.

    `handouts` are those that ship and one's own; a sheet whose handout is gone bears its key.
    """
    titles = {one.key: one.title for one in handouts}
    answers: dict[RowId, list[Answer]] = {}
    for answer in programme.answers:
        answers.setdefault(answer.sheet_id, []).append(answer)
    made = []
    for sheet_id, some in answers.items():
        name = titles.get(some[0].handout, some[0].handout)
        made.append(KeptSheet(sheet_id, name, _where(programme, some[0]), tuple(map(_said, some))))
    return tuple(made)


def _said(answer: Answer) -> Said:
    words = "\n".join(filter(None, (answer.point, answer.text))) or _("no answer")
    return Said(answer.id, answer.asked or answer.question, words, "")


def _where(programme: Programme, answer: Answer) -> str:
    session = programme.rows.get(answer.session_id or RowId(""))
    return session_name(programme, session) if isinstance(session, Session) else ""
