"""The sign-in sheet of a session with the names of those who are expected, and rows for others."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.paper_words import session_name, session_number, when_words
from aiplanner.domain.people import Person
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.setting import Draft, Setting

_OTHERS = 4
"""Empty rows at least; one more for every ten who are expected."""
_SHARE = 10


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One a session; one for the programme where there is no session yet."""
    title, programme = _("Sign in"), setting.programme
    for session in setting.sheets(setting.sessions):
        away = programme.absent_from(session.id)
        people = [person for person in programme.people if person.id not in away]
        name = session_name(programme, session)
        story = blocks.title(title, name, outline=f"{title}, {name}")
        story += blocks.facts(_facts(session, setting))
        number = str(session_number(programme, session))
        yield Draft(title, [*story, *_sheet(people, blocks)], number, name, session.id)
    if not setting.sessions:
        yield Draft(title, [*blocks.title(title), *_sheet(list(programme.people), blocks)])


def _facts(session: Session, setting: Setting) -> list[tuple[str, str]]:
    return [
        (_("When"), when_words(session, setting.clocks[session.id])),
        (_("Where"), session.venue),
    ]


def _sheet(people: list[Person], blocks: Blocks) -> Story:
    """The names from A to Z with room to sign, then rows for those nobody expected."""
    columns = (
        Column(_("Name"), 9, 1, leads=True, strong=True),
        Column(_("Team, or who you come from"), 9, 1),
        Column(_("Signature"), 9, 1),
    )
    em = blocks.styles.body.fontSize
    room = [blocks.gap(blocks.pitch / em)]
    named = sorted(people, key=lambda person: person.name.casefold())
    lines = [Line((person.name, person.organisation, room)) for person in named]
    lines += [Line((room, [], [])) for _row in range(_OTHERS + len(people) // _SHARE)]
    why = _(
        "We keep this list so that we know who is here. We use it for nothing else, and destroy "
        "it when the work is done. You can leave any box empty."
    )
    return [blocks.gap(0.5), *blocks.text(why), blocks.gap(0.4), *blocks.table(columns, lines)]
