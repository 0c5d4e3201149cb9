"""What earlier phases hand on: what each phase brings, worded and counted, with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from aiplanner.app.consent import is_told, kept_back, may_be_shown, not_shared_text, quoted, said
from aiplanner.app.finding_counts import counted
from aiplanner.app.finding_words import word_name
from aiplanner.app.phase_rooms import PHASE_OF
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import (
    Dream,
    DreamKind,
    Element,
    Finding,
    Question,
    Soar,
    Sort,
    Statement,
    Story,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """One thing that is handed on: what it says, more of it, and its row."""

    text: str
    row: RowId
    more: str = ""
    """What helps to understand it, such as the quote of a story; often empty."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A section of what is handed on. No story is in it that its teller did not agree to share."""

    key: str
    heading: str
    count: str
    """In words, for example "3 topics"; empty where it is not counted."""
    lines: tuple[CarriedLine, ...]
    found_in: Phase | None
    """The phase whose page holds it; None: the programme's own frame, told in Define."""
    further: str = ""
    """Where only the first lines are here: how many more there are."""
    left_out: str = ""
    """What is kept back, for example "1 story not shared"."""
    empty: str = ""
    """What to say where there is nothing, and where it comes from."""


def brought(programme: Programme, phase: Phase) -> tuple[Carried, ...]:
    """What a phase starts from, in the order in which it is of use.

    Sections that belong to the phase are there also when empty; those of another way to work
    (SOAR) only when they hold something.
    """
    return tuple(
        section
        for make in _BROUGHT[phase]
        if (section := make(programme)).lines or section.left_out or section.empty
    )


def section(
    rows: Iterable[Finding], sort: Sort, heading: str, empty: str = "", key: str = ""
) -> Carried:
    """A section of findings of one sort, those that say nothing and private stories left out."""
    rows = tuple(rows)
    lines = tuple(line_of(row) for row in rows if is_told(row) and may_be_shown(row))
    left_out = not_shared_text(kept_back(rows))
    return Carried(
        key or sort.value,
        heading,
        counted(sort, len(lines)),
        lines,
        PHASE_OF[sort],
        left_out=left_out,
        empty=empty,
    )


def line_of(row: Finding) -> CarriedLine:
    """A finding as one line, with what helps to understand it."""
    return CarriedLine(said(row), row.id, _one_line(_more(row)))


def _more(row: Finding) -> str:
    match row:
        case Story() if row.text.strip():
            return quoted(row)
        case Dream():
            return row.horizon or word_name(row.kind)
        case Soar() | Question():
            return word_name(row.kind if isinstance(row, Soar) else row.part)
        case Element() | Statement():
            return row.about if isinstance(row, Element) else row.element
        case _:
            return ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _frame(programme: Programme) -> Carried:
    """The presenting issue, the sponsor and the boundary."""
    head = programme.head
    told = (
        (_("What started it"), head.issue),
        (_("Who asked for it"), head.sponsor),
        (_("What is in and what is out"), head.boundary),
    )
    lines = tuple(
        CarriedLine(_one_line(text), head.id, name) for name, text in told if text.strip()
    )
    empty = _("Nobody has written down yet what started this, who asked for it and its bounds.")
    return Carried("frame", _("Where we start from"), "", lines, None, empty=empty)


def _topics(programme: Programme) -> Carried:
    return section(
        programme.topics,
        Sort.TOPIC,
        _("Topics"),
        _("No topics yet. They are chosen in the first phase."),
    )


def _questions(programme: Programme) -> Carried:
    empty = _("No questions yet. The guide can be made from the topics.")
    return section(programme.questions, Sort.QUESTION, _("Interview guide"), empty)


def _core(programme: Programme) -> Carried:
    """The positive core; while nothing is marked as such, all themes."""
    themes = programme.themes
    core = tuple(theme for theme in themes if theme.core)
    empty = _("No themes yet. They are what the stories have in common.")
    heading = _("Positive core") if core or not themes else _("Themes")
    return section(core or themes, Sort.THEME, heading, empty, "core")


def _keep(programme: Programme) -> Carried:
    kept = (theme for theme in programme.themes if theme.keep)
    return section(kept, Sort.THEME, _("What we want to keep"), key="keep")


def _dreams(programme: Programme) -> Carried:
    """The dreams, the statement first."""
    dreams = sorted(programme.dreams, key=lambda dream: dream.kind is not DreamKind.STATEMENT)
    return section(dreams, Sort.DREAM, _("Our dream"), _("No dream is written down yet."))


def _soar(programme: Programme) -> Carried:
    return section(programme.soar, Sort.SOAR, _("SOAR"))


def _dream_in_brief(programme: Programme) -> Carried:
    """The statement of the dream; else what there is of it, also as answers to SOAR."""
    whole = _dreams(programme)
    stated = {dream.id for dream in programme.dreams if dream.kind is DreamKind.STATEMENT}
    brief = tuple(line for line in whole.lines if line.row in stated)
    if brief:
        return replace(whole, lines=brief)
    return whole if whole.lines or not programme.soar else _soar(programme)


def _stories(programme: Programme) -> Carried:
    return section(programme.stories, Sort.STORY, _("Stories to stand on"))


def _elements(programme: Programme) -> Carried:
    return section(programme.elements, Sort.ELEMENT, _("What we shape"))


def _statements(programme: Programme) -> Carried:
    heading = programme.head.statement_label.strip() or _("Possibility statements")
    empty = _("No statements yet. They say the dream as if it were here.")
    return section(programme.statements, Sort.STATEMENT, heading, empty)


_Make = Callable[[Programme], Carried]

_BROUGHT: Mapping[Phase, tuple[_Make, ...]] = {
    Phase.DEFINE: (_frame,),
    Phase.DISCOVER: (_topics, _questions),
    Phase.DREAM: (_core, _keep),
    Phase.DESIGN: (_dreams, _soar, _core, _stories),
    Phase.DELIVER: (_statements, _elements),
}
"""Domain facts 1.2, the chain of what flows from phase to phase; SOAR as the other way."""

OF_SORT: Mapping[Sort, _Make] = {
    Sort.TOPIC: _topics,
    Sort.STORY: _stories,
    Sort.THEME: _core,
    Sort.DREAM: _dream_in_brief,
    Sort.STATEMENT: _statements,
}
"""What a session that follows is reminded of, in the order of the cycle."""
