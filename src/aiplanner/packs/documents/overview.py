"""The programme overview: what it is for, its cycle, its sessions, the work between them."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import phase_guide, phase_label
from aiplanner.app.paper_words import (
    date_words,
    item_title,
    minutes_words,
    programme_title,
    session_name,
    when_words,
)
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Kind, Phase
from aiplanner.domain.findings import Sort
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.found import printable
from aiplanner.packs.grid import DASH, Column, Line
from aiplanner.packs.setting import Draft, Setting


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document."""
    head = setting.head
    story = blocks.title(_("Programme overview"), programme_title(setting.programme))
    story += blocks.text(head.purpose)
    story += _topics(setting, blocks)
    if head.outcomes.strip():
        story += blocks.heading(_("What we leave with"))
        story += blocks.bullets(head.outcomes.splitlines())
    story += _cycle(setting, blocks)
    story += _sessions(setting, blocks)
    story += _tasks(setting, blocks)
    yield Draft(_("Programme overview"), story)


def _topics(setting: Setting, blocks: Blocks) -> Story:
    topics = [" ".join(row.text.split()) for row in printable(setting.programme, Sort.TOPIC)]
    return [*blocks.heading(_("What we ask about")), *blocks.bullets(topics)] if topics else []


def _cycle(setting: Setting, blocks: Blocks) -> Story:
    spent = coverage(setting.programme).phases
    columns = (
        Column(_("Phase"), 8, leads=True, strong=True),
        Column(_("We ask"), 14, 1, named=False),
        Column(_("Time"), 6),
    )
    lines = [
        Line(
            (
                blocks.phase(phase, phase_label(setting.head, phase), strong=True),
                phase_guide(phase).question,
                minutes_words(spent[phase]) if spent.get(phase) else DASH,
            )
        )
        for phase in Phase
    ]
    return [*blocks.heading(_("The cycle")), *blocks.table(columns, lines)]


def _sessions(setting: Setting, blocks: Blocks) -> Story:
    story = blocks.heading(_("Sessions"))
    if not setting.sessions:
        return story + blocks.empty(
            _("No sessions yet."),
            _("Each that you plan stands here with its day, its place and its purpose."),
        )
    for session in setting.sessions:
        story += _session(session, setting, blocks)
    return story


def _session(session: Session, setting: Setting, blocks: Blocks) -> Story:
    clock = setting.clocks[session.id]
    phases = dict.fromkeys(i.phase for i in setting.items(session) if i.phase and _planned(i))
    minutes = clock.end - clock.start
    length = minutes_words(minutes) if minutes else ""
    story = blocks.heading(session_name(setting.programme, session), 3)
    story += blocks.before(blocks.text(session.purpose))
    facts = blocks.facts(
        [
            (_("When"), when_words(session, clock)),
            (_("Length"), "" if clock.clocked else length),
            (_("Where"), session.venue),
            (_("For whom"), session.audience),
            (_("Phases"), ", ".join(phase_label(setting.head, phase) for phase in phases)),
        ]
    )
    told = facts or session.purpose.strip()
    return story + (facts if told else blocks.note(_("Nothing is planned for it yet.")))


def _tasks(setting: Setting, blocks: Blocks) -> Story:
    tasks = [
        item
        for session in setting.sessions
        for item in setting.items(session)
        if item.kind is Kind.TASK and _planned(item)
    ]
    if not tasks:
        return []
    columns = (
        Column(_("By"), 8.5, leads=True, strong=True),
        Column(_("What"), 12, 2, leads=True),
        Column(_("Who"), 7, 1),
    )
    lines = [
        Line((date_words(t.due) if t.due else _("open"), item_title(t), t.lead or t.audience))
        for t in tasks
    ]
    return [*blocks.heading(_("Between the sessions")), *blocks.table(columns, lines)]


def _planned(item: Item) -> bool:
    return item.live
