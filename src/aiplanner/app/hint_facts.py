"""Put the facts of hints, mends and suggestions into the words that fill their sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import cast

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.pack_lacks import listed
from aiplanner.app.wording import KIND_NAMES, day_text, minutes_text, over_text
from aiplanner.domain.bank import GroupForm
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, clock_text
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

Facts = Mapping[str, object]

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


def facts_in_words(programme: Programme, facts: Facts) -> dict[str, str]:
    """What to put in the place of each name in braces; those without words of their own as is."""
    words = {
        name: _WORDS[name](programme, value) if name in _WORDS else str(value)
        for name, value in facts.items()
    }
    return {**words, **_numbers(facts)}


def session_number(programme: Programme, session: Session) -> int:
    """The place of a session among the others, from 1."""
    return [row.id for row in programme.sessions].index(session.id) + 1


def _numbers(facts: Facts) -> dict[str, str]:
    """Numbers of people, groups and turns, which only together make words."""
    match facts:
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
    return _("Session {number}").format(number=session_number(programme, session))


def _session(programme: Programme, value: object) -> str:
    return session_name(programme, cast(RowId, value))


def _item(programme: Programme, value: object) -> str:
    item = programme.get(cast(RowId, value), Item)
    if item.title.strip():
        return _quoted(programme, item.title)
    return _("an item without a title ({kind})").format(kind=KIND_NAMES[item.kind])


def _items(programme: Programme, value: object) -> str:
    return listed(_item(programme, one) for one in cast(tuple[RowId, ...], value))


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
    "items": _items,
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
    "end": lambda _programme, value: clock_text(cast(int, value)),
    "activity": _quoted,
}
"""How each fact is said; others are figures."""
