"""Give an activity of one's own another length."""

from __future__ import annotations

from dataclasses import replace

from aiplanner.domain.bank import Activity


def with_minutes(activity: Activity, least: int, typical: int, most: int) -> Activity:
    """The activity with another length; what no longer adds up is not kept.

    Minutes of steps sum to the usual minutes, and a length per group is another sum of them.
    """
    changed = replace(activity, least=least, typical=typical, most=most)
    if typical == activity.typical:
        return changed
    steps = tuple(replace(step, minutes=None) for step in activity.steps)
    return replace(changed, length="", steps=steps)
