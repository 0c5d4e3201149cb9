"""The agenda that goes to participants by mail: what they meet, and nothing besides."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

from aiplanner.app.agenda_text import agenda_html, agenda_text
from aiplanner.domain.cycle import Kind, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import set_kind
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from tests.support.plans import breakout, item, named, pause, plan, session, strand


def first(programme: Programme) -> Session:
    return programme.sessions[0]


def a_day() -> Programme:
    rooms = breakout(
        "In two rooms", strand("North", item("Stories", "20")), strand("", item("Map"))
    )
    made = plan(session("10:00", item("Welcome", "10"), rooms, pause("15"), item("Close", "5")))
    return set_fields(made, first(made).id, day=date(2027, 1, 12), venue="Hall", purpose="To begin")


def test_it_reads_from_top_to_bottom() -> None:
    programme = a_day()
    assert agenda_text(programme, first(programme)).splitlines() == [
        "Session 1",
        "Tuesday 12 January 2027, 10:00 to 10:50 · Hall",
        "To begin",
        "",
        "10:00  Welcome",
        "10:10  In two rooms",
        "  North",
        "  10:10  Stories",
        "  In parallel",
        "  10:10  Map",
        "10:30  Break",
        "10:45  Close",
        "10:50  End",
    ]


def test_what_participants_do_not_meet_is_left_out() -> None:
    programme = a_day()
    programme = set_fields(programme, named(programme, "Welcome").id, notes="SECRET", why="WHY")
    programme = set_fields(programme, named(programme, "Close").id, state=State.SKIPPED)
    text = agenda_text(programme, first(programme))
    assert "SECRET" not in text
    assert "WHY" not in text
    assert "Close" not in text


def test_tasks_stand_below() -> None:
    programme = set_kind(a_day(), named(a_day(), "Close").id, Kind.TASK)
    programme = set_fields(programme, named(programme, "Close").id, due=date(2027, 1, 18))
    text = agenda_text(programme, first(programme))
    assert text.endswith("Before we meet again\n- Close, by 18 January 2027\n")
    assert "<li>Close, by 18" in agenda_html(programme, first(programme))


def test_without_a_clock_lengths_are_told() -> None:
    programme = plan(session(None, item("Welcome", "10")))
    assert "10 min  Welcome" in agenda_text(programme, first(programme))


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_html_shows_words_that_look_like_markup_as_words() -> None:
    strange = "<b>R&D</b> <img src=x> {{y}}"
    programme = set_fields(a_day(), named(a_day(), "Welcome").id, title=strange)
    cells = _Cells()
    cells.feed(agenda_html(programme, first(programme)))
    assert strange in cells.texts
    assert not cells.tags & {"b", "img"}
    assert {"table", "th", "td", "h2"} <= cells.tags
