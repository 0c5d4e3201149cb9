"""The thread: what a finding grew from and became, what hangs loose, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from aiplanner.domain.edits.findings import link, unlink
from aiplanner.domain.findings import SORT_OF, Sort
from aiplanner.domain.programme import Programme
from aiplanner.domain.thread import Orphan, ancestry, descent, flows, in_thread, orphans, thread_of
from aiplanner.domain.thread_layout import COLUMNS, Way, arranged, crossings, step
from tests.support.threads import CHAIN, big, found, tangled, texts, woven

THREAD = thread_of(CHAIN)
LAYOUT = arranged(THREAD)


def test_an_action_is_traced_back_to_the_voices_behind_it() -> None:
    back = ancestry(THREAD, found(CHAIN, "board"))

    assert texts(THREAD, back) == ["we ask", "noon", "early", "taxi", "tea", "topic"]
    assert [*back.values()] == [1, 2, 3, 4, 4, 5]


def test_what_became_of_a_story_is_followed_to_the_review() -> None:
    on = descent(THREAD, found(CHAIN, "tea"))

    assert texts(THREAD, on) == ["early", "noon", "we ask", "my bay", "board", "look again"]
    assert on[found(CHAIN, "look again")] == 5


def test_what_hangs_loose_is_told_with_its_reason() -> None:
    assert orphans(THREAD) == {
        found(CHAIN, "unheard"): Orphan.STORY,
        found(CHAIN, "we fly"): Orphan.STATEMENT,
        found(CHAIN, "kettle"): Orphan.ACTION,
    }


def test_a_statement_that_grew_from_a_dream_nobody_told_a_story_for_is_loose() -> None:
    programme = woven([(Sort.DREAM, "noon"), (Sort.STATEMENT, "we ask")], "noon > we ask")

    assert orphans(thread_of(programme)) == {found(programme, "we ask"): Orphan.STATEMENT}


def test_a_circle_ends() -> None:
    programme = woven(
        [(Sort.TOPIC, "topic"), (Sort.STORY, "taxi"), (Sort.REVIEW, "again")],
        "topic > taxi > again > topic",
    )
    thread = thread_of(programme)

    assert texts(thread, ancestry(thread, found(programme, "taxi"))) == ["topic", "again"]
    assert texts(thread, descent(thread, found(programme, "taxi"))) == ["again", "topic"]


def test_what_stands_beside_the_chain_is_in_the_thread_once_it_is_tied() -> None:
    assert "tired" not in texts(THREAD, in_thread(THREAD))
    tied = link(CHAIN, found(CHAIN, "tired"), found(CHAIN, "early"))
    assert "tired" in texts(thread_of(tied), in_thread(thread_of(tied)))


def test_the_order_of_a_cycle_says_what_may_grow_from_what() -> None:
    story, theme = (CHAIN.rows[found(CHAIN, text)] for text in ("taxi", "early"))
    assert flows(story, theme)  # type: ignore[arg-type]  # findings by their texts
    assert not flows(theme, story)  # type: ignore[arg-type]  # as above
    assert flows(story, story)  # type: ignore[arg-type]  # as above


@given(tangled())
def test_back_and_on_are_the_same_walk_from_either_end(programme: Programme) -> None:
    thread = thread_of(programme)
    back = {(root, key) for key in thread.rows for root in ancestry(thread, key)}
    on = {(key, fruit) for key in thread.rows for fruit in descent(thread, key)}

    assert back == on
    assert all(root != key for root, key in back)


@given(tangled())
def test_each_step_back_is_one_knot_long(programme: Programme) -> None:
    thread = thread_of(programme)
    for key in thread.rows:
        back = {key: 0, **ancestry(thread, key)}
        for there, steps in back.items():
            nearer = (back[f] for f in thread.became(there) if f in back)
            assert steps == 0 or min(nearer) == steps - 1


@given(tangled())
def test_orphans_are_what_they_are_called(programme: Programme) -> None:
    thread = thread_of(programme)
    loose = orphans(thread)
    for key, row in thread.rows.items():
        behind = {SORT_OF[type(thread.rows[root])] for root in ancestry(thread, key)}
        sort = SORT_OF[type(row)]
        expected = {
            Sort.STATEMENT: Orphan.STATEMENT if Sort.STORY not in behind else None,
            Sort.ACTION: Orphan.ACTION if Sort.STATEMENT not in behind else None,
            Sort.STORY: None if thread.became(key) else Orphan.STORY,
        }
        assert loose.get(key) is expected.get(sort)


def test_every_sort_has_a_column_in_the_order_of_a_cycle() -> None:
    assert [sort for sorts in COLUMNS for sort in sorts] == list(Sort)


def test_columns_hold_what_there_is() -> None:
    assert [texts(THREAD, column.ids) for column in LAYOUT.columns] == [
        ["topic"],
        ["taxi", "tea", "unheard"],
        ["early"],
        ["noon"],
        ["we ask", "we fly"],
        ["my bay", "board", "kettle"],
        ["look again"],
    ]


def test_lines_that_need_not_cross_do_not() -> None:
    programme = woven(
        [
            *((Sort.STORY, name) for name in "abcd"),
            *((Sort.THEME, name) for name in "DCBA"),
            *((Sort.STATEMENT, name) for name in "wxyz"),
        ],
        *("a > A > w", "b > B > x", "c > C > y", "d > D > z"),
    )
    thread = thread_of(programme)
    layout = arranged(thread)

    assert crossings(thread, layout) == 0
    level = {layout.places[found(programme, name)].row for name in ("a", "A", "w")}
    assert len(level) == 1, "a thread that may run straight does"


def test_crossings_are_counted() -> None:
    programme = woven(
        [(Sort.STORY, "a"), (Sort.STORY, "b"), (Sort.THEME, "A"), (Sort.THEME, "B")],
        *("a > A", "a > B", "b > A", "b > B"),
    )
    thread = thread_of(programme)
    assert crossings(thread, arranged(thread)) == 1


@given(tangled())
def test_cards_never_lie_on_each_other_and_the_picture_is_always_the_same(
    programme: Programme,
) -> None:
    thread = thread_of(programme)
    layout = arranged(thread)

    assert layout == arranged(thread_of(programme))
    assert sorted(layout.places) == sorted(in_thread(thread))
    for number, column in enumerate(layout.columns):
        places = [layout.places[key] for key in column.ids]
        assert {place.column for place in places} == {number}
        assert {SORT_OF[type(thread.rows[key])] for key in column.ids} <= set(column.sorts)
        assert places[0].row >= 0
        assert all(b.row - a.row > 0.99 for a, b in pairwise(places))


def test_only_what_is_wanted_is_laid_out() -> None:
    wanted = {found(CHAIN, "kettle"), found(CHAIN, "unheard")}
    layout = arranged(THREAD, wanted)

    assert [texts(THREAD, column.ids) for column in layout.columns] == [["unheard"], ["kettle"]]
    assert layout.rows == 1


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [
        ("board", "left", "we ask"),
        ("early", "left", "tea"),
        ("we ask", "right", "my bay"),
        ("topic", "left", None),
        ("look again", "right", None),
        ("taxi", "down", "tea"),
        ("unheard", "down", None),
        ("taxi", "up", None),
        ("tea", "first", "taxi"),
        ("taxi", "last", "unheard"),
        ("unheard", "beside-right", "early"),
        ("unheard", "beside-left", "topic"),
        ("topic", "beside-left", None),
    ],
)
def test_one_walks_along_the_thread(here: str, way: Way, there: str | None) -> None:
    reached = step(THREAD, LAYOUT, found(CHAIN, here), way)
    assert (None if reached is None else THREAD.rows[reached].text) == there


def test_who_goes_back_comes_to_where_one_came_from() -> None:
    early, tea = found(CHAIN, "early"), found(CHAIN, "tea")
    assert step(THREAD, LAYOUT, early, "left", tea) == tea


def test_two_thousand_findings_are_laid_out_with_few_crossings() -> None:
    programme = big(2000)
    thread = thread_of(programme)
    layout = arranged(thread)
    entered = sum(len(column.ids) for column in layout.columns)

    assert entered == len(programme.findings()) == 2000
    entered_order = {key: n for n, key in enumerate(thread.rows)}
    as_entered = tuple(
        replace(column, ids=tuple(sorted(column.ids, key=entered_order.__getitem__)))
        for column in layout.columns
    )
    assert crossings(thread, layout) < crossings(thread, replace(layout, columns=as_entered)) / 20


def test_a_knot_that_is_untied_is_gone() -> None:
    taxi, early = found(CHAIN, "taxi"), found(CHAIN, "early")
    thread = thread_of(unlink(CHAIN, taxi, early))

    assert orphans(thread)[taxi] is Orphan.STORY
    assert thread.knots == THREAD.knots - 1
