"""What phases bring and what sessions are reminded of: worded, counted, and no private story."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from aiplanner.app.carried import brought
from aiplanner.app.consent import kept_back_text, not_shared_text
from aiplanner.app.recap import recap, recap_item
from aiplanner.domain.cycle import Part, Phase
from aiplanner.domain.edits.findings import add_findings, told_in
from aiplanner.domain.findings import CheckOut, Finding, Story
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from tests.support.advice import CLOSING, OPENING, finding
from tests.support.plans import item, pause, plan, session
from tests.support.strategies import programmes

FOUND = (
    finding("topic", "Going home\nwell", name="home"),
    finding("question", "Tell me about a time.", grown_from=("home",)),
    finding("story", "The bag", name="bag", quote="So easy?", shared=True),
    finding("story", "One more afternoon"),
    finding("theme", "The day before", grown_from=("bag",), core=True),
    finding("theme", "We ask first", keep=True),
    finding("dream", "Home before the soup", kind="phrase"),
    finding("dream", "Whoever is ready goes home.", kind="statement", horizon="in two years"),
    finding("soar", "We know each other", kind="strength"),
    finding("element", "The handover", about="Who tells whom"),
    finding("statement", "We ask on the first day.", element="People"),
    finding("action", "Six boards"),
)
HEAD = {"issue": "People wait.", "sponsor": "The director"}
DISCOVER = item("Interviews", "40", phase=Phase.DISCOVER)
DREAM = item("Show the dream", "30", phase=Phase.DREAM)


def whole() -> Programme:
    """Three sessions, and something of every sort that is handed on."""
    sessions = (
        session("10:00", OPENING, DISCOVER, CLOSING),
        session("10:00", pause("5"), OPENING, DREAM, CLOSING),
        session("10:00", item("Plan", "30", phase=Phase.DELIVER)),
    )
    return plan(*sessions, found=FOUND, **HEAD)


def told(programme: Programme, phase: Phase) -> list[tuple[str, str, list[str], str]]:
    """Heading, count, lines and what is left out of each section."""
    return [
        (one.heading, one.count, [line.text for line in one.lines], one.left_out)
        for one in brought(programme, phase)
    ]


def test_each_phase_brings_what_the_phases_before_it_found() -> None:
    programme = whole()
    core = ("Positive core", "1 theme", ["The day before"], "")

    assert told(programme, Phase.DEFINE) == [
        ("Where we start from", "", ["People wait.", "The director"], "")
    ]
    assert told(programme, Phase.DISCOVER) == [
        ("Topics", "1 topic", ["Going home well"], ""),
        ("Interview guide", "1 question", ["Tell me about a time."], ""),
    ]
    assert told(programme, Phase.DREAM) == [
        core,
        ("What we want to keep", "1 theme", ["We ask first"], ""),
    ]
    assert told(programme, Phase.DESIGN) == [
        ("Our dream", "2 dreams", ["Whoever is ready goes home.", "Home before the soup"], ""),
        ("SOAR", "1 answer of SOAR", ["We know each other"], ""),
        core,
        ("Stories to stand on", "1 story", ["The bag"], "1 story not shared"),
    ]
    assert told(programme, Phase.DELIVER) == [
        ("Possibility statements", "1 statement", ["We ask on the first day."], ""),
        ("What we shape", "1 design element", ["The handover"], ""),
    ]


def test_lines_say_where_they_stand_and_what_helps_to_understand_them() -> None:
    programme = whole()
    lines = {
        line.text: line for phase in Phase for s in brought(programme, phase) for line in s.lines
    }

    assert lines["The bag"].more == "“So easy?”"
    assert lines["Whoever is ready goes home."].more == "in two years"
    assert lines["We ask on the first day."].more == "People"
    assert lines["The director"].more == "Who asked for it"
    assert lines["The director"].row == programme.id
    assert lines["The bag"].row == programme.stories[0].id


def test_an_empty_programme_says_what_is_to_come() -> None:
    programme = plan()
    for phase in Phase:
        sections = brought(programme, phase)
        assert sections
        assert all(one.empty and not one.lines for one in sections)


def test_all_themes_are_brought_while_none_is_the_core() -> None:
    programme = plan(found=(finding("theme", "Early"), finding("theme", "Together")))
    [first, *_others] = told(programme, Phase.DREAM)
    assert first == ("Themes", "2 themes", ["Early", "Together"], "")


def test_statements_are_called_as_the_programme_calls_them() -> None:
    programme = plan()
    programme = programme.put(replace(programme.head, statement_label="Bold promises"))
    assert told(programme, Phase.DELIVER)[0][0] == "Bold promises"


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, ""), (1, "1 story not shared"), (3, "3 stories not shared")],
)
def test_stories_kept_back_are_counted_in_words(count: int, words: str) -> None:
    stories = tuple(finding("story", f"Story {n}") for n in range(count))
    shared = (finding("story", "Told", shared=True), finding("story", ""))
    assert not_shared_text(count) == words
    assert kept_back_text(plan(found=(*stories, *shared))) == words


def reminded(programme: Programme, number: int) -> dict[str, list[str]]:
    """What a session is reminded of, by heading."""
    sections = recap(programme, programme.sessions[number - 1])
    return {one.heading: [line.text for line in one.lines] for one in sections}


def test_a_session_is_reminded_of_what_the_phases_before_it_found() -> None:
    programme = whole()

    assert reminded(programme, 1) == {}
    assert list(reminded(programme, 2)) == ["Topics", "Stories to stand on", "Positive core"]
    assert list(reminded(programme, 3)) == [
        *("Topics", "Stories to stand on", "Positive core", "Our dream"),
    ]
    assert reminded(programme, 3)["Our dream"] == ["Whoever is ready goes home."]


def test_who_worked_with_soar_is_reminded_of_that() -> None:
    told_by_soar = finding("soar", "We know each other", kind="strength")
    programme = plan(session("10:00", DREAM), session("10:00", CLOSING), found=(told_by_soar,))
    assert reminded(programme, 2) == {"SOAR": ["We know each other"]}


def test_what_was_told_in_a_session_is_no_memory_of_it() -> None:
    programme = whole()
    story, second = programme.stories[0], programme.sessions[1]
    after = told_in(programme, story.id, second.id)

    assert "Stories to stand on" in reminded(after, 2), "one is kept back, which is said"
    assert reminded(after, 2)["Stories to stand on"] == []
    assert reminded(after, 3)["Stories to stand on"] == ["The bag"]


def test_a_session_is_reminded_of_how_the_one_before_it_closed() -> None:
    programme = whole()
    first, second, _third = (one.id for one in programme.sessions)
    said = [CheckOut(RowId(f"f{n:031x}"), n, f"More time {n}", "B2", first) for n in range(8)]
    said.append(CheckOut(RowId("e" * 32), 8, "Less noise", "B2", second))
    closed = add_findings(programme, said)
    *_others, section = recap(closed, closed.sessions[1])

    assert section.heading == "As the last session closed"
    assert (section.count, section.further) == ("8 check-outs", "and 2 more")
    assert [line.text for line in section.lines] == [f"More time {n}" for n in range(6)]
    assert reminded(closed, 3)["As the last session closed"] == ["Less noise"]
    assert "As the last session closed" not in reminded(closed, 1)


def test_a_story_without_a_headline_is_told_by_its_quote_or_by_what_happened() -> None:
    found = (
        finding("story", "", quote="So\neasy?", shared=True),
        finding("story", " ", happened="The bag stood there.", shared=True),
        finding("story", "", quote=" ", shared=True),
    )
    [stories] = [one for one in brought(plan(found=found), Phase.DESIGN) if one.key == "story"]
    assert [line.text for line in stories.lines] == ["“So easy?”", "The bag stood there."]
    assert [line.more for line in stories.lines] == ["", ""]
    assert stories.count == "2 stories"


def test_a_recap_is_short_and_says_how_much_more_there_is() -> None:
    many = tuple(finding("story", f"Story {n}", shared=True) for n in range(8))
    programme = plan(session("10:00", DISCOVER), session("10:00", DREAM), found=many)
    [stories] = recap(programme, programme.sessions[1])

    assert (stories.count, len(stories.lines), stories.further) == ("8 stories", 3, "and 5 more")


def test_the_recap_is_told_at_the_opening() -> None:
    programme = whole()
    places = [recap_item(programme, one) for one in programme.sessions]

    assert [place and place.part for place in places] == [Part.OPENING, Part.OPENING, None]
    assert [place and place.title for place in places][2] == "Plan"
    assert recap_item(plan(session("10:00")), plan(session("10:00")).sessions[0]) is None


@given(programmes())
def test_no_private_story_is_handed_on(programme: Programme) -> None:
    private = [replace(row, text=f"secret {n}", shared=False) for n, row in _stories(programme)]
    kept = programme.put(*private)
    sections = [one for phase in Phase for one in brought(kept, phase)]
    sections += [one for each in kept.sessions for one in recap(kept, each)]

    said = [text for one in sections for line in one.lines for text in (line.text, line.more)]
    assert [text for text in said if "secret" in text] == []
    rows = {line.row for one in sections for line in one.lines}
    assert rows.isdisjoint(row.id for row in private)


def _stories(programme: Programme) -> list[tuple[int, Finding]]:
    return [(n, row) for n, row in enumerate(programme.stories) if isinstance(row, Story)]
