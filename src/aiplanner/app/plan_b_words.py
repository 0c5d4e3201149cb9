"""Plan B in words: what it comes to, why each item is cut or kept, and the rule itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aiplanner.app.wording import minutes_text, overlap_text
from aiplanner.domain.ids import RowId
from aiplanner.domain.plan_b import Choice, Miss, Outcome, PlanB, Rung, Why
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import clock_text
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

CHOICE_NAMES: Mapping[Choice, str] = {
    Choice.FULL: _("in full"),
    Choice.SHORT: _("short"),
    Choice.SKIP: _("skipped"),
}

RULE: tuple[str, ...] = (
    _(
        "Pinned items never move, and are never skipped. What comes before one ends by then; the "
        "session ends by the time you give, else by its planned end."
    ),
    _(
        "Short versions come first: report-backs, energisers, talks, the evaluation, activities "
        "without a phase, further activities of a phase, its longest one, opening, closing."
    ),
    _(
        "Only then is anything skipped: energisers, talks, the evaluation, activities without a "
        "phase, further activities of a phase, report-backs, the longest activity of a phase, "
        "opening, closing. Social time, arrivals and breaks come last of all; meals and travel "
        "are never skipped."
    ),
    _(
        "Within each of these, what saves least comes first, and of two alike the later. What then "
        "proves needless is given back. In a breakout the longest strand counts, so all long "
        "strands are cut, and each keeps what matters most in it."
    ),
    _(
        "The order is our own suggestion. It follows the guide (“When time runs out”) and reports "
        "that interviews take longer than planned and whoever drops what comes last loses Design "
        "and Deliver (Org Panoptics 38), that follow-through fails where nobody takes a task on, "
        "and that breaks tell people how they are valued (Andy Smith)."
    ),
)
"""How it was chosen, a paragraph each; `domain/plan_b.py` and `docs/plan-b.md` say it in full."""

_SKIPPED: Mapping[Rung, str] = {
    Rung.ENERGISER: _("energisers are skipped first"),
    Rung.INPUT: _("talks can be read later"),
    Rung.EVALUATION: _("it can be filled in later"),
    Rung.ACTIVITY: _("it belongs to no phase"),
    Rung.FURTHER: _("its phase keeps its longest activity"),
    Rung.DEBRIEF: _("the work itself matters more"),
    Rung.SOCIAL: _("nothing milder is left"),
}
_LAST = _("nothing milder is left")


def summary_text(plan: PlanB) -> str:
    """What a plan B comes to, in one or two sentences."""
    begun = plan.after.start != plan.start  # what is over is no part of it
    span = (
        _("Goes on at {start}, ends at {end}.") if begun else _("Starts at {start}, ends at {end}.")
    )
    times = {"start": clock_text(plan.after.start), "end": clock_text(plan.after.end)}
    return " ".join((span.format(**times), _changes(plan), *_back(plan)))


def misses_text(programme: Programme, plan: PlanB) -> str:
    """By how much it still misses, in words; empty when everything fits."""
    told = [_miss(programme, plan, miss) for miss in plan.misses]
    if told and plan.pinned_early is None:
        told.append(_("The rule cuts no more; decide the rest by hand."))
    return " ".join(told)


def why_text(plan: PlanB, one: Outcome, item: Item) -> str:
    """Why an item is done as it is, and what its short version is."""
    if one.why is Why.RULE:
        shorter = item.short.strip() or _("short version")
        reason = shorter if one.choice is Choice.SHORT else _SKIPPED.get(one.rung, _LAST)
        saved = minutes_text(saves(plan, one))
        return _("saves {minutes}: {reason}").format(reason=reason, minutes=saved)
    return {
        Why.FITS: "",
        Why.HAND: _("as you chose"),
        Why.ALREADY: _("as it was"),
        Why.PINNED: _("pinned: does not move"),
        Why.GONE: _("with its breakout"),
    }[one.why]


def label_text(plan: PlanB) -> str:
    """What undo calls the edit."""
    if plan.late:
        return _("Plan B: start {minutes} later").format(minutes=minutes_text(plan.late))
    return _("Plan B: end by {end}").format(end=clock_text(plan.target))


def accepted_text(plan: PlanB) -> str:
    """What the notice tells."""
    return _("Plan B holds now. {summary}").format(summary=summary_text(plan))


def saves(plan: PlanB, one: Outcome) -> int:
    """Minutes that an item gives back."""
    return _minutes(plan.untouched.slots, one.item_id) - _minutes(plan.after.slots, one.item_id)


def _minutes(slots: Mapping[RowId, object], key: RowId) -> int:
    return int(getattr(slots[key], "minutes", 0))


def _changes(plan: PlanB) -> str:
    short = sum(1 for one in plan.changed if one.choice is Choice.SHORT)
    gone = sum(1 for one in plan.changed if one.choice is Choice.SKIP)
    parts = [
        ngettext("{count} item is short", "{count} items are short", short).format(count=short),
        ngettext("{count} is skipped", "{count} are skipped", gone).format(count=gone),
    ]
    told = [part for part, count in zip(parts, (short, gone), strict=True) if count]
    if not told:
        return _("Nothing needs to be cut.") if plan.met else _("Nothing can be cut.")
    return _("{changes}.").format(changes=", ".join(told))


def _back(plan: PlanB) -> Iterator[str]:
    back = sum(1 for one in plan.changed if one.choice is Choice.FULL)
    if back:
        told = ngettext("{count} item is in full again.", "{count} items are in full again.", back)
        yield told.format(count=back)


def _miss(programme: Programme, plan: PlanB, miss: Miss) -> str:
    if miss.item_id is None:
        return _("Still {minutes} over {end}.").format(
            minutes=minutes_text(miss.minutes), end=clock_text(plan.target)
        )
    title = programme.get(miss.item_id, Item).title
    slot = plan.after.slots[miss.item_id]
    if slot.start is not None and slot.start < plan.after.start:
        return _("{title} is pinned to {time}, before the start.").format(
            title=title, time=clock_text(slot.start)
        )
    return overlap_text(miss.minutes, title, _("what comes ahead of it"))
