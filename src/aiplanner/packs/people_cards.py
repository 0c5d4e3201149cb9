"""Cards with people on them: their faces in type as large as they hold, and the sheets to cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.cards import CardFace, CardRoom, card_sheets, taken
from aiplanner.packs.sheet import Layout, Turn
from aiplanner.packs.styles import CardStyles, card_styles

Faces = Callable[[CardStyles], Sequence[CardFace]]
"""Makes the faces in given styles."""

_SCALES = (2.6, 2.2, 1.9, 1.6, 1.3, 1)
"""Multiples of the print size that cards are tried at, the largest first."""
_FEW = 8
"""One card in so many may be too long for the size of the others: it comes last, larger."""


def sheets_of(faces: Faces, grids: Sequence[tuple[int, int]], blocks: Blocks) -> Story:
    """Sheets of cards on the first of the grids (across, down) that holds them.

    A few that are too long for it stand last, on one of the grids with larger cards.
    """
    _left, _bottom, width, height = blocks.sheet.frame(Layout.CARDS)
    room = CardRoom(width, height, blocks.pitch)
    sets = {scale: faces(card_styles(blocks.sheet.print_size, scale)) for scale in _SCALES}
    story: Story = []
    waiting = list(range(len(sets[1])))
    for grid in grids:
        held = [n for n in waiting if grid == grids[-1] or _holds(room, [sets[1][n]], grid)]
        if not held or (len(waiting) - len(held)) * _FEW > len(waiting):
            continue
        tries = ([sets[scale][n] for n in held] for scale in _SCALES)
        shown = next((some for some in tries if _holds(room, some, grid)), None)
        for sheet in card_sheets(shown or [sets[1][n] for n in held], grid, room):
            story += [Turn(Layout.CARDS), sheet]
        waiting = [n for n in waiting if n not in held]
    return story


def _holds(room: CardRoom, faces: Sequence[CardFace], grid: tuple[int, int]) -> bool:
    """Whether the cards have air round their words; one that says what they are needs none."""
    width, height = room.inner(grid)
    about = [face for face in faces if not face.centred]
    return room.airy([face for face in faces if face.centred], grid) and all(
        taken(face.story, width) <= height for face in about
    )
