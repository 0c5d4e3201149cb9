"""What changed since a pack was issued is told in words, and private things to us alone."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.change_fields import _FOR_US, _OPEN
from aiplanner.app.change_words import Change, change_lines, changes_since, for_readers
from aiplanner.domain.cycle import Phase, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.edits.items import add_item, delete_items, move_item
from aiplanner.domain.edits.people import add_person
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.findings import CheckOut, Story, Theme
from aiplanner.domain.ids import new_id
from aiplanner.domain.lengths import Length
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Row, Session, Step
from tests.support.plans import counted_ids, item, named, plan, session
from tests.support.private_texts import marked
from tests.support.rich_programme import rich_programme
from tests.support.strategies import programmes
from tests.support.verbs import much_edited


@pytest.fixture
def base() -> Programme:
    return plan(
        session("10:00", item("Welcome", "10"), item("Stories", "30"), item("Themes", "20"),
                item("Close", "10", at="11:30"), title="Discover"),
        session("13:00", item("Dream", "30"), title="Dream"),
    )  # fmt: skip


def lines(before: Programme, after: Programme) -> list[str]:
    return [change.line for change in changes_since(before, after)]


def open_lines(before: Programme, after: Programme) -> list[str]:
    changes = for_readers(changes_since(before, after), facilitators=False)
    return [change.line for change in changes]


def test_nothing_changed_says_nothing(base: Programme) -> None:
    assert changes_since(base, base) == ()
    assert changes_since(base, Programme(base.id, dict(base.rows))) == ()


def test_a_new_start_is_told_and_what_moves_with_it_in_one_sentence(base: Programme) -> None:
    later = set_fields(base, base.sessions[0].id, start=time(10, 30))
    assert lines(base, later) == [
        "Session 1, “Discover”: The start is now 10:30 (was 10:00).",
        "Session 1, “Discover”: 3 items begin 30 min later, the first of them “Welcome”.",
    ]
    assert open_lines(base, later) == lines(base, later)


def test_a_longer_item_moves_those_after_it_up_to_the_pin(base: Programme) -> None:
    longer = set_fields(base, named(base, "Stories").id, length=Length(40))
    assert lines(base, longer) == [
        "Session 1, “Discover”: “Stories”: the length is now 40 min (was 30 min).",
        "Session 1, “Discover”: “Themes” begins at 10:50 (was 10:40).",
    ]


def test_a_moved_pin_moves_the_end(base: Programme) -> None:
    moved = set_fields(base, named(base, "Close").id, pin=time(11, 45))
    assert lines(base, moved) == [
        "Session 1, “Discover”: “Close” begins at 11:45 (was 11:30).",
        "Session 1, “Discover”: It ends at 11:55 (was 11:40).",
    ]


def test_an_item_that_changed_its_room_is_also_told_to_begin_later(base: Programme) -> None:
    changed = set_fields(base, named(base, "Themes").id, room="Garden")
    changed = set_fields(changed, named(base, "Stories").id, length=Length(35))
    assert "Session 1, “Discover”: “Themes”: the room is now “Garden”." in lines(base, changed)
    assert "Session 1, “Discover”: “Themes” begins at 10:45 (was 10:40)." in lines(base, changed)


def test_items_come_go_and_change_session(base: Programme) -> None:
    fresh = Item(new_id(), 0, title="Gallery {walk}", length=Length(10))
    after = add_item(base, fresh, base.sessions[1].id)
    after = delete_items(after, [named(base, "Welcome").id])
    after = move_item(after, named(base, "Themes").id, base.sessions[1].id, 0)
    told = lines(base, after)
    assert "Session 1, “Discover”: “Welcome” falls away." in told
    assert "Session 1, “Discover”: “Themes” takes place in session 2 now." in told
    assert "Session 2, “Dream”: “Themes” takes place here now, at 13:00." in told
    assert "Session 2, “Dream”: “Gallery {walk}” is new, at 13:50." in told
    assert "Session 2, “Dream”: “Dream” begins at 13:20 (was 13:00)." in told


def test_what_is_parked_falls_away_and_its_later_changes_are_ours(base: Programme) -> None:
    parked = set_fields(base, named(base, "Themes").id, state=State.PARKED)
    assert lines(base, parked)[0] == "Session 1, “Discover”: “Themes” falls away."
    renamed = set_fields(parked, named(base, "Themes").id, title="Themes again")
    assert lines(parked, renamed) == [
        "Session 1, “Discover”: “Themes”: the title is now “Themes again” (was “Themes”)."
    ]
    assert open_lines(parked, renamed) == []


def test_sessions_come_and_go(base: Programme) -> None:
    gone = delete_session(base, base.sessions[1].id)
    assert lines(base, gone) == ["Session 2, “Dream”: It falls away."]
    assert lines(gone, base) == ["Session 2, “Dream”: It is new, with 1 item."]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"day": date(2027, 2, 1)}, "The date is now Mon 1 Feb 2027."),
        ({"venue": "Hall {0}"}, "The venue is now “Hall {0}”."),
        ({"title": ""}, "The title is open again (was “Discover”)."),
        ({"purpose": "x" * 200}, "The purpose has changed."),
        ({"people": 12}, "The number of people is now 12."),
        ({"planned": 90}, "The planned length is now 1 h 30 min."),
        ({"notes": "Seat them apart"}, "The private note has changed."),
    ],
)
def test_fields_of_a_session(base: Programme, fields: dict[str, object], said: str) -> None:
    after = set_fields(base, base.sessions[0].id, **fields)
    assert [change.sentence + "." for change in changes_since(base, after)] == [said]


def test_phases_are_named_as_the_programme_names_them(base: Programme) -> None:
    after = set_fields(base, named(base, "Stories").id, phase=Phase.DREAM)
    assert lines(base, after) == ["Session 1, “Discover”: “Stories”: the phase is now Dream."]


def test_what_an_item_holds_is_told_once_a_kind(base: Programme) -> None:
    stories = named(base, "Stories").id
    steps: list[Row] = [Step(new_id(), stories, n, f"Step {n}") for n in range(3)]
    [only] = changes_since(base, base.put(*steps))
    assert only.sentence == "“Stories”: how it is done has changed"
    assert only.private


def test_findings_are_counted_and_those_kept_back_are_ours(base: Programme) -> None:
    after = add_finding(base, Theme(new_id(), 0, "Asking early"))
    after = add_finding(after, Story(new_id(), 0, "The taxi", shared=True))
    after = add_finding(after, Story(new_id(), 0, "The night", teller="S1"))
    after = add_finding(after, CheckOut(new_id(), 0, "Lighter", teller="S2"))
    assert lines(base, after) == [
        "Stories: 1 story new.",
        "Stories: 1 story new.",
        "Themes: 1 theme new.",
        "Check-outs: 1 check-out new.",
    ]
    assert open_lines(base, after) == ["Stories: 1 story new.", "Themes: 1 theme new."]
    before = set_fields(after, after.themes[0].id, votes=7)
    assert lines(after, before) == ["Themes: 1 theme changed."]


def test_what_is_noted_of_people_is_for_facilitators(base: Programme) -> None:
    after = add_person(base, Person(new_id(), 0, "Ailsa Example", access="a hearing loop"))
    assert open_lines(base, after) == ["People: The list of people has changed."]
    noted = set_fields(after, after.people[0].id, notes="Ask for Tom", access="a ramp")
    assert lines(after, noted) == ["People: What is noted of people has changed."]
    assert open_lines(after, noted) == []


def test_only_the_sessions_of_the_pack_are_told(base: Programme) -> None:
    first, second = (one.id for one in base.sessions)
    after = set_fields(set_fields(base, first, venue="A"), second, venue="B")
    told = changes_since(base, after, [second])
    assert [change.sentence for change in told] == ["The venue is now “B”"]


def test_a_document_that_changed_without_a_sentence_is_named(base: Programme) -> None:
    tips = (("", "The wording of “Tips” has changed."),)
    change = Change("The programme", "The title has changed", base.id)
    secret = replace(change, private=True)
    assert change_lines((), ["Tips"], facilitators=False) == tips
    assert change_lines((secret,), ["Tips"], facilitators=False) == tips
    told = (("The programme", "The title has changed."),)
    assert change_lines((change,), ["Tips"], facilitators=False) == told
    assert change_lines((secret,), ["Tips"], facilitators=True) == told


def _emptied(programme: Programme) -> Programme:
    """The same rows with nothing in their private texts."""
    empty = [
        replace(row, notes="") for row in programme.rows.values() if isinstance(row, Head | Session)
    ]
    return programme.put(*empty)


def test_no_private_word_is_told_whichever_way_it_changes() -> None:
    secrets = marked(rich_programme())
    bare = Programme(secrets.programme.id, {secrets.programme.id: Head(secrets.programme.id)})
    for before, after in (
        (rich_programme(), secrets.programme),
        (secrets.programme, rich_programme()),
        (bare, secrets.programme),
        (secrets.programme, bare),
        (secrets.programme, _emptied(secrets.programme)),
    ):
        told = changes_since(before, after)
        assert told
        ours = "\n".join(change.line for change in told)
        theirs = "\n".join(c.line for c in for_readers(told, facilitators=False))
        assert [where for word, where in secrets.hidden.items() if word in ours] == []
        assert [where for word, where in secrets.noted.items() if word in theirs] == []


def test_every_field_has_its_words_or_is_told_of_otherwise() -> None:
    otherwise = {"id", "position", "item_id", "session_id", "strand_id", "state"}
    for kind in _OPEN:
        told = {name for table in (_OPEN, _FOR_US) for name, _words in table.get(kind, ())}
        assert {one.name for one in fields(kind)} - told <= otherwise, kind.__name__


@given(programmes(size=3), st.data())
def test_whatever_was_edited_has_rows_to_go_to(before: Programme, data: st.DataObject) -> None:
    after = much_edited(data.draw, before, counted_ids(1000))
    for change in changes_since(before, after):
        assert change.row in before.rows or change.row in after.rows
        assert change.where
        assert change.sentence
