"""Several findings at once: added from a list, moved together, made one of; and where told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.edits.fields import set_fields_of_all
from aiplanner.domain.edits.findings import (
    add_findings,
    link,
    link_all,
    merge_findings,
    move_findings,
    told_in,
)
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Dream, Finding, Story, Theme, Topic
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import MOST_VOTES
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row
from tests.support.plans import counted_ids, plan, session

fresh = counted_ids(6000)


def found(*rows: Finding) -> Programme:
    return add_findings(plan(session("10:00")), rows)


def themes(*texts: str) -> list[Finding]:
    return [Theme(fresh(), 0, text) for text in texts]


def texts(programme: Programme) -> str:
    return "".join(theme.text for theme in programme.themes)


def test_a_list_stands_in_its_order_last_or_where_it_is_wanted() -> None:
    programme = found(*themes("a", "b"), Topic(fresh(), 0, "t"))
    assert texts(programme) == "ab"
    assert texts(add_findings(programme, themes("x", "y"), 1)) == "axyb"


def counted_puts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """From here on: how many rows are put each time that a programme is made anew."""
    put, puts = Programme.put, list[int]()

    def counted(self: Programme, *rows: Row) -> Programme:
        puts.append(len(rows))
        return put(self, *rows)

    monkeypatch.setattr(Programme, "put", counted)
    return puts


def test_however_long_a_list_is_the_programme_is_made_anew_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once for every line, the window would stand still while a long list is pasted."""
    programme = found(*themes("a", "b"))
    puts = counted_puts(monkeypatch)
    more = add_findings(programme, themes(*"x" * 50))
    move_findings(more, [theme.id for theme in more.themes[20:40]], 0)
    assert puts == [50, 20]


def test_however_many_are_tied_or_merged_or_set_the_programme_is_made_anew_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    programme = found(*themes(*"x" * 40), Story(fresh(), 0, "The taxi"))
    ids, story = [theme.id for theme in programme.themes], programme.stories[0].id
    puts = counted_puts(monkeypatch)
    kept = set_fields_of_all(programme, ids, keep=True)
    tied = link_all(kept, ids, story)
    [merged] = merge_findings(tied, ids[0], ids[1:]).grown_from(story)
    assert puts == [40, 40, 2]
    assert all(theme.keep for theme in kept.themes)
    assert [theme.id for theme in tied.grown_from(story)] == ids
    assert merged.id == ids[0]


def test_where_one_of_several_is_gone_none_is_tied_or_set() -> None:
    programme = found(*themes("a", "b"))
    one, two = (theme.id for theme in programme.themes)
    gone = RowId("9" * 32)
    for refused in (
        lambda: link_all(programme, [one, gone], two),
        lambda: set_fields_of_all(programme, [one, gone], keep=True),
    ):
        with pytest.raises(PlanError) as error:
            refused()
        assert (error.value.code, error.value.facts["id"]) == ("row-gone", gone)


def test_where_no_room_is_left_between_two_all_are_numbered_anew() -> None:
    programme = found(*themes("a", "b"))
    assert texts(add_findings(programme, themes(*"x" * 1024), 1)) == f"a{'x' * 1024}b"


@given(
    chosen=st.sets(st.sampled_from("abcdef"), max_size=6).map(sorted),
    index=st.integers(-2, 9),
)
def test_what_is_moved_stands_together_and_all_keep_their_order(
    chosen: list[str], index: int
) -> None:
    programme = found(*themes(*"abcdef"))
    ids = {theme.text: theme.id for theme in programme.themes}
    after = texts(move_findings(programme, [ids[text] for text in reversed(chosen)], index))
    assert "".join(chosen) in after
    assert [text for text in after if text not in chosen] == sorted(set("abcdef") - set(chosen))
    if chosen and 0 <= index <= 6 - len(chosen):
        assert after.index(chosen[0]) == index


def test_findings_of_several_sorts_neither_move_nor_merge() -> None:
    theme, topic = Theme(fresh(), 0, "a"), Topic(fresh(), 0, "t")
    programme = found(theme, topic)
    for refused in (
        lambda: move_findings(programme, [theme.id, topic.id], 0),
        lambda: merge_findings(programme, theme.id, [topic.id]),
    ):
        with pytest.raises(PlanError) as error:
            refused()
        assert error.value.code == "sorts-differ"


def test_one_made_of_several_keeps_the_thread_and_the_votes() -> None:
    one, two = Theme(fresh(), 0, "Asking", 3), Theme(fresh(), 0, "Ask early", 4, core=True)
    story, dream = Story(fresh(), 0, "The taxi"), Dream(fresh(), 0, text="Home by noon")
    programme = found(one, two, story, dream)
    programme = link(link(programme, story.id, two.id), two.id, dream.id)
    merged = merge_findings(programme, one.id, [two.id, one.id])
    [kept] = merged.themes
    assert (kept.id, kept.text, kept.votes, kept.core) == (one.id, "Asking", 7, True)
    assert [root.id for root in merged.grown_from(one.id)] == [story.id]
    assert [fruit.id for fruit in merged.became(one.id)] == [dream.id]


def test_two_that_are_tied_become_one_without_a_knot() -> None:
    one, two = Theme(fresh(), 0, "Asking"), Theme(fresh(), 0, "", MOST_VOTES)
    programme = link(found(one, two), one.id, two.id)
    merged = merge_findings(programme, two.id, [one.id])
    assert merged.links == ()
    assert [(theme.text, theme.votes) for theme in merged.themes] == [("Asking", MOST_VOTES)]


def test_a_story_made_of_several_is_shared_only_if_all_were() -> None:
    told, untold = Story(fresh(), 0, "a", shared=True), Story(fresh(), 0, "b", happened="Secret")
    [kept] = merge_findings(found(told, untold), told.id, [untold.id]).stories
    assert (kept.happened, kept.shared) == ("Secret", False)
    again = Story(fresh(), 0, "c", shared=True)
    [kept] = merge_findings(found(told, again), told.id, [again.id]).stories
    assert kept.shared


def test_where_a_story_was_told_is_said_and_outlives_the_session() -> None:
    story = Story(fresh(), 0, "The taxi")
    programme = found(story)
    where = programme.sessions[0].id
    told = told_in(programme, story.id, where)
    assert told.stories[0].session_id == where
    assert delete_session(told, where).stories == told.stories
    assert told_in(told, story.id, None) == programme


def test_a_theme_is_told_nowhere_and_nothing_in_a_session_there_is_not() -> None:
    story, theme = Story(fresh(), 0, "The taxi"), Theme(fresh(), 0, "Asking")
    programme = found(story, theme)
    for row, where in ((theme.id, programme.sessions[0].id), (story.id, RowId("9" * 32))):
        with pytest.raises(PlanError) as error:
            told_in(programme, row, where)
        assert error.value.code == "row-gone"
