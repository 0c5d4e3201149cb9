"""The hints on a programme in words: what still speaks, and what is satisfied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.hint_words import SAID
from aiplanner.app.pack_lacks import listed
from aiplanner.app.times import Plain
from aiplanner.app.wording import KIND_NAMES, day_text, minutes_text, over_text
from aiplanner.domain.bank import GroupForm
from aiplanner.domain.checks import Hint, verdicts
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

_PIECE = 60
"""Most characters of somebody's text that a hint repeats."""

FORM_WORDS: Mapping[GroupForm, str] = {
    GroupForm.ALONE: _("alone"),
    GroupForm.PAIRS: _("in pairs"),
    GroupForm.THREES: _("in threes"),
    GroupForm.SMALL: _("in small groups"),
    GroupForm.WHOLE: _("all together"),
    GroupForm.MIXED: _("in changing groups"),
}


@dataclass(frozen=True, slots=True)
class HintLine:
    """A hint for reading: what we see and what would help, why, and the row to jump to."""

    rule: str
    row: RowId | None
    text: str
    why: str


def hint_lines(programme: Programme) -> tuple[HintLine, ...]:
    """The hints that speak, in the order in which they are worth reading."""
    return tuple(
        HintLine(hint.rule, hint.row, _text(programme, hint), SAID[hint.rule].why)
        for verdict in verdicts(programme)
        for hint in verdict.hints
    )


def satisfied(programme: Programme) -> tuple[str, ...]:
    """A few words for each rule that found something to judge and has nothing to say."""
    return tuple(SAID[verdict.rule].good for verdict in verdicts(programme) if verdict.satisfied)


def hints_plain(programme: Programme) -> Plain:
    """The hints for scripts.

    `hints[]`: rule, text, why, row (an id or null), session (its number from 1, or null), item (a
    title or null); `satisfied[]`: words.
    """
    return {
        "id": programme.id,
        "title": programme.head.title,
        "hints": [_plain(programme, line) for line in hint_lines(programme)],
        "satisfied": list(satisfied(programme)),
    }


def _plain(programme: Programme, line: HintLine) -> Plain:
    row = programme.rows.get(line.row) if line.row else None
    item = row if isinstance(row, Item) else None
    session = programme.session_of(item) if item else row
    return {
        "rule": line.rule,
        "text": line.text,
        "why": line.why,
        "row": line.row,
        "session": _number(programme, session) if isinstance(session, Session) else None,
        "item": item and item.title,
    }


def _number(programme: Programme, session: Session) -> int:
    return [row.id for row in programme.sessions].index(session.id) + 1


def _text(programme: Programme, hint: Hint) -> str:
    words = {
        name: _WORDS[name](programme, value) if name in _WORDS else str(value)
        for name, value in hint.facts.items()
    }
    sentence = SAID[hint.rule].text.format(**words, **_numbers(hint))
    return sentence[:1].upper() + sentence[1:]


def _numbers(hint: Hint) -> dict[str, str]:
    """Numbers of people, groups and turns, which only together make words."""
    match hint.facts:
        case {"needed": int(needed), "in_each": int(in_each)}:
            return {"who": _sharers(needed, in_each)}
        case {"times": int(times), "least": int(least), "most": int(most), "whose": str(whose)}:
            return {"turns": _turns(times), "groups": _between(least, most, whose)}
        case _:
            return {}


def _sharers(count: int, in_each: int) -> str:
    match in_each:
        case 1:
            return _parties("person", count)
        case 2:
            return _parties("pair", count)
        case 3:
            said = ngettext("{count} group of three", "{count} groups of three", count)
            return said.format(count=count)
        case _:
            return ngettext("{count} table", "{count} tables", count).format(count=count)


def _turns(count: int) -> str:
    return ngettext("{count} turn", "{count} turns", count).format(count=count)


def _parties(whose: str, count: int) -> str:
    match whose:
        case "person":
            said = ngettext("{count} person", "{count} people", count)
        case "pair":
            said = ngettext("{count} pair", "{count} pairs", count)
        case _:
            said = ngettext("{count} group", "{count} groups", count)
    return said.format(count=count)


def _between(least: int, most: int, whose: str) -> str:
    if least == most:
        return _parties(whose, most)
    return _("{least} to {most}").format(least=least, most=_parties(whose, most))


def _quoted(_programme: Programme, text: object) -> str:
    line = " ".join(str(text).split())
    short = line if len(line) <= _PIECE else line[:_PIECE].rstrip() + "…"
    return _("“{text}”").format(text=short)


def session_name(programme: Programme, session_id: RowId) -> str:
    """A session as a sentence names it: by its title in quotes, else by its number."""
    session = programme.get(session_id, Session)
    if session.title.strip():
        return _quoted(programme, session.title)
    return _("Session {number}").format(number=_number(programme, session))


def _session(programme: Programme, value: object) -> str:
    return session_name(programme, cast(RowId, value))


def _item(programme: Programme, value: object) -> str:
    item = programme.get(cast(RowId, value), Item)
    if item.title.strip():
        return _quoted(programme, item.title)
    return _("an item without a title ({kind})").format(kind=KIND_NAMES[item.kind])


def _phases(programme: Programme, value: object) -> str:
    return listed(phase_label(programme.head, phase) for phase in cast(tuple[Phase, ...], value))


def capability_names(capabilities: Iterable[Capability]) -> str:
    """Capabilities as a sentence lists them."""
    return listed(capability_guide(one).name for one in capabilities)


def _capabilities(_programme: Programme, value: object) -> str:
    return capability_names(cast(tuple[Capability, ...], value))


def _words(programme: Programme, value: object) -> str:
    return listed(_quoted(programme, word) for word in cast(tuple[str, ...], value))


_WORDS: Mapping[str, Callable[[Programme, object], str]] = {
    "session": _session,
    "item": _item,
    "meal": _item,
    "text": _quoted,
    "name": lambda _programme, value: " ".join(str(value).split()),
    "phases": _phases,
    "capabilities": _capabilities,
    "words": _words,
    "form": lambda _programme, value: FORM_WORDS[cast(GroupForm, value)],
    "minutes": lambda _programme, value: minutes_text(cast(int, value)),
    "steps": lambda _programme, value: minutes_text(cast(int, value)),
    "over": lambda _programme, value: over_text(cast(SessionClock, value)),
    "day": lambda _programme, value: day_text(cast(date, value)),
}
"""How each fact is said; others are figures."""
