"""Capability cards and signposts: complete, on their sheets, credited."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.app.content import capability_guide, levels, signposts, sources
from aiplanner.app.guide_words import READER_NAMES
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.packs.catalogue import CARD, documents
from tests.support.packs import rendered, squeezed
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import faults, page_texts, structure

CARDS = tuple(info.id for info in documents() if info.id.startswith(CARD))
PRINTS = [(size, paper) for size in ("clear", "large") for paper in ("a4", "letter")]


@pytest.mark.parametrize(("size", "paper"), PRINTS)
def test_each_card_is_whole_on_its_sheet(tmp_path: Path, size: str, paper: str) -> None:
    out = tmp_path / "cards.pdf"
    report = rendered(blank_programme(), out, CARDS, print_size=size, paper=paper)
    parts = {part.attributes["T"]: squeezed(part.words()) for part in structure(out).find("Part")}

    assert faults(out) == []
    assert max(report.parts.values()) <= (1 if size == "clear" else 2)
    for capability in Capability:
        guide = capability_guide(capability)
        told = [guide.meaning, guide.why, *guide.prompts, *guide.phases.values()]
        told += [level.question for level in levels()]
        missing = [words for words in told if squeezed(words) not in parts[guide.name]]
        assert missing == []
        assert "(SSSC)andNHSScotland" in parts[guide.name]
        assert "“Capabilitystatements”" in parts[guide.name]
        assert len(guide.phases) == len(Phase)


@pytest.mark.parametrize(("size", "paper"), PRINTS)
def test_every_statement_is_printed_with_its_reader_and_credit(
    tmp_path: Path, size: str, paper: str
) -> None:
    out = tmp_path / "statements.pdf"
    rendered(blank_programme(), out, ("capability-statements",), print_size=size, paper=paper)
    root = structure(out)
    said = squeezed(root.words())
    guides = [capability_guide(capability) for capability in Capability]

    assert faults(out) == []
    assert [heading.words() for heading in root.find("H2")] == [guide.name for guide in guides]
    assert [heading.words() for heading in root.find("H3")] == [
        READER_NAMES[told.reader] for guide in guides for told in guide.indicators
    ]
    for told in (told for guide in guides for told in guide.indicators):
        assert [one for one in told.statements if squeezed(one) not in said] == []
        titles = [sources()[key].title.rstrip(".") for key in told.sources]
        assert [title for title in titles if squeezed(title) not in said] == []
    assert "(SSSC)andNHSScotland" in said


@pytest.mark.parametrize(("size", "paper"), PRINTS)
def test_signposts_say_all_with_their_licences(tmp_path: Path, size: str, paper: str) -> None:
    out = tmp_path / "signposts.pdf"
    report = rendered(blank_programme(), out, ("signposts",), print_size=size, paper=paper)
    said = squeezed("".join(page_texts(out)))

    assert faults(out) == []
    assert report.parts["signposts"] <= (6 if size == "clear" else 11)
    assert "creativecommons.org/licenses/by/4.0" in said
    for sign in signposts():
        told = (sign.title, sign.what, sign.use, sign.publisher, str(sign.year or ""))
        assert [words for words in told if squeezed(words) not in said] == []
        assert squeezed(sign.licence.rstrip(".")) in said
    links = structure(out).find("Link")
    assert len(links) == sum(bool(sign.address) for sign in signposts())
