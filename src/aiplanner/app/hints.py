"""The hints on a programme in words: what speaks, what is satisfied, and what is left as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from aiplanner.app.hint_facts import facts_in_words, session_number
from aiplanner.app.hint_words import SAID
from aiplanner.app.times import Plain
from aiplanner.domain.checks import Hint, Verdict, verdicts
from aiplanner.domain.ids import RowId
from aiplanner.domain.mends import Mend
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Dismissal, Item, Session


@dataclass(frozen=True, slots=True)
class MendLine:
    """What a press of a button would do about a hint; `label` says it exactly."""

    label: str
    mend: Mend


@dataclass(frozen=True, slots=True)
class HintLine:
    """A hint for reading: what we see and what would help, why, and the row to jump to."""

    rule: str
    row: RowId | None
    text: str
    why: str
    hint: Hint
    mends: tuple[MendLine, ...] = ()
    """Empty as well until somebody has looked for any."""

    @property
    def key(self) -> tuple[str, RowId | None, str]:
        """The same for the same hint in the next look at a programme."""
        return self.rule, self.row, self.text


@dataclass(frozen=True, slots=True)
class LeftLine:
    """A hint that the team does without: what it says or (silent by now) sees to, and why not."""

    id: RowId
    """Of the dismissal."""
    rule: str
    row: RowId | None
    text: str
    reason: str
    day: date | None


@dataclass(frozen=True, slots=True)
class HintWords:
    """All that the rules say of a programme, put into words."""

    lines: tuple[HintLine, ...]
    """What speaks, in the order in which it is worth reading."""
    satisfied: tuple[str, ...]
    """A few words for each rule that found something to judge and has nothing to say."""
    left: tuple[LeftLine, ...]
    """What the team does without, in the order of the rules."""


def hint_words(programme: Programme) -> HintWords:
    """Ask all rules once."""
    found = verdicts(programme)
    return HintWords(
        lines=tuple(_line(programme, hint) for verdict in found for hint in verdict.hints),
        satisfied=tuple(SAID[verdict.rule].good for verdict in found if verdict.satisfied),
        left=tuple(_left(programme, found)),
    )


def hint_lines(programme: Programme) -> tuple[HintLine, ...]:
    """The hints that speak, in the order in which they are worth reading."""
    return hint_words(programme).lines


def satisfied(programme: Programme) -> tuple[str, ...]:
    """A few words for each rule that found something to judge and has nothing to say."""
    return hint_words(programme).satisfied


def hints_plain(programme: Programme) -> Plain:
    """The hints for scripts.

    `hints[]`: rule, text, why, row (an id or null), session (its number from 1, or null), item (a
    title or null); `satisfied[]`: words; `dismissed[]`: rule, text, reason, day (or null), row,
    session, item.
    """
    words = hint_words(programme)
    return {
        "id": programme.id,
        "title": programme.head.title,
        "hints": [
            {"rule": one.rule, "text": one.text, "why": one.why, **_place(programme, one.row)}
            for one in words.lines
        ],
        "satisfied": list(words.satisfied),
        "dismissed": [
            {
                "rule": one.rule,
                "text": one.text,
                "reason": one.reason,
                "day": one.day and one.day.isoformat(),
                **_place(programme, one.row),
            }
            for one in words.left
        ],
    }


def hint_text(programme: Programme, hint: Hint) -> str:
    """What a hint says."""
    sentence = SAID[hint.rule].text.format(**facts_in_words(programme, hint.facts))
    return sentence[:1].upper() + sentence[1:]


def _line(programme: Programme, hint: Hint) -> HintLine:
    text, why = hint_text(programme, hint), SAID[hint.rule].why
    return HintLine(hint.rule, hint.row, text, why, hint)


def _left(programme: Programme, found: tuple[Verdict, ...]) -> Iterator[LeftLine]:
    speaking = {
        (hint.rule, None if hint.row == programme.id else hint.row): hint
        for verdict in found
        for hint in verdict.dismissed
    }
    order = {verdict.rule: n for n, verdict in enumerate(found)}
    for one in sorted(programme.dismissals, key=lambda one: order.get(one.rule, len(order))):
        hint = speaking.get((one.rule, one.row_id))
        text = hint_text(programme, hint) if hint is not None else _silent(one)
        yield LeftLine(one.id, one.rule, one.row_id, text, one.reason, one.day)


def _silent(one: Dismissal) -> str:
    """What a dismissed hint that would not speak now sees to; another version may know more."""
    return SAID[one.rule].good if one.rule in SAID else one.rule


def _place(programme: Programme, row_id: RowId | None) -> Mapping[str, object]:
    row = programme.rows.get(row_id) if row_id else None
    item = row if isinstance(row, Item) else None
    session = programme.session_of(item) if item else row
    return {
        "row": row_id,
        "session": session_number(programme, session) if isinstance(session, Session) else None,
        "item": item and item.title,
    }
