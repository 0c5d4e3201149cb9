"""What kind of item a title typed by itself means: "Lunch" is a meal, "Break" is a break."""

from __future__ import annotations

from aiplanner.app.wording import KIND_NAMES
from aiplanner.domain.cycle import RESTS, Kind
from aiplanner.i18n import gettext as _


def kind_for(title: str) -> Kind:
    """The kind of a new item: a break or meal where its title is nothing but that word."""
    word = title.strip().casefold()
    meals = {_("lunch"), _("dinner"), _("breakfast")}
    if word in meals:
        return Kind.MEAL
    rests = {KIND_NAMES[kind]: kind for kind in RESTS}
    return rests.get(word, Kind.ACTIVITY)
