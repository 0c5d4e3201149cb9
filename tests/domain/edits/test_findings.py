"""Findings are added, moved and deleted, and the thread between them follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import (
    add_finding,
    delete_findings,
    link,
    move_finding,
    unlink,
)
from aiplanner.domain.edits.programme import copied
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import (
    Action,
    Finding,
    Link,
    Progress,
    Promise,
    PromiseKind,
    Story,
    Theme,
    Topic,
)
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids, plan, session
from tests.support.strategies import programmes

fresh = counted_ids(5000)


def with_findings(*rows: Finding) -> Programme:
    programme = plan(session("10:00"))
    for row in rows:
        programme = add_finding(programme, row)
    return programme


def texts(programme: Programme) -> list[str]:
    return [theme.text for theme in programme.themes]


@pytest.fixture
def rows() -> tuple[Story, Theme, Theme, Action]:
    return (
        Story(fresh(), 0, "The taxi"),
        Theme(fresh(), 0, "Asking"),
        Theme(fresh(), 0, "Calm"),
        Action(fresh(), 0, "Ask first"),
    )


@pytest.fixture
def thread(rows: tuple[Story, Theme, Theme, Action]) -> Programme:
    """A story became two themes, and both became an action."""
    story, asking, calm, action = rows
    programme = with_findings(*rows)
    for source, target in ((story, asking), (story, calm), (asking, action), (calm, action)):
        programme = link(programme, source.id, target.id)
    return programme


def test_a_finding_is_added_where_it_is_wanted_among_its_own_sort() -> None:
    programme = with_findings(*(Theme(fresh(), 0, text) for text in "ab"), Topic(fresh(), 0, "t"))
    assert texts(programme) == ["a", "b"]
    assert texts(add_finding(programme, Theme(fresh(), 0, "c"), 0)) == ["c", "a", "b"]
    assert texts(add_finding(programme, Theme(fresh(), 0, "c"), 1)) == ["a", "c", "b"]
    assert [topic.text for topic in programme.topics] == ["t"]


def test_a_finding_moves_among_its_own_sort() -> None:
    programme = with_findings(*(Theme(fresh(), 0, text) for text in "abc"))
    last = programme.themes[2]
    moved = move_finding(programme, last.id, 0)
    assert texts(moved) == ["c", "a", "b"]
    assert move_finding(moved, last.id, 0) == moved
    assert texts(move_finding(moved, last.id, 9)) == ["a", "b", "c"]


def test_fields_of_a_finding_are_set_like_all_others() -> None:
    promise = Promise(fresh(), 0, text="I ask")
    programme = set_fields(
        with_findings(promise),
        promise.id,
        kind=PromiseKind.REQUEST,
        progress=Progress.DONE,
        person="Nurse\nA",
        text="I ask\r\nfirst",
    )
    [after] = programme.promises
    assert (after.kind, after.progress) == (PromiseKind.REQUEST, Progress.DONE)
    assert (after.person, after.text) == ("Nurse A", "I ask\nfirst")


def test_the_thread_is_followed_both_ways(
    thread: Programme, rows: tuple[Story, Theme, Theme, Action]
) -> None:
    story, asking, calm, action = (thread.rows[row.id] for row in rows)
    assert thread.became(story.id) == (asking, calm)
    assert thread.grown_from(action.id) == (asking, calm)
    assert thread.grown_from(story.id) == ()
    assert thread.became(action.id) == ()
    assert [(knot.source_id, knot.target_id) for knot in thread.links] == [
        (story.id, asking.id),
        (story.id, calm.id),
        (asking.id, action.id),
        (calm.id, action.id),
    ]


def test_deleting_a_finding_takes_its_links_from_both_sides(
    thread: Programme, rows: tuple[Story, Theme, Theme, Action]
) -> None:
    story, asking, calm, action = rows
    after = delete_findings(thread, [asking.id])
    assert [row.id for row in after.became(story.id)] == [calm.id]
    assert [row.id for row in after.grown_from(action.id)] == [calm.id]
    assert len(after.links) == 2
    assert delete_findings(thread, [row.id for row in rows]).links == ()
    assert faults(after) == []


def test_two_people_who_draw_one_link_draw_the_same(rows: tuple[Finding, ...]) -> None:
    story, asking, *_ = rows
    programme = with_findings(*rows)
    once = link(programme, story.id, asking.id)
    assert once.links == (Link(derived_id(story.id, asking.id), story.id, asking.id),)
    assert link(once, story.id, asking.id) == once
    back = link(once, asking.id, story.id)
    assert len(back.links) == 2, "the other way round is another link"
    assert unlink(back, asking.id, story.id) == once
    assert unlink(programme, story.id, asking.id) == programme


def test_a_finding_does_not_grow_from_itself(rows: tuple[Finding, ...]) -> None:
    with pytest.raises(PlanError) as refused:
        link(with_findings(*rows), rows[0].id, rows[0].id)
    assert refused.value.code == "link-to-itself"


@pytest.mark.parametrize(
    "edit",
    [
        lambda p, gone: move_finding(p, gone, 0),
        lambda p, gone: delete_findings(p, [gone]),
        lambda p, gone: link(p, gone, p.themes[0].id),
        lambda p, gone: link(p, p.themes[0].id, gone),
        lambda p, gone: unlink(p, p.themes[0].id, gone),
    ],
)
def test_what_is_no_finding_here_is_refused(
    thread: Programme, edit: Callable[[Programme, RowId], Programme]
) -> None:
    for gone in (fresh(), thread.id, thread.sessions[0].id, thread.links[0].id):
        with pytest.raises(PlanError) as refused:
            edit(thread, gone)
        assert refused.value.code == "row-gone"


def test_findings_outlive_the_sessions(thread: Programme) -> None:
    after = delete_session(thread, thread.sessions[0].id)
    assert after.findings() == thread.findings()
    assert after.links == thread.links


def test_a_copy_has_the_same_thread_between_rows_of_its_own(thread: Programme) -> None:
    copy = copied(thread, "Copy", fresh)
    assert not copy.rows.keys() & thread.rows.keys()
    [story], [action] = copy.stories, copy.actions
    assert [row.text for row in copy.became(story.id)] == ["Asking", "Calm"]
    assert [row.text for row in copy.grown_from(action.id)] == ["Asking", "Calm"]
    assert faults(copy) == []


@given(programmes(), st.data())
def test_whatever_is_deleted_no_link_is_left_dangling(
    programme: Programme, data: st.DataObject
) -> None:
    findings = [finding.id for finding in programme.findings()]
    gone = data.draw(st.sets(st.sampled_from(findings))) if findings else set()
    after = delete_findings(programme, gone)
    assert faults(after) == []
    assert {row.id for row in after.findings()} == set(findings) - gone
    assert set(after.links) == {
        knot for knot in programme.links if not {knot.source_id, knot.target_id} & gone
    }


@given(programmes())
def test_every_link_is_met_from_both_its_ends(programme: Programme) -> None:
    told = {
        (source.id, target.id)
        for source in programme.findings()
        for target in programme.became(source.id)
    }
    asked = {
        (source.id, target.id)
        for target in programme.findings()
        for source in programme.grown_from(target.id)
    }
    kept = {(row.source_id, row.target_id) for row in programme.rows.values() if type(row) is Link}
    assert told == asked == kept
    assert {(knot.source_id, knot.target_id) for knot in programme.links} == kept
