"""The groups: who sits with whom at each table, and who meets whom in each round of pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiplanner.app.group_words import for_whom, group_name, groups_on, rounds_of
from aiplanner.app.paper_words import session_name, session_number
from aiplanner.domain.people import Group, Grouping, GroupingKind, Person
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import TIGHT, Column, Line
from aiplanner.packs.setting import Draft, Setting

NO_GROUPS = (
    _("No groups are made yet."),
    _("Make them among the people of the programme, and who sits with whom stands here."),
)
"""What is not there, and what is to be done."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One for each way of grouping; a sentence where there is none."""
    title = _("Groups")
    found = groups_on(setting.programme, [session.id for session in setting.sessions])
    for grouping in found:
        named = grouping.title or (_("Pairs") if _pairs(grouping) else title)
        whom = for_whom(setting.programme, grouping)
        story = blocks.title(named, _meets(grouping, setting), outline=f"{named}, {whom}")
        write = _rounds if _pairs(grouping) else _groups
        yield Draft(named, [*story, *write(grouping, setting, blocks)], _number(grouping, setting))
    if not found:
        yield Draft(title, [*blocks.title(title), *blocks.empty(*NO_GROUPS)])


def _meets(grouping: Grouping, setting: Setting) -> str:
    session = _session(grouping, setting)
    return session_name(setting.programme, session) if session else _("For the whole programme")


def _groups(grouping: Grouping, setting: Setting, blocks: Blocks) -> Story:
    """A heading a group with its room, and its people."""
    programme, story = setting.programme, []
    for number, group in enumerate(programme.groups_of(grouping.id), 1):
        name = group_name(programme, group, number)
        head = _("{group} · {room}").format(group=name, room=group.room) if group.room else name
        story += _small(head, blocks)
        people = programme.members_of(group.id)
        lines = [Line((person.name, person.organisation)) for person in people]
        columns = (
            Column(_("Name"), 10, 1, leads=True, strong=True),
            Column(_("Organisation"), 8, 1),
        )
        if lines:
            story += blocks.table(columns, lines, together=True, air=TIGHT)
        else:
            story += blocks.text(_("Nobody yet."))
    return story


def _small(text: str, blocks: Blocks) -> Story:
    """A heading in smaller type, so that more groups stand on a page."""
    story = blocks.entry(text)
    for heading in story:
        heading.listed = False
    return story


def _rounds(grouping: Grouping, setting: Setting, blocks: Blocks) -> Story:
    """Round by round who meets, then for each person whom they meet."""
    programme, story = setting.programme, []
    rounds = rounds_of(programme, grouping)
    for number, groups in enumerate(rounds, 1):
        story += blocks.before(blocks.heading(_("Round {number}").format(number=number)))
        lines = [
            Line((group_name(programme, group, n), _together(programme.members_of(group.id))))
            for n, group in enumerate(groups, 1)
        ]
        columns = (Column(_("Pair"), 5, leads=True), Column(_("Who meets"), 15, 1))
        story += blocks.table(columns, lines, air=TIGHT)
    story += blocks.before(blocks.heading(_("Everybody’s partners"), listed=True))
    return story + _partners(rounds, setting, blocks)


def _partners(rounds: Sequence[Sequence[Group]], setting: Setting, blocks: Blocks) -> Story:
    met: dict[Person, list[str]] = {}
    for number, groups in enumerate(rounds):
        for group in groups:
            people = setting.programme.members_of(group.id)
            for person in people:
                mine = met.setdefault(person, [""] * len(rounds))
                mine[number] = _together([other for other in people if other != person])
    columns = (
        Column(_("Name"), 8, 1, leads=True, strong=True),
        *(Column(_("Round {number}").format(number=n + 1), 8, 1) for n in range(len(rounds))),
    )
    everybody = sorted(met, key=lambda person: person.name.casefold())
    return blocks.table(columns, [Line((p.name, *met[p])) for p in everybody])


def _together(people: Sequence[Person]) -> str:
    names = [person.name for person in people]
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _pairs(grouping: Grouping) -> bool:
    return grouping.kind is GroupingKind.PAIRS


def _number(grouping: Grouping, setting: Setting) -> str:
    session = _session(grouping, setting)
    return "" if session is None else str(session_number(setting.programme, session))


def _session(grouping: Grouping, setting: Setting) -> Session | None:
    """The one it is made for, where the pack holds it."""
    return next((s for s in setting.sessions if s.id == grouping.session_id), None)
