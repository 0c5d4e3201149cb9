"""The six capabilities and the five phases are told in full, by their right names, printably."""

from __future__ import annotations

import pytest

from aiplanner.app.content import capabilities, phases
from aiplanner.domain.content import CapabilityGuide, PhaseGuide
from aiplanner.domain.cycle import Scheme
from tests.support.typeface import unprintable

LONGEST = 400
"""Characters: a meaning or purpose has to fit beside the work it explains."""

every_capability = pytest.mark.parametrize("guide", capabilities(), ids=lambda guide: guide.key)
every_phase = pytest.mark.parametrize("guide", phases(), ids=lambda guide: guide.key)


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


@every_phase
def test_a_phase_has_its_question_its_chain_and_its_pitfalls(guide: PhaseGuide) -> None:
    assert guide.question.endswith("?")
    assert 0 < len(guide.purpose) <= LONGEST
    assert all((guide.brings, guide.finds))
    assert len(guide.pitfalls) >= 3


@every_phase
def test_a_phases_mark_can_be_printed_as_text(guide: PhaseGuide) -> None:
    assert len(guide.mark) == 1
    assert unprintable(guide) == set()


@every_capability
def test_what_is_said_of_a_capability_can_be_printed(guide: CapabilityGuide) -> None:
    assert unprintable(guide) == set()
