"""The logic model on one page: five columns from what helps to how we shall know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aiplanner.app.logic_words import (
    COLUMNS,
    PART_HEADINGS,
    PART_PROMPTS,
    ground_words,
    notes_of,
)
from aiplanner.app.paper_words import programme_title
from aiplanner.domain.edits.logic import Ground, stands_on
from aiplanner.domain.findings import LogicNote, LogicPart
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.elastic import Boxes, Lines
from aiplanner.packs.filling import filled
from aiplanner.packs.grid import DASH, Column, Line
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.text import Markup

_LEAST = 9.5
"""Ems of a column at the least: narrower than that, the parts stand one under the other."""


_WIDER = 6
"""Ems that the column of three parts has more."""
_PAGES, _PAGES_LARGE = 1, 3
_LINES, _GROWS = 3, 3
"""Lines under each part of a sheet to write on, and how far they grow."""

Marks = Mapping[RowId, str]


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document; a sheet to fill in by hand where nothing is entered."""
    title, programme = _("Logic model"), setting.programme
    if any(note.text.strip() for note in programme.logic):
        lead = programme_title(programme)
        write = _table if _across(blocks) else _stacked
        yield Draft(title, [*blocks.title(title, lead), *write(programme, blocks)])
    else:
        yield Draft(title, _blank(title, setting.head.title.strip(), blocks))


def _across(blocks: Blocks) -> bool:
    """Whether the columns have room beside each other."""
    return blocks.sheet.width >= len(COLUMNS) * _LEAST * blocks.room.em


def _table(programme: Programme, blocks: Blocks) -> Story:
    """The columns, and below them what the marks in them stand for."""
    marks = _marks(programme)
    outcomes = [_LEAST + _WIDER * (len(parts) > 1) for parts in COLUMNS]
    columns = [Column(_heading(p), least, 1) for p, least in zip(COLUMNS, outcomes, strict=True)]
    cells = tuple(_cell(programme, parts, marks, blocks) for parts in COLUMNS)
    ground: tuple[Ground, ...] = (*programme.statements, *programme.actions)
    legend = [(marks[row.id], row.text) for row in ground if row.id in marks]
    return [*blocks.table(columns, [Line(cells)]), blocks.gap(0.3), *_legend(legend, blocks)]


def _marks(programme: Programme) -> dict[RowId, str]:
    """A mark for each statement and action that entries stand on: S1, S2, A1."""
    used = {row.id for note in programme.logic for row in stands_on(programme, note.id)}
    marks: dict[RowId, str] = {}
    for mark, rows in ((_("S{n}"), programme.statements), (_("A{n}"), programme.actions)):
        found = [row.id for row in rows if row.id in used]
        marks |= {key: mark.format(n=n) for n, key in enumerate(found, 1)}
    return marks


def _legend(pairs: list[tuple[str, str]], blocks: Blocks) -> Story:
    if not pairs:
        return []
    told = [blocks.gate.fill("<b>{mark}</b> {text}", mark=m, text=t) for m, t in pairs]
    return blocks.cell_lines([blocks.gate.join(told, " · ")])


def _heading(parts: tuple[LogicPart, ...]) -> str:
    return PART_HEADINGS[parts[0]] if len(parts) == 1 else _("Outcomes")


def _cell(
    programme: Programme, parts: tuple[LogicPart, ...], marks: Marks, blocks: Blocks
) -> Story:
    """The entries of a column; where several parts stand in it, each under its name."""
    story: Story = []
    for part in parts:
        if len(parts) > 1:
            story += blocks.before(blocks.cell(_TERMS[part]))
        entries = _entries(programme, part)
        told = [_marked(note, programme, marks, blocks) for note in entries]
        story += blocks.cell_bullets(told) or blocks.cell_lines([DASH])
        if part is not parts[-1]:
            story.append(blocks.gap(0.5))
    return story


def _marked(note: LogicNote, programme: Programme, marks: Marks, blocks: Blocks) -> Markup:
    ground = ", ".join(marks[row.id] for row in stands_on(programme, note.id))
    if not ground:
        return blocks.gate(note.text)
    return blocks.gate.fill("{text} <b>{ground}</b>", text=note.text, ground=ground)


_TERMS = {
    LogicPart.SHORT: _("Short term"),
    LogicPart.MEDIUM: _("Medium term"),
    LogicPart.LONG: _("Long term"),
}


def _stacked(programme: Programme, blocks: Blocks) -> Story:
    """The parts one under the other, each entry with the words of what it stands on."""
    story: Story = []
    for part in LogicPart:
        story += blocks.heading(PART_HEADINGS[part])
        story += blocks.before(blocks.note(PART_PROMPTS[part]))
        told = [_spelt(note, programme, blocks) for note in _entries(programme, part)]
        story += blocks.bullets(told) or blocks.text(_("Nothing yet."))
    return story


_WHOLE = 10_000
"""Letters of what an entry stands on: here no list beside the model tells the rest."""


def _spelt(note: LogicNote, programme: Programme, blocks: Blocks) -> Markup:
    ground = ground_words(programme, note, _WHOLE)
    if not ground:
        return blocks.gate(note.text)
    return blocks.gate.fill("{text} ({ground})", text=note.text, ground=ground)


def _entries(programme: Programme, part: LogicPart) -> list[LogicNote]:
    return [note for note in notes_of(programme, part) if note.text.strip()]


def _blank(title: str, programme: str, blocks: Blocks) -> Story:
    """Boxes with a question each; in large print lines to write on, part by part."""
    sheet = blocks.sheet
    head = blocks.title(title, programme or _("What leads to what, and how we shall know."))
    if _across(blocks):
        boxes = Boxes([[_box(parts, blocks) for parts in COLUMNS]], sheet.width, blocks.pitch)
        groups = [head, [boxes]]
    else:
        groups = [head, *(_to_write(part, blocks) for part in LogicPart)]
    story, _pages = filled(
        groups, sheet.width, sheet.height, sheet.profile.budget(_PAGES, _PAGES_LARGE)
    )
    return story


def _box(parts: tuple[LogicPart, ...], blocks: Blocks) -> Story:
    story = blocks.cell_head(_heading(parts))
    if len(parts) > 1:
        asked = [(f"{_TERMS[part]}:", PART_PROMPTS[part]) for part in parts]
        return story + blocks.cell_facts(asked)
    return story + blocks.cell_lines([PART_PROMPTS[parts[0]]])


def _to_write(part: LogicPart, blocks: Blocks) -> Story:
    lines = Lines(_LINES, blocks.pitch, fills=True, most=_GROWS)
    asked = blocks.before(blocks.text(PART_PROMPTS[part]))
    return [*blocks.heading(PART_HEADINGS[part]), *asked, lines]
