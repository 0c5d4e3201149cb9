"""The shipped content is whole: every file reads, every key resolves, every fact has its source."""

from __future__ import annotations

import pytest

from aiplanner.app import content
from aiplanner.app.starters import programme_from
from aiplanner.assets import resource
from aiplanner.domain.cycle import Capability, Phase, Scheme
from tests.support.plans import counted_ids

KEYS = [file.stem for file in sorted(resource("starters").glob("*.toml"))] + [content.EXAMPLE]


def test_every_capability_and_phase_is_told_once() -> None:
    assert [guide.key for guide in content.capabilities()] == list(Capability)
    assert [guide.key for guide in content.phases()] == list(Phase)


def test_marks_tell_capabilities_and_phases_apart() -> None:
    for guides in (content.capabilities(), content.phases()):
        marks = [guide.mark for guide in guides]
        assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("scheme", [scheme for scheme in Scheme if scheme is not Scheme.OWN])
def test_every_phase_has_a_label_of_its_own_in_every_scheme(scheme: Scheme) -> None:
    labels = [guide.labels[scheme] for guide in content.phases()]
    assert all(labels)
    assert len(set(labels)) >= len(labels) - 1, "a scheme of four may use one word for two phases"


def test_every_fact_has_its_source() -> None:
    files = (*content.capabilities(), *content.phases(), *content.starters())
    assert [told.key for told in files if not told.sources] == []


def test_starters_are_known_by_the_names_of_their_files() -> None:
    assert sorted(starter.key for starter in content.starters()) == sorted(KEYS)
    assert len(KEYS) >= 4


@pytest.mark.parametrize("key", KEYS)
def test_a_starter_becomes_a_programme_that_holds_together(key: str) -> None:
    starter = content.starter(key)
    programme = programme_from(starter, "", counted_ids())
    assert programme.head.title == starter.title
    assert starter.promise.strip()
    assert all(programme.items_of(session.id) for session in programme.sessions)
