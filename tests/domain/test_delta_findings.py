"""Two people work on the thread of findings: what goes together, and what is left out."""

from __future__ import annotations

import pytest

from aiplanner.domain.content import StarterFinding
from aiplanner.domain.delta import Clash, Conflict, apply, diff, settle
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding, delete_findings, link, unlink
from aiplanner.domain.findings import Sort, Theme
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids, plan

fresh = counted_ids(5000)


@pytest.fixture
def base() -> Programme:
    """A story that became a theme; an action that nothing led to yet."""
    return plan(
        found=(
            StarterFinding(Sort.STORY, "The taxi", name="taxi"),
            StarterFinding(Sort.THEME, "Asking", grown_from=("taxi",)),
            StarterFinding(Sort.ACTION, "Ask first"),
        )
    )


def test_both_drawing_the_same_link_agree(base: Programme) -> None:
    drawn = link(base, base.themes[0].id, base.actions[0].id)
    assert apply(drawn, diff(base, drawn)) == drawn


def test_findings_of_both_stay_and_stand_in_one_order(base: Programme) -> None:
    mine = add_finding(base, Theme(fresh(), 0, "Mine"))
    theirs = add_finding(base, Theme(fresh(), 0, "Theirs"))
    merged = apply(theirs, diff(base, mine))
    assert [theme.text for theme in merged.themes] == ["Asking", "Mine", "Theirs"]
    assert merged == apply(mine, diff(base, theirs))


def test_a_link_to_what_they_deleted_is_left_out(base: Programme) -> None:
    action = base.actions[0].id
    mine = link(base, base.themes[0].id, action)
    theirs = delete_findings(base, [action])
    with pytest.raises(Conflict):
        apply(theirs, diff(base, mine))
    settled, left_out = settle(theirs, diff(base, mine))
    assert settled == theirs
    [knot] = set(mine.links) - set(base.links)
    assert left_out == (Clash(knot.id, "target_id"),)


def test_a_link_both_ends_of_which_they_deleted_is_left_out(base: Programme) -> None:
    theme, action = base.themes[0].id, base.actions[0].id
    mine = link(base, theme, action)
    theirs = delete_findings(base, [theme, action])
    settled, left_out = settle(theirs, diff(base, mine))
    assert settled == theirs
    [knot] = set(mine.links) - set(base.links)
    assert set(left_out) == {Clash(knot.id, "source_id"), Clash(knot.id, "target_id")}


def test_what_they_tied_a_link_to_stays_although_i_deleted_it(base: Programme) -> None:
    """Of my change only the deletion is left out: what I wrote at the other end stands."""
    theme, action = base.themes[0].id, base.actions[0].id
    mine = set_fields(delete_findings(base, [action]), theme, votes=7)
    theirs = link(base, theme, action)
    settled, left_out = settle(theirs, diff(base, mine))
    assert faults(settled) == []
    assert [row.id for row in settled.became(theme)] == [action]
    assert settled.themes[0].votes == 7
    [knot] = set(theirs.links) - set(base.links)
    assert left_out == (Clash(knot.id, "target_id"),)


def test_undoing_a_deletion_brings_the_links_back(base: Programme) -> None:
    theme = base.themes[0].id
    gone = delete_findings(base, [theme])
    assert gone.links == ()
    busy = add_finding(gone, Theme(fresh(), 0, "Meanwhile"))
    back = apply(busy, diff(base, gone).inverted())
    assert back.links == base.links
    assert faults(back) == []


def test_undoing_a_deletion_whose_other_end_they_deleted_is_refused(base: Programme) -> None:
    theme, story = base.themes[0].id, base.stories[0].id
    gone = delete_findings(base, [theme])
    theirs = delete_findings(gone, [story])
    with pytest.raises(Conflict) as conflict:
        apply(theirs, diff(base, gone).inverted())
    assert [clash.field for clash in conflict.value.clashes] == ["source_id"]
    settled, _ = settle(theirs, diff(base, gone).inverted())
    assert [row.id for row in settled.themes] == [theme]
    assert settled.links == ()


def test_one_unties_and_the_other_deletes(base: Programme) -> None:
    theme, story = base.themes[0].id, base.stories[0].id
    mine, theirs = unlink(base, story, theme), delete_findings(base, [story])
    assert apply(theirs, diff(base, mine)) == theirs == apply(mine, diff(base, theirs))
