"""Which items belong on a timetable, and the list of what is to be done before meeting again."""

from __future__ import annotations

from aiplanner.app.paper_words import date_words, item_title
from aiplanner.domain.cycle import Kind
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.setting import Setting


def shown(item: Item) -> bool:
    """Whether participants meet the item on the day: neither parked nor skipped, and no task."""
    return item.live and item.kind is not Kind.TASK


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
    return [blocks.gap(0.8), *named, *blocks.bullets(map(_task, tasks))]


def _task(item: Item) -> str:
    if item.due is None:
        return item_title(item)
    return _("{title}, by {date}").format(title=item_title(item), date=date_words(item.due))
