"""Say how people see their own leadership: the points of the scale, and the group's profile."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from aiplanner.app.content import capability_guide
from aiplanner.domain.cycle import Capability
from aiplanner.domain.self_rating import Moment, Score
from aiplanner.domain.self_ratings import LEAST, POINTS, GroupAnswers, Profile
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

SCORE_NAMES: Mapping[Score, str] = {
    Score.NOT_YET: _("not yet"),
    Score.SOMETIMES: _("sometimes"),
    Score.OFTEN: _("often"),
    Score.CONSISTENTLY: _("consistently"),
    Score.NOT_APPLICABLE: _("not applicable"),
}
MOMENT_NAMES: Mapping[Moment, str] = {Moment.BEFORE: _("before"), Moment.AFTER: _("after")}

PRIVATE = _(
    "Private. Codes, never names; single sheets are on no paper and in no report. "
    "Look at this page when nobody else sees the screen."
)
OURS = _("The scale and the words are ours; they are no test, and not the SSSC's.")


def scale_words() -> str:
    """The four points in their order, as a legend tells them."""
    return " · ".join(SCORE_NAMES[score] for score in POINTS)


def middle_words(middle: float | None) -> str:
    """A middle answer in words: "often", "between sometimes and often"."""
    if middle is None:
        return _("fewer than {least} answers").format(least=LEAST)
    names = {point: SCORE_NAMES[score] for score, point in POINTS.items()}
    low = floor(middle)
    if middle == low:
        return names[low]
    return _("between {low} and {high}").format(low=names[low], high=names[low + 1])


def people_words(profile: Profile) -> str:
    """How many people answered when: what the profile rests on."""
    before, after = profile.before.people, profile.after.people
    first = ngettext("{count} person answered before", "{count} people answered before", before)
    told = _("{before}, {after} after.").format(
        before=first.format(count=before), after=after or _("nobody")
    )
    if not (before and after):
        return told
    both = ngettext("{count} of them both times.", "{count} of them both times.", profile.both)
    return f"{told} {both.format(count=profile.both)}"


def hidden_words(profile: Profile) -> str:
    """Why a moment is not shown, where it is not; empty where both are."""
    hidden = [m for m in Moment if not profile.at(m).shown]
    if not hidden:
        return ""
    if len(hidden) == len(Moment):
        said = _("The group is shown once {least} people have answered, so that nobody is seen.")
    else:
        said = _("{moment} is shown once {least} people have answered, so that nobody is seen.")
    name = MOMENT_NAMES[hidden[0]]
    return said.format(least=LEAST, moment=name[:1].upper() + name[1:])


def profile_lines(profile: Profile) -> tuple[str, ...]:
    """The profile capability by capability, in sentences; none where nothing may be shown."""
    shown = [m for m in Moment if profile.at(m).shown]
    if not shown:
        return ()
    return tuple(_line(profile, capability, shown) for capability in Capability)


def middle_of(answers: GroupAnswers, capability: Capability) -> str:
    """The middle answer about a capability in words; a dash where the moment is not shown."""
    return middle_words(answers.middles.get(capability)) if answers.shown else "–"


def _line(profile: Profile, capability: Capability, shown: list[Moment]) -> str:
    told = ", ".join(
        _("{moment} {middle}").format(
            moment=MOMENT_NAMES[moment], middle=middle_of(profile.at(moment), capability)
        )
        for moment in shown
    )
    return _("{capability}: {told}.").format(
        capability=capability_guide(capability).name, told=told
    )
