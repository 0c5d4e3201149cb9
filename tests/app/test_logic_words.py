"""The plan offers entries for the logic model, each once, and the model is told in words."""

from __future__ import annotations

from dataclasses import replace

from aiplanner.app.logic_words import (
    COLUMNS,
    LOOKING_BACK,
    PART_HEADINGS,
    PART_PROMPTS,
    Proposal,
    beginnings,
    entries,
    ground_words,
    logic_text,
    proposals,
)
from aiplanner.domain.cycle import State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding, delete_findings
from aiplanner.domain.edits.logic import stand_on
from aiplanner.domain.findings import LogicNote, LogicPart, Progress
from aiplanner.domain.ids import RowId
from tests.support.logic_programme import entry, logic_programme, without_model
from tests.support.plans import named
from tests.support.rich_programme import UNSHARED, blank_programme


def test_every_part_stands_in_one_column_and_asks_one_thing() -> None:
    assert sorted(part for column in COLUMNS for part in column) == sorted(LogicPart)
    assert set(PART_HEADINGS) == set(PART_PROMPTS) == set(LogicPart)
    assert all(words.endswith("?") for words in (*PART_PROMPTS.values(), *LOOKING_BACK))


def test_the_plan_offers_what_it_holds() -> None:
    programme = without_model()
    action, statement = programme.actions[0], programme.statements[0]
    offered = proposals(programme)

    assert Proposal(LogicPart.ENABLER, "Somebody asks early") in offered
    assert Proposal(LogicPart.ACTIVITY, "Paired appreciative interviews") in offered
    assert Proposal(LogicPart.ACTIVITY, action.text, action.id) in offered
    assert Proposal(LogicPart.EVIDENCE, action.measure, action.id) in offered
    assert Proposal(LogicPart.MEDIUM, statement.text, statement.id) in offered
    assert Proposal(LogicPart.LONG, "Home by noon") in offered
    titles = {one.text for one in offered}
    assert not titles & {"Welcome and why we are here", "Check-out", "Reading the annual report"}
    assert UNSHARED not in " ".join(titles)
    assert [one.part for one in offered] == sorted(
        (one.part for one in offered), key=list(LogicPart).index
    )


def test_a_blank_plan_offers_nothing() -> None:
    assert proposals(blank_programme()) == ()


def test_what_the_model_holds_is_offered_no_more() -> None:
    programme = without_model()
    action, statement = programme.actions[0], programme.statements[0]
    typed = LogicNote(RowId("a" * 32), 0, LogicPart.ACTIVITY, " paired  appreciative INTERVIEWS.")
    own = LogicNote(RowId("b" * 32), 0, LogicPart.MEDIUM, "In words of our own")
    programme = add_finding(add_finding(programme, typed), own)
    programme = stand_on(programme, own.id, [statement.id])
    offered = proposals(programme)

    assert "Paired appreciative interviews" not in {one.text for one in offered}
    assert (LogicPart.MEDIUM, statement.id) not in {(one.part, one.ground) for one in offered}
    assert (LogicPart.ACTIVITY, action.id) in {(one.part, one.ground) for one in offered}


def test_what_is_dropped_or_parked_is_not_offered() -> None:
    programme = without_model()
    interviews = named(programme, "Paired appreciative interviews")
    programme = programme.put(replace(interviews, state=State.PARKED))
    programme = set_fields(programme, programme.actions[0].id, progress=Progress.DROPPED)
    offered = proposals(programme)

    assert not [one for one in offered if one.part is LogicPart.EVIDENCE]
    assert interviews.title not in {one.text for one in offered}


def test_what_an_entry_repeats_is_not_told_twice() -> None:
    programme = logic_programme()
    board = entry(programme, "A board")
    same = set_fields(programme, board.id, text=programme.actions[0].text.upper())
    long = set_fields(programme, programme.actions[0].id, text="wide " * 40)

    assert ground_words(same, entry(same, "A BOARD")) == "stands on: this action"
    assert ground_words(long, board) == "stands on: " + " ".join(["wide"] * 12) + "…"


def test_the_model_in_words_tells_each_part_and_what_entries_stand_on() -> None:
    programme = logic_programme()
    lines = logic_text(entries(programme)).splitlines()

    board = entry(programme, "A board").text
    assert f"- {board} (stands on: {programme.actions[0].text})" in lines
    assert lines[:2] == ["Enablers", "- A manager who asks <what next> & waits"]
    assert logic_text(entries(blank_programme())).count("- nothing yet") == len(LogicPart)


def test_a_model_begins_with_the_actions_where_there_are_some() -> None:
    programme = without_model()
    acts = [one for one in beginnings(programme) if one.part is LogicPart.ACTIVITY]
    bare = delete_findings(programme, [row.id for row in programme.actions])

    assert acts
    assert all(one.ground for one in acts)
    assert "Paired appreciative interviews" in {one.text for one in beginnings(bare)}
    others = [one for one in proposals(programme) if one.part is not LogicPart.ACTIVITY]
    assert [one for one in beginnings(programme) if one.part is not LogicPart.ACTIVITY] == others
