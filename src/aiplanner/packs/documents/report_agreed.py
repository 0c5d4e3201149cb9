"""What the cycle report tells of what was agreed: statements with their thread, and actions."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from aiplanner.app.consent import is_told, said
from aiplanner.app.finding_counts import counted
from aiplanner.app.finding_words import PROGRESS_NAMES, word_name
from aiplanner.app.paper_words import date_words
from aiplanner.domain.findings import (
    SORT_OF,
    Action,
    Progress,
    Promise,
    PromiseKind,
    Sort,
    Statement,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import Thread, ancestry, descent, thread_of
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import DASH, Column, Line
from aiplanner.packs.setting import Setting

_BEHIND = (Sort.STORY, Sort.THEME)
"""What is counted behind a statement: the voices, and what runs through them."""
_AHEAD = (Sort.PROMISE, Sort.ACTION)
_ENDED = frozenset({Progress.DONE, Progress.DROPPED})


def stated(setting: Setting, blocks: Blocks) -> Story:
    """The statements, each with the thread behind it and ahead of it in numbers."""
    thread = thread_of(setting.programme)
    lines = [
        Line((statement.text, _behind(statement, thread), _ahead(statement, thread)))
        for statement in setting.programme.statements
        if statement.text.strip()
    ]
    title = setting.head.statement_label.strip() or _("Possibility statement")
    columns = (
        Column(title, 14, 2, leads=True, strong=True),
        Column(_("Grew from"), 7.5),
        Column(_("Led to"), 7.5),
    )
    return blocks.table(columns, lines) if lines else []


def _behind(statement: Statement, thread: Thread) -> str:
    """What it grew from; in words where no story is behind it."""
    found = _numbers(ancestry(thread, statement.id), thread)
    return _told(found, _BEHIND) or _("not tied to stories yet")


def _ahead(statement: Statement, thread: Thread) -> str:
    return _told(_numbers(descent(thread, statement.id), thread), _AHEAD) or DASH


def _numbers(found: dict[RowId, int], thread: Thread) -> Counter[Sort]:
    return Counter(SORT_OF[type(thread.rows[key])] for key in found)


def _told(found: Counter[Sort], sorts: tuple[Sort, ...]) -> str:
    told = (counted(sort, found[sort]) for sort in sorts if found[sort])
    return ", ".join(words.replace(" ", "\u00a0") for words in told)


def agreed(setting: Setting, blocks: Blocks) -> Story:
    """The actions with who, when and how far; promises without who made them."""
    today = setting.options.made.date()
    lines = [
        Line(
            (
                _what(action, blocks),
                action.person.strip() or DASH,
                _due(action),
                _far(action, today),
            )
        )
        for action in setting.programme.actions
        if action.text.strip()
    ]
    columns = (
        Column(_("What"), 12, 4, leads=True, strong=True),
        Column(_("Who"), 6, 1),
        Column(_("By"), 7),
        Column(_("How far"), 6),
    )
    story = blocks.table(columns, lines) if lines else []
    return [*story, *_promised(setting, blocks)]


def _what(action: Action, blocks: Blocks) -> Story:
    return [
        *blocks.cell(action.text),
        *blocks.cell_facts(
            [
                (_("We shall know by:"), action.measure),
                (_("Seen when we looked again:"), action.reviewed),
            ]
        ),
    ]


def _due(action: Action) -> str:
    return _("no date yet") if action.due is None else date_words(action.due)


def _far(action: Action, today: date) -> str:
    """Its progress, and in words that its day is past."""
    progress = PROGRESS_NAMES[action.progress]
    late = action.due is not None and action.due < today and action.progress not in _ENDED
    return _("{progress}, overdue").format(progress=progress) if late else progress


def _promised(setting: Setting, blocks: Blocks) -> Story:
    """How many promises of each kind, and what they are: a sponsor is asked for some of it.

    Who made them is between those who heard them; one that names its maker is only counted.
    """
    promises = [promise for promise in setting.programme.promises if is_told(promise)]
    if not promises:
        return []
    kinds = Counter(promise.kind for promise in promises)
    told = (
        (PromiseKind.COMMITMENT, ngettext("{n} commitment", "{n} commitments", kinds[_C])),
        (PromiseKind.OFFER, ngettext("{n} offer", "{n} offers", kinds[_O])),
        (PromiseKind.REQUEST, ngettext("{n} request", "{n} requests", kinds[_R])),
    )
    counts = (text.format(n=kinds[kind]) for kind, text in told if kinds[kind])
    words = ", ".join(count.replace(" ", "\u00a0") for count in counts)
    head = _("Besides, people made promises: {words}.").format(words=words)
    shown = [_promise(promise) for promise in promises if not _names_maker(promise)]
    more = len(shown) - _MOST
    story = blocks.before(blocks.text(head)) if shown else blocks.text(head)
    story += blocks.bullets(shown[:_MOST])
    return [blocks.gap(0.4), *story, *(blocks.note(_more(more)) if more > 0 else [])]


_C, _O, _R = PromiseKind.COMMITMENT, PromiseKind.OFFER, PromiseKind.REQUEST
_MOST = 12
"""Promises that are told in their own words, as many as stories."""


def _promise(promise: Promise) -> str:
    kind = word_name(promise.kind)
    return _("{kind}: {text} ({progress})").format(
        kind=f"{kind[:1].upper()}{kind[1:]}",
        text=said(promise),
        progress=PROGRESS_NAMES[promise.progress],
    )


def _names_maker(promise: Promise) -> bool:
    """Whether its text holds the name of who made it, whole or the first name alone."""
    words = promise.person.split()
    called = words[:1] if all(word[0].isupper() for word in words) else []  # "A porter" is a part
    names = {" ".join(words), *called} - {""}
    text = said(promise)
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names)


def _more(count: int) -> str:
    return ngettext("And {count} more promise.", "And {count} more promises.", count).format(
        count=count
    )
