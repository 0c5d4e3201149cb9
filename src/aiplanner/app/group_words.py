"""What groups, tables and pairs are called, and how many there are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aiplanner.domain.ids import RowId
from aiplanner.domain.pairing import TRIO
from aiplanner.domain.people import Group, Grouping, GroupingKind, Mix
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

MIX_NAMES = {
    Mix.NONE: _("by chance"),
    Mix.ORGANISATION: _("mixing organisations"),
    Mix.JOB: _("mixing roles"),
}


def group_name(programme: Programme, group: Group, number: int) -> str:
    """What a group is called; `number` counts from 1 in its round."""
    if group.title:
        return group.title
    if programme.get(group.grouping_id, Grouping).kind is GroupingKind.GROUPS:
        return _("Group {number}").format(number=number)
    trio = len(programme.members_of(group.id)) == TRIO
    return (_("Trio {number}") if trio else _("Pair {number}")).format(number=number)


def for_whom(programme: Programme, grouping: Grouping) -> str:
    """The session a grouping is for, or the whole programme."""
    if grouping.session_id is None:
        return _("the whole programme")
    session = programme.get(grouping.session_id, Session)
    number = programme.sessions.index(session) + 1
    return (
        f"{number}  {session.title}"
        if session.title
        else _("session {number}").format(number=number)
    )


def grouping_name(programme: Programme, grouping: Grouping) -> str:
    """What a grouping is called where one is chosen."""
    pairs = grouping.kind is GroupingKind.PAIRS
    title = grouping.title or (_("Pairs") if pairs else _("Groups"))
    whom = for_whom(programme, grouping)
    return _("{title} · {whom}").format(title=title, whom=whom)


def groups_text(sizes: Sequence[int]) -> str:
    """How many groups of which sizes: "4 groups: 3 of 5, 1 of 6"."""
    count = ngettext("{count} group", "{count} groups", len(sizes)).format(count=len(sizes))
    kinds = Counter(sizes)
    if len(kinds) == 1:
        return _("{groups} of {size}").format(groups=count, size=sizes[0])
    parts = (
        _("{count} of {size}").format(count=number, size=size)
        for size, number in sorted(kinds.items(), reverse=True)
    )
    return _("{groups}: {parts}").format(groups=count, parts=", ".join(parts))


def all_groupings(programme: Programme) -> list[Grouping]:
    """Every grouping: those of the programme, then those of its sessions in order."""
    found = list(programme.groupings())
    for session in programme.sessions:
        found += programme.groupings(session.id)
    return found


def as_table(programme: Programme, grouping: Grouping) -> str:
    """The groups as lines for other programs: round, group, room, name, organisation."""
    heads = (_("Round"), _("Group"), _("Room"), _("Name"), _("Organisation"))
    lines = ["\t".join(heads)]
    numbers = Counter[int]()
    for group in programme.groups_of(grouping.id):
        numbers[group.round] += 1
        name = group_name(programme, group, numbers[group.round])
        for person in programme.members_of(group.id):
            cells = (str(group.round), name, group.room, person.name, person.organisation)
            lines.append("\t".join(cells))
    return "\n".join(lines)


def groups_on(programme: Programme, sessions: Sequence[RowId]) -> list[Grouping]:
    """The groupings of the programme as a whole and of these sessions."""
    found = all_groupings(programme)
    return [g for g in found if g.session_id is None or g.session_id in sessions]


def rounds_of(programme: Programme, grouping: Grouping) -> list[list[Group]]:
    """The groups of a grouping, round by round."""
    rounds: dict[int, list[Group]] = {}
    for group in programme.groups_of(grouping.id):
        rounds.setdefault(group.round, []).append(group)
    return list(rounds.values())
