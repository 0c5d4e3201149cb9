"""The shelves of a phase page: which findings each shows, and what is made on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiplanner.app.finding_words import word_name
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import (
    ROW_OF,
    SORT_OF,
    DreamKind,
    Finding,
    PromiseKind,
    QuestionPart,
    SoarPart,
    Sort,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Shelf:
    """Findings of one sort, or those of them for which `only` holds.

    `hint` stands in the field that captures, `empty` teaches where nothing is there yet. `kind` is
    the field that says of what kind one is; its words order the shelf. `lines` is how many lines
    of its text a row shows, and `below` whether something of it stands under them.
    """

    key: str
    sort: Sort
    name: str
    hint: str
    empty: str
    only: Mapping[str, Any] = field(default_factory=dict)
    kind: str = ""
    words: type[StrEnum] | None = None
    lines: int = 1
    below: bool = True
    sheet: str = ""
    """The document on which people write it down in the room, if there is one."""
    returned: bool = False
    """Whether that sheet can be typed in when it comes back (`app.tally_sheets`)."""

    @property
    def answers(self) -> Sequence[tuple[str, str]]:
        """The kinds as (key, words)."""
        return [(word.value, _begun(word_name(word))) for word in self.words or ()]

    def rows(self, programme: Programme) -> tuple[Finding, ...]:
        """What stands on it, in the order shown."""
        rows = programme.findings(self.sort)
        if self.only:
            rows = tuple(row for row in rows if self.holds(row))
        if self.words is None:
            return rows
        places = {word: n for n, word in enumerate(self.words)}
        return tuple(sorted(rows, key=lambda row: places[getattr(row, self.kind)]))

    def holds(self, row: Finding) -> bool:
        """Whether a finding stands on it."""
        if SORT_OF[type(row)] is not self.sort:
            return False
        return all(getattr(row, name) == value for name, value in self.only.items())

    def made(self, row_id: RowId, text: str, kind: str = "") -> Finding:
        """A new finding on it."""
        facts: dict[str, Any] = dict(self.only)
        if self.words is not None and kind:
            facts[self.kind] = self.words(kind)
        make: Any = ROW_OF[self.sort]
        made: Finding = make(row_id, 0, text=text, **facts)
        return made


SHELVES: Mapping[Phase, tuple[Shelf, ...]] = {
    Phase.DEFINE: (
        Shelf(
            "topic",
            Sort.TOPIC,
            _("Topics"),
            _("Type a topic and press Enter, or paste a list"),
            _("No topics yet. Ask of each worry: what would we see instead, on a really good day?"),
            sheet="topic-worksheet",
        ),
        Shelf(
            "question",
            Sort.QUESTION,
            _("Interview guide"),
            _("Type a question and press Enter, or paste a list"),
            _(
                "No questions yet. A guide has a warm-up, one or two questions for each topic, "
                "a wish and a thank-you."
            ),
            kind="part",
            words=QuestionPart,
            lines=2,
            below=False,
            sheet="interview-guide",
        ),
    ),
    Phase.DISCOVER: (
        Shelf(
            "story",
            Sort.STORY,
            _("Stories"),
            _("Type a story’s headline and press Enter, or paste a list"),
            _("No stories yet. Add the first, or print story sheets for the interviews."),
            sheet="story-sheet",
            returned=True,
        ),
        Shelf(
            "theme",
            Sort.THEME,
            _("Themes"),
            _("Type a theme and press Enter, or paste a list"),
            _("No themes yet. A theme runs through several stories, in people’s own words."),
            below=False,
            sheet="theme-summary",
            returned=True,
        ),
        Shelf(
            "core",
            Sort.THEME,
            _("Positive core"),
            _("Type what belongs to the positive core and press Enter"),
            _("Nothing yet. The positive core is what gives life here: tick it at a theme."),
            only={"core": True},
            below=False,
        ),
        Shelf(
            "keep",
            Sort.THEME,
            _("To keep"),
            _("Type what you want to keep as it is and press Enter"),
            _("Nothing yet. Here stands what should stay as it is, whatever else changes."),
            only={"keep": True},
            below=False,
        ),
    ),
    Phase.DREAM: (
        Shelf(
            "dream",
            Sort.DREAM,
            _("Dreams"),
            _("Type it and press Enter, or paste a list"),
            _("No dreams yet. Begin with wishes; images, phrases and a statement grow from them."),
            kind="kind",
            words=DreamKind,
            lines=2,
            below=False,
            sheet="three-wishes",
            returned=True,
        ),
        Shelf(
            "soar",
            Sort.SOAR,
            _("SOAR"),
            _("Type it and press Enter, or paste a list"),
            _("Nothing yet. SOAR goes from strengths to results on a single sheet."),
            kind="kind",
            words=SoarPart,
            below=False,
            sheet="soar",
        ),
    ),
    Phase.DESIGN: (
        Shelf(
            "element",
            Sort.ELEMENT,
            _("Design elements"),
            _("Type an element and press Enter, or paste a list"),
            _("No elements yet. Which parts of the service would carry the dream?"),
            sheet="design-elements",
        ),
        Shelf(
            "statement",
            Sort.STATEMENT,
            _("Statements"),
            _("Type a statement and press Enter, or paste a list"),
            _("No statements yet. Write each as if it were so now: present tense, “we”, short."),
            lines=2,
            below=False,
            sheet="possibility-statement",
        ),
    ),
    Phase.DELIVER: (
        Shelf(
            "promise",
            Sort.PROMISE,
            _("Promises"),
            _("Type a promise and press Enter, or paste a list"),
            _("No promises yet. Ask each person for one thing that is in their own hands."),
            kind="kind",
            words=PromiseKind,
            sheet="promise-cards",
            returned=True,
        ),
        Shelf(
            "action",
            Sort.ACTION,
            _("Actions"),
            _("Type an action and press Enter, or paste a list"),
            _("No actions yet. Give each a person, a date and a first step within two weeks."),
            sheet="action-plan",
        ),
        Shelf(
            "task-group",
            Sort.TASK_GROUP,
            _("Task groups"),
            _("Type the name of a group and press Enter"),
            _("No task groups yet. They form around what people have energy for."),
            sheet="task-group-record",
        ),
        Shelf(
            "review",
            Sort.REVIEW,
            _("Reviews"),
            _("Type what you will look at and press Enter"),
            _("No reviews yet. Put a day in the diary while everybody is still in the room."),
        ),
        Shelf(
            "check-out",
            Sort.CHECK_OUT,
            _("Check-outs"),
            _("Type what somebody said at the close and press Enter"),
            _("No check-outs yet. Here stands what people said as a session closed."),
            lines=2,
            below=False,
            sheet="check-out",
            returned=True,
        ),
    ),
}


def shelf_of(phase: Phase, row: Finding) -> Shelf | None:
    """The first shelf of a phase that shows a finding."""
    return next((shelf for shelf in SHELVES[phase] if shelf.holds(row)), None)


def shelf_name(head: Head, shelf: Shelf) -> str:
    """What a shelf is called in this programme: statements may have a name of their own."""
    own = head.statement_label.strip() if shelf.sort is Sort.STATEMENT else ""
    return _begun(own) if own else shelf.name


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
