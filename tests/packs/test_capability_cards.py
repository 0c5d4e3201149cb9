"""Capability cards and signposts: complete, on their sheets, credited."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.app.content import capability_guide, signposts
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.packs.catalogue import CARD, documents
from aiplanner.packs.documents.capability_cards import SIDES
from aiplanner.packs.styles import Print
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
    assert max(report.parts.values()) <= SIDES[Print(size)]
    for capability in Capability:
        guide = capability_guide(capability)
        told = [guide.meaning, guide.why, *guide.prompts, *guide.phases.values()]
        told += [told.statements[0] for told in guide.indicators]
        missing = [words for words in told if squeezed(words) not in parts[guide.name]]
        assert missing == []
        assert "(SSSC)andNHSScotland" in parts[guide.name]
        assert len(guide.phases) == len(Phase)


def test_in_clear_print_almost_nothing_is_left_to_the_guide(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    rendered(blank_programme(), out, ("capability-cards",))
    said = squeezed(structure(out).words())
    statements = [
        statement
        for capability in Capability
        for told in capability_guide(capability).indicators
        for statement in told.statements
    ]

    assert sum(squeezed(statement) not in said for statement in statements) < 5


@pytest.mark.parametrize(("size", "paper"), PRINTS)
def test_signposts_say_all_with_their_licences(tmp_path: Path, size: str, paper: str) -> None:
    out = tmp_path / "signposts.pdf"
    rendered(blank_programme(), out, ("signposts",), print_size=size, paper=paper)
    said = squeezed("".join(page_texts(out)))

    assert faults(out) == []
    assert "creativecommons.org/licenses/by/4.0" in said
    for sign in signposts():
        told = (sign.title, sign.what, sign.use, sign.publisher, str(sign.year or ""))
        assert [words for words in told if squeezed(words) not in said] == []
        assert squeezed(sign.licence.rstrip(".")) in said
    links = structure(out).find("Link")
    assert len(links) == sum(bool(sign.address) for sign in signposts())
