"""What keys do in a timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from aiplanner.domain.timeline import Shape
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.timeline_ways import Way

if TYPE_CHECKING:
    from aiplanner.ui.widgets.timeline.view import TimelineView

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_ARROWS: Mapping[int, Way] = {
    _Key.Key_Up: "up",
    _Key.Key_Down: "down",
    _Key.Key_Left: "left",
    _Key.Key_Right: "right",
}
_PAGE = 8
"""Blocks that Page up and Page down go."""


def on_key(view: TimelineView, event: QKeyEvent) -> bool:
    """Do what a key means; False where it means nothing here."""
    return any(do(view, event) for do in (_go, _alt, _zoom, _stretch, _open, _write))


def _plain(event: QKeyEvent) -> bool:
    return event.modifiers() in (_Mod.NoModifier, _Mod.KeypadModifier)


def _go(view: TimelineView, event: QKeyEvent) -> bool:
    key, extend = event.key(), event.modifiers() == _Mod.ShiftModifier
    if not extend and not _plain(event):
        return False
    last = view.blocks.rowCount() - 1
    here = view.currentIndex().row()
    jumps = {
        _Key.Key_Home: 0,
        _Key.Key_End: last,
        _Key.Key_PageUp: max(0, here - _PAGE),
        _Key.Key_PageDown: min(last, here + _PAGE),
    }
    if key in _ARROWS:
        view.step(_ARROWS[key], extend=extend)
    elif key in jumps:
        view.choose(jumps[_Key(key)])
    else:
        return False
    return True


def _alt(view: TimelineView, event: QKeyEvent) -> bool:
    ways = {_Key.Key_Left: -1, _Key.Key_Right: 1}
    lengths = {_Key.Key_Up: -1, _Key.Key_Down: 1}
    key, held = event.key(), event.modifiers() & ~_Mod.KeypadModifier
    if held == _Mod.AltModifier and key in ways:
        view.shifted.emit(ways[_Key(key)])
    elif held == _Mod.AltModifier | _Mod.ShiftModifier and key in lengths:
        view.stretch_wanted.emit(lengths[_Key(key)])
    else:
        return False
    return True


def _zoom(view: TimelineView, event: QKeyEvent) -> bool:
    """Ctrl with up and down, as with the wheel."""
    ways = {_Key.Key_Up: 1, _Key.Key_Down: -1}
    if event.modifiers() & ~_Mod.KeypadModifier != _Mod.ControlModifier or event.key() not in ways:
        return False
    view.zoom_by(ways[_Key(event.key())])
    return True


def _stretch(view: TimelineView, event: QKeyEvent) -> bool:
    by = {"+": 1, "-": -1, "−": -1}.get(event.text())
    if by is None or event.modifiers() & (_Mod.ControlModifier | _Mod.AltModifier):
        return False
    view.stretch_wanted.emit(by)
    return True


def _open(view: TimelineView, event: QKeyEvent) -> bool:
    opens: Mapping[int, Callable[[], object]] = {
        _Key.Key_Return: view.begin_here,
        _Key.Key_Enter: view.begin_here,
    }
    if event.key() == _Key.Key_Escape and view.dragging.under_way:
        view.dragging.cancel()
        view.viewport().update()
        return True
    if event.matches(QKeySequence.StandardKey.SelectAll):
        view.choose(view.currentIndex().row(), range(view.blocks.rowCount()))
        return True
    if event.key() in opens and _plain(event):
        opens[event.key()]()
        return True
    return False


def _write(view: TimelineView, event: QKeyEvent) -> bool:
    """Figures write the length, letters the title, in place of what is there."""
    face, text = view.face_in_focus(), event.text()
    held = event.modifiers() & (_Mod.ControlModifier | _Mod.AltModifier | _Mod.MetaModifier)
    if face is None or held or not text.strip() or not text.isprintable():
        return False
    if face.block.shape is Shape.GAP:
        return False
    length = text.isdigit() and face.block.shape is not Shape.STRAND
    view.begin(face.block.row, Column.MINUTES if length else Column.WHAT, text)
    return True
