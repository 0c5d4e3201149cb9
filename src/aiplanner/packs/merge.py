"""Fill the placeholders of a handout's texts, or leave room to write where nothing is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aiplanner.app.paper_words import day_words, session_name
from aiplanner.domain.handouts import PLACEHOLDERS
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.text import BLANK, Gate, Markup

_PLACE = re.compile("{(" + "|".join(sorted(PLACEHOLDERS)) + ")}")
_SENTENCE_ENDS = (".", "?", "!", ":", "\n")


@dataclass(frozen=True, slots=True)
class Merge:
    """What the placeholders stand for; an empty value is a blank."""

    values: Mapping[str, str]
    gate: Gate

    def __call__(self, text: str) -> Markup:
        """The text for a page, with a short line to write on where a value is not known."""
        parts = _PLACE.split(text)
        for at in range(1, len(parts), 2):
            value = self._value(parts[at], "".join(parts[:at]))
            parts[at] = self.gate(value) if value else BLANK
        parts[::2] = map(self.gate, parts[::2])
        return Markup("".join(parts))

    def plain(self, text: str) -> str:
        """The text for an outline or a running head, with an ellipsis for what is not known."""
        return _PLACE.sub(lambda at: self._value(at[1], text[: at.start()]) or "…", text)

    def _value(self, name: str, before: str) -> str:
        value = self.values.get(name, "")
        if name != "statement":
            return value
        begins = not before.strip() or before.rstrip().endswith(_SENTENCE_ENDS)
        return value[:1].upper() + value[1:] if begins else _lowered(value)


def values_of(programme: Programme, session: Session | None) -> dict[str, str]:
    """What a programme and, where one is meant, a session say for the placeholders."""
    head = programme.head
    found = {
        "programme": head.title,
        "service": head.service,
        "organisation": head.organisation,
        "statement": head.statement_label.strip() or _("possibility statement"),
    }
    if session is not None:
        found["session"] = session_name(programme, session)
        found["day"] = day_words(session.day) if session.day else ""
        found["venue"] = session.venue
    return {name: " ".join(words.splitlines()).strip() for name, words in found.items()}


def _lowered(label: str) -> str:
    """A label in the middle of a sentence: only a first capital is taken from it, never two."""
    first, *_others = label.split() or [""]
    return label[:1].lower() + label[1:] if first[1:].islower() else label
