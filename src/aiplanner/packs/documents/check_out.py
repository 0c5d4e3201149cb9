"""The check-out sheet: what a person takes away from a session, in their own hand."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.words import day_words, session_name, session_number

_AROUND = 20
"""Ems of the page that titles, questions and the room between them take."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One a session; one to be used for any where there is none."""
    title = _("Check-out sheet")
    for session in setting.sessions:
        number = str(session_number(setting.programme, session))
        name = session_name(setting.programme, session)
        yield Draft(title, _sheet(session, setting, blocks), number, name)
    if not setting.sessions:
        lead = blocks.lead(_("For the end of a session."))
        story = [*blocks.title(title), *lead, *blocks.question(_("Session and date"), 1)]
        yield Draft(title, [*story, *_questions(blocks)])


def _sheet(session: Session, setting: Setting, blocks: Blocks) -> Story:
    name = session_name(setting.programme, session)
    title, day = _("Check-out sheet"), day_words(session.day) if session.day else ""
    lead = " · ".join(filter(None, (name, day)))
    outline = _("Check-out sheet, {session}").format(session=name)
    return [*blocks.title(title, lead, outline=outline), *_questions(blocks)]


def _questions(blocks: Blocks) -> Story:
    questions = (
        _("What gave me energy today?"),
        _("What will I try before we meet again?"),
        _("What would make the next session even better?"),
    )
    room = blocks.sheet.height - _AROUND * blocks.styles.body.fontSize
    lines = int(room / len(questions) / blocks.styles.profile.pitch)
    story = blocks.text(_("A few words are enough. You need not give your name."))
    for question in questions:
        story += blocks.question(question, max(lines, 2))
    return story
