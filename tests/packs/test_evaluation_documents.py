"""Evaluations on paper: quotes for the facilitators alone, counts in the report from five on."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.domain.programme import Programme
from aiplanner.domain.self_ratings import LEAST
from aiplanner.packs.catalogue import chosen_documents
from tests.support.evaluated import BEST, evaluations, example, with_sheets
from tests.support.packs import rendered, squeezed
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import faults, page_texts, structure

RESULTS = "evaluation-results"
FOUND = "Howpeoplefoundit"
FULL = with_sheets(
    with_sheets(example(), evaluations(LEAST + 2)), [{"best": "Tea"}], example().sessions[1].id
)


def told(programme: Programme, out: Path, key: str) -> str:
    """What a document says, without white space."""
    rendered(programme, out, (key,))
    return squeezed(" ".join(page_texts(out)))


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("made", [FULL, blank_programme()], ids=["full", "blank"])
def test_it_passes_the_accessibility_checks(tmp_path: Path, made: Programme, size: str) -> None:
    out = tmp_path / "paper.pdf"
    rendered(made, out, (RESULTS, "cycle-report"), print_size=size)
    assert faults(out) == []


def test_facilitators_get_counts_in_a_real_table_and_every_quote(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    said = told(FULL, out, RESULTS)

    assert all(squeezed(f"{BEST}, number {n}") in said for n in range(LEAST + 2))
    assert "7sheetscameback." in said
    assert "1sheetcameback." in said
    assert "keepthistoyourselves" in said, "one sheet of session 2 is nobody's secret"
    words = [row.words() for row in structure(out).find("TR")]
    assert any(squeezed(row) == "IknewwhyIwasaskedtocome.–1–67" for row in words)


def test_it_is_for_nobody_but_facilitators_and_only_when_asked_for() -> None:
    assert RESULTS not in chosen_documents("all", "participant")
    assert RESULTS not in chosen_documents(None, "facilitator", FULL)
    assert chosen_documents(RESULTS, "facilitator", FULL) == (RESULTS,)


def test_the_report_counts_from_five_on_and_quotes_nobody(tmp_path: Path) -> None:
    said = told(FULL, tmp_path / "report.pdf", "cycle-report")
    assert FOUND in said
    assert "Yourview:7answers" in said
    assert squeezed(BEST) not in said
    assert "Tea" not in said


def test_the_report_says_nothing_of_four(tmp_path: Path) -> None:
    few = with_sheets(example(), evaluations(LEAST - 1))
    assert FOUND not in told(few, tmp_path / "report.pdf", "cycle-report")


def test_blank_says_how_answers_come_in(tmp_path: Path) -> None:
    said = told(blank_programme(), tmp_path / "paper.pdf", RESULTS)
    assert "Formsthatcameback" in said
