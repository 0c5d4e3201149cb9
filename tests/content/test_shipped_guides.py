"""The guides are told in full, by their right names, printably, and say whom they speak to."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from aiplanner.app.content import (
    advice,
    capabilities,
    levels,
    phases,
    principles,
    signposts,
    sources,
)
from aiplanner.domain.content import (
    CapabilityGuide,
    PhaseGuide,
    Reader,
    Signpost,
    Source,
    Status,
)
from aiplanner.domain.cycle import Capability, Level, Phase, Scheme
from tests.support.typeface import unprintable

LONGEST = 400
"""Characters: a meaning or purpose has to fit beside the work it explains."""

LISTED = {
    "Step into Leadership",
    "Leadership Logic Model",
    "Leadership for Integration 360",
    "Appreciative Inquiry Resource Pack",
    "Personal Outcomes Collaboration",
    "Self-directed Support",
    "Equal Partners in Care",
    "Right Values, Right People",
    "Safer Recruitment",
    "Voluntary social care recruitment",
    "Localities Guidance",
    "touchpoint 7 and its toolkit",
    "delivery plan 2017-2020",
    "3-Step Improvement Framework",
    "Improvement Journey",
}
"""What the two pages that this tool began from list, by words of the title."""

MOMENTS = {
    "when-not-to-use",
    "someone-is-angry",
    "someone-is-grieving",
    "something-must-be-reported",
    "things-are-terrible",
    "time-runs-out",
    "consent-and-stories",
}
"""Moments at which a lead needs advice at once."""

every_capability = pytest.mark.parametrize("guide", capabilities(), ids=lambda guide: guide.key)
every_phase = pytest.mark.parametrize("guide", phases(), ids=lambda guide: guide.key)
every_signpost = pytest.mark.parametrize("post", signposts(), ids=lambda post: post.key)
every_source = pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.key)


def test_the_capabilities_have_the_names_their_authors_gave_them() -> None:
    assert [(guide.name, guide.mark) for guide in capabilities()] == [
        ("Self-leadership", "SL"),
        ("Creativity and innovation", "CI"),
        ("Collaborating and influencing", "CO"),
        ("Vision", "VI"),
        ("Motivating and inspiring", "MI"),
        ("Empowering", "EM"),
    ]


@pytest.mark.parametrize(
    ("scheme", "labels"),
    [
        (Scheme.FIVE_D, ["Define", "Discover", "Dream", "Design", "Deliver"]),
        (Scheme.FOUR_D, ["Topic choice", "Discovery", "Dream", "Design", "Destiny"]),
        (Scheme.FOUR_I, ["Identify", "Inquire", "Imagine", "Innovate", "Implement"]),
        (Scheme.CARE_HOME, ["Prepare", "Discover", "Envision", "Co-create", "Embed"]),
    ],
)
def test_the_phases_are_named_as_each_scheme_names_them(scheme: Scheme, labels: list[str]) -> None:
    assert [guide.labels[scheme] for guide in phases()] == labels


@every_capability
def test_a_capability_is_explained_and_asked_about(guide: CapabilityGuide) -> None:
    assert 0 < len(guide.meaning) <= LONGEST
    assert 0 < len(guide.why) <= LONGEST
    assert len(guide.prompts) >= 4
    assert [prompt for prompt in guide.prompts if not prompt.endswith("?")] == []
    assert len(set(guide.prompts)) == len(guide.prompts)


@every_capability
def test_a_capability_tells_how_it_shows_in_each_phase(guide: CapabilityGuide) -> None:
    assert set(guide.phases) == set(Phase)
    assert len(set(guide.phases.values())) == len(Phase)


@every_capability
def test_readers_are_told_only_what_a_source_tells_them(guide: CapabilityGuide) -> None:
    readers = [indicators.reader for indicators in guide.indicators]
    assert readers == sorted(set(readers), key=list(Reader).index)
    for indicators in guide.indicators:
        assert indicators.statements
        assert indicators.sources
        assert "own" not in indicators.sources, "what nobody else says is no indicator"


def test_every_reader_finds_something_that_speaks_to_them() -> None:
    assert {i.reader for guide in capabilities() for i in guide.indicators} == set(Reader)


@every_phase
def test_a_phase_has_its_question_its_chain_and_its_pitfalls(guide: PhaseGuide) -> None:
    assert guide.question.endswith("?")
    assert 0 < len(guide.purpose) <= LONGEST
    assert all((guide.brings, guide.finds))
    assert len(guide.pitfalls) >= 3


@every_phase
def test_a_phase_tells_how_it_is_done_and_what_others_needed(guide: PhaseGuide) -> None:
    assert len(guide.how) >= 5
    assert len(guide.facts) >= 3
    assert [fact for fact in guide.facts if not fact.strip().endswith(".")] == []


@every_phase
def test_a_phase_has_checks_and_a_question_for_each_capability(guide: PhaseGuide) -> None:
    assert len(guide.checks) >= 5
    assert set(guide.prompts) == set(Capability)
    asked = [*guide.checks, *guide.prompts.values()]
    assert [question for question in asked if not question.endswith("?")] == []


@every_phase
def test_a_phases_mark_can_be_printed_as_text(guide: PhaseGuide) -> None:
    assert len(guide.mark) == 1
    assert unprintable(guide) == set()


@every_capability
def test_what_is_said_of_a_capability_can_be_printed(guide: CapabilityGuide) -> None:
    assert unprintable(guide) == set()


def test_the_levels_make_a_ladder_from_me_to_the_whole() -> None:
    assert [guide.key for guide in levels()] == list(Level)
    rungs = [guide.question for guide in levels()]
    assert all(rung.endswith("?") for rung in rungs)
    whom = ("for me", "for us", "for the whole")
    assert [word for word, rung in zip(whom, rungs, strict=True) if word not in rung] == []


def test_there_are_five_principles_and_five_that_came_later() -> None:
    assert [(one.name, one.core) for one in principles()] == [
        ("Constructionist", True),
        ("Simultaneity", True),
        ("Poetic", True),
        ("Anticipatory", True),
        ("Positive", True),
        ("Wholeness", False),
        ("Enactment", False),
        ("Free choice", False),
        ("Narrative", False),
        ("Awareness", False),
    ]


def test_there_is_advice_for_the_moments_at_which_it_is_needed() -> None:
    assert {one.key for one in advice()} >= MOMENTS
    assert [one.key for one in advice() if len(one.points) < 4] == []


def test_advice_never_replaces_the_routes_that_keep_people_safe() -> None:
    told = next(one for one in advice() if one.key == "something-must-be-reported")
    words = " ".join((told.text, *told.points)).casefold()
    assert [w for w in ("safeguarding", "complaints", "whistleblowing") if w not in words] == []


def test_every_resource_that_the_first_pages_list_is_signposted() -> None:
    titles = [post.title for post in signposts()]
    assert [words for words in LISTED if not any(words in title for title in titles)] == []


@every_signpost
def test_a_signpost_says_what_it_is_for_and_what_is_known_of_it(post: Signpost) -> None:
    assert all((post.title, post.publisher, post.what, post.use, post.licence))
    assert post.phases
    assert post.capabilities
    if not post.address:
        assert post.note, "where there is no address we say so"


def test_what_its_publisher_gave_up_is_called_archived() -> None:
    archived = {post.key for post in signposts() if post.status is Status.ARCHIVED}
    assert "touchpoint-toolkit" in archived


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_signposts(phase: Phase) -> None:
    assert sum(phase in post.phases for post in signposts()) >= 2


@pytest.mark.parametrize("capability", Capability)
def test_every_capability_has_signposts(capability: Capability) -> None:
    assert sum(capability in post.capabilities for post in signposts()) >= 2


@every_source
def test_a_source_can_be_looked_up(source: Source) -> None:
    assert source.title
    assert urlsplit(source.address).scheme in {"", "http", "https"}
    assert " " not in source.address


def test_what_is_said_to_leads_can_be_printed() -> None:
    told = (levels(), principles(), advice(), signposts(), tuple(sources().values()))
    assert unprintable(told) == set()
