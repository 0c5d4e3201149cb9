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
from aiplanner.packs.snug import high
from aiplanner.packs.tables import TaggedTable, row_heights

_OTHERS = 4
"""Empty rows at least; one more for every ten who are expected, and what fills the page."""
_SHARE = 10


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One a session; one for the programme where there is no session yet."""
    title, programme = _("Sign in"), setting.programme
    for session in setting.sheets(setting.sessions):
        away = programme.absent_from(session.id)
        people = [person for person in programme.people if person.id not in away]
        name = session_name(programme, session)
        story = blocks.title(title, name, outline=f"{title}, {name}")
        story += [*blocks.facts(_facts(session, setting)), blocks.gap(0.5)]
        number = str(session_number(programme, session))
        yield Draft(title, [*story, *_sheet(people, story, blocks)], number, name, session.id)
    if not setting.sessions:
        story = blocks.title(title)
        yield Draft(title, [*story, *_sheet(list(programme.people), story, blocks)])


def _facts(session: Session, setting: Setting) -> list[tuple[str, str]]:
    return [
        (_("When"), when_words(session, setting.clocks[session.id])),
        (_("Where"), session.venue),
    ]


def _sheet(people: list[Person], above: Story, blocks: Blocks) -> Story:
    """The names from A to Z with room to sign, then rows for those nobody expected.

    There are as many of these as the last page has room for; `above` is what stands over the list.
    """
    columns = (
        Column(_("Name"), 9, 1, leads=True, strong=True),
        Column(_("Team, or who you come from"), 9, 1),
        Column(_("Signature"), 9, 1),
    )
    em = blocks.styles.body.fontSize
    room = [blocks.gap(blocks.pitch / em)]
    named = sorted(people, key=lambda person: person.name.casefold())
    lines = [Line((person.name, person.organisation, room)) for person in named]
    empty = Line((room, [], []))
    lines += [empty] * (_OTHERS + len(people) // _SHARE)
    why = _(
        "We keep this list so that we know who is here. We use it for nothing else, and destroy "
        "it when the work is done. You can leave any box empty."
    )
    said = [*blocks.text(why), blocks.gap(0.4)]
    lines += [empty] * _more(blocks.table(columns, lines), [*above, *said], blocks)
    return [*said, *blocks.table(columns, lines)]


def _more(rows: Story, above: Story, blocks: Blocks) -> int:
    """How many more rows as high as the last one stand on the last page; none for blocks."""
    table, width = rows[0], blocks.sheet.width
    if not isinstance(table, TaggedTable):
        return 0
    head, *heights = row_heights(table, width)
    left = blocks.sheet.height - high([*above, *rows], width) + sum(heights) - 1
    for height in heights:
        left = (left if height <= left else blocks.sheet.height - head - 1) - height
    return max(0, int(left // heights[-1]))
