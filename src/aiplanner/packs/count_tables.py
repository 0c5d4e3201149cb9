"""Counts of answers as tables: a row for each statement, a column for each point of its scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from aiplanner.app.evaluations import Asked
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import DASH, Column, Line

_QUESTION, _COUNT = 13, 4.6
"""Least widths in ems."""


def count_tables(asked: Iterable[Asked], blocks: Blocks) -> Story:
    """The questions in order; those with the same points share a table."""
    story: Story = []
    for points, some in groupby(asked, key=lambda one: tuple(one.counts)):
        story += _table(points, list(some), blocks)
        story.append(blocks.gap(0.4))
    return story


def _table(points: Sequence[str], asked: Sequence[Asked], blocks: Blocks) -> Story:
    columns = [Column(_("Question"), _QUESTION, 1, leads=True, strong=True)]
    columns += [Column(_capital(point), _COUNT, 0.2) for point in points]
    columns.append(Column(_("Answers"), _COUNT))
    return blocks.table(columns, [_line(one) for one in asked])


def _line(one: Asked) -> Line:
    counts = (str(count) if count else DASH for count in one.counts.values())
    return Line((one.words, *counts, str(one.answered)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
