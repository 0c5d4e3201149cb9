"""What is typed once in an early phase stands on later paper, follows its changes, and undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.document import OpenDocument
from aiplanner.app.starters import programme_from
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.findings import Dream, DreamKind, Finding, Statement, Story, Theme, Topic
from aiplanner.domain.ids import RowId
from tests.support.packs import rendered, squeezed
from tests.support.plans import counted_ids
from tests.support.read_pack import owners_of
from tests.support.tagged_pdf import page_texts

ROW = RowId("d" * 32)
TYPED, CHANGED = "Tea at the window before leaving", "Soup at the long table before leaving"

LATER: list[tuple[Finding, tuple[str, ...]]] = [
    (Topic(ROW, 0), ("overview", "story-sheet", "running-order", "cycle-report")),
    (
        Theme(ROW, 0, core=True),
        ("positive-core-map", "three-wishes", "dream-sheet", "soar", "cycle-report"),
    ),
    (Story(ROW, 0, shared=True), ("theme-summary", "cycle-report", "thread")),
    (
        Dream(ROW, 0, DreamKind.STATEMENT),
        ("design-elements", "possibility-statement", "reverse-fishbone", "cycle-report"),
    ),
    (Statement(ROW, 0), ("practice-conversation", "action-plan", "cycle-report")),
]
"""Something of each early phase, and at least three documents of later ones."""


def standing(tmp_path: Path, document: OpenDocument, keys: tuple[str, ...], text: str) -> list[str]:
    """Those of the documents in which a text stands."""
    out = tmp_path / "pack.pdf"
    report = rendered(document.now, out, keys)
    said = dict.fromkeys(keys, "")
    for owner, words in zip(owners_of(report), page_texts(out), strict=True):
        said[owner] += squeezed(words)
    return [key for key in keys if squeezed(text) in said[key]]


@pytest.mark.parametrize(("row", "keys"), LATER, ids=lambda one: type(one).__name__)
def test_text_typed_once_is_printed_in_three_later_documents(
    tmp_path: Path, row: Finding, keys: tuple[str, ...]
) -> None:
    document = OpenDocument(programme_from(starter(EXAMPLE), "", counted_ids()), 1)
    assert standing(tmp_path, document, keys, TYPED) == []

    document.edit("Add", lambda now: add_finding(now, replace(row, text=TYPED), 0))
    assert standing(tmp_path, document, keys, TYPED) == list(keys)
    assert len(keys) >= 3

    document.edit("Change", lambda now: set_fields(now, ROW, text=CHANGED))
    assert standing(tmp_path, document, keys, CHANGED) == list(keys)
    assert standing(tmp_path, document, keys, TYPED) == []

    document.undo()
    assert standing(tmp_path, document, keys, TYPED) == list(keys)
    document.undo()
    assert standing(tmp_path, document, keys, TYPED) == []
