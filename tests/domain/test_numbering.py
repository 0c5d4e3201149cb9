"""Sheets carry "session.item" numbers that do not change when an item is parked."""

from __future__ import annotations

from aiplanner.domain.cycle import Kind, State
from aiplanner.domain.ids import RowId, new_id
from aiplanner.domain.numbering import item_numbers, sheet_numbers
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Item, Session, Sheet, Strand


def item(parent: Session | Strand, place: int, kind: Kind = Kind.ACTIVITY) -> Item:
    session, strand = (parent.id, None) if isinstance(parent, Session) else (None, parent.id)
    return Item(new_id(), place, session_id=session, strand_id=strand, kind=kind)


def programme(*rows: Session | Item | Strand | Sheet) -> Programme:
    return empty_programme(new_id()).put(*rows)


def test_items_are_counted_in_order_without_breaks_and_headings() -> None:
    session = Session(new_id(), 1)
    heading, first, rest = (
        item(session, n, kind) for n, kind in enumerate((Kind.SECTION, Kind.ACTIVITY, Kind.MEAL))
    )
    breakout = item(session, 4, Kind.BREAKOUT)
    strand = Strand(new_id(), breakout.id, 1)
    inside = item(strand, 1)
    parked = Item(new_id(), 5, session_id=session.id, state=State.PARKED)
    last = item(session, 6)
    plan = programme(session, heading, first, rest, breakout, strand, inside, parked, last)
    assert item_numbers(plan, session.id) == {
        first.id: 1,
        breakout.id: 2,
        inside.id: 3,
        parked.id: 4,
        last.id: 5,
    }


def test_sheets_have_their_own_number_or_that_of_session_and_item() -> None:
    opening, session = Session(new_id(), 1), Session(new_id(), 2)
    one, two = item(session, 1), item(session, 2)
    alone = Sheet(new_id(), one.id, 1, "Interview guide")
    own = Sheet(new_id(), one.id, 2, "Old sheet", number="17")
    pair = [Sheet(new_id(), two.id, n, f"Sheet {n}") for n in (1, 2)]
    plan = programme(opening, session, one, two, alone, *pair)
    numbers = sheet_numbers(plan, session.id)
    assert [numbers[sheet.id] for sheet in (alone, *pair)] == ["2.1", "2.2a", "2.2b"]
    assert sheet_numbers(plan.put(own), session.id)[own.id] == "17"
    assert sheet_numbers(plan, opening.id) == dict[RowId, str]()
