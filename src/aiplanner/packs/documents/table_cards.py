"""A card for each table: its name large, its room, and who sits there."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.group_words import for_whom, group_name, groups_on
from aiplanner.domain.people import Group, Grouping, GroupingKind
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.cards import CardFace
from aiplanner.packs.documents.group_lists import NO_GROUPS
from aiplanner.packs.people_cards import Faces, sheets_of
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.styles import CardStyles

_HALF_OR_WHOLE = ((1, 2), (1, 1))
"""Two cards a sheet (A5), or one."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One set of cards for each way of grouping; pairs find a place of their own."""
    title = _("Table cards")
    found = groups_on(setting.programme, [session.id for session in setting.sessions])
    tables = [g for g in found if g.kind is GroupingKind.GROUPS]
    tables = [g for g in tables if setting.programme.groups_of(g.id)]
    for grouping in tables:
        yield Draft(title, sheets_of(_faces(grouping, setting, blocks), _HALF_OR_WHOLE, blocks))
    if not tables:
        yield Draft(title, [*blocks.title(title), *blocks.empty(*NO_GROUPS)])


def _faces(grouping: Grouping, setting: Setting, blocks: Blocks) -> Faces:
    programme = setting.programme
    whom = for_whom(programme, grouping)
    named = [
        (group_name(programme, group, number), group)
        for number, group in enumerate(programme.groups_of(grouping.id), 1)
    ]

    def face(name: str, group: Group, styles: CardStyles) -> CardFace:
        outline = _("{group}, {whom}").format(group=name, whom=whom)
        story = [
            blocks.headed(name, styles.banner, outline),
            *blocks.styled(group.room, styles.word),
        ]
        for person in programme.members_of(group.id):
            story += blocks.styled(person.name, styles.below)
        return CardFace(story, centred=True)

    return lambda styles: [face(name, group, styles) for name, group in named]
