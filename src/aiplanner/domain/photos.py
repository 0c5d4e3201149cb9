"""The row of a photo of what hung on the wall; the picture itself is kept beside the programme."""

from __future__ import annotations

from dataclasses import dataclass

from aiplanner.domain.ids import RowId


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of a wall sheet. `picture` is the SHA-256 of its bytes, as 64 hexadecimal digits."""

    id: RowId
    position: int
    picture: str
    caption: str = ""
    """What it shows; read out to those who cannot see it."""
    session_id: RowId | None = None
    """The session it was taken in; one that is deleted meanwhile takes no photo with it."""
    width: int = 1
    height: int = 1
    """Pixels."""
