"""Findings of earlier phases on later paper: the recap, the interview guide, what is kept back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.findings import QuestionPart
from aiplanner.domain.programme import Programme
from tests.support.packs import counted_ids, rendered, squeezed
from tests.support.tagged_pdf import page_texts

PROGRAMME = programme_from(starter(EXAMPLE), "", counted_ids())


def printed(tmp_path: Path, programme: Programme, *keys: str, session: int | None = None) -> str:
    """What documents say, without white space."""
    out = tmp_path / "pack.pdf"
    sessions = None if session is None else (programme.sessions[session - 1].id,)
    rendered(programme, out, keys, sessions=sessions)
    return squeezed("".join(page_texts(out)))


def test_the_running_order_tells_at_its_opening_what_was_found_before(tmp_path: Path) -> None:
    second = printed(tmp_path, PROGRAMME, "running-order", session=2)

    for line in (
        "Last time you told us …",
        "Tell it at: 10:10 Welcome back: what did people say?",
        "Going home well, in good time",
        "The bag was packed the evening before · “I thought: is it as easy as that?”",
        "and 3 more",
        "1 story not shared",
    ):
        assert squeezed(line) in second
    opening = second.index(squeezed("To begin: “Last time you told us …”"))
    assert second.index("Clock") < opening < second.index(squeezed("Welcome back: what did"))


def test_what_later_sessions_found_is_no_memory_of_earlier_ones(tmp_path: Path) -> None:
    assert squeezed("Last time") not in printed(tmp_path, PROGRAMME, "running-order", session=1)
    [dream] = [one for one in PROGRAMME.dreams if one.horizon]
    statement = squeezed(PROGRAMME.statements[0].text)

    second = printed(tmp_path, PROGRAMME, "running-order", session=2)
    assert squeezed(dream.text) not in second, "it was written in the second session itself"
    third = printed(tmp_path, PROGRAMME, "running-order", session=3)
    assert squeezed(dream.text) in third
    assert statement in third


def test_participants_read_the_recap_on_no_sheet_of_times(tmp_path: Path) -> None:
    said = printed(tmp_path, PROGRAMME, "timetable", "agenda")
    assert squeezed("Last time you told us") not in said


def test_the_interview_guide_opens_as_the_programme_says(tmp_path: Path) -> None:
    said = printed(tmp_path, PROGRAMME, "interview-guide")
    assert squeezed(PROGRAMME.head.interview_opening) in said
    assert squeezed("18 minutes for each of you.") in said

    bare = replace(PROGRAMME.head, interview_opening="", interview_minutes=None)
    said = printed(tmp_path, PROGRAMME.put(bare), "interview-guide")
    assert squeezed("There are no wrong answers.") in said
    assert squeezed("for each of you") not in said


def test_what_leads_to_a_question_is_read_before_it(tmp_path: Path) -> None:
    said = printed(tmp_path, PROGRAMME, "interview-guide")
    [question] = [one for one in PROGRAMME.questions if one.part is QuestionPart.WISH]
    assert squeezed(f"{question.lead_in}{question.text}") in said


def test_a_later_sheet_tells_the_dream_by_its_statement_where_there_is_one(tmp_path: Path) -> None:
    *others, stated = PROGRAMME.dreams
    said = printed(tmp_path, PROGRAMME, "possibility-statement")
    assert squeezed(stated.text) in said
    assert [one.text for one in others if squeezed(one.text) in said] == []

    said = printed(tmp_path, PROGRAMME.drop([stated.id]), "possibility-statement")
    assert [one.text for one in others if squeezed(one.text) not in said] == []


def test_a_sheet_says_that_stories_are_left_out(tmp_path: Path) -> None:
    one = printed(tmp_path, PROGRAMME, "theme-summary")
    assert squeezed("1 story not shared") in one

    all_private = PROGRAMME.put(*(replace(story, shared=False) for story in PROGRAMME.stories))
    assert squeezed("7 stories not shared") in printed(tmp_path, all_private, "theme-summary")
    open_ones = PROGRAMME.put(*(replace(story, shared=True) for story in PROGRAMME.stories))
    assert squeezed("not shared") not in printed(tmp_path, open_ones, "theme-summary")
