"""The content reads easily, and the tables of `docs/` say what it holds."""

from __future__ import annotations

import pytest

from aiplanner.app.content import handouts
from aiplanner.domain.handouts import Handout
from tests.content_tables import DOCS, PAGES
from tests.support.reading import grade

EASY = 8
"""The highest Flesch-Kincaid grade of a sheet that participants hold."""

participants = [one for one in handouts() if one.audience == "participant"]


@pytest.mark.parametrize("handout", participants, ids=lambda one: one.key)
def test_a_participants_sheet_reads_easily(handout: Handout) -> None:
    assert grade(handout) <= EASY


@pytest.mark.parametrize("name", PAGES)
def test_the_tables_tell_what_the_content_holds(name: str) -> None:
    told = (DOCS / name).read_text(encoding="utf-8")
    assert told == PAGES[name](), "the content changed: ./run tables writes its tables anew"
