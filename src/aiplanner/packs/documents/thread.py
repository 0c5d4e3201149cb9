"""The thread on paper: each action and promise with all it grew from, and what is not tied yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from aiplanner.app.consent import may_be_shown, said
from aiplanner.app.finding_words import word_name
from aiplanner.app.paper_words import date_words
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

_REPEATED = 250
"""Rows that all chains may take together; with more, what was told before is named by number."""
_PAIR = 2
"""Numbers in a row that are named one by one; of more, the first and the last."""
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
        story += blocks.empty(
            _("Nothing has been found yet."),
            _("It begins with topics and stories, and leads from them to what people do."),
        )
    elif not thread.knots:
        story += blocks.empty(
            _("Nothing is tied together yet."),
            _("Say of each finding what it grew from, and the way to it stands here."),
        )
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
    alone: list[Line] = []
    for chain in chains:
        rows = [key for key in chain.rows if repeat or key == chain.head or key not in told]
        before = [numbers[key] for key in chain.rows if key not in rows]
        told.update(rows)
        head = thread.rows[chain.head]
        if rows == [chain.head] and not isinstance(head, Action | Promise):
            with_it = _("With {numbers}.").format(numbers=", ".join(_runs(before)))
            alone.append(_line(head, numbers[chain.head], blocks, with_it if before else ""))
            continue
        story += _headed(head, blocks, listed=len(chains) <= _LISTED)
        if before:
            story += blocks.before(blocks.note(_above(before)))
        story += blocks.table(_COLUMNS, [_line(thread.rows[k], numbers[k], blocks) for k in rows])
    if alone:
        story += [*blocks.heading(_("What else is tied"), listed=True)]
        story += blocks.table(_COLUMNS, alone)
    return story


def _above(numbers: list[int]) -> str:
    """The numbers of what was told before, in runs; empty for none."""
    if not numbers:
        return ""
    told = _("With it belong these numbers, told above: {numbers}.")
    return told.format(numbers=", ".join(_runs(numbers)))


def _runs(numbers: list[int]) -> Iterator[str]:
    """Numbers that rise, as "1 to 3", "7", "8"."""
    for _step, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _place, number in group]
        if len(run) > _PAIR:
            yield _("{first} to {last}").format(first=run[0], last=run[-1])
        else:
            yield from map(str, run)


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


def _line(row: Finding, number: int, blocks: Blocks, above: str = "") -> Line:
    kind = kind_words(row)
    words = [*blocks.styled(_said(row), blocks.styles.cell)]
    words += blocks.styled(_facts(row), blocks.styles.cell_note)
    words += blocks.styled(above, blocks.styles.cell_note)
    return Line((str(number), f"{kind[:1].upper()}{kind[1:]}", words))


def _said(row: Finding) -> str:
    """What a finding says; of a story that is not to be shared, only that there is one."""
    return (said(row) or text_of(row)) if may_be_shown(row) else _NOT_SHARED


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
            yield _said(row)
        else:
            private += 1
    if private:
        words = ngettext(
            "{count} story that is not shared", "{count} stories that are not shared", private
        )
        yield words.format(count=private)
