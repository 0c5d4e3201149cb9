"""Every refusal has its one line, and figures are put into words as people say them."""

from __future__ import annotations

import string
from datetime import date, time
from pathlib import Path

import pytest

from aiplanner.app import wording
from aiplanner.app.ports import WorldError
from aiplanner.app.refusals import REFUSALS
from aiplanner.app.wording import (
    day_text,
    gap_text,
    minutes_text,
    over_text,
    overlap_text,
    say,
    time_text,
    totals_text,
)
from aiplanner.domain.cycle import Kind, Level, Part, Per, Role, Scheme, State
from aiplanner.domain.errors import PlanError
from aiplanner.domain.integrity import Fault, fault_facts
from tests.support.plans import clock_of, item, pause, plan, session
from tests.support.raised import refusals, unresolved
from tests.support.sources import program


def fields_of(code: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(REFUSALS[code]) if name}


def test_the_scan_sees_what_refuses() -> None:
    assert len(refusals()) > 60
    codes = {refusal.code for refusal in refusals()}
    assert codes >= {"row-gone", "length-unclear", "library-busy", "data-wrong", "parent-circle"}
    assert unresolved() == []


def test_every_code_has_its_sentence() -> None:
    assert [f"{r.where} {r.code}" for r in refusals() if r.code not in REFUSALS] == []


def test_every_sentence_has_its_code() -> None:
    """A sentence that nothing raises is out of date."""
    texts = "\n".join(source.text for source in program() if source.path.stem != "refusals")
    assert [code for code in REFUSALS if f'"{code}"' not in texts] == []


def test_every_fact_a_sentence_names_is_given() -> None:
    missing = [
        f"{refusal.where} {refusal.code} lacks {sorted(lacking)}"
        for refusal in refusals()
        if refusal.facts is not None
        and (lacking := fields_of(refusal.code) - refusal.facts - {"because"})
    ]
    assert missing == []


def test_every_fact_of_a_fault_is_given() -> None:
    programme = plan(session("10:00"))
    given = fault_facts(programme, Fault(programme.id, "text-too-long", "title")).keys()
    faults = {refusal.code for refusal in refusals() if refusal.facts is None}
    checked = {code for code in faults if code in REFUSALS and not code.startswith("data-")}
    assert len(checked) > 8
    assert {code: fields_of(code) - given for code in checked if fields_of(code) - given} == {}


@pytest.mark.parametrize("code", REFUSALS)
def test_a_sentence_is_one_plain_line(code: str) -> None:
    said = say(PlanError(code, fault="parent-circle"))
    assert said.isprintable()
    assert said[-1] in ".)"
    assert said[0].isupper() or said[0] in "“…"
    assert "  " not in said


def test_texts_of_others_are_shortened_and_made_harmless() -> None:
    said = say(PlanError("length-unclear", typed="a\nb\x1b[31m" + "x" * 1000))
    assert said.startswith("“a�b�[31mxxx")
    assert len(said) < 160
    assert said.isprintable()


def test_a_reason_is_told_to_its_end() -> None:
    what = "handouts[0].blocks[12].cards[3].title: it is empty, or holds what cannot be printed"
    assert what in say(PlanError("content-broken", file="mine.toml", line=3, what=what))
    assert len(say(PlanError("content-broken", what="x" * 10_000))) < 500


def test_braces_in_a_text_are_only_braces() -> None:
    assert "“{limit} {0}”" in say(PlanError("length-unclear", typed="{limit} {0}"))


def test_a_path_keeps_its_end() -> None:
    place = Path("/home") / ("deep" * 100) / "library.aiplanner"
    assert "deep/library.aiplanner" in say(WorldError("library-empty", place=place))


def test_times_in_a_sentence_are_clock_times() -> None:
    error = PlanError("session-backwards", start=time(10), end=time(9, 5))
    assert "at 09:05, before it starts at 10:00" in say(error)


def test_huge_numbers_do_not_break_a_sentence() -> None:
    assert say(PlanError("data-newer", version=10**80, ours=1)).isprintable()


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 min"),
        (5, "5 min"),
        (60, "1 h"),
        (90, "1 h 30 min"),
        (120, "2 h"),
        (1501, "25 h 1 min"),
    ],
)
def test_minutes(minutes: int, text: str) -> None:
    assert minutes_text(minutes) == text


@pytest.mark.parametrize(
    ("length", "start", "planned", "text"),
    [
        ("2h20", "14:00", 120, "runs 20 min over 16:00"),
        ("3h30", "14:00", 120, "runs 1 h 30 min over 16:00"),
        ("1h45", "14:00", 120, "15 min left of the time planned"),
        ("2h", "14:00", 120, "ends on time"),
        ("5h", "20:00", 240, "runs 1 h over 00:00"),
        ("2h20", "", 120, "runs 20 min over the planned 2 h"),
        ("2h20", "14:00", None, ""),
    ],
)
def test_the_end_against_the_plan(length: str, start: str, planned: int | None, text: str) -> None:
    assert over_text(clock_of(item("All", length), start=start, planned=planned)) == text


def test_gaps_and_overlaps() -> None:
    assert gap_text(1, "Lunch") == "1 minute free before Lunch."
    assert gap_text(20, "Lunch") == "20 minutes free before Lunch."
    assert overlap_text(1, "Talk", "Stories") == "Talk starts 1 minute before Stories ends."
    assert overlap_text(20, "Talk", "Stories") == "Talk starts 20 minutes before Stories ends."


def test_totals() -> None:
    clock = clock_of(item("Talk", "95"), pause("15"), item("Close", "10", at="12:00"), planned=120)
    assert (
        totals_text(clock) == "Work 105 · breaks 15 · free 10 · ends 12:10, runs 10 min over 12:00"
    )
    assert totals_text(clock_of(item("Talk", "95"), start="")) == "Work 95"


def test_days_and_times() -> None:
    assert day_text(date(2027, 1, 12)) == "Tue 12 Jan 2027"
    assert day_text(date(2028, 2, 29)) == "Tue 29 Feb 2028"
    assert time_text(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        (wording.KIND_NAMES, Kind),
        (wording.PART_NAMES, Part),
        (wording.STATE_NAMES, State),
        (wording.LEVEL_NAMES, Level),
        (wording.ROLE_NAMES, Role),
        (wording.PER_NAMES, Per),
        (wording.SCHEME_NAMES, Scheme),
    ],
)
def test_every_word_of_the_method_has_a_name(names: dict[str, str], kinds: type[Kind]) -> None:
    assert set(names) == set(kinds)
    assert len(set(names.values())) == len(names)
