"""The list of what is to be done before meeting again."""

from __future__ import annotations

from aiplanner.app.agenda_text import task_words
from aiplanner.domain.cycle import Kind
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.setting import Setting


def tasks_of(session: Session, setting: Setting) -> list[Item]:
    """The session's planned tasks."""
    items = setting.items(session)
    return [item for item in items if item.kind is Kind.TASK and item.live]


def task_list(session: Session, setting: Setting, blocks: Blocks) -> Story:
    """The tasks under a line that names them; nothing when there are none."""
    tasks = tasks_of(session, setting)
    if not tasks:
        return []
    named = blocks.strong(_("Before we meet again"))
    return [blocks.gap(0.8), *named, *blocks.bullets(map(task_words, tasks))]
