"""Edits of the photos of wall sheets: add, move, delete, and say where they were taken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from aiplanner.domain.ids import RowId
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session

from .fields import checked
from .order import placed


def add_photo(programme: Programme, photo: Photo, index: int | None = None) -> Programme:
    """Add a photo at `index` of the others (None: last)."""
    photos = programme.photos
    return checked(programme, *placed(photo, photos, len(photos) if index is None else index))


def move_photo(programme: Programme, photo_id: RowId, index: int) -> Programme:
    """Put a photo at `index` among the others."""
    photo = programme.get(photo_id, Photo)
    return checked(programme, *placed(photo, programme.photos, index))


def delete_photos(programme: Programme, photo_ids: Collection[RowId]) -> Programme:
    """Delete photos."""
    return programme.drop([programme.get(key, Photo).id for key in photo_ids])


def taken_in(programme: Programme, photo_id: RowId, session_id: RowId | None) -> Programme:
    """Say in which session a photo was taken (None: not known)."""
    photo = programme.get(photo_id, Photo)
    if session_id is not None:
        programme.get(session_id, Session)
    return checked(programme, replace(photo, session_id=session_id))
