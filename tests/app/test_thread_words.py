"""The thread in words."""

from __future__ import annotations

import pytest

from aiplanner.app.thread_words import (
    ORPHAN_REASONS,
    ORPHAN_WORDS,
    counted,
    heading_of,
    kind_words,
    named,
    sentence_of,
    totals_words,
    whence,
    whence_lines,
)
from aiplanner.domain.findings import (
    Action,
    Dream,
    DreamKind,
    Finding,
    LogicNote,
    LogicPart,
    Progress,
    Promise,
    PromiseKind,
    Soar,
    Sort,
    Story,
    Theme,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import Orphan, orphans, thread_of
from aiplanner.domain.thread_layout import COLUMNS
from tests.support.threads import CHAIN, found, woven

THREAD = thread_of(CHAIN)
KEY = RowId("a" * 32)


def test_where_a_finding_came_from_and_what_became_of_it() -> None:
    assert list(whence_lines(whence(CHAIN, found(CHAIN, "noon")))) == [
        "Where did this come from?",
        "- Theme: early",
        "- Story: taxi [not to be shared]",
        "- Story: tea [not to be shared]",
        "- Topic: topic",
        "What became of this?",
        "- Possibility statement: we ask",
        "- Commitment: my bay",
        "- Action: board",
        "- Review: look again",
    ]


def test_what_hangs_loose_says_why_that_matters() -> None:
    lines = list(whence_lines(whence(CHAIN, found(CHAIN, "we fly"), THREAD)))

    assert lines[:4] == [
        "Where did this come from?",
        "Nothing is tied to it from before yet.",
        "What became of this?",
        "Nothing has grown from it yet.",
    ]
    assert lines[4].startswith("No story behind it yet. A statement that stands on stories")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("taxi", "Story: taxi. Not to be shared. Grew from 1 topic. Became 1 theme."),
        ("early", "Theme: early. Grew from 2 stories. Became 1 dream."),
        ("we fly", "Possibility statement: we fly. Not tied to anything. No story behind it yet."),
        ("when?", "Question: when? Not tied to anything."),
        ("kettle", "Action: kettle. Planned. Not tied to anything. No statement behind it yet."),
    ],
)
def test_a_card_is_read_aloud(text: str, said: str) -> None:
    key = found(CHAIN, text)
    assert sentence_of(THREAD, key, orphans(THREAD).get(key)) == said


@pytest.mark.parametrize(
    ("finding", "kind"),
    [
        (Dream(KEY, 0, DreamKind.PHRASE), "phrase"),
        (Promise(KEY, 0, PromiseKind.OFFER), "offer"),
        (Soar(KEY, 0), "SOAR, strength"),
        (LogicNote(KEY, 0, LogicPart.RISK), "logic model, risk or barrier"),
        (Theme(KEY, 0), "theme"),
    ],
)
def test_a_finding_is_called_what_it_is(finding: Finding, kind: str) -> None:
    assert kind_words(finding) == kind


def test_a_text_is_told_in_one_line_and_its_lack_in_words() -> None:
    assert named(Theme(KEY, 0, " Asks\n early ")) == "Theme: Asks early"
    assert named(Theme(KEY, 0)) == "Theme: Without a text"


def test_actions_say_who_and_how_far() -> None:
    programme = woven([(Sort.ACTION, "board")])
    action = Action(found(programme, "board"), 0, "board", "Morag", progress=Progress.DONE)
    thread = thread_of(programme.put(action))
    assert "Morag · done." in sentence_of(thread, action.id, None)


def test_findings_are_counted_in_the_order_of_a_cycle() -> None:
    rows: list[Finding] = [Theme(KEY, 0), Story(KEY, 0), Theme(KEY, 0)]
    assert counted(rows) == "1 story, 2 themes"
    assert counted([]) == ""


def test_the_whole_is_told_in_a_line() -> None:
    assert totals_words(THREAD, orphans(THREAD)) == (
        "14 findings, 9 links. 3 are not tied yet: 1 statement without a story, "
        "1 action without a statement, 1 story not used."
    )
    tied = woven([(Sort.TOPIC, "one"), (Sort.THEME, "two")], "one > two")
    assert totals_words(thread_of(tied), {}) == "2 findings, 1 link."


def test_every_column_and_every_orphan_has_words() -> None:
    assert [heading_of(sorts) for sorts in COLUMNS] == [
        *("Topics", "Questions", "Stories", "Themes", "Dreams, SOAR", "Design elements"),
        *("Statements", "Promises, actions", "Task groups, reviews", "Check-outs", "Logic model"),
    ]
    assert set(ORPHAN_WORDS) == set(ORPHAN_REASONS) == set(Orphan)
