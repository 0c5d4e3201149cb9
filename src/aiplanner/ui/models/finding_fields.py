"""The fields of each sort of finding, as data, for the pane in which they are written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from aiplanner.app.finding_words import FIELD_NAMES, word_name
from aiplanner.domain.cycle import Level
from aiplanner.domain.findings import (
    DreamKind,
    Progress,
    PromiseKind,
    QuestionPart,
    SoarPart,
    Sort,
)
from aiplanner.i18n import gettext as _
from aiplanner.ui.widgets.inspector_parts import PartField


def _field(name: str, sort: str = "text", hint: str = "", title: str = "") -> PartField:
    shown = title or _begun(FIELD_NAMES[name])
    return PartField(name, shown, _("Change: {field}").format(field=shown), sort, hint)


def _choice(name: str, kind: type[StrEnum], none: str = "") -> PartField:
    shown = _begun(FIELD_NAMES[name])
    answers = [(word.value, _begun(word_name(word))) for word in kind]
    answers = [("", none), *answers] if none else answers
    label = _("Change: {field}").format(field=shown)
    return PartField(name, shown, label, "choice", answers=tuple(answers), kind=kind)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


_DAY = _("12 Jan, or 12/1/2027")
_CODE = _("for example A3, never a name")
_LEVEL = _choice("level", Level, _("not said"))
_SESSION = _field("session_id", "session", title=_("Session"))

FIELDS: Mapping[Sort, tuple[PartField, ...]] = {
    Sort.TOPIC: (_field("problem", "area", _("What worried people, in their own words")),),
    Sort.QUESTION: (
        _choice("part", QuestionPart),
        _field("lead_in", "area", _("A sentence or two that sets the scene")),
        _field("probes", "area", _("One a line")),
    ),
    Sort.STORY: (
        _field("shared", "tick", title=_("May be shared")),
        _field("happened", "area", _("Who, where, and what they did")),
        _field("made_possible", "area", _("People, place, time, something said")),
        _field("quote", "area", _("In the teller’s own words")),
        _field("gathered", hint=_("for example paired interview")),
        _field("teller", hint=_CODE),
        _SESSION,
    ),
    Sort.THEME: (
        _field("votes", "count", _("dots")),
        _field("core", "tick", title=_("Part of the positive core")),
        _field("keep", "tick", title=_("To keep as it is")),
    ),
    Sort.DREAM: (
        _choice("kind", DreamKind),
        _field("horizon", hint=_("for example in two years")),
        _SESSION,
    ),
    Sort.SOAR: (_choice("kind", SoarPart),),
    Sort.ELEMENT: (_field("about", "area", _("What belongs to it, in a sentence or two")),),
    Sort.STATEMENT: (_field("element", "element", _("Choose one, or type your own")),),
    Sort.PROMISE: (
        _choice("kind", PromiseKind),
        _field("person", "name", _("A name")),
        _field("due", "day", _DAY),
        _choice("progress", Progress),
        _LEVEL,
    ),
    Sort.ACTION: (
        _field("person", "name", _("A name")),
        _field("due", "day", _DAY),
        _field("first_step", "area", _("Small enough to begin this week")),
        _field("first_due", "day", _DAY),
        _field("measure", "area", _("What we shall see or hear")),
        _choice("progress", Progress),
        _LEVEL,
        _field("reviewed", "area", _("Written at a review")),
    ),
    Sort.TASK_GROUP: (
        _field("purpose", "area"),
        _field("lead", "name", _("A name")),
        _field("members", "area", _("One a line")),
        _field("meets", "area", _("for example Tuesdays at two, day room")),
    ),
    Sort.REVIEW: (
        _field("due", "day", _DAY),
        _field("learned", "area", _("Empty until it was held")),
    ),
    Sort.CHECK_OUT: (_field("teller", hint=_CODE), _SESSION),
    Sort.LOGIC: (),
}

NOTES: Mapping[str, str] = {
    "shared": _(
        "Tick it when the teller has agreed. Until then the story reaches no participant’s paper "
        "and no report: they say “1 story not shared”."
    ),
}
"""What is said under a field, by its name."""
