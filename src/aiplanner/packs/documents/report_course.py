"""What the cycle report tells of the cycle's course: why, what was done, by whom, what is next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aiplanner.app.content import handouts, phase_label
from aiplanner.app.evaluations import shown_counts, where
from aiplanner.app.paper_words import date_words, minutes_words, session_name
from aiplanner.domain.copies import people_of
from aiplanner.domain.coverage import coverage
from aiplanner.domain.findings import Review
from aiplanner.domain.grouping import comers
from aiplanner.domain.people import Person
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.count_tables import count_tables
from aiplanner.packs.documents.capability_map import map_story
from aiplanner.packs.grid import DASH, Column, Line
from aiplanner.packs.setting import Setting


def why(setting: Setting, blocks: Blocks) -> Story:
    """Purpose, what gave rise to it, its boundary, and the topics that were asked about."""
    head = setting.head
    story = blocks.text(head.purpose)
    story += blocks.facts(
        [
            (_("It began with"), head.issue),
            (_("It is about"), head.boundary),
        ]
    )
    topics = [topic.text for topic in setting.programme.topics if topic.text.strip()]
    if topics:
        story += [blocks.gap(0.4), *blocks.strong(_("We asked about")), *blocks.bullets(topics)]
    return story


def course(setting: Setting, blocks: Blocks) -> Story:
    """The sessions with their people counted; names only of those who carry the cycle."""
    if not setting.sessions:
        return []
    columns = (
        Column(_("When"), 8, leads=True),
        Column(_("What"), 13, 1, strong=True),
        Column(_("Time"), 5.5),
        Column(_("People"), 4.5),
    )
    lines = [Line(_session(session, setting, blocks)) for session in setting.sessions]
    story = blocks.table(columns, lines)
    people = setting.programme.people
    core = _names(person for person in people if person.core_team)
    leads = _names(person for person in people if person.facilitates)
    return [
        *story,
        blocks.gap(0.5),
        *blocks.facts([(_("Core team"), core), (_("Facilitators"), leads)]),
        *_evaluated(setting, blocks),
    ]


def _evaluated(setting: Setting, blocks: Blocks) -> Story:
    """How people found it: counts of five answers and more, and nothing that anybody wrote."""
    known = (*handouts(), *setting.options.own)
    story: Story = []
    for one in shown_counts(setting.programme, known, setting.sessions):
        told = ngettext("{sheet}: {count} answer", "{sheet}: {count} answers", one.sheets)
        named = where(setting.programme, one)
        story += blocks.strong(told.format(sheet=named, count=one.sheets))
        story += count_tables(one.asked, blocks)
    return [*blocks.heading(_("How people found it"), 3), *story] if story else []


def _session(session: Session, setting: Setting, blocks: Blocks) -> tuple[str | Story, ...]:
    clock = setting.clocks[session.id]
    live = [item for item in setting.items(session) if item.live and item.phase]
    phases = dict.fromkeys(item.phase for item in live if item.phase)
    named = ", ".join(phase_label(setting.head, phase) for phase in phases)
    minutes = clock.end - clock.start
    return (
        _when(session.day, setting.options.made.date()),
        blocks.cell(session_name(setting.programme, session), named),
        minutes_words(minutes) if minutes else DASH,
        _count(session, setting),
    )


def _when(day: date | None, today: date) -> str:
    if day is None:
        return _("no date yet")
    words = date_words(day)
    return _("{day}, to come").format(day=words) if day > today else words


def _count(session: Session, setting: Setting) -> str:
    """Those on the list who come; without a list the number that was planned for."""
    if any(person.takes_part for person in setting.programme.people):
        return str(len(comers(setting.programme, session.id)))
    planned = people_of(setting.programme, session)
    return DASH if planned is None else str(planned)


def _names(people: Iterable[Person]) -> str:
    return ", ".join(person.name.strip() for person in people if person.name.strip())


def leading(setting: Setting, blocks: Blocks) -> Story:
    """The capability map: its picture, its words and its numbers."""
    found = coverage(setting.programme)
    return map_story(found, setting, blocks, 3) if found.items else []


def next_steps(setting: Setting, blocks: Blocks) -> Story:
    """When it is looked at again and by whom; what was learned when it was."""
    today = setting.options.made.date()
    reviews = [review for review in setting.programme.reviews if _says(review)]
    coming = [r for r in reviews if not r.learned.strip() and r.due and r.due >= today]
    following = min(coming, key=lambda review: review.due or today, default=None)
    story = blocks.facts(
        [
            (_("Next review"), _review(following) if following else ""),
            (_("Who sees to it"), setting.head.follow_up),
        ]
    )
    held = [review for review in reviews if review.learned.strip()]
    late = [r for r in reviews if r not in held and r not in coming and r.due]
    if late:
        words = ngettext("A review is overdue:", "Reviews are overdue:", len(late))
        story += [blocks.gap(0.4), *blocks.strong(words), *blocks.bullets(map(_review, late))]
    if held:
        story += blocks.heading(_("What we learned when we looked again"), 3)
        story += [p for r in held for p in (*blocks.strong(_review(r)), *blocks.text(r.learned))]
    return story


def _says(review: Review) -> bool:
    return bool(review.text.strip() or review.due or review.learned.strip())


def _review(review: Review) -> str:
    parts = (date_words(review.due) if review.due else "", review.text.strip())
    return ": ".join(filter(None, parts)) or _("Review")
