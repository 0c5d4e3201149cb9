"""Say of a finding what its row shows: its text, what stands below it, and two facts beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from aiplanner.app.finding_counts import counted
from aiplanner.app.finding_words import word_name
from aiplanner.app.thread_words import text_of
from aiplanner.app.wording import day_text
from aiplanner.domain.findings import (
    SORT_OF,
    Action,
    CheckOut,
    Dream,
    Element,
    Finding,
    Progress,
    Promise,
    Question,
    Review,
    Soar,
    Sort,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

F = TypeVar("F", bound=Finding)

HEADS: Mapping[Sort, tuple[str, str, str]] = {
    Sort.TOPIC: (_("Topic"), _("Questions"), _("Became")),
    Sort.QUESTION: (_("Question"), _("Part"), _("Topic")),
    Sort.STORY: (_("Story"), _("Sharing"), _("Theme")),
    Sort.THEME: (_("Theme"), _("Behind it"), _("Lists")),
    Sort.DREAM: (_("Dream"), _("Kind"), _("Came true")),
    Sort.SOAR: (_("Answer"), _("Part"), _("Became")),
    Sort.ELEMENT: (_("Design element"), _("Statements"), _("Became")),
    Sort.STATEMENT: (_("Statement"), _("Element"), _("Grew from")),
    Sort.PROMISE: (_("Promise"), _("Kind"), _("How far")),
    Sort.ACTION: (_("Action"), _("Who"), _("When and how far")),
    Sort.TASK_GROUP: (_("Task group"), _("Lead"), _("Meets")),
    Sort.REVIEW: (_("Review"), _("Day"), _("Held")),
    Sort.CHECK_OUT: (_("Check-out"), _("Code"), _("Session")),
    Sort.LOGIC: (_("Entry"), _("Part"), _("Grew from")),
}
"""What the three columns of each sort hold."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in words."""

    id: RowId
    text: str
    below: str = ""
    first: str = ""
    second: str = ""

    @property
    def columns(self) -> tuple[str, str, str]:
        """The words of the columns."""
        return self.text, self.first, self.second

    @property
    def facts(self) -> str:
        """What stands below and beside, on one line."""
        return " · ".join(filter(None, (self.below, self.first, self.second)))


Words = tuple[str, str, str]
"""Below, first, second."""


def line_of(programme: Programme, row: Finding) -> Line:
    """A finding in words."""
    words = _WRITERS.get(type(row))
    below, first, second = words(programme, row) if words is not None else ("", "", "")
    return Line(row.id, text_of(row), one_line(below), one_line(first), one_line(second))


def one_line(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def _topic(programme: Programme, row: Topic) -> Words:
    asked = _kin(programme.became(row.id), Question)
    others = [one for one in programme.became(row.id) if not isinstance(one, Question)]
    below = _("Turned round from: {worry}").format(worry=row.problem) if row.problem else ""
    first = counted(Sort.QUESTION, len(asked)) if asked else ""
    return below, first, _("used later") if others else ""


def _question(programme: Programme, row: Question) -> Words:
    topics = _kin(programme.grown_from(row.id), Topic)
    return "", word_name(row.part), _named(_("topic: {text}"), topics)


def _story(programme: Programme, row: Story) -> Words:
    possible = one_line(row.made_possible)
    below = _("Made possible by: {what}").format(what=possible) if possible else one_line(row.quote)
    themes = _kin(programme.became(row.id), Theme)
    shared = _("may be shared") if row.shared else _("not to be shared")
    return below, shared, _named(_("theme: {text}"), themes) or _("no theme yet")


def _theme(programme: Programme, row: Theme) -> Words:
    stories = len(_kin(programme.grown_from(row.id), Story))
    votes = ngettext("{count} vote", "{count} votes", row.votes or 0).format(count=row.votes)
    first = [counted(Sort.STORY, stories) if stories else _("no story yet")]
    first += [votes] if row.votes is not None else []
    lists = [_("positive core")] * row.core + [_("to keep")] * row.keep
    return "", " · ".join(first), " · ".join(lists)


def _dream(_programme: Programme, row: Dream) -> Words:
    return "", word_name(row.kind), row.horizon


def _soar(programme: Programme, row: Soar) -> Words:
    return "", word_name(row.kind), _("used later") if programme.became(row.id) else ""


def _element(programme: Programme, row: Element) -> Words:
    text = one_line(row.text).casefold()
    said = [one for one in programme.statements if one.element.strip().casefold() == text and text]
    return row.about, counted(Sort.STATEMENT, len(said)) if said else _("no statement yet"), ""


def _statement(programme: Programme, row: Statement) -> Words:
    roots = programme.grown_from(row.id)
    return "", row.element, _named(_("from: {text}"), roots) or _("nothing behind it yet")


def _promise(_programme: Programme, row: Promise) -> Words:
    far = "" if row.progress is Progress.PLANNED else word_name(row.progress)
    return _who_when(row.person, row.due, Progress.PLANNED), word_name(row.kind), far


def _action(_programme: Programme, row: Action) -> Words:
    step = one_line(row.first_step)
    below = _("First step: {step}").format(step=step) if step else ""
    return below, row.person or _("nobody yet"), _who_when("", row.due, row.progress)


def _task_group(_programme: Programme, row: TaskGroup) -> Words:
    return row.purpose, row.lead or _("no lead yet"), row.meets


def _review(_programme: Programme, row: Review) -> Words:
    day = day_text(row.due) if row.due else _("no day yet")
    return row.learned, day, _("held") if row.learned.strip() else ""


def _check_out(programme: Programme, row: CheckOut) -> Words:
    session = programme.rows.get(row.session_id) if row.session_id else None
    return "", row.teller, session.title if isinstance(session, Session) else ""


def _who_when(person: str, due: date | None, progress: Progress) -> str:
    day = _("by {day}").format(day=day_text(due)) if due else ""
    far = "" if progress is Progress.PLANNED else word_name(progress)
    return " · ".join(filter(None, (person, day, far)))


def _kin(rows: tuple[Finding, ...], kind: type[F]) -> list[F]:
    return [row for row in rows if isinstance(row, kind)]


def _named(words: str, rows: tuple[Finding, ...] | list[F]) -> str:
    """The first of these by its text, and how many more."""
    if not rows:
        return ""
    said = words.format(text=one_line(rows[0].text))
    return f"{said} +{len(rows) - 1}" if len(rows) > 1 else said


_WRITERS: Mapping[type[Finding], Callable[[Programme, Any], Words]] = {
    Topic: _topic,
    Question: _question,
    Story: _story,
    Theme: _theme,
    Dream: _dream,
    Soar: _soar,
    Element: _element,
    Statement: _statement,
    Promise: _promise,
    Action: _action,
    TaskGroup: _task_group,
    Review: _review,
    CheckOut: _check_out,
}

assert set(HEADS) == set(SORT_OF.values()), "every sort has its heads"
