"""Activities come into a running order with all they bring, and items go into the bank."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.bank import activity_from, add_activity
from aiplanner.app.content import activities
from aiplanner.domain.bank import Activity, GroupForm, Wanted, matching
from aiplanner.domain.content import StarterMaterial, StarterSheet, StarterStep
from aiplanner.domain.cycle import Capability, Level, Per, Phase, Role
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from tests.support.plans import counted_ids, item, plan, session

WALK = Activity(
    key="my-walk",
    title="A walk in pairs",
    summary="People talk while they walk.",
    why="Side by side it is easier to talk.",
    form=GroupForm.PAIRS,
    group="pairs",
    least=10,
    typical=15,
    most=20,
    steps=(StarterStep("Find a partner.", 3), StarterStep("Walk and talk.", 12)),
    sources=("own",),
    phase=Phase.DISCOVER,
    level=Level.PERSONAL,
    leads=(Capability.COLLABORATING,),
    supports=(Capability.SELF_LEADERSHIP,),
    short="Walk once round",
    short_minutes=8,
    online="Ring each other and walk where you are.",
    materials=(StarterMaterial("Map", per=Per.PAIR, spare=True),),
    sheets=(StarterSheet("Story sheet", "story-sheet"),),
    outputs="A story each",
)


def _plan() -> Programme:
    return plan(session("10:00", item("Welcome", "10"), item("Close", "5"), planned=60))


def test_an_activity_brings_everything_with_it() -> None:
    before = _plan()
    [meeting] = before.sessions
    after, added = add_activity(before, WALK, meeting.id, 1, counted_ids(500))
    assert [i.title for i in after.items_of(meeting.id)] == ["Welcome", WALK.title, "Close"]
    new = after.get(added, Item)
    assert (new.length.typical, new.phase, new.level, new.group, new.why) == (
        15,
        Phase.DISCOVER,
        Level.PERSONAL,
        "pairs",
        WALK.why,
    )
    assert (new.short, new.short_minutes, new.outputs) == ("Walk once round", 8, "A story each")
    assert [step.text for step in after.steps_of(added)] == ["Find a partner.", "Walk and talk."]
    assert [m.per for m in after.materials_of(added)] == [Per.PAIR]
    assert [sheet.handout for sheet in after.sheets_of(added)] == ["story-sheet"]
    assert {(f.capability, f.role) for f in after.focus_of(added)} == {
        (Capability.COLLABORATING, Role.LEADS),
        (Capability.SELF_LEADERSHIP, Role.SUPPORTS),
    }
    assert faults(after) == []


def test_an_item_becomes_an_activity_of_ones_own_and_comes_back_the_same() -> None:
    before = _plan()
    [meeting] = before.sessions
    after, added = add_activity(before, WALK, meeting.id, None, counted_ids(500))
    own = activity_from(after, added, "my-walk", WALK.summary)
    unsaid = {"online": "", "least": 15, "most": 15, "sources": own.sources}
    assert own == replace(WALK, **unsaid)


@pytest.mark.parametrize("activity", activities(), ids=lambda one: one.key)
def test_every_shipped_activity_holds_together_in_a_running_order(activity: Activity) -> None:
    before = _plan()
    after, added = add_activity(before, activity, before.sessions[0].id, 1, counted_ids(500))
    assert faults(after) == []
    assert after.get(added, Item).length.typical > 0


@given(words=st.text(max_size=20), phase=st.sampled_from([None, *Phase]), online=st.booleans())
def test_a_search_finds_only_what_suits(words: str, phase: Phase | None, online: bool) -> None:
    found = matching(activities(), Wanted(words=words, phase=phase, online=online))
    assert set(found) <= set(activities())
    assert all(phase is None or phase in one.phases for one in found)
    assert all(one.online or not online for one in found)


def test_what_is_named_by_the_words_stands_first() -> None:
    other = replace(WALK, key="my-talk", title="Talk", why="After a walk it is easier to talk.")
    assert matching([other, WALK], Wanted(words="walk")) == (WALK, other)
    assert matching([other, WALK], Wanted(words="walk", minutes=9)) == ()
    lent = replace(WALK, key="my-lent", phase=Phase.DEFINE, also=(Phase.DISCOVER,))
    assert matching([lent, WALK], Wanted(phase=Phase.DISCOVER)) == (WALK, lent)
    assert matching([WALK], Wanted(capability=Capability.VISION)) == ()
    assert matching([WALK], Wanted(form=GroupForm.PAIRS, level=Level.PERSONAL)) == (WALK,)
