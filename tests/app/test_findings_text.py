"""What groups found stands in the plain text, and what is not to be shared says so."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from aiplanner.app.finding_words import FIELD_NAMES, SORT_HEADINGS, SORT_NAMES, word_name
from aiplanner.app.plain_text import programme_text
from aiplanner.domain.content import StarterFinding
from aiplanner.domain.cycle import Level
from aiplanner.domain.findings import DreamKind, Progress, PromiseKind, QuestionPart, Sort
from aiplanner.domain.programme import Programme
from tests.support.plans import plan, session
from tests.support.strategies import programmes

FOUND = (
    StarterFinding(Sort.TOPIC, "Going home well", name="home", problem="Late discharge"),
    StarterFinding(
        Sort.STORY, "The taxi\nat noon", name="taxi", grown_from=("home",), happened="One\nTwo",
        quote="Somebody asked me", teller="S1", shared=True,
    ),
    StarterFinding(Sort.STORY, "The quiet room", teller="S2"),
    StarterFinding(
        Sort.PROMISE, "I ask first", grown_from=("taxi", "home"), person="Nurse A",
        due=date(2027, 3, 1), level=Level.SYSTEM, progress=Progress.UNDER_WAY,
    ),
)  # fmt: skip


def test_findings_follow_the_sessions() -> None:
    programme = plan(session("10:00", title="Discover"), found=FOUND, sponsor="Sam", issue="Late")
    text = programme_text(programme)
    assert "\nWhat gave rise to it: Late\n" in text
    assert "\nSponsor: Sam\n" in text
    assert text.endswith(
        "\n\nTopics\n------\n"
        "- Going home well\n  The worry behind it: Late discharge\n"
        "\n\nStories\n-------\n"
        "- The taxi\n  at noon\n  What happened: One\n    Two\n  Quote: Somebody asked me\n"
        "  Code of the teller: S1\n  Grew from: Going home well\n"
        "- The quiet room [not to be shared]\n  Code of the teller: S2\n"
        "\n\nPromises\n--------\n"
        "- I ask first\n  Kind: commitment\n  Who: Nurse A\n  Due date: Mon 1 Mar 2027\n"
        "  Level: system\n  Progress: under way\n"
        "  Grew from: Going home well; The taxi at noon\n"
    )


@given(programmes())
def test_no_finding_is_left_out(programme: Programme) -> None:
    text = programme_text(programme)
    for finding in programme.findings():
        assert all(line in text for line in finding.text.rstrip().splitlines())
    unshared = sum(not story.shared for story in programme.stories)
    assert text.count("[not to be shared]") == unshared


def test_every_word_has_its_name() -> None:
    words = [*QuestionPart, *DreamKind, *PromiseKind, *Progress, *Level]
    assert all(word_name(word) for word in words)
    assert len({word_name(word) for word in Progress}) == len(Progress)
    assert word_name("planned") == ""
    assert SORT_NAMES.keys() == SORT_HEADINGS.keys() == set(Sort)
    assert all(FIELD_NAMES.values())
