"""Forms that three programs fill in, in four scripts, are read back as they were filled in."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from aiplanner.app.content import EXAMPLE, handouts, starter
from aiplanner.app.form_names import is_mark
from aiplanner.app.returned_reading import recognised
from aiplanner.app.starters import programme_from
from aiplanner.formats.returned_forms import read_returned
from tests.support.form_fields import (
    Field,
    fields_of,
    fill_with_pdfium,
    fill_with_pikepdf,
    fill_with_pypdf,
)
from tests.support.packs import counted_ids, rendered
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import faults

PROGRAMMES = {
    "blank": blank_programme(),
    "example": programme_from(starter(EXAMPLE), "", counted_ids()),
}
SHEETS = ("agreements", "check-out", "self-rating", "story-sheet", "theme-summary", "soar")
"""Sheets with every kind of field."""

GAELIC = "Fàilte! Tha mi toilichte."
POLISH = "Zażółć gęślą jaźń"
UKRAINIAN = "Привіт, їжак ґанок"
ARABIC = "أهلا وسهلا بكم"
SCRIPTS = (GAELIC, POLISH, UKRAINIAN, ARABIC)
FILLERS = {"pypdf": fill_with_pypdf, "pikepdf": fill_with_pikepdf, "pdfium": fill_with_pdfium}


@pytest.mark.parametrize("program", FILLERS)
def test_a_returned_file_is_recognised_sheet_by_sheet(tmp_path: Path, program: str) -> None:
    source, out = tmp_path / "form.pdf", tmp_path / "filled.pdf"
    programme = PROGRAMMES["example"]
    rendered(programme, source, ("check-out", "story-sheet"), fillable=True)
    names = [one.name for one in fields_of(source) if one.name.endswith(("/happened", "/try"))]

    FILLERS[program](source, dict.fromkeys(names, POLISH), out)
    sheets = recognised(read_returned(out), programme, handouts(), ())
    assert sorted(sheet.mark.document for sheet in sheets) == ["check-out"] * 3 + ["story-sheet"]
    told = [answer.said for sheet in sheets for answer in sheet.answers if answer.said]
    assert told == [POLISH] * len(names)


@pytest.mark.parametrize("program", FILLERS)
def test_what_is_filled_in_comes_back_in_every_script(
    tmp_path: Path, program: str, caplog: pytest.LogCaptureFixture
) -> None:
    source, out = tmp_path / "form.pdf", tmp_path / "filled.pdf"
    rendered(PROGRAMMES["example"], source, SHEETS, fillable=True)
    before = [one for one in fields_of(source) if not is_mark(one.name)]
    answers = {one.name: _answer(one, n) for n, one in enumerate(before)}
    marks = [one for one in fields_of(source) if is_mark(one.name)]

    with caplog.at_level(logging.CRITICAL, logger="pypdf"):  # it warns of what it cannot draw
        FILLERS[program](source, answers, out)
    filled = fields_of(out)
    assert {one.name: one.value for one in filled if not is_mark(one.name)} == answers
    assert {one.kind for one in before} == {"text", "tick", "choice"}
    assert [one for one in filled if is_mark(one.name)] == marks


def test_a_form_is_still_accessible_when_it_is_filled_in(tmp_path: Path) -> None:
    source, out = tmp_path / "form.pdf", tmp_path / "filled.pdf"
    rendered(PROGRAMMES["blank"], source, ("check-out",), fillable=True)
    names = [one.name for one in fields_of(source) if not is_mark(one.name)]

    fill_with_pypdf(source, dict.fromkeys(names, f"{GAELIC} “£5 – café”"), out)
    assert faults(out) == []


@pytest.mark.parametrize("program", FILLERS)
def test_several_lines_come_back_as_several_lines(tmp_path: Path, program: str) -> None:
    source, out = tmp_path / "form.pdf", tmp_path / "filled.pdf"
    rendered(PROGRAMMES["blank"], source, ("check-out",), fillable=True)
    text = f"{GAELIC}\n\n{POLISH}"
    name = next(one.name for one in fields_of(source) if one.name.endswith("/energy"))

    FILLERS[program](source, {name: text}, out)
    assert {one.name: one.value for one in fields_of(out)}[name] == text


def _answer(one: Field, number: int) -> str:
    return SCRIPTS[number % len(SCRIPTS)] if one.kind == "text" else one.options[-1]
