"""The revised agenda says what is different on the day: times, short versions, what falls away."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.domain.cycle import Part
from aiplanner.domain.edits.plan_b import accept_plan_b
from aiplanner.domain.plan_b import Choice, Wish, propose
from aiplanner.domain.programme import Programme
from tests.support.packs import rendered, squeezed
from tests.support.plans import breakout, item, named, plan, session, strand
from tests.support.tagged_pdf import faults, structure

SIZES = pytest.mark.parametrize("size", ["clear", "large"])


def revised() -> Programme:
    """A session that starts 20 minutes late, by its plan B."""
    programme = plan(
        session(
            "10:00",
            item("Welcome", "15", part=Part.OPENING),
            item("Stretch", "10", part=Part.ENERGISER),
            item("Interviews", "40", short="Ten minutes each way", short_minutes=30),
            item("Lunch", "45", "11:05"),
            breakout(
                "Two groups",
                strand("East", item("Dream poster", "30", short="Words only", short_minutes=20)),
                strand("West", item("Song", "20"), item("Bow", "5")),
            ),
            title="Best of what is",
        )
    )
    poster, song = named(programme, "Dream poster").id, named(programme, "Bow").id
    by_hand = {poster: Choice.SHORT, song: Choice.SKIP}
    proposal = propose(programme, programme.sessions[0].id, Wish(late=20, by_hand=by_hand))
    assert proposal.met
    return accept_plan_b(programme, proposal)


@SIZES
def test_it_says_that_it_is_revised_with_the_new_times(tmp_path: Path, size: str) -> None:
    out = tmp_path / "agenda.pdf"
    rendered(revised(), out, ("agenda-revised",), print_size=size)
    tree = structure(out)
    rows = [[cell.words() for cell in row.kids] for row in tree.find("TR")]

    assert faults(out) == []
    assert tree.find("H1")[0].words() == "Revised agenda"
    assert ["10:20", "Welcome"] in rows
    assert ["10:35", "Interviews Shorter: Ten minutes each way"] in rows
    assert ["11:05", "Lunch"] in rows


@SIZES
def test_it_says_what_is_shorter_and_what_falls_away_also_in_groups(
    tmp_path: Path, size: str
) -> None:
    out = tmp_path / "agenda.pdf"
    rendered(revised(), out, ("agenda-revised",), print_size=size)
    text = squeezed(structure(out).words())

    assert squeezed("Falls away Stretch, Bow") in text
    assert squeezed("Shorter in the groups • Dream poster: Words only") in text


def test_the_plain_agenda_says_nothing_of_a_plan_b(tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    rendered(revised(), out, ("agenda",))
    text = squeezed(structure(out).words())

    assert squeezed("10:35 Interviews 11:05 Lunch") in text
    assert "Revised" not in text
    assert "Stretch" not in text
