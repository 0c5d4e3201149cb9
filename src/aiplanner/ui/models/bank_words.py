"""What the activity bank says of an activity, on the screen and aloud."""

from __future__ import annotations

from collections.abc import Mapping

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

FORM_NAMES: Mapping[GroupForm, str] = {
    GroupForm.ALONE: _("alone"),
    GroupForm.PAIRS: _("pairs"),
    GroupForm.THREES: _("threes"),
    GroupForm.SMALL: _("groups"),
    GroupForm.WHOLE: _("everyone"),
    GroupForm.MIXED: _("mixed"),
}

FORM_CHOICES: Mapping[GroupForm, str] = {
    GroupForm.ALONE: _("Alone"),
    GroupForm.PAIRS: _("Pairs"),
    GroupForm.THREES: _("Threes"),
    GroupForm.SMALL: _("Groups of 4 to 8"),
    GroupForm.WHOLE: _("Everyone"),
    GroupForm.MIXED: _("Mixed"),
}
"""The same where there is more room for words."""


def minutes_words(activity: Activity) -> str:
    """Its usual minutes, and the fewest and most: "40 min (30–60)"; empty where it has none."""
    if not activity.typical:
        return ""
    usual = _("{minutes} min").format(minutes=activity.typical)
    if activity.least == activity.most:
        return usual
    return _("{usual} ({least}–{most})").format(
        usual=usual, least=activity.least, most=activity.most
    )


def people_words(activity: Activity) -> str:
    """For how many people it is; empty where any number will do."""
    least, most = activity.people_least, activity.people_most
    if least is None and most is None:
        return ""
    if least is None:
        return _("Up to {most} people").format(most=most)
    if most is None:
        return _("{least} people or more").format(least=least)
    return _("{least} to {most} people").format(least=least, most=most)


def count_words(found: int, among: int) -> str:
    """How many are found: "52 activities", "7 of 52 activities"."""
    if found == among:
        return ngettext("{count} activity", "{count} activities", among).format(count=among)
    return ngettext("{found} of {count} activity", "{found} of {count} activities", among).format(
        found=found, count=among
    )


def whole_sentences(text: str, most: int) -> str:
    """The first sentences of a text that fit into so many characters; empty when none does."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    ends = [n + 1 for n in range(most) if words[n] in ".!?" and words[n + 1] == " "]
    return words[: ends[-1]] if ends else ""


def spoken_words(activity: Activity, head: Head, phase: Phase | None, *, mine: bool) -> str:
    """All that a row of the list shows, in words; `phase` is the one whose mark it shows."""
    leads = [capability_guide(one).name for one in activity.leads]
    supports = [capability_guide(one).name for one in activity.supports]
    parts = (
        activity.title,
        _("from my bank") if mine else "",
        "" if phase is None else phase_label(head, phase),
        minutes_words(activity),
        FORM_NAMES[activity.form],
        _("leads on {names}").format(names=", ".join(leads)) if leads else "",
        _("supports {names}").format(names=", ".join(supports)) if supports else "",
    )
    return ", ".join(part for part in parts if part)
