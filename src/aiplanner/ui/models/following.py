"""Turn the rows of an item model into others step by step, so that its views keep their place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from aiplanner.ui.models.row_steps import Insert, Move, Remove, Step, row_steps

Line = TypeVar("Line")


def follow(
    model: QAbstractItemModel,
    lines: list[Line],
    fresh: Sequence[Line],
    key: Callable[[Line], Hashable],
) -> None:
    """Have `lines`, which a flat model shows, hold the keys of `fresh` in their order.

    Lines that stay are left as they are: whoever shows them tells what else has changed.
    """
    for step in row_steps([key(line) for line in lines], [key(line) for line in fresh]):
        _take(model, lines, step, fresh)


def _take(model: QAbstractItemModel, lines: list[Line], step: Step, fresh: Sequence[Line]) -> None:
    nowhere = QModelIndex()
    match step:
        case Remove(first, last):
            model.beginRemoveRows(nowhere, first, last)
            del lines[first : last + 1]
            model.endRemoveRows()
        case Move(source, before):
            model.beginMoveRows(nowhere, source, source, nowhere, before)
            line = lines.pop(source)
            lines.insert(before - (before > source), line)
            model.endMoveRows()
        case Insert(first, last):
            model.beginInsertRows(nowhere, first, last)
            lines[first:first] = fresh[first : last + 1]
            model.endInsertRows()
