"""Edits of self-ratings: add a sheet and delete sheets; its fields are set like all others."""

from __future__ import annotations

from collections.abc import Collection

from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import SelfRating

from .fields import checked
from .order import placed


def add_self_rating(programme: Programme, sheet: SelfRating, index: int | None = None) -> Programme:
    """Add a sheet at `index` of the others (None: last)."""
    sheets = programme.self_ratings
    return checked(programme, *placed(sheet, sheets, len(sheets) if index is None else index))


def delete_self_ratings(programme: Programme, sheet_ids: Collection[RowId]) -> Programme:
    """Delete sheets."""
    return programme.drop([programme.get(key, SelfRating).id for key in sheet_ids])
