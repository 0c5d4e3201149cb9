"""The group's own view of its leadership: the middle answers of five people or more, never fewer.

Why the median: the four points are in order, but nobody knows that they are evenly spaced; for
such a scale the median has a meaning and the mean has none (S. S. Stevens, "On the Theory of
Scales of Measurement", Science 103, 1946). It also keeps people private. Two means that are one
sheet apart give that sheet away to the point; and a spread or a count of answers would tell of
everybody where all answered alike. So there is nothing but middles here: no mean, no spread, no
counts by answer, and no part of the group (those who answered twice, those of one session) whose
middle could be held against that of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from aiplanner.domain.cycle import Capability
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import Moment, Score, SelfRating

LEAST = 5
"""So many people must have answered before anything is shown of a group."""
POINTS: Mapping[Score, int] = {
    Score.NOT_YET: 1,
    Score.SOMETIMES: 2,
    Score.OFTEN: 3,
    Score.CONSISTENTLY: 4,
}
"""The points of the scale in their order; what does not apply has no place on it."""


@dataclass(frozen=True, slots=True)
class GroupAnswers:
    """What may be shown of one moment: how many people, and the middle answers if they are enough.

    A middle is the median as a place on the scale, 1 to 4 in steps of a half. A capability that
    fewer than `LEAST` people answered has none; who skipped it is not counted anywhere.
    """

    people: int
    middles: Mapping[Capability, float]

    @property
    def shown(self) -> bool:
        """Whether enough people answered."""
        return self.people >= LEAST


@dataclass(frozen=True, slots=True)
class Profile:
    """The group before and after. Not everybody may have answered both times."""

    before: GroupAnswers
    after: GroupAnswers
    both: int
    """How many people answered at both moments, whatever they said."""

    def at(self, moment: Moment) -> GroupAnswers:
        """The answers of one moment."""
        return self.before if moment is Moment.BEFORE else self.after


def profile(sheets: Iterable[SelfRating]) -> Profile:
    """The profile of the group: everybody once at each moment, by code, with their last sheet.

    Sheets without a code are nobody's and sheets without an answer say nothing: neither counts.
    """
    by_moment: dict[Moment, dict[str, SelfRating]] = {moment: {} for moment in Moment}
    for sheet in sheets:
        if (code := code_of(sheet)) and answered(sheet):
            by_moment[sheet.moment][code] = sheet
    before, after = by_moment[Moment.BEFORE], by_moment[Moment.AFTER]
    both = len(before.keys() & after.keys())
    return Profile(_answers(before.values()), _answers(after.values()), both)


def code_of(sheet: SelfRating) -> str:
    """The code as it is compared: "b 7" and "B 7 " are the same person."""
    return " ".join(sheet.code.split()).casefold()


def score_of(sheet: SelfRating, capability: Capability) -> Score | None:
    """What a sheet answers about a capability."""
    score: Score | None = getattr(sheet, field_of(capability))
    return score


def field_of(capability: Capability) -> str:
    """The field of a sheet that holds the answer about a capability."""
    return capability.value.replace("-", "_")


def answered(sheet: SelfRating) -> int:
    """How many of the six a sheet answers, "does not apply" among them."""
    return sum(1 for capability in Capability if score_of(sheet, capability) is not None)


def usual_day(programme: Programme, sheet: RowId, moment: Moment, today: date) -> date:
    """When a sheet of a moment was filled in, unless somebody knows better.

    On the day of the sheet entered last for that moment: they come in stacks. The first one before
    the cycle on the day of its first session, after it on that of its last; where that is still to
    come, or no session has a day, today.
    """
    for other in reversed(programme.self_ratings):
        if other.moment is moment and other.day is not None and other.id != sheet:
            return other.day
    days = [session.day for session in programme.sessions if session.day is not None]
    end = min if moment is Moment.BEFORE else max
    return min(end(days, default=today), today)


def _answers(sheets: Iterable[SelfRating]) -> GroupAnswers:
    people = list(sheets)
    if len(people) < LEAST:
        return GroupAnswers(len(people), {})
    middles = {}
    for capability in Capability:
        scores = (score_of(one, capability) for one in people)
        points = [POINTS[score] for score in scores if score is not None and score in POINTS]
        if len(points) >= LEAST:
            middles[capability] = float(median(points))
    return GroupAnswers(len(people), middles)
