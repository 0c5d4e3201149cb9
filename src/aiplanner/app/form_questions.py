"""What a field of a fillable sheet asks: its question, in words, by its key in the handout.

The words come from the handout and the programme, never from the file that came back. How keys are
made of the blocks is told in `docs/returned-forms.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from aiplanner.app.consent import said
from aiplanner.app.form_names import short_id
from aiplanner.app.returned import FieldKind
from aiplanner.domain.findings import Finding
from aiplanner.domain.handouts import (
    Block,
    CardsBlock,
    ChecklistBlock,
    FindingsBlock,
    FrameBlock,
    Handout,
    HeadingBlock,
    PromptBlock,
    QuadrantsBlock,
    ScaleBlock,
    TableBlock,
)
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

_ROW = re.compile(r"-r([1-9]\d{0,2})-c([1-9]\d?)")
_FOUND = re.compile(r"-([0-9a-f]{8})(?:-c([1-9]\d?))?")
_NUMBERED = re.compile(r"-([a-z])([1-9]\d{0,2})")
_COPY = re.compile(r"-[1-9]\d?\Z")
_PLACE = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question of a sheet, and the words of what may be chosen by how fields hold it."""

    kind: FieldKind
    asked: str
    points: Mapping[str, str] = field(default_factory=dict)


def question_of(handout: Handout, key: str, programme: Programme) -> FormQuestion | None:
    """The question of that key; None where the handout asks nothing of the kind.

    Copies of one card ask the same: their keys have a number behind them.
    """
    found = _found(handout, key, programme)
    return found or _found(handout, _COPY.sub("", key), programme)


def _found(handout: Handout, key: str, programme: Programme) -> FormQuestion | None:
    heading = ""
    for number, block in enumerate(handout.blocks, 1):
        if isinstance(block, HeadingBlock):
            heading = block.text
        finder = _FINDERS.get(type(block))
        name = getattr(block, "ask", "") or f"b{number}"
        for found in finder(block, name, key, programme) if finder else ():
            asked = _merged(found.asked or heading, programme) or handout.title
            return replace(found, asked=asked)
    return None


def found_by(programme: Programme, short: str) -> Finding | None:
    """The finding that names of fields speak of by these digits; None where there is not one."""
    rows = [row for key, row in programme.rows.items() if short_id(key) == short]
    return rows[0] if len(rows) == 1 and isinstance(rows[0], Finding) else None


Questions = Iterator[FormQuestion]


def _prompt(block: PromptBlock | FrameBlock, name: str, key: str, _plan: Programme) -> Questions:
    if key == name:
        yield FormQuestion("text", block.text)


def _checklist(block: ChecklistBlock, name: str, key: str, _plan: Programme) -> Questions:
    if block.one:
        if key == name:
            yield FormQuestion("choice", "", _points(block.items))
    elif item := _at(block.items, key, name, "p"):
        yield FormQuestion("tick", item, {"yes": _("Yes")})


def _scale(block: ScaleBlock, name: str, key: str, _plan: Programme) -> Questions:
    if statement := _at(block.statements, key, name, "s"):
        yield FormQuestion("choice", statement, _points(block.points))


def _quadrants(block: QuadrantsBlock, name: str, key: str, _plan: Programme) -> Questions:
    for number, box in enumerate(block.boxes, 1):
        if key == (box.ask or f"{name}-q{number}"):
            yield FormQuestion("text", _joined(box.title, box.prompt))


def _cards(block: CardsBlock, name: str, key: str, _plan: Programme) -> Questions:
    for number, card in enumerate(block.cards, 1):
        own = card.ask or f"{name}-k{number}"
        asks = {own: card.title, **{one.ask: one.text for one in card.also}}
        for ask, words in asks.items():
            if key == ask:
                yield FormQuestion("text", words)


def _findings(block: FindingsBlock, name: str, key: str, plan: Programme) -> Questions:
    if not block.lines:
        return
    found = _FOUND.fullmatch(_after(key, name))
    if instead := _at(block.instead, key, name, "i"):
        yield FormQuestion("text", instead)
    elif found and not found[2]:
        yield FormQuestion("text", _of_finding(plan, found[1]))


def _table(block: TableBlock, name: str, key: str, plan: Programme) -> Questions:
    for column in block.columns:
        found = _FOUND.fullmatch(_after(key, column.ask)) if column.ask else None
        if column.ask and key == column.ask:
            yield FormQuestion("text", column.title)
        elif found and not found[2]:
            yield FormQuestion("text", _joined(_of_finding(plan, found[1]), column.title))
    rest = _after(key, name)
    row, cell = _ROW.fullmatch(rest), _FOUND.fullmatch(rest)
    if row and (title := _title(block, row[2])):
        yield FormQuestion("text", _joined(_row_words(block, int(row[1])), title))
    elif cell and (title := _title(block, cell[2])):
        yield FormQuestion("text", _joined(_of_finding(plan, cell[1]), title))


_FINDERS: Mapping[type[Block], Callable[[Any, str, str, Programme], Questions]] = {
    PromptBlock: _prompt,
    FrameBlock: _prompt,
    ChecklistBlock: _checklist,
    ScaleBlock: _scale,
    QuadrantsBlock: _quadrants,
    CardsBlock: _cards,
    FindingsBlock: _findings,
    TableBlock: _table,
}


def _title(block: TableBlock, number: str | None) -> str:
    """The title of a column by its number from 1; empty where there is none of that number."""
    at = int(number or 0)
    return block.columns[at - 1].title if 1 <= at <= len(block.columns) else ""


def _row_words(block: TableBlock, row: int) -> str:
    if row <= len(block.labels):
        return block.labels[row - 1]
    return "" if block.rows == 1 else _("Row {number}").format(number=row)


def _of_finding(programme: Programme, short: str) -> str:
    row = found_by(programme, short)
    return said(row) if row is not None else _("Something that was deleted since")


def _at(words: tuple[str, ...], key: str, name: str, letter: str) -> str:
    """The one of the words that a key such as `name-s2` means; empty where it means none."""
    found = _NUMBERED.fullmatch(_after(key, name))
    if found is None or found[1] != letter or int(found[2]) > len(words):
        return ""
    return words[int(found[2]) - 1]


def _after(key: str, name: str) -> str:
    """What follows the name in a key; empty where the key is of another name."""
    return key[len(name) :] if key.startswith(name) else ""


def _points(words: tuple[str, ...]) -> dict[str, str]:
    return {f"p{number}": word for number, word in enumerate(words, 1)}


def _joined(*parts: str) -> str:
    return ": ".join(part.strip().rstrip(":") for part in parts if part.strip())


def _merged(text: str, programme: Programme) -> str:
    head = programme.head
    known = {
        "programme": head.title,
        "service": head.service,
        "organisation": head.organisation,
        "statement": head.statement_label.strip() or _("possibility statement"),
    }
    return _PLACE.sub(lambda at: known.get(at[1], "") or "…", text)
