"""A glimpse of a document: its pages are those of the whole, and it says whether there is more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aiplanner.app.printing import Glimpse, PackOptions, PackReport
from aiplanner.domain.ids import RowId
from aiplanner.packs.catalogue import documents
from aiplanner.packs.render import render_pack
from tests.support.packs import MADE, rendered
from tests.support.rich_programme import rich_programme
from tests.support.tagged_pdf import faults, page_texts

CYCLE = rich_programme()
A_SHEET_EACH = tuple(info.id for info in documents() if info.per == "session")
LONG = ("thread", "cycle-report", "capability-cards")
NUMBER = re.compile(r"page \d+ of \d+")


def texts(file: Path) -> list[str]:
    """What each page says, but for its number."""
    joined = (" ".join(text.split()) for text in page_texts(file))
    return [" ".join(NUMBER.sub("", text).split()) for text in joined]


def drawn(file: Path, document: str, glimpse: Glimpse | None, **options: object) -> PackReport:
    """The report of one document of the cycle."""
    return rendered(CYCLE, file, (document,), glimpse=glimpse, **options)


@pytest.mark.parametrize("document", [*A_SHEET_EACH, *LONG])
def test_its_pages_are_those_of_the_whole_document(document: str, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    turned = {"duplex": True, "fillable": True}
    whole = drawn(file, document, None, **turned)
    pages, begins = texts(file), dict(whole.sheets.get(document, {}))
    for session in (None, *begins):
        report = drawn(file, document, Glimpse(2, session), **turned)
        seen, first = texts(file), begins.get(session, 0) if session else 0
        assert seen == pages[first : first + len(seen)]
        assert report.pages == len(seen) == report.parts[document]
        assert report.cut == (len(seen) < len(pages))
        assert list(report.sheets.get(document, {})) == ([session] if session else list(begins)[:1])


def test_a_cut_glimpse_says_no_number_that_would_be_another(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    assert drawn(file, "running-order", Glimpse(1)).cut
    assert not NUMBER.search(" ".join(page_texts(file)))
    assert faults(file) == []


def test_one_that_shows_all_there_is_is_the_document_itself(tmp_path: Path) -> None:
    whole, glimpse = tmp_path / "whole.pdf", tmp_path / "glimpse.pdf"
    assert drawn(glimpse, "cover", Glimpse(2)) == drawn(whole, "cover", None)
    assert glimpse.read_bytes() == whole.read_bytes()


def test_a_session_without_a_sheet_gives_the_first_that_has_one(tmp_path: Path) -> None:
    report = drawn(tmp_path / "x.pdf", "agenda", Glimpse(1, RowId("f" * 32)))
    assert report.sheets == {"agenda": {CYCLE.sessions[0].id: 0}}


def test_a_pulse_that_raises_ends_the_work_and_leaves_no_file(tmp_path: Path) -> None:
    def pulse() -> None:
        beats.append(1)
        if len(beats) == 3:
            raise RuntimeError("unwanted")

    beats: list[int] = []
    options = PackOptions(("running-order",), MADE)
    with pytest.raises(RuntimeError, match="unwanted"):
        render_pack(CYCLE, options, tmp_path / "x.pdf", lambda *_step: None, pulse)
    assert list(tmp_path.iterdir()) == []
