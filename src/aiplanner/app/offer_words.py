"""Say what can be done about free time and overlaps, what it would change, and what it did."""

from __future__ import annotations

from collections.abc import Mapping

from aiplanner.app.wording import KIND_NAMES, end_text
from aiplanner.domain.cycle import Kind
from aiplanner.domain.offers import Effect, Offer, Way, effect
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

WAY_LINKS: Mapping[Way, str] = {
    Way.EARLIER: _("Move it earlier"),
    Way.LATER: _("Move it later"),
    Way.BREAK: _("Add a break"),
}
"""The ways that are offered in the line itself, shortly."""
MORE_WAYS = _("More…")
SHORTEN_OR_SKIP = _("Shorten or skip…")
"""What opens the list of all ways, for free time and for an overlap."""

_DOING: Mapping[Way, str] = {
    Way.EARLIER: _("Move {title} to {clock}"),
    Way.LATER: _("Move {title} to {clock}"),
    Way.BREAK: _("Add a break of {minutes} min before {pinned}"),
    Way.LENGTHEN: _("Make {title} longer"),
    Way.SHORTEN: _("Shorten {title}"),
    Way.SHORT: _("Plan {title} short"),
    Way.DROP: _("Skip {title}"),
    Way.RUN_ON: _("Unpin {title}"),
}
_WOULD: Mapping[Way, str] = {
    **dict.fromkeys(
        (Way.EARLIER, Way.LATER), _("{title} would start {start} and end {end}, still pinned.")
    ),
    Way.RUN_ON: _("{title} would start {start} and end {end}, and move with what comes before it."),
    Way.BREAK: _("The break would be from {start} to {end}."),
    Way.DROP: _("{title} would count no longer; it stays in the list."),
    **dict.fromkeys(
        (Way.LENGTHEN, Way.SHORTEN, Way.SHORT),
        _("{title} would take {minutes} min instead of {before}, until {end}."),
    ),
}
_DONE: Mapping[Way, str] = {
    **dict.fromkeys(
        (Way.EARLIER, Way.LATER, Way.RUN_ON), _("{title} now starts {start} and ends {end}.")
    ),
    Way.BREAK: _("Added a break from {start} to {end}."),
    Way.DROP: _("Skipped {title}; it stays in the list."),
    **dict.fromkeys(
        (Way.LENGTHEN, Way.SHORTEN, Way.SHORT), _("{title} now takes {minutes} min, until {end}.")
    ),
}


def break_title() -> str:
    """What a break is called that fills free time."""
    return KIND_NAMES[Kind.BREAK].capitalize()


def offer_label(programme: Programme, offer: Offer) -> str:
    """What a menu and the history of undo call it: "Move Check-out to 11:45"."""
    return _DOING[offer.way].format(**_facts(programme, offer))


def would_text(programme: Programme, offer: Offer) -> str:
    """What would change, before it is done: "Check-out would start 11:45 and end 11:55"."""
    return _told(programme, offer, _WOULD[offer.way], would=True)


def done_text(programme: Programme, offer: Offer) -> str:
    """What has changed; `programme` is that before the offer was taken."""
    return _told(programme, offer, _DONE[offer.way], would=False)


def _told(programme: Programme, offer: Offer, sentence: str, *, would: bool) -> str:
    change = effect(programme, offer)
    facts = _facts(programme, offer) | {
        "start": end_text(change.start),
        "end": end_text(change.end),
        "minutes": str(change.end - change.start),
        "before": str(change.before),
    }
    told = [sentence.format(**facts), *_consequences(change, facts["pinned"], would=would)]
    return " ".join(told)


def _consequences(change: Effect, pinned: str, *, would: bool) -> list[str]:
    """What follows from it elsewhere: time that comes free, another end of the session."""
    told = []
    if change.gap:
        free = ngettext(
            "{count} minute is then free before {title}.",
            "{count} minutes are then free before {title}.",
            change.gap,
        )
        told.append(free.format(count=change.gap, title=pinned))
    if change.session_end != change.session_end_before:
        ends = (
            _("The session would end {end} instead of {before}.")
            if would
            else _("The session ends {end}.")
        )
        told.append(
            ends.format(
                end=end_text(change.session_end), before=end_text(change.session_end_before)
            )
        )
    return told


def _facts(programme: Programme, offer: Offer) -> dict[str, str]:
    return {
        "title": _title(programme.get(offer.item, Item)),
        "pinned": _title(programme.get(offer.pinned, Item)),
        "clock": end_text(offer.minutes),
        "minutes": str(offer.minutes),
    }


def _title(item: Item) -> str:
    return item.title or _("untitled {kind}").format(kind=KIND_NAMES[item.kind])
