"""Many findings at once: put in a theme, in another place or of another kind as one pass."""

from __future__ import annotations

import pytest

from aiplanner.domain.edits.findings import add_findings
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Dream, DreamKind, Finding, Story
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row
from aiplanner.ui.pages.phase_edits import put_before, put_in_theme
from tests.support.plans import counted_ids, plan, session

fresh = counted_ids(7000)


def found(*rows: Finding) -> Programme:
    return add_findings(plan(session("10:00")), rows)


@pytest.fixture
def puts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows are put each time that a programme is made anew."""
    put, counts = Programme.put, list[int]()

    def counted(self: Programme, *rows: Row) -> Programme:
        counts.append(len(rows))
        return put(self, *rows)

    monkeypatch.setattr(Programme, "put", counted)
    return counts


def test_however_many_stories_are_put_in_a_theme_the_programme_is_made_anew_twice(
    puts: list[int],
) -> None:
    """Once for every story, the window would stand still for seconds with thousands."""
    programme = found(*(Story(fresh(), 0, f"Story {n}") for n in range(60)))
    puts.clear()
    stories = [story.id for story in programme.stories[:50]]
    after = put_in_theme(programme, stories, "Asking  early", fresh())
    assert puts == [1, 50]
    [theme] = after.themes
    assert theme.text == "Asking early"
    assert [story.id for story in after.grown_from(theme.id)] == stories
    assert put_in_theme(after, stories[:1], "asking early", fresh()) == after


def test_however_many_change_place_and_kind_the_programme_is_made_anew_twice(
    puts: list[int],
) -> None:
    programme = found(*(Dream(fresh(), 0, text=f"Wish {n}") for n in range(60)))
    puts.clear()
    moved = [dream.id for dream in programme.dreams[20:]]
    before = programme.dreams[0].id
    after = put_before(programme, moved, before, {"kind": DreamKind.IMAGE})
    assert puts == [40, 40]
    assert [dream.id for dream in after.dreams[:41]] == [*moved, before]
    assert {dream.kind for dream in after.dreams[:40]} == {DreamKind.IMAGE}
    assert {dream.kind for dream in after.dreams[40:]} == {DreamKind.WISH}


def test_a_story_that_is_gone_is_put_nowhere() -> None:
    programme = found(Story(fresh(), 0, "The taxi"))
    with pytest.raises(PlanError, match="row-gone"):
        put_in_theme(programme, [programme.stories[0].id, RowId("9" * 32)], "Asking", fresh())
