"""What the answers of returned sheets become, by the keys of their questions: data, and one plan.

What has no place here, or does not fit into it (a day that is no day), is kept as an answer, so
that nothing anybody wrote is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from aiplanner.app.content import handouts
from aiplanner.app.tally_sheets import PARTS, Part, Sheet
from aiplanner.domain.findings import (
    Action,
    Element,
    Finding,
    Review,
    Soar,
    SoarPart,
    Statement,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.handouts import TableBlock
from aiplanner.i18n import gettext as _

SELF_RATING = "self-rating"
VOTES = re.compile(r"v-([0-9a-f]{8})")
"""The votes of a theme that stood on the sheet."""
SEEN = re.compile(r"reviews-([0-9a-f]{8})-c[34]")
"""What moved, and what was learned, of an action that stood on the sheet."""
MEMBER = re.compile(r"members-r(\d+)-c1")
MEMBERS = "members"
"""Stands for the names of a task group, a line each."""


@dataclass(frozen=True, slots=True)
class RowPart:
    """A finding that each row of a table makes; `of` and `besides` are columns, as of `Part`."""

    ask: str
    row: type[Finding]
    of: Mapping[str, int]
    besides: Mapping[str, int] = field(default_factory=dict)
    labelled: str = ""
    """The field that says what the first column says of the row."""

    def parts(self, handout: str, keys: Iterable[str]) -> Iterator[Part]:
        """A part for each row that one of the keys stands in, in their order."""
        shape = re.compile(rf"{re.escape(self.ask)}-r(\d+)-c\d+")
        numbers = {int(found[1]) for key in keys if (found := shape.fullmatch(key))}
        for number in sorted(numbers):
            label = _label(handout, self.ask, number)
            fixed = {self.labelled: label} if self.labelled and label else {}
            of, besides = self._keys(self.of, number), self._keys(self.besides, number)
            yield Part(self.row, of, besides, fixed)

    def _keys(self, columns: Mapping[str, int], number: int) -> dict[str, str]:
        return {name: f"{self.ask}-r{number}-c{column}" for name, column in columns.items()}


def _label(handout: str, ask: str, row: int) -> str:
    """What a table of a handout that ships says in the first column of a row, from 1."""
    for one in handouts():
        for block in one.blocks if one.key == handout else ():
            if isinstance(block, TableBlock) and block.ask == ask and row <= len(block.labels):
                return block.labels[row - 1]
    return ""


def _soar(kind: SoarPart, key: str) -> Part:
    return Part(Soar, {"text": key}, fixed={"kind": kind})


_SINGLE: Mapping[str, tuple[Part, ...]] = {
    **{sheet.value: PARTS[sheet] for sheet in Sheet},
    "soar": (
        _soar(SoarPart.STRENGTH, "strengths"),
        _soar(SoarPart.OPPORTUNITY, "opportunities"),
        _soar(SoarPart.ASPIRATION, "aspirations"),
        _soar(SoarPart.RESULT, "results"),
    ),
    "possibility-statement": (Part(Statement, {"text": "text"}, {"element": "part"}),),
    "task-group-record": (
        Part(
            TaskGroup,
            {"purpose": "aim", "members": MEMBERS, "meets": "first_meeting"},
            fixed={"text": _("A task group")},
        ),
    ),
    "review-sheet": (Part(Review, {"due": "next_review"}, fixed={"text": _("Look again")}),),
}

_ROWS: Mapping[str, tuple[RowPart, ...]] = {
    "theme-summary": (RowPart("themes", Theme, {"text": 1}, {"votes": 3}),),
    "topic-worksheet": (RowPart("topics", Topic, {"text": 3, "problem": 1}),),
    "design-elements": (RowPart("elements", Element, {"about": 3}, labelled="text"),),
    "task-group-record": (RowPart("steps", Action, {"text": 1}, {"due": 2}),),
    "action-plan": (
        RowPart(
            "actions",
            Action,
            {"text": 1},
            {"person": 2, "first_step": 3, "due": 4, "measure": 5},
        ),
    ),
}


def parts_of(handout: str, keys: Iterable[str]) -> tuple[Part, ...]:
    """The findings that a sheet of this handout may make of the answers with these keys."""
    keys = tuple(keys)
    rows = (part for one in _ROWS.get(handout, ()) for part in one.parts(handout, keys))
    return (*_SINGLE.get(handout, ()), *rows)
