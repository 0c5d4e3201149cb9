"""The rail calls the phases as the programme does, and tells how far it has come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from aiplanner.domain.cycle import Phase, Scheme
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.findings import Dream, Topic
from aiplanner.domain.ids import RowId
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.page_table import PAGES
from aiplanner.ui.pages.phase import PhasePage
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from tests.support.plans import item, plan, session
from tests.ui.conftest import Keep


@pytest.fixture
def frame(window: MainWindow, services: Services, keep: Keep) -> Iterator[ProgrammeFrame]:
    """A programme of two sessions, the second with something to discover."""
    programme = keep(
        plan(
            session("10:00", item("Welcome", "5"), title="First"),
            session("10:00", item("Interviews", "40", phase=Phase.DISCOVER), title="Second"),
        )
    )
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    yield window.frame
    window.go_home()


def rail(frame: ProgrammeFrame) -> list[tuple[str, str]]:
    """Each page as it is shown, and as it is spoken."""
    model = frame.rail.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    rows = (model.index(n, 0) for n in range(model.rowCount()))
    return [(str(index.data()), str(index.data(spoken))) for index in rows]


def test_every_page_stands_on_the_rail_in_the_order_of_the_cycle(frame: ProgrammeFrame) -> None:
    assert [key for key, _spoken in rail(frame)][:8] == [
        *("Overview", "Define", "Discover", "Dream", "Design", "Deliver", "Sessions", "People")
    ]
    assert [page.rail.icon for page in PAGES[1:6]] == [phase.value for phase in Phase]


def test_a_word_tells_how_each_phase_stands_and_follows_every_edit(frame: ProgrammeFrame) -> None:
    assert rail(frame)[1] == ("Define", "Define, now")
    topic, dream = Topic(RowId("a" * 32), 0, "Going home"), Dream(RowId("b" * 32), 0, text="Soon")
    frame.document.edit("Topic", lambda now: add_finding(now, topic))
    frame.document.edit("Dream", lambda now: add_finding(now, dream))
    assert [spoken for _label, spoken in rail(frame)[1:5]] == [
        *("Define, done", "Discover", "Dream, now", "Design")
    ]
    frame.undo()
    assert rail(frame)[1] == ("Define", "Define, now")


def test_phases_have_the_programmes_own_names_on_rail_menu_and_page(
    window: MainWindow, frame: ProgrammeFrame
) -> None:
    frame.go("discover")
    head = frame.document.now.id
    frame.document.edit("Scheme", lambda now: set_fields(now, head, scheme=Scheme.FOUR_I))
    assert rail(frame)[2][0] == "Inquire"
    assert window.actions_by_key["page_discover"].text() == "Inquire"
    page = frame.page
    assert isinstance(page, PhasePage)
    assert page.header.title.text() == "Inquire"
    frame.undo()
    assert window.actions_by_key["page_discover"].text() == "Discover"


def test_the_bank_opens_at_the_phase_in_the_session_where_it_is_worked_on(
    frame: ProgrammeFrame,
) -> None:
    frame.go("discover")
    page = frame.page
    assert isinstance(page, PhasePage)
    page.does.add_button.click()
    sessions = frame.page
    assert isinstance(sessions, SessionsPage)
    assert sessions.panes.shown == "bank"
    assert sessions.bank.pane.filters.phase.key == Phase.DISCOVER.value
    assert sessions.session_shown() == frame.document.now.sessions[1].id


def test_a_finding_that_is_looked_for_is_gone_to(frame: ProgrammeFrame) -> None:
    topic = Topic(RowId("a" * 32), 0, "Going home well")
    frame.document.edit("Topic", lambda now: add_finding(now, topic))
    frame.show_place(topic.id)
    page = frame.page
    assert isinstance(page, PhasePage)
    assert page.header.title.text() == "Define"
    assert page.found.table.ids == [topic.id]
