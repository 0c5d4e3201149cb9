"""The topics of the guide in their groups, what each says, and where words stand in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from aiplanner.app.content import advice, capabilities, phase_label
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.guide_advice import (
    advice_passages,
    principle_passages,
    printing_passages,
    signpost_passages,
)
from aiplanner.ui.models.guide_cycle import cycle_passages, phase_passages
from aiplanner.ui.models.guide_leadership import capability_passages, level_passages
from aiplanner.ui.models.guide_passages import Look, Passage

FIRST = "cycle"
"""The topic to show where a page names none, or one that is gone."""

_GOOD = "good-"
"""So begin the keys of the advice on what makes a good question, a good story and so on."""
_WORD = re.compile(r"\w+")
_BEFORE, _SNIPPET = 24, 90
"""Characters shown before the words found, and in all."""


_TEXTS: Mapping[str, Callable[[Head, str], Iterator[Passage]]] = {
    FIRST: lambda head, _none: cycle_passages(head),
    "phase": lambda head, which: phase_passages(head, Phase(which)),
    "capability": lambda head, which: capability_passages(head, Capability(which)),
    "levels": lambda _head, _none: level_passages(),
    "principles": lambda _head, _none: principle_passages(),
    "printing": lambda head, _none: printing_passages(head),
    "signposts": lambda _head, _none: signpost_passages(),
    "advice": lambda _head, which: advice_passages(which),
}
"""What is said, by the kind of topic; the second word is what follows the colon of its key."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A text of the guide: its key, its title, the group it is listed in, its icon or badge."""

    key: str
    title: str
    group: str
    icon: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic in which words stand, and the place: the first passage that holds them all."""

    topic: Topic
    snippet: str = ""


def topics(head: Head) -> tuple[Topic, ...]:
    """Every topic, in the order of the list; phases have the programme's own names."""
    return (
        Topic(FIRST, _("The cycle"), _("The cycle"), "overview"),
        *(
            Topic(f"phase:{phase.value}", phase_label(head, phase), _("The cycle"), phase.value)
            for phase in Phase
        ),
        *(
            Topic(f"capability:{guide.key.value}", guide.name, _("Leadership"), mark=guide.mark)
            for guide in capabilities()
        ),
        Topic("levels", _("Three levels"), _("Leadership")),
        Topic("principles", _("Principles"), _("The method")),
        Topic("printing", _("Printing and handouts"), _("The method")),
        Topic("signposts", _("Signposts"), _("The method")),
        *_advised(_("When in doubt"), good=False),
        *_advised(_("How good looks"), good=True),
    )


def topic(head: Head, key: str) -> Topic:
    """The topic of that key; the first one where there is none such."""
    found = topics(head)
    return next((one for one in found if one.key == key), found[0])


def passages(head: Head, key: str) -> tuple[Passage, ...]:
    """What a topic says under its title; the first one where there is no such topic."""
    found = topic(head, key)
    return Passage(Look.TITLE, found.title), *_told(head, found.key)


def mentions(head: Head, words: str) -> tuple[Mention, ...]:
    """Topics that hold every word (each as the beginning of a word); titles first."""
    sought = [word.casefold() for word in _WORD.findall(words)]
    if not sought:
        return tuple(Mention(one) for one in topics(head))
    named = [Mention(one) for one in topics(head) if _holds(one.title, sought)]
    seen = {mention.topic.key for mention in named}
    told = [
        Mention(one, place)
        for one in topics(head)
        if one.key not in seen and (place := _place(passages(head, one.key), sought))
    ]
    return (*named, *told)


def _advised(group: str, *, good: bool) -> Iterator[Topic]:
    """The advice for moments of doubt, or that on what makes something good."""
    for told in advice():
        if told.key.startswith(_GOOD) is good:
            yield Topic(f"advice:{told.key}", told.title, group)


def _told(head: Head, key: str) -> Iterator[Passage]:
    kind, _colon, which = key.partition(":")
    return _TEXTS[kind](head, which)


def _holds(text: str, sought: list[str]) -> bool:
    there = [word.casefold() for word in _WORD.findall(text)]
    return all(any(word.startswith(part) for word in there) for part in sought)


def _place(told: tuple[Passage, ...], sought: list[str]) -> str:
    """The words around those sought, from the first passage that holds them all; else empty."""
    found = next((one.words for one in told if _holds(one.words, sought)), "")
    first = next((m for m in _WORD.finditer(found) if m[0].casefold().startswith(sought[0])), None)
    if first is None:
        return ""
    begin = max(first.start() - _BEFORE, 0)
    begin = found.rfind(" ", 0, begin) + 1 if begin else 0
    cut = found[begin : begin + _SNIPPET].strip()
    return f"{'… ' if begin else ''}{cut}{' …' if begin + _SNIPPET < len(found) else ''}"
