"""The guide has something to say on every topic, names its sources, and finds words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from aiplanner.app.content import capability_guide, handouts, phase_guide, signposts
from aiplanner.domain.cycle import Capability, Phase, Scheme
from aiplanner.ui.models.guide_list import GuideList
from aiplanner.ui.models.guide_passages import Look, Passage
from aiplanner.ui.models.guide_topics import FIRST, mentions, passages, topics
from tests.support.plans import plan

HEAD = plan(title="Ours").head
KEYS = [topic.key for topic in topics(HEAD)]


def said(told: tuple[Passage, ...]) -> str:
    """All words of a topic."""
    return "\n".join(passage.words for passage in told)


def labels(told: tuple[Passage, ...]) -> list[str]:
    """The small headings of a topic."""
    return [passage.text for passage in told if passage.look is Look.LABEL]


def test_every_topic_has_a_key_and_a_title_of_its_own() -> None:
    assert len(KEYS) == len(set(KEYS))
    assert {f"phase:{phase.value}" for phase in Phase} <= set(KEYS)
    assert {f"capability:{capability.value}" for capability in Capability} <= set(KEYS)
    assert {"cycle", "levels", "principles", "printing", "signposts"} <= set(KEYS)
    assert len([key for key in KEYS if key.startswith("advice:")]) >= 4
    assert all(topic.title and topic.group for topic in topics(HEAD))


@pytest.mark.parametrize("key", KEYS)
def test_a_topic_begins_with_its_title_and_a_bold_sentence(key: str) -> None:
    told = passages(HEAD, key)
    assert told[0].look is Look.TITLE
    bold = next(passage for passage in told if passage.look is Look.KEY)
    assert bold.lead.strip()
    assert len(told) > 3


@pytest.mark.parametrize("key", [key for key in KEYS if key != "printing"])
def test_sources_stand_small_at_the_end(key: str) -> None:
    told = passages(HEAD, key)
    begin = max(n for n, passage in enumerate(told) if passage.look is Look.LABEL)
    assert told[begin].text == "Sources"
    sources = told[begin + 1 :]
    assert sources
    assert {passage.look for passage in sources} == {Look.SMALL}
    assert len({passage.text for passage in sources}) == len(sources)


@pytest.mark.parametrize("key", KEYS)
def test_links_lead_to_topics_and_signposts_that_there_are(key: str) -> None:
    posts = {passage.anchor for passage in passages(HEAD, "signposts") if passage.anchor}
    for passage in passages(HEAD, key):
        target, _, anchor = passage.target.partition("#")
        if target.startswith("print:"):
            assert target.removeprefix("print:") in {sheet.key for sheet in handouts()}
        elif target and not target.startswith("http"):
            assert target in KEYS
            assert not anchor or anchor in posts


@pytest.mark.parametrize("phase", list(Phase))
def test_a_phase_tells_all_that_we_know_of_it(phase: Phase) -> None:
    guide, told = phase_guide(phase), passages(HEAD, f"phase:{phase.value}")
    words = " ".join(said(told).split())
    for text in (guide.question, guide.purpose, guide.brings, guide.finds, *guide.how):
        assert " ".join(text.split()) in words
    for text in (*guide.facts, *guide.pitfalls, *guide.checks, *guide.prompts.values()):
        assert " ".join(text.split()) in words
    asked = [passage.mark for passage in told if passage.look is Look.ASK]
    assert asked == [capability_guide(capability).mark for capability in guide.prompts]


def test_phases_have_the_programmes_own_names() -> None:
    head = replace(HEAD, scheme=Scheme.OWN, dream_label="Imagine it")
    assert passages(head, "phase:dream")[0].text == "Imagine it"
    assert "Imagine it" in said(passages(head, "cycle"))
    assert "Imagine it" in said(passages(head, "capability:vision"))
    assert "Imagine it" in [topic.title for topic in topics(head)]


def test_a_capability_says_openly_whom_no_source_speaks_of() -> None:
    told = passages(HEAD, "capability:vision")
    guide = capability_guide(Capability.VISION)
    shown = [label for label in labels(told) if label.startswith("How it shows: ")]
    assert len(shown) == len(guide.indicators) > 0
    readers = {indicators.reader for indicators in guide.indicators}
    silent = "We found no source" in said(told)
    assert silent is (len(readers - {"everyone"}) < 5)


def test_signposts_tell_publisher_state_licence_and_address() -> None:
    words = said(passages(HEAD, "signposts"))
    for sign in signposts():
        for text in (sign.title, sign.publisher, sign.licence, sign.address):
            assert " ".join(text.split()) in words


def test_the_limits_of_the_method_are_one_link_from_the_cycle() -> None:
    targets = {passage.target for passage in passages(HEAD, "cycle")}
    assert {"advice:when-not-to-use", "principles", "levels"} <= targets


def test_an_unknown_topic_is_the_first_one() -> None:
    assert passages(HEAD, "gone") == passages(HEAD, FIRST)


def test_words_are_found_by_their_beginnings_titles_first() -> None:
    found = mentions(HEAD, "ang")
    assert found[0].topic.title == "When someone is angry"
    assert found[0].snippet == ""
    told = [mention for mention in found if mention.snippet]
    assert all("ang" in mention.snippet.casefold() for mention in told)
    assert mentions(HEAD, "xylophone") == ()
    assert [mention.topic.key for mention in mentions(HEAD, "  ")] == KEYS


def test_a_snippet_shows_the_words_in_their_sentence() -> None:
    found = next(m for m in mentions(HEAD, "interviews run") if m.topic.key == "phase:discover")
    assert "Interviews run" in found.snippet
    assert len(found.snippet) < 110


def test_the_list_is_sound_and_its_groups_cannot_be_chosen(qtmodeltester: ModelTester) -> None:
    model = GuideList()
    checked = QAbstractItemModelTester(model)
    model.show(mentions(HEAD, ""), "phase:dream", grouped=True)
    qtmodeltester.check(model)
    assert model.mention(model.index(0)) is None
    assert model.first().row() == 1
    here = model.place("phase:dream")
    mention = model.mention(here)
    assert mention is not None
    assert model.beside(mention) == "this page"
    model.show(mentions(HEAD, "listen"), "cycle", grouped=False)
    assert model.first().row() == 0
    assert model.place("gone") == model.first()
    model.show((), "cycle", grouped=False)
    assert not model.first().isValid()
    del checked
