"""Say what mends do, in the words that stand on their button and in the undo history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from aiplanner.app.bank import add_activity
from aiplanner.app.content import activities
from aiplanner.app.hint_facts import facts_in_words
from aiplanner.app.hints import HintLine, MendLine
from aiplanner.domain.bank import Activity
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.mends import Mend, Tools, mends_of
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

MENDS: Mapping[str, str] = {
    "open-with": _("Begin with {activity} ({minutes})"),
    "close-with": _("End with {activity} ({minutes})"),
    "after-meal": _("Add {activity} ({minutes}) after {meal}"),
    "break-before": _("Add a break of {minutes} before {item}"),
    "break-after": _("Add a break of {minutes} after {item}"),
    "short-versions": _("Take the short version of {items}"),
    "later-end": _("Plan the end for {end}"),
    "longer-plan": _("Plan {minutes} in all"),
    "as-steps": _("Let {item} take {minutes}, as its steps do"),
    "take": _("Take {needed} × {name}"),
    "turns": _("Plan {times} turns, {minutes} in all"),
    "one-question": _("Keep {text} and make the rest its probes"),
    "say-now": _("Say {text}"),
    "tie-to": _("Link it to {text}"),
    "by-review": _("Agree on {day}, when you look again"),
    "first-step-by": _("Bring the first step forward to {day}"),
    "review-on": _("Plan a review on {day}"),
}


def mend_label(programme: Programme, mend: Mend) -> str:
    """What a mend does, exactly."""
    return MENDS[mend.code].format(**facts_in_words(programme, mend.facts))


def with_mends(programme: Programme, line: HintLine, tools: Tools) -> HintLine:
    """The hint with the ways to put it right, each tried on this programme."""
    mends = mends_of(programme, line.hint, tools)
    found = tuple(MendLine(mend_label(programme, mend), mend) for mend in mends)
    return replace(line, mends=found)


def mending_tools(new_id: NewId, today: date) -> Tools:
    """What mends may use: the shipped bank above all; its first reading reads files."""

    def add(programme: Programme, activity: Activity, parent: RowId, index: int) -> Programme:
        return add_activity(programme, activity, parent, index, new_id)[0]

    return Tools(
        activities=activities(),
        add=add,
        new_id=new_id,
        today=today,
        break_title=_("Break"),
        review_text=_("What has grown from our promises and actions"),
    )
