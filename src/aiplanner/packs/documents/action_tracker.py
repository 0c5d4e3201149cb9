"""The action tracker: what is to be done, by whom and by when, of one programme or of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from aiplanner.app.action_words import WHEN_NAMES, count_words, what_words
from aiplanner.app.actions_due import When, in_order, when
from aiplanner.app.finding_words import PROGRESS_NAMES, SORT_NAMES
from aiplanner.app.paper_words import date_words, programme_title
from aiplanner.app.tracked import OVER, Tracked, tracked_in
from aiplanner.app.wording import near_day_text
from aiplanner.domain.findings import Progress, Sort
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.text import Passing

_ABOVE = 11
"""Ems of body type that stand above the rows of a blank tracker."""
_BLOCKS = 2
"""Actions that a blank tracker in large print has room for."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document: what is open under headings by date, then what is done or dropped."""
    title, today = _("Action tracker"), setting.options.made.date()
    several = bool(setting.options.tracked)
    found = in_order(setting.options.tracked or tracked_in(setting.programme))
    open_ones = [one for one in found if one.progress not in OVER]
    story = blocks.title(title, "" if several else programme_title(setting.programme))
    counts = count_words(open_ones, today) or _("nothing is open")
    stood = _("On {day}: {counts}").format(day=date_words(today), counts=counts)
    story += blocks.note(Passing(blocks.gate(stood)))
    if not found:
        story += blocks.text(_("No actions, promises or reviews are written down yet."))
        story += _by_hand(blocks, several=several)
    for name, some in _parts(found, today):
        if some:
            story += blocks.heading(name, listed=True)
            story += _table(some, today, blocks, several=several)
    yield Draft(title, story)


def _parts(found: Sequence[Tracked], today: date) -> Iterator[tuple[str, list[Tracked]]]:
    for kind in When:
        still = [one for one in found if one.progress not in OVER and when(one, today) is kind]
        yield WHEN_NAMES[kind], still
    yield _("Done"), [one for one in found if one.progress is Progress.DONE]
    yield _("Dropped"), [one for one in found if one.progress is Progress.DROPPED]


def _columns(*, several: bool) -> tuple[Column, ...]:
    return (
        Column(_("What"), 12, 2, leads=True, strong=True),
        Column(_("Who"), 7, 1),
        Column(_("By when"), 8.2),
        Column(_("First step"), 9, 2),
        Column(_("How far"), 8.6),
        Column(_("Programme") if several else _("Notes"), 6, 1),
    )


def _table(found: Sequence[Tracked], today: date, blocks: Blocks, *, several: bool) -> Story:
    lines = [
        Line(
            (
                what_words(one),
                " ".join(one.person.split()),
                _by(one, one.due, today),
                _first_step(one, today),
                _how_far(one),
                (one.title or _("Without a title")) if several else "",
            )
        )
        for one in found
    ]
    return blocks.table(_columns(several=several), lines)


def _by_hand(blocks: Blocks, *, several: bool) -> Story:
    """Room to write the first ones down: rows, or in large print one fact under the other."""
    if blocks.sheet.profile.large:
        asked = (_("What"), _("Who, and by when"), _("First step"))
        sets = [[p for a in asked for p in blocks.question(a, 1)] for _n in range(_BLOCKS)]
        return [part for one in sets for part in (*blocks.before(one), blocks.gap(0.4))]
    em, pitch = blocks.styles.body.fontSize, blocks.pitch
    columns, room = _columns(several=several), [blocks.gap(pitch / em)]
    rows = int((blocks.sheet.height - _ABOVE * em) / (pitch + em))
    empty = [Line((room, *([] for _column in columns[1:]))) for _row in range(rows)]
    return [blocks.gap(0.4), *blocks.table(columns, empty)]


def _by(one: Tracked, day: date | None, today: date) -> str:
    """A day, and in words that it is past while it still counts."""
    if day is None:
        return ""
    said = _day(day, today)
    late = day < today and one.progress not in OVER
    return _("{day}, overdue").format(day=said) if late else said


def _day(day: date, today: date) -> str:
    """A day, kept on one line."""
    return near_day_text(day, today).replace(" ", "\u00a0")


def _first_step(one: Tracked, today: date) -> str:
    step = " ".join(one.first_step.split())
    if one.first_due is None:
        return step
    taken = one.progress is not Progress.PLANNED
    by = _day(one.first_due, today) if taken else _by(one, one.first_due, today)
    return _("{step} ({day})").format(step=step, day=by) if step else by


def _how_far(one: Tracked) -> str:
    match one.sort:
        case Sort.REVIEW:
            return _("review held") if one.progress is Progress.DONE else SORT_NAMES[one.sort]
        case Sort.PROMISE:
            return _("{sort}, {progress}").format(
                sort=SORT_NAMES[one.sort], progress=PROGRESS_NAMES[one.progress]
            )
        case _:
            return PROGRESS_NAMES[one.progress]
