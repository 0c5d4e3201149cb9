"""The cover: whose cycle it is, the cycle as a picture, when it meets, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.paper_words import date_words, programme_title
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.charts import cycle_picture
from aiplanner.packs.letterhead import PACK_ASKED, formats_line, logo
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.snug import snug

_ABOVE, _ABOVE_LARGE = 5.5, 1
"""Ems of empty room over the title."""
_AIRS = (1, 0.6, 0.3, 0.1)
"""How much of the empty room there is at most, and when the cover would else take two sheets."""
_UNDER_LOGO = 2.5
"""Ems of empty room between a logo and the title, at most."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one sheet of the cover."""
    head = setting.head
    whose = " · ".join(filter(None, (head.service.strip(), head.organisation.strip())))
    shown = logo(setting, blocks)
    above = _ABOVE_LARGE if blocks.sheet.profile.large else _ABOVE
    over = min(above, _UNDER_LOGO) if shown else above

    def story(air: float) -> Story:
        return [
            *shown,
            blocks.gap(over * air),
            *blocks.note(whose),
            *blocks.display(programme_title(setting.programme)),
            *blocks.lead(head.purpose),
            blocks.gap(1.6 * air),
            *cycle_picture(head, blocks),
            blocks.gap(1.4 * air),
            *blocks.facts(_facts(setting)),
            *formats_line(head, blocks, PACK_ASKED),
        ]

    yield Draft(_("Cover"), snug(story, (blocks.sheet.width, blocks.sheet.height), _AIRS))


def _facts(setting: Setting) -> Iterator[tuple[str, str]]:
    sessions, head = setting.sessions, setting.head
    counted = ngettext("{count} session", "{count} sessions", len(sessions))
    yield _("Meets"), counted.format(count=len(sessions)) if sessions else ""
    yield _("When"), _span(setting)
    yield _("Where"), "; ".join(_venues(setting))
    yield _("Who takes part"), _people(head.audience.strip(), head.people)
    # Else the line below names the contact.
    yield _("Contact"), head.contact.strip() if head.other_formats.strip() else ""


def _span(setting: Setting) -> str:
    days = sorted(session.day for session in setting.sessions if session.day)
    if not days:
        return ""
    if days[0] == days[-1]:
        return date_words(days[0])
    return _("{first} to {last}").format(first=date_words(days[0]), last=date_words(days[-1]))


def _venues(setting: Setting) -> list[str]:
    return list(dict.fromkeys(s.venue.strip() for s in setting.sessions if s.venue.strip()))


def _people(audience: str, count: int | None) -> str:
    number = "" if count is None else ngettext("{count} person", "{count} people", count)
    number = number.format(count=count).replace(" ", "\u00a0")
    return ", ".join(filter(None, (audience, number)))
