"""The handouts are all there, ask well, keep what is private private, and can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import pytest

from aiplanner.app.content import handouts
from aiplanner.app.tally_sheets import Sheet, blanks_of
from aiplanner.domain.cycle import Per, Phase
from aiplanner.domain.findings import ROW_OF, Sort, Theme
from aiplanner.domain.handouts import (
    Block,
    CardsBlock,
    CardSize,
    ChecklistBlock,
    FindingsBlock,
    Handout,
    ListBlock,
    PromptBlock,
    ScaleBlock,
    TableBlock,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import empty_programme
from tests.support.reading import texts
from tests.support.typeface import unprintable

PROMISED = {
    "ai-in-one-page",
    "invitation",
    "topic-worksheet",
    "core-team-role",
    "agreements",
    "interview-guide",
    "interview-tips",
    "trio-roles",
    "story-sheet",
    "story-consent",
    "theme-summary",
    "discovery-quadrants",
    "positive-core-map",
    "share-discovery",
    "observation-sheet",
    "emotion-cards",
    "dream-sheet",
    "three-wishes",
    "headline-sheet",
    "open-questions",
    "soar",
    "design-elements",
    "reverse-fishbone",
    "possibility-statement",
    "practice-conversation",
    "keep-start-invest",
    "connecting-questions",
    "fifteen-percent",
    "promise-cards",
    "action-plan",
    "task-group-record",
    "review-sheet",
    "capability-reflection",
    "capability-rating",
    "level-ladder",
    "check-out",
    "evaluation",
    "sign-in",
    "logic-model",
    "concerns-sheet",
}
"""Sheets that programmes name: none may go missing or change its key."""

TYPED = tuple(Sheet)
GIVEN_BY_US = {"teller", "person"}
"""Blanks that no sheet asks for: codes and names are given by whoever types it in."""

NOT_TYPED: dict[Sheet, set[str]] = {
    **{sheet: set() for sheet in Sheet},
    Sheet.VOTES: {"themes", "v", "surprised", "keep"},
}
"""Answers of a form that have no blank of their own when paper is typed in."""

SHOWN = {
    "topic-worksheet": Sort.TOPIC,
    "interview-guide": Sort.QUESTION,
    "theme-summary": Sort.STORY,
    "positive-core-map": Sort.THEME,
    "dream-sheet": Sort.THEME,
    "design-elements": Sort.DREAM,
    "possibility-statement": Sort.DREAM,
    "action-plan": Sort.STATEMENT,
    "review-sheet": Sort.ACTION,
}
"""Sheets that carry what was found before, and what."""

B = TypeVar("B", bound=Block)

CARDS_ON_A_SHEET = {CardSize.A6: 4, CardSize.A7: 8}

every_handout = pytest.mark.parametrize("one", handouts(), ids=lambda one: one.key)


def of_kind(one: Handout, kind: type[B]) -> Iterator[B]:
    return (block for block in one.blocks if isinstance(block, kind))


def handout(key: str) -> Handout:
    return next(one for one in handouts() if one.key == key)


def words(key: str) -> str:
    return " ".join(texts(handout(key))).casefold()


def test_every_sheet_that_programmes_name_is_there() -> None:
    assert {one.key for one in handouts()} >= PROMISED


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_sheets_of_its_own(phase: Phase) -> None:
    assert sum(one.phase is phase for one in handouts()) >= 2


@every_handout
def test_a_sheet_tells_those_who_choose_what_it_is(one: Handout) -> None:
    assert one.summary
    assert one.lead
    assert not one.title.endswith(".")


@every_handout
def test_a_sheet_can_be_printed_in_our_typeface(one: Handout) -> None:
    assert unprintable(one) == set()


@every_handout
def test_a_sheet_is_short(one: Handout) -> None:
    assert one.pages <= one.pages_large <= 3


@every_handout
def test_a_blank_sheet_still_says_something_beside_what_was_found(one: Handout) -> None:
    """Findings without words to stand in for them leave nothing on a blank sheet."""
    kept = [b for b in one.blocks if not isinstance(b, FindingsBlock) or b.instead]
    assert kept


@every_handout
def test_a_table_shows_only_what_its_findings_have(one: Handout) -> None:
    for table in of_kind(one, TableBlock):
        named = {column.field for column in table.columns} - {""}
        known = {spec.name for spec in fields(ROW_OF[table.of])} if table.of else set()
        assert named <= known
        assert bool(named) == bool(table.of)
        assert table.rows or table.labels, "blank, it would have no row to write in"


@every_handout
def test_cards_fill_their_sheets_of_paper(one: Handout) -> None:
    """With the card that holds the title; one may be left empty."""
    for block in of_kind(one, CardsBlock):
        left = -(1 + len(block.cards) * block.copies) % CARDS_ON_A_SHEET[block.size]
        assert left <= 1


@every_handout
def test_a_prompt_ends_as_a_question_or_as_a_name_for_what_is_asked(one: Handout) -> None:
    assert [p.text for p in of_kind(one, PromptBlock) if p.text.endswith((".", ":", "!"))] in (
        [],
        ["Whom will I tell? Think of someone who was not there."],
        ["I told the people I watched. They said:"],
    )


@pytest.mark.parametrize(("key", "sort"), SHOWN.items())
def test_later_sheets_carry_what_was_found_before(key: str, sort: Sort) -> None:
    shown = {b.of for b in handout(key).blocks if isinstance(b, FindingsBlock | TableBlock)}
    assert sort in shown


def test_a_blank_interview_guide_asks_for_a_moment_one_thing_at_a_time() -> None:
    (found,) = of_kind(handout("interview-guide"), FindingsBlock)
    assert len(found.instead) >= 4
    assert [question for question in found.instead if question.count("?") != 1] == []
    assert any("moment" in question for question in found.instead)
    assert found.lines > 0


def test_an_interview_begins_with_consent_and_ends_with_thanks() -> None:
    told = words("interview-guide")
    assert told.index("may i take notes") < told.index("to begin") < told.index("thank you")


def test_the_open_questions_are_questions() -> None:
    for block in of_kind(handout("open-questions"), ListBlock):
        assert [question for question in block.items if not question.endswith("?")] == []


def test_the_check_out_asks_its_three_questions_at_the_end_of_each_session() -> None:
    sheet = handout("check-out")
    assert sheet.each == "session"
    assert [prompt.text for prompt in of_kind(sheet, PromptBlock)] == [
        "What gave me energy today?",
        "What will I try before we meet again?",
        "What would make the next session even better?",
    ]


def test_a_statement_is_held_against_eight_checks() -> None:
    (checks,) = of_kind(handout("possibility-statement"), ChecklistBlock)
    assert len(checks.items) == 8


def test_rating_oneself_is_private_unscored_and_said_to_be_ours() -> None:
    sheet, told = handout("capability-rating"), words("capability-rating")
    (scale,) = of_kind(sheet, ScaleBlock)
    assert scale.points == ("not yet", "sometimes", "often", "consistently", "not applicable")
    assert len(scale.statements) == 12
    assert sheet.per is Per.PERSON
    assert "only for you" in told
    assert "ours, not theirs" in told


def test_one_can_say_no_to_an_invitation_and_ask_for_what_one_needs() -> None:
    told = words("invitation")
    assert "you can say no" in told
    assert "no, thank you" in told
    for name in ("{programme}", "{service}", "{day}", "{venue}"):
        assert name in told
    needs = ("steps", "hearing loop", "interpreter", "large print", "eat or drink")
    assert [need for need in needs if need not in told] == []


@pytest.mark.parametrize("key", ["story-sheet", "story-consent"])
def test_a_story_is_written_without_names_and_with_a_choice(key: str) -> None:
    sheet = handout(key)
    assert sheet.per is Per.PERSON
    assert list(of_kind(sheet, ChecklistBlock))
    assert "name" in words(key)


def test_signing_in_says_what_the_list_is_for_and_asks_for_no_story() -> None:
    told = words("sign-in")
    assert "destroy" in told
    assert "story" not in told


def test_concerns_send_what_cannot_wait_to_its_own_route() -> None:
    assert "at risk" in words("concerns-sheet")


@pytest.mark.parametrize("key", ["story-sheet", "self-rating", "capability-rating", "invitation"])
def test_answers_that_exclude_each_other_are_one_choice(key: str) -> None:
    assert next(of_kind(handout(key), ChecklistBlock)).one


@pytest.mark.parametrize("sheet", TYPED)
def test_a_form_asks_for_every_blank_of_the_sheet_that_is_typed_in(sheet: Sheet) -> None:
    theme = Theme(RowId("7" * 32), 0, "A theme")
    programme = empty_programme(RowId("e" * 32)).put(theme)
    blanks = {blank.key for blank in blanks_of(sheet, programme)} - GIVEN_BY_US
    asked = set(asks(handout(sheet.value)))

    assert blanks - asked - {theme.id} == set()
    assert asked - blanks - NOT_TYPED[sheet] == set()


def asks(piece: Any) -> Iterator[str]:
    """Every name of an answer in a piece of content."""
    if is_dataclass(piece):
        for spec in fields(piece):
            value = getattr(piece, spec.name)
            yield from [value] if spec.name == "ask" and value else asks(value)
    elif isinstance(piece, tuple):
        for part in piece:
            yield from asks(part)
