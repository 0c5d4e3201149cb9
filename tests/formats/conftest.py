"""What tests of returned forms share: a programme, and a few of its sheets with fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.domain.edits.programme import copied
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from tests.support.kept_programmes import workshop
from tests.support.packs import rendered

_SHEETS = ("story-sheet", "check-out", "evaluation", "action-plan")


@pytest.fixture(scope="module")
def programme() -> Programme:
    return copied(workshop(), "Workshop", new_id)


@pytest.fixture(scope="module")
def blank(programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few fillable sheets, as they are sent out."""
    out = tmp_path_factory.mktemp("forms") / "blank.pdf"
    rendered(programme, out, _SHEETS, fillable=True)
    return out
