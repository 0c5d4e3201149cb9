"""The action tracker on paper: of one programme, and over those that Home shows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from aiplanner.app.printing import PackOptions, options_from_plain, options_plain
from aiplanner.app.tracked import tracked_in
from aiplanner.domain.findings import Progress
from aiplanner.domain.programme import empty_programme
from tests.support.packs import MADE, rendered
from tests.support.tagged_pdf import faults
from tests.support.to_do import action, programme_of, promise, review, row_id

TODAY = MADE.date()
LATE, SOON, FAR = (TODAY + timedelta(days=days) for days in (-3, 4, 60))
OURS = programme_of(
    100,
    "Ward 4",
    action(1, "Later one", "Lena", FAR, first_step="Ask", first_due=FAR),
    action(2, "Late one", "Morag R&D <Reid>", LATE),
    promise(3, "Kept promise", "Tom", LATE, Progress.DONE),
    action(4, "Undated one"),
    promise(5, "Dropped one", progress=Progress.DROPPED),
    review(6, "Look again", SOON),
    action(7, "First step late", "Aisha", FAR, first_step="Ring", first_due=LATE),
)
TRACKER = ("action-tracker",)
SIZES = pytest.mark.parametrize("size", ["clear", "large"])


def text_of(file: Path) -> str:
    """All words of a PDF, each once between blanks."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def in_this_order(text: str, *words: str) -> bool:
    """Whether each stands behind the one before it."""
    places = [text.find(word) for word in words]
    return -1 not in places and places == sorted(places)


@SIZES
def test_what_is_overdue_stands_first_and_what_is_over_last(tmp_path: Path, size: str) -> None:
    rendered(OURS, tmp_path / "a.pdf", TRACKER, print_size=size)
    text = text_of(tmp_path / "a.pdf")
    assert in_this_order(
        text,
        *("Overdue", "First step late", "Late one", "Due in the next 14 days", "Look again"),
        *("Later", "Later one", "Without a date", "Undated one", "Done", "Kept promise"),
        *("Dropped", "Dropped one"),
    )
    assert "Morag R&D <Reid>" in text
    assert text.count("overdue") == 3, "twice beside its day, once in the count"
    assert faults(tmp_path / "a.pdf") == []


@SIZES
def test_over_several_programmes_each_line_tells_its_own(tmp_path: Path, size: str) -> None:
    theirs = programme_of(101, "Theatre 2", action(8, "Theirs", "Jo", SOON))
    found = (*tracked_in(OURS), *tracked_in(theirs))
    frame = empty_programme(row_id(102), "All programmes")
    rendered(frame, tmp_path / "a.pdf", TRACKER, print_size=size, tracked=found, revision=0)
    text = text_of(tmp_path / "a.pdf")
    assert "Version" not in text, "a list over several has none"
    assert in_this_order(text, "All programmes", "Ward 4", "Late one", "Theirs", "Theatre 2")
    assert faults(tmp_path / "a.pdf") == []


@SIZES
def test_a_programme_without_any_says_so(tmp_path: Path, size: str) -> None:
    rendered(empty_programme(row_id(103)), tmp_path / "a.pdf", TRACKER, print_size=size)
    assert "No actions, promises or reviews are written down yet." in text_of(tmp_path / "a.pdf")
    assert faults(tmp_path / "a.pdf") == []


def test_the_worker_is_handed_the_whole_list() -> None:
    found = tuple(replace(one, archived=True) for one in tracked_in(OURS))
    options = PackOptions(TRACKER, MADE, tracked=found)
    assert options_from_plain(json.loads(json.dumps(options_plain(options)))) == options
