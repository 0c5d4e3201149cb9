"""The papers on leadership: accessible, whole, and never with anybody's own answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.app.content import starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.cycle import Capability
from aiplanner.domain.edits.self_ratings import add_self_rating
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from aiplanner.domain.self_ratings import field_of
from aiplanner.packs.catalogue import default_documents, document, documents
from tests.support.packs import rendered, squeezed
from tests.support.plans import counted_ids
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import faults, page_texts, structure

PAPERS = ("leadership-profile", "capability-evidence", "self-rating")
SECRETS = ("XQ7-code", "strength-of-mine", "wish-of-mine", "thought-of-mine")


def programme(before: int = 0, after: int = 0) -> Programme:
    """The example with so many sheets: "sometimes" before, "consistently" after."""
    made = programme_from(starter("example"), "", counted_ids())
    code, strengths, develop, reflection = SECRETS
    next_id = counted_ids(1_000_000)
    for moment, people, score in (
        (Moment.BEFORE, before, Score.SOMETIMES),
        (Moment.AFTER, after, Score.CONSISTENTLY),
    ):
        for n in range(people):
            sheet = SelfRating(
                next_id(),
                0,
                f"{code}{n}",
                moment,
                strengths=strengths,
                develop=develop,
                reflection=reflection,
                **{field_of(capability): score for capability in Capability},
            )
            made = add_self_rating(made, sheet)
    return made


def text_of(made: Programme, out: Path, *keys: str) -> str:
    """Everything a reader of these documents is told, without white space."""
    rendered(made, out, keys)
    figures = [figure.attributes["Alt"] for figure in structure(out).find("Figure")]
    return squeezed(" ".join([*page_texts(out), structure(out).words(), *figures]))


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("key", PAPERS)
@pytest.mark.parametrize("made", [programme(6, 5), blank_programme()], ids=["full", "blank"])
def test_each_passes_the_accessibility_checks(
    tmp_path: Path, made: Programme, key: str, size: str
) -> None:
    out = tmp_path / "paper.pdf"
    rendered(made, out, (key,), print_size=size)
    assert faults(out) == []


def test_the_profile_is_a_picture_and_its_real_table(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    rendered(programme(6, 5), out, ("leadership-profile",))
    tree = structure(out)
    rows = {row.kids[0].words(): [cell.words() for cell in row.kids] for row in tree.find("TR")}
    assert rows["Vision"] == ["Vision", "sometimes", "consistently"]
    assert (
        "Vision: before sometimes, after consistently." in tree.find("Figure")[0].attributes["Alt"]
    )
    assert squeezed("6 people answered before, 5 after.") in squeezed(tree.words())


def test_a_moment_of_four_is_not_told(tmp_path: Path) -> None:
    text = text_of(programme(5, 4), tmp_path / "p.pdf", "leadership-profile")
    assert "sometimes" in text
    assert squeezed("before sometimes") in text
    assert squeezed("after consistently") not in text
    assert squeezed("After is shown once 5 people have answered") in text


def test_of_four_at_both_moments_there_is_neither_picture_nor_table(tmp_path: Path) -> None:
    out = tmp_path / "p.pdf"
    rendered(programme(4, 4), out, ("leadership-profile",))
    tree = structure(out)
    assert tree.find("Figure") == tree.find("Table") == []
    assert not {"sometimes", "consistently"} & set(tree.words().replace(".", " ").split())


def test_nobody_s_own_sheet_is_in_any_document(tmp_path: Path) -> None:
    keys = tuple(info.id for info in documents())
    text = text_of(programme(6, 6), tmp_path / "all.pdf", *keys)
    assert [secret for secret in SECRETS if squeezed(secret) in text] == []


def test_the_evidence_names_what_led_with_day_and_minutes(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    rendered(programme(), out, ("capability-evidence",))
    tree = structure(out)
    rows = [[cell.words() for cell in row.kids] for row in tree.find("TR")]
    assert [
        "Paired appreciative interviews",
        "Session 1",
        "12 January 2027",
        "40 min",
    ] in rows
    text = squeezed(tree.words())
    # Vision: headline 30 and show us the dream 25, walk the story 15, keep it going 8.
    assert squeezed("1 h 18 min led on it.") in text
    assert squeezed("could a new colleague retell our picture?").casefold() in text.casefold()
    assert "www.badges.sssc.uk.com" in text


def test_the_evidence_of_one_session_is_of_that_alone(tmp_path: Path) -> None:
    made, out = programme(), tmp_path / "paper.pdf"
    rendered(made, out, ("capability-evidence",), sessions=(made.sessions[0].id,))
    text = squeezed("".join(page_texts(out)))
    assert squeezed("Paired appreciative interviews") in text
    assert squeezed("My own promise") not in text
    assert squeezed("No part of this cycle leads on it.") in text


def test_they_are_printed_when_asked_for() -> None:
    asked = {"leadership-profile", "capability-evidence"}
    assert asked.isdisjoint(default_documents(programme(6, 6)))
    assert document("self-rating").family == "handout"
    assert all(document(key).blank for key in PAPERS)
