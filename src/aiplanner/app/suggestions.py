"""Say why an activity is suggested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from aiplanner.app.content import phase_label
from aiplanner.app.hint_facts import FORM_WORDS, capability_names, session_name
from aiplanner.app.wording import minutes_text
from aiplanner.domain.bank import GroupForm
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.suggest import Reason, Suggestion
from aiplanner.i18n import gettext as _

REASONS: Mapping[str, str] = {
    "opens": _("This session has no opening yet."),
    "closes": _("This session has no closing yet."),
    "phase-missing": _("Nothing is planned for {phase} yet."),
    "after-lunch": _("It gets people moving after lunch."),
    "capability": _("It leads on {capabilities}, which no item does yet."),
    "phase-next": _("It belongs to {phase}, which comes next."),
    "phase-here": _("It belongs to {phase}, as this session does."),
    "phase-too": _("It helps in {phase} too."),
    "new-form": _("It lets people work {form}, which this session does not do yet."),
    "other-form": _("People have worked {form} for a long time; this is a change."),
    "between": _("It is done between sessions and takes no time of this one."),
    "minutes": _("It takes {takes}; you have {left}."),
    "minutes-short": _("It usually takes {takes}, but can be done in the {left} you have."),
    "new": _("You do not do it in this programme yet."),
    "elsewhere": _("You also do it in {session}, so people know it."),
    "people": _("Mind the numbers: it suits {bounds}, and you expect {people}."),
}


def why_this(programme: Programme, suggestion: Suggestion) -> tuple[str, ...]:
    """The reasons for a suggestion as sentences, the weightiest first."""
    return tuple(_sentence(programme, reason) for reason in suggestion.reasons)


def _sentence(programme: Programme, reason: Reason) -> str:
    words = {
        name: _WORDS[name](programme, value) if name in _WORDS else str(value)
        for name, value in reason.facts.items()
    }
    if reason.code == "people":
        words["bounds"] = _bounds(reason.facts["least"], reason.facts["most"])
    return REASONS[reason.code].format(**words)


def _bounds(least: object, most: object) -> str:
    if most is None:
        return _("{least} or more people").format(least=least)
    if least is None:
        return _("up to {most} people").format(most=most)
    return _("{least} to {most} people").format(least=least, most=most)


_WORDS: Mapping[str, Callable[[Programme, object], str]] = {
    "phase": lambda programme, value: phase_label(programme.head, cast(Phase, value)),
    "capabilities": lambda _programme, value: capability_names(cast(tuple[Capability, ...], value)),
    "form": lambda _programme, value: FORM_WORDS[cast(GroupForm, value)],
    "left": lambda _programme, value: minutes_text(cast(int, value)),
    "takes": lambda _programme, value: minutes_text(cast(int, value)),
    "session": lambda programme, value: session_name(programme, cast(RowId, value)),
}
"""How each fact is said; others are figures."""
