"""What was chosen on the Print page is there again when its programme is opened again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import empty_programme
from aiplanner.ui.pages.print import PrintPage
from aiplanner.ui.settings import Settings
from tests.support.plans import item, plan, session
from tests.support.print_pages import PrintRoom, info, print_room

PLAN = plan(
    *(session("10:00", item("Meet"), day=date(2027, 1, day)) for day in (5, 6, 7, 8)), people=8
)
IDS = tuple(one.id for one in PLAN.sessions)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PrintRoom]:
    with print_room(qtbot, PLAN, [info("cover"), info("agenda")]) as made:
        made.services.jobs.drain()
        yield made


def choose(room: PrintRoom) -> None:
    """Two sessions as forms, without the cover, told in two columns."""
    look = replace(
        room.page.choices.look,
        sessions=(IDS[0], IDS[2]),
        fillable=True,
        audience="participant",
        columns=("clock", "why"),
    )
    room.page.choices.show_look(look)
    room.page.listed.tick("cover", on=False)


@contextmanager
def again(room: PrintRoom, settings: Settings | None = None) -> Iterator[PrintPage]:
    """The page made anew, as when one comes back from Home; with other settings, after a restart.

    It is shut at the end, as frames of programmes are.
    """
    services = replace(room.services, settings=settings or room.services.settings)
    page = PrintPage(room.document, services)
    room.qtbot.addWidget(page)
    page.show()
    services.jobs.drain()
    yield page
    page.shut()


def test_coming_back_from_home_finds_choices_and_ticks(room: PrintRoom) -> None:
    choose(room)
    before = room.page.choices.look
    room.page.hide()
    with again(room) as page:
        assert page.choices.look == before
        assert page.choices.scope == "Sessions 1 and 3"
        assert "To fill in on a screen" in page.choices.told.text()
        assert page.listed.chosen == ("agenda",)


def test_after_a_restart_the_choices_are_there_and_ticks_follow_the_plan(room: PrintRoom) -> None:
    choose(room)
    before = room.page.choices.look
    room.page.hide()
    with again(room, Settings()) as page:
        assert page.choices.look == before
        assert page.listed.chosen == ("cover", "agenda")


def test_a_session_that_went_meanwhile_is_left_out(room: PrintRoom) -> None:
    choose(room)
    room.page.hide()
    room.document.edit("delete", lambda now: delete_session(now, IDS[0]))
    with again(room) as page:
        assert page.choices.sessions == (IDS[2],)


def test_another_programme_begins_as_usual(room: PrintRoom, qtbot: QtBot) -> None:
    choose(room)
    room.page.hide()
    with print_room(qtbot, empty_programme(new_id(), "Other"), [info("cover")]) as elsewhere:
        look = elsewhere.page.choices.look
        assert (look.fillable, look.audience, look.columns) == (False, "all", ())


@pytest.mark.parametrize("kept", ["{", "[]", '{"audience": "king"}', '{"sessions": [1]}', "\ud800"])
def test_what_cannot_be_read_counts_as_never_kept(room: PrintRoom, kept: str) -> None:
    settings = Settings()
    settings.keep_word(f"print-{PLAN.id}", kept)
    with again(room, settings) as page:
        assert page.choices.look.audience == "all"
        assert page.choices.sessions is None
