"""What is offered about free time and overlaps: each does what it says, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given

from aiplanner.domain.content import StarterItem
from aiplanner.domain.cycle import Kind, Part, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.offers import Offer, Way, accepted, effect, offers
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import Slot, clock_text, counts, session_clock
from tests.support.plans import breakout, item, named, pause, plan, session, strand
from tests.support.strategies import agendas

NEW = RowId("f" * 32)


def all_offers(programme: Programme) -> Iterator[Offer]:
    for row in list(programme.rows.values()):
        if isinstance(row, Item) and row.pin is not None:
            yield from offers(programme, row.id)


def taken(programme: Programme, offer: Offer) -> Programme:
    return accepted(programme, offer, lambda: NEW, "Break")


def slots(programme: Programme) -> dict[RowId, Slot]:
    found: dict[RowId, Slot] = {}
    for one in programme.sessions:
        found |= session_clock(programme, one).slots
    return found


def morning(*items: StarterItem) -> Programme:
    return plan(session("10:00", *items, planned=120))


def ways(programme: Programme, title: str) -> list[Way]:
    return [offer.way for offer in offers(programme, named(programme, title).id)]


@given(agendas())
def test_no_pinned_item_moves_but_the_one_named(programme: Programme) -> None:
    before = slots(programme)
    for offer in all_offers(programme):
        after = slots(taken(programme, offer))
        for key, slot in before.items():
            held = programme.get(key, Item)
            if held.pin is not None and counts(held) and key != offer.pinned:
                assert after[key].start == slot.start


@given(agendas())
def test_nothing_is_lost_and_only_what_is_named_changes(programme: Programme) -> None:
    for offer in all_offers(programme):
        after = taken(programme, offer)
        kept = set(programme.rows) - {offer.item}
        siblings = {i.id for i in programme.items_of(programme.get(offer.item, Item).parent_id)}
        assert set(after.rows) - set(programme.rows) <= {NEW}
        for key in kept:
            if key not in siblings:  # among which positions may be counted anew for a break
                assert after.rows[key] == programme.rows[key]
        assert offer.item in after.rows


@given(agendas())
def test_the_place_it_is_for_is_mended(programme: Programme) -> None:
    before = slots(programme)
    for offer in all_offers(programme):
        there = slots(taken(programme, offer))[offer.pinned]
        assert there.overlap == 0
        if offer.way not in (Way.DROP, Way.SHORT):
            assert there.gap == 0
        assert before[offer.pinned].gap or before[offer.pinned].overlap


@given(agendas())
def test_what_it_tells_beforehand_is_what_happens(programme: Programme) -> None:
    for offer in all_offers(programme):
        told, after = effect(programme, offer), taken(programme, offer)
        clock = session_clock(after, after.session_of(after.get(offer.pinned, Item)))
        assert told.session_end == clock.end
        assert told.gap == clock.slots[offer.pinned].gap
        slot = clock.slots[NEW if offer.way is Way.BREAK else offer.item]
        if offer.way is Way.DROP:
            assert slot.start is None
        else:
            assert (told.start, told.end) == (slot.start, slot.end)


@given(agendas())
def test_items_that_begin_where_others_end_are_offered_nothing(programme: Programme) -> None:
    for key, slot in slots(programme).items():
        if not (slot.gap or slot.overlap):
            assert offers(programme, key) == ()
        else:
            assert offers(programme, key) or slot.overlap


GAP = morning(item("Retell", "15"), pause("15"), item("Check-out", "10", at="11:00"))
OVERLAP = morning(
    item("Welcome", "10", part=Part.OPENING),
    item("Interviews", "40", short_minutes=25),
    item("Retell", "15"),
    item("Check-out", "10", at="10:55"),
)


def test_free_time_can_be_given_away_in_four_ways() -> None:
    assert ways(GAP, "Check-out") == [Way.EARLIER, Way.BREAK, Way.LENGTHEN, Way.RUN_ON]
    earlier, pause_offer, longer, run_on = offers(GAP, named(GAP, "Check-out").id)
    assert (earlier.minutes, pause_offer.minutes, longer.minutes) == (630, 30, 45)
    moved = taken(GAP, earlier)
    assert f"{named(moved, 'Check-out').pin:%H:%M}" == "10:30"
    made = taken(GAP, pause_offer).get(NEW, Item)
    assert (made.kind, made.title, made.length.minutes) == (Kind.BREAK, "Break", 30)
    order = [i.title for i in taken(GAP, pause_offer).items_of(GAP.sessions[0].id)]
    assert order == ["Retell", "Break", "Break", "Check-out"]
    assert named(taken(GAP, run_on), "Check-out").pin is None
    told = effect(GAP, earlier)
    assert [clock_text(m) for m in (told.start, told.end, told.session_end)] == [
        "10:30",
        "10:40",
        "10:40",
    ]


def test_room_is_made_by_what_comes_before() -> None:
    found = [
        (offer.way, OVERLAP.get(offer.item, Item).title, offer.minutes)
        for offer in offers(OVERLAP, named(OVERLAP, "Check-out").id)
    ]
    assert found == [
        (Way.LATER, "Check-out", 665),
        (Way.SHORTEN, "Retell", 5),
        (Way.SHORTEN, "Interviews", 30),
        (Way.SHORT, "Interviews", 25),
        (Way.DROP, "Retell", 0),
        (Way.DROP, "Interviews", 0),
        (Way.RUN_ON, "Check-out", 0),
    ]


def test_skipping_tells_of_the_time_it_frees() -> None:
    drop = offers(OVERLAP, named(OVERLAP, "Check-out").id)[4]
    assert effect(OVERLAP, drop).gap == 5
    after = taken(OVERLAP, drop)
    assert named(after, "Retell").state is State.SKIPPED
    assert effect(OVERLAP, drop).before == 15


def test_openings_and_pinned_items_are_not_skipped() -> None:
    found = offers(OVERLAP, named(OVERLAP, "Check-out").id)
    assert named(OVERLAP, "Welcome").id not in [o.item for o in found if o.way is Way.DROP]
    chained = morning(
        item("Before", "30"), item("Fixed", "30", at="10:30"), item("Last", "10", at="10:50")
    )
    found = offers(chained, named(chained, "Last").id)
    assert [(o.way, o.item) for o in found if o.way in (Way.SHORTEN, Way.DROP)] == [
        (Way.SHORTEN, named(chained, "Fixed").id)
    ]


@pytest.mark.parametrize("length", ["6x3", "30-45", "30+", ""])
def test_only_a_plain_number_of_minutes_is_changed(length: str) -> None:
    found = morning(item("Odd", length), item("Last", "10", at="12:00"))
    assert Way.LENGTHEN not in ways(found, "Last")


def test_a_strand_is_mended_inside_the_strand() -> None:
    two = morning(
        item("Welcome", "30"),
        breakout(
            "Groups",
            strand("A", item("Talk", "20"), item("Fixed", "10", at="11:00")),
            strand("B", item("Walk", "20")),
        ),
        item("Last", "10"),
    )
    found = offers(two, named(two, "Fixed").id)
    assert [two.get(o.item, Item).title for o in found if o.way is Way.LENGTHEN] == ["Talk"]
    made = taken(two, next(o for o in found if o.way is Way.BREAK))
    assert made.get(NEW, Item).strand_id == named(two, "Talk").strand_id


def test_past_midnight_the_new_time_is_a_clock_time() -> None:
    late = plan(session("22:00", item("Talk", "150"), item("Last", "10", at="01:00")))
    earlier = offers(late, named(late, "Last").id)[0]
    assert clock_text(earlier.minutes) == "00:30"
    assert f"{named(taken(late, earlier), 'Last').pin:%H:%M}" == "00:30"


def test_a_gap_that_nothing_precedes_can_still_be_closed() -> None:
    first = morning(item("Only", "10", at="10:20"))
    assert ways(first, "Only") == [Way.EARLIER, Way.BREAK, Way.RUN_ON]


def test_what_is_gone_or_not_pinned_is_offered_nothing() -> None:
    assert offers(GAP, RowId("gone")) == ()
    assert offers(GAP, named(GAP, "Retell").id) == ()
