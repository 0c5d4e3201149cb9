"""What holds for the clock of every session, however it is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from aiplanner.domain.cycle import RESTS, Kind, State
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import (
    DAY,
    SessionClock,
    Slot,
    Track,
    clock_text,
    counts,
    schedule,
    session_clock,
)
from tests.support.strategies import agendas


def tracks(track: Track) -> Iterator[Track]:
    yield track
    for slot in track.slots:
        for inner in slot.tracks:
            yield from tracks(inner)


def all_tracks(programme: Programme) -> Iterator[tuple[SessionClock, Track]]:
    for clock in schedule(programme):
        for track in tracks(clock.track):
            yield clock, track


def with_items(programme: Programme, track: Track) -> list[tuple[Item, Slot]]:
    return [(programme.get(slot.item_id, Item), slot) for slot in track.slots]


def in_the_clock(programme: Programme, track: Track) -> list[tuple[Item, Slot]]:
    found = with_items(programme, track)
    return [(item, slot) for item, slot in found if counts(item) and slot.start is not None]


@given(agendas())
def test_work_breaks_gaps_less_overlaps_is_end_less_start(programme: Programme) -> None:
    for _, track in all_tracks(programme):
        spent = track.totals
        assert spent.work + spent.breaks + spent.gaps - spent.overlaps == track.end - track.start
        assert min(spent.work, spent.breaks, spent.gaps, spent.overlaps) >= 0


@given(agendas())
def test_items_run_on_and_pinned_ones_begin_at_their_clock_time(programme: Programme) -> None:
    for _, track in all_tracks(programme):
        cursor = track.start
        for item, slot in in_the_clock(programme, track):
            assert slot.start is not None
            assert slot.end is not None
            assert slot.minutes >= 0
            assert slot.start == cursor + slot.gap - slot.overlap
            assert not (slot.gap and slot.overlap)
            if item.pin is None:
                assert (slot.gap, slot.overlap) == (0, 0)
            else:
                assert clock_text(slot.start) == f"{item.pin:%H:%M}"
            cursor = slot.end
        assert track.end == cursor


@given(agendas())
def test_a_pin_is_never_further_than_a_day_from_the_start(programme: Programme) -> None:
    for clock, track in all_tracks(programme):
        for item, slot in in_the_clock(programme, track):
            if item.pin is not None and slot.start is not None:
                assert 0 <= slot.start < 2 * DAY
                assert slot.start - clock.start < DAY


@given(agendas())
def test_what_does_not_count_could_as_well_not_be_there(programme: Programme) -> None:
    idle = [r.id for r in programme.rows.values() if isinstance(r, Item) and not counts(r)]
    without = programme.drop(idle)
    for before, after in zip(schedule(programme), schedule(without), strict=True):
        assert (before.start, before.end, before.totals) == (after.start, after.end, after.totals)
        kept = {key: slot for key, slot in before.slots.items() if key in after.slots}
        assert {key: (s.start, s.minutes) for key, s in kept.items()} == {
            key: (s.start, s.minutes) for key, s in after.slots.items()
        }


@given(agendas())
def test_a_breakout_ends_with_its_longest_strand(programme: Programme) -> None:
    for _, track in all_tracks(programme):
        for _, slot in in_the_clock(programme, track):
            ends = [inner.end for inner in slot.tracks]
            if slot.start is not None and ends and max(ends) > slot.start:
                assert slot.end == max(ends)
            assert all(inner.start == slot.start for inner in slot.tracks)


def between_pins(programme: Programme, track: Track) -> Iterator[list[tuple[Item, Slot]]]:
    """The runs of items that begin with a pin (or the start) and end with the next pinned one."""
    laid = in_the_clock(programme, track)
    cuts = sorted({0, *(n for n, (item, _) in enumerate(laid) if item.pin is not None)})
    for first, last in pairwise(cuts):
        yield laid[first : last + 1]


@given(agendas())
def test_untimed_items_share_exactly_what_lies_between_two_pins(programme: Programme) -> None:
    for _, track in all_tracks(programme):
        for *run, (_, pinned) in between_pins(programme, track):
            if any(item.kind is Kind.BREAKOUT for item, _ in run):
                continue
            shares = [slot for item, slot in run if not item.planned_length.timed]
            if not shares or pinned.overlap:
                assert all(slot.shared == 0 for slot in shares)
                continue
            assert pinned.gap == 0
            shared = sum(slot.minutes for slot in shares)
            assert {slot.shared for slot in shares} == {shared}
            if shared:
                assert {slot.sharers for slot in shares} == {len(shares)}
            minutes = [slot.minutes for slot in shares]
            assert max(minutes) - min(minutes) <= 1
            assert minutes == sorted(minutes, reverse=True)


@given(agendas())
def test_untimed_items_take_nothing_after_the_last_pin(programme: Programme) -> None:
    for _, track in all_tracks(programme):
        for item, slot in reversed(in_the_clock(programme, track)):
            if not item.planned_length.timed and not slot.tracks and item.pin is None:
                assert slot.minutes == slot.shared == 0
            if item.pin is not None:
                break


@given(agendas())
def test_rest_is_break_and_the_rest_is_work(programme: Programme) -> None:
    for _, track in all_tracks(programme):
        for item, slot in in_the_clock(programme, track):
            if item.kind in RESTS:
                assert (slot.totals.breaks, slot.totals.work) == (slot.minutes, 0)
            elif not slot.tracks:
                nested = sum(s.minutes or 0 for s in programme.steps_of(item.id) if s.is_break)
                assert slot.totals.breaks == min(nested, slot.minutes)
                assert slot.totals.work == slot.minutes - slot.totals.breaks


@given(agendas())
def test_a_short_version_is_on_the_clock_as_an_item_of_its_length(programme: Programme) -> None:
    for before, after in zip(schedule(programme), schedule(spelt_out(programme)), strict=True):
        assert before == after


@given(agendas())
def test_what_has_no_short_version_takes_as_long_as_ever(programme: Programme) -> None:
    bare = programme.put(*(replace(item, short_minutes=None) for item in short(programme)))
    full = bare.put(*(replace(item, state=State.PLANNED) for item in short(bare)))
    assert schedule(bare) == schedule(full)


@given(agendas())
def test_short_versions_that_save_time_never_make_a_session_without_pins_longer(
    programme: Programme,
) -> None:
    free = unpinned(programme)
    saving = [i for i in short(free) if (i.short_minutes or 0) <= i.length.typical]
    full = free.put(*(replace(item, state=State.PLANNED) for item in saving))
    for shorter, longer in zip(schedule(free), schedule(full), strict=True):
        assert shorter.end <= longer.end


def short(programme: Programme) -> list[Item]:
    rows = programme.rows.values()
    return [row for row in rows if isinstance(row, Item) and row.state is State.SHORT]


def spelt_out(programme: Programme) -> Programme:
    """The programme with each short version as the full length of its item."""
    items = short(programme)
    return programme.put(*(replace(i, state=State.PLANNED, length=i.planned_length) for i in items))


def unpinned(programme: Programme) -> Programme:
    free = [r for r in programme.rows.values() if isinstance(r, Item) and r.pin is not None]
    return programme.put(*(replace(item, pin=None) for item in free))


@given(agendas())
def test_without_pins_the_shortest_case_ends_first_and_the_longest_last(
    programme: Programme,
) -> None:
    free = unpinned(programme)
    for clock in schedule(free):
        assert clock.earliest_end <= clock.end <= clock.latest_end
        for slot in clock.track.walk():
            if slot.end is not None:
                assert slot.earliest_end <= slot.end <= slot.latest_end


@given(agendas())
def test_exact_lengths_leave_no_doubt_about_the_end(programme: Programme) -> None:
    for session in programme.sessions:
        lengths = [item.planned_length for item in programme.walk(session.id)]
        if all(length.low is None and length.high is None for length in lengths):
            clock = session_clock(programme, session)
            assert clock.earliest_end == clock.end == clock.latest_end
            for slot in clock.track.walk():
                assert slot.end in (None, slot.earliest_end)
                assert slot.earliest_end == slot.latest_end


@given(agendas(), st.integers(0, 23))
def test_a_session_without_pins_only_moves_with_its_start(programme: Programme, hour: int) -> None:
    free = unpinned(programme)
    assume(free.sessions)
    session = free.sessions[0]
    moved = replace(session, start=time(hour))
    before, after = session_clock(free, session), session_clock(free.put(moved), moved)
    shift = after.start - before.start
    assert after.end - before.end == shift
    assert after.totals == before.totals
    assert after.over == before.over


@given(agendas())
def test_every_item_has_one_slot(programme: Programme) -> None:
    for session, clock in zip(programme.sessions, schedule(programme), strict=True):
        walked = [item.id for item in programme.walk(session.id)]
        assert [slot.item_id for slot in clock.track.walk()] == walked
        assert set(clock.slots) == set(walked)


@given(agendas())
def test_the_clock_does_not_depend_on_the_order_of_the_rows(programme: Programme) -> None:
    turned = Programme(programme.id, dict(reversed(programme.rows.items())))
    assert schedule(turned) == schedule(programme)
