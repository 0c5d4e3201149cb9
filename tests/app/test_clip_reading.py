"""Running orders from Excel, Word and mails, and our own tables read back."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.clip_cells import from_html, from_tsv, to_html, to_tsv
from aiplanner.app.clip_reading import Pasteable, read_text
from aiplanner.app.clip_table import table_of
from aiplanner.domain.cycle import Capability, Kind, Level, Per, Phase, Role, State
from aiplanner.domain.edits.clips import clipped
from aiplanner.domain.edits.parts import set_focus
from aiplanner.domain.integrity import faults
from aiplanner.domain.rows import Head, Item
from tests.support.plans import counted_ids, item, named, pause, plan, section, session

HEAD = Head(counted_ids()())


def _read(text: str, html: str = "") -> Pasteable:
    found = read_text(text, html, HEAD, counted_ids(100))
    assert found is not None
    assert not faults(found.clip)
    return found


def _told(text: str, html: str = "") -> list[tuple[str, int]]:
    return [(one.title, one.length.typical) for one in clipped(_read(text, html).clip)]


def test_a_table_with_heads_in_any_order_is_read_by_them() -> None:
    found = _read(
        "Activity\tWho\tDuration\tPhase\tMaterials\tPurpose\n"
        "Welcome\tAna\t10 min\tDefine\t\tArrive well\n"
        "Interviews\tBen, Ana\t40\tDiscovery\t1 guide per person\t\n"
    )
    first, second = clipped(found.clip)
    assert (first.title, first.lead, first.length.minutes) == ("Welcome", "Ana", 10)
    assert (first.why, first.phase, second.phase) == ("Arrive well", Phase.DEFINE, Phase.DISCOVER)
    [guide] = found.clip.materials_of(second.id)
    assert (guide.name, guide.per) == ("guide", Per.PERSON)
    assert found.unclear == ()


def test_columns_without_heads_are_told_by_what_stands_in_them() -> None:
    found = _read("10:00\tWelcome\tAna\n10:15\tInterviews\tAna\n10:55\tBreak\t\n11:10\tThanks\tBen")
    items = clipped(found.clip)
    assert [(i.title, i.length.minutes) for i in items] == [
        ("Welcome", 15),
        ("Interviews", 40),
        ("Break", 15),
        ("Thanks", None),
    ]
    assert items[2].kind is Kind.BREAK
    assert items[0].notes == "Ana", "a column that could mean anything is kept, not guessed"
    assert [(one.row, one.text) for one in found.unclear] == [(1, "Ana"), (2, "Ana"), (4, "Ben")]


def test_a_plain_list_is_read_line_by_line() -> None:
    text = "1. Welcome (10 min)\n• Interviews, 40 min\n\n- 11:00-11:15 Break\nThanks – 1h\n"
    assert _told(text) == [("Welcome", 10), ("Interviews", 40), ("Break", 15), ("Thanks", 60)]


def test_bullets_of_a_word_processor_make_no_columns() -> None:
    assert _told("•\tWelcome\n•\tLunch\n") == [("Welcome", 0), ("Lunch", 0)]


def test_a_table_of_a_word_processor_is_read_from_its_page() -> None:
    page = (
        "<html><body><table><tr><td><p>Time</p></td><td><p>What</p></td></tr>"
        "<tr><td>10:00\n-10:20</td><td><p>Welcome &amp;\n tea</p><p>in the hall</p></td></tr>"
        "</table></body></html>"
    )
    assert _told("broken\nplain", page) == [("Welcome & tea in the hall", 20)]


def test_what_is_unclear_is_told_and_stands_in_the_notes() -> None:
    found = _read("What\tMin\tPhase\nWelcome\tsoon\tbeginning\nThanks\t5\t\n")
    first, second = clipped(found.clip)
    assert [(one.row, one.text) for one in found.unclear] == [(2, "soon"), (2, "beginning")]
    assert first.notes == "soon\nbeginning"
    assert (second.length.minutes, second.notes) == (5, "")


@pytest.mark.parametrize("text", ["", "   \n\t\n", "\x00\x01"])
def test_nothing_is_read_out_of_nothing(text: str) -> None:
    assert read_text(text, "", HEAD, counted_ids(100)) is None


@given(st.text(st.sampled_from('ab\t\n"10:5 ;-•x<td>1.\x00\ud800'), max_size=60))
def test_whatever_is_pasted_gives_a_sound_plan_or_none(text: str) -> None:
    for found in (read_text(text, "", HEAD, counted_ids(100)), read_text("", text, HEAD, _ids())):
        assert found is None or not faults(found.clip)


def _ids() -> Any:
    return counted_ids(100)


@given(st.lists(st.lists(st.text("ab\"'\t\n;, ", max_size=5), min_size=2, max_size=2), min_size=1))
def test_cells_survive_the_clipboard_both_ways(cells: list[list[str]]) -> None:
    kept = [row for row in cells if any(cell.strip() for cell in row)]
    tidy = [["\n".join(map(str.strip, c.strip().split("\n"))) for c in row] for row in kept]
    assert from_tsv(to_tsv(kept)) == tidy
    flat = [[" ".join(c.split()) for c in row] for row in kept]
    if kept:
        assert [[" ".join(c.split()) for c in row] for row in from_html(to_html(kept))] == flat


WHOLE = plan(
    session(
        "10:00",
        section("Morning"),
        item(
            "Paired interviews",
            "40 (30-45)",
            phase=Phase.DISCOVER,
            lead="Ana",
            group="pairs",
            room="Hall",
            level=Level.SYSTEM,
            audience="all",
        ),
        pause("15", at="11:00"),
        item("Stories", "6x3", state=State.PARKED),
    )
)


def test_a_page_need_not_say_where_cells_and_rows_end() -> None:
    html = "<table>\n<tr>\n<td>10:00\n<td>Welcome\n<tr>\n<td>10:20<br>\n<td>Stories\n</table>"
    assert _told("", html) == [("Welcome", 20), ("Stories", 0)]


@pytest.mark.parametrize("sign", ["\x81", "&#129;", "\x00", "\x1b", "\ufffe", "&#xfffe;"])
def test_characters_that_are_none_are_left_out(sign: str) -> None:
    html = f"<table><tr><td>10</td><td>Wel{sign}come</td></tr></table>"
    assert _told("", html) == [("Welcome", 10)]
    assert _told("10 min\tWel\x81come") == [("Welcome", 10)]


def test_a_sign_that_only_some_take_for_a_line_break_parts_no_columns() -> None:
    assert _told("Welcome\x85\t10\nStories\t20") == [("Welcome", 10), ("Stories", 20)]


def test_our_own_table_is_read_back() -> None:
    whole = WHOLE
    for capability, role in (
        (Capability.VISION, Role.LEADS),
        (Capability.EMPOWERING, Role.SUPPORTS),
    ):
        whole = set_focus(whole, named(whole, "Stories").id, capability, role)
    items = whole.items_of(whole.sessions[0].id)
    cells = table_of(whole, [one.id for one in items])
    assert cells[0][:3] == ["Clock", "Min", "What"]
    found = _read(to_tsv(cells))
    assert found.unclear == ()
    back = clipped(found.clip)
    focus = [[(f.capability, f.role) for f in found.clip.focus_of(one.id)] for one in back]
    assert focus[-1] == [(Capability.VISION, Role.LEADS), (Capability.EMPOWERING, Role.SUPPORTS)]
    assert [_said(one) for one in back] == [_said(one) for one in items]
    assert back[2].pin == time(11)


def _said(one: Item) -> tuple[object, ...]:
    names = ("title", "kind", "length", "phase", "lead", "group", "room", "level", "audience")
    return tuple(getattr(one, name) for name in (*names, "state", "pin"))
