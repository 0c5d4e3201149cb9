"""Cards with people on them: their faces in type as large as they hold, and the sheets to cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.cards import CardFace, CardRoom, card_sheets
from aiplanner.packs.sheet import Layout, Turn
from aiplanner.packs.styles import CardStyles, card_styles

Faces = Callable[[CardStyles], Sequence[CardFace]]
"""Makes the faces in given styles."""

_SCALES = (2.6, 2.2, 1.9, 1.6, 1.3, 1)
"""Multiples of the print size that cards are tried at, the largest first."""


def sheets_of(faces: Faces, grids: Sequence[tuple[int, int]], blocks: Blocks) -> Story:
    """Sheets of cards on the first of the grids (across, down) that holds every card."""
    _left, _bottom, width, height = blocks.sheet.frame(Layout.CARDS)
    room = CardRoom(width, height, blocks.pitch)
    size = blocks.sheet.print_size
    tries = ((grid, scale) for grid in grids for scale in _SCALES)
    fitting = (
        (grid, scale) for grid, scale in tries if room.airy(faces(card_styles(size, scale)), grid)
    )
    grid, scale = next(fitting, (grids[-1], _SCALES[-1]))
    made = card_sheets(faces(card_styles(size, scale)), grid, room)
    return [part for sheet in made for part in (Turn(Layout.CARDS), sheet)]
