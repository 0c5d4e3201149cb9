"""The thread on paper: each action and promise with all it grew from, and what is not tied yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aiplanner.app.consent import may_be_shown
from aiplanner.app.finding_words import word_name
from aiplanner.app.thread_words import ORPHAN_WORDS, kind_words, text_of
from aiplanner.domain.findings import Action, Finding, Promise, Review
from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import (
    Orphan,
    Thread,
    ancestry,
    descent,
    in_thread,
    orphans,
    thread_of,
)
from aiplanner.domain.thread_layout import arranged
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.runs import plain
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.thread_picture import thread_picture
from aiplanner.packs.words import date_words

_REPEATED = 250
"""Rows that all chains may take together; with more, what was told before is named by number."""
_LISTED = 20
"""Most chains that the contents of a pack name."""
_NOT_SHARED = _("A story that is not shared")
_COLUMNS = (
    Column(_("No."), 2.6, leads=True),
    Column(_("What"), 8.2, leads=True),
    Column(_("Finding"), 14, 1, named=False),
)


@dataclass(frozen=True, slots=True)
class _Chain:
    """A finding, and in the order of a cycle all it grew from and all that became of it."""

    head: RowId
    rows: tuple[RowId, ...]


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document."""
    title = _("The thread")
    story = blocks.title(title, _("From what people told to what is done about it."))
    thread = thread_of(setting.programme)
    if not thread.rows:
        story += blocks.text(_("Nothing has been found yet."))
    elif not thread.knots:
        story += blocks.text(_("Nothing is tied together yet."))
    else:
        story += _tied(thread, blocks)
    story += _loose(thread, blocks)
    yield Draft(title, story)


def _tied(thread: Thread, blocks: Blocks) -> Story:
    shown = [key for key in in_thread(thread) if thread.tied(key)]
    numbers = {key: n for n, key in enumerate(shown, 1)}
    story = thread_picture(thread, arranged(thread, set(shown)), numbers, blocks)
    chains = list(_chains(thread, numbers))
    repeat = sum(len(chain.rows) for chain in chains) <= _REPEATED
    told: set[RowId] = set()
    for chain in chains:
        rows = [key for key in chain.rows if repeat or key == chain.head or key not in told]
        before = [numbers[key] for key in chain.rows if key not in rows]
        told.update(rows)
        head = thread.rows[chain.head]
        story += _headed(head, blocks, listed=len(chains) <= _LISTED)
        story += blocks.table(_COLUMNS, [_line(thread.rows[k], numbers[k], blocks) for k in rows])
        if before:
            told_above = _("With it belong these numbers, told above: {numbers}.")
            story.append(blocks.gap(0.4))
            story += blocks.note(told_above.format(numbers=", ".join(map(str, before))))
    return story


def _headed(head: Finding, blocks: Blocks, *, listed: bool) -> Story:
    story = blocks.entry(plain(_said(head)))
    for heading in story:
        heading.listed = listed
    return story


def _chains(thread: Thread, numbers: Mapping[RowId, int]) -> Iterator[_Chain]:
    """A chain for each action and promise; then, from the end, for whatever is in none of them."""
    heads = [key for key in numbers if isinstance(thread.rows[key], Action | Promise)]
    covered: set[RowId] = set()
    for head in heads:
        covered.update(chain := _whole(thread, head, numbers))
        yield _Chain(head, chain)
    for head in reversed([*numbers]):
        if head not in covered:
            covered.update(chain := _whole(thread, head, numbers))
            yield _Chain(head, chain)


def _whole(thread: Thread, head: RowId, numbers: Mapping[RowId, int]) -> tuple[RowId, ...]:
    whole = {head, *ancestry(thread, head), *descent(thread, head)}
    return tuple(key for key in numbers if key in whole)


def _line(row: Finding, number: int, blocks: Blocks) -> Line:
    kind = kind_words(row)
    words = [*blocks.styled(_said(row), blocks.styles.cell)]
    words += blocks.styled(_facts(row), blocks.styles.cell_note)
    return Line((str(number), f"{kind[:1].upper()}{kind[1:]}", words))


def _said(row: Finding) -> str:
    """What a finding says; of a story that is not to be shared, only that there is one."""
    return text_of(row) if may_be_shown(row) else _NOT_SHARED


def _facts(row: Finding) -> str:
    """By when and how far, of what is agreed; and who does an action.

    Who made a promise is between those who heard it, as in the report.
    """
    if not isinstance(row, Action | Promise | Review):
        return ""
    due = _("by {day}").format(day=date_words(row.due)) if row.due else ""
    if isinstance(row, Review):
        return due
    who = row.person.strip() if isinstance(row, Action) else ""
    return " · ".join(filter(None, (who, due, word_name(row.progress))))


def _loose(thread: Thread, blocks: Blocks) -> Story:
    found = orphans(thread)
    if not found:
        return []
    story = blocks.heading(_("Not tied yet"), listed=True)
    for orphan in Orphan:
        rows = [thread.rows[key] for key, kind in found.items() if kind is orphan]
        if rows:
            story += blocks.strong(ORPHAN_WORDS[orphan])
            story += blocks.bullets(_listed(rows))
    return story


def _listed(rows: Iterable[Finding]) -> Iterator[str]:
    """What findings say, one each; stories that are not shared are counted."""
    private = 0
    for row in rows:
        if may_be_shown(row):
            yield text_of(row)
        else:
            private += 1
    if private:
        words = ngettext(
            "{count} story that is not shared", "{count} stories that are not shared", private
        )
        yield words.format(count=private)
