"""What is on show is drawn first, after every edit; the whole document takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.printing import DocumentInfo
from aiplanner.app.starters import programme_from
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.ui.pages import print_shown
from tests.support.plans import counted_ids, item, plan, session
from tests.support.print_pages import DOUBLE, PATIENCE, REAL, PrintRoom, info, print_room

SHEETS = replace(info("sheets"), per="session")
HELD = replace(info("sheets-held"), per="session")


def cycle() -> Programme:
    """Four sessions."""
    sessions = [session("10:00", item(f"Item {n}"), title=f"Day {n}") for n in (1, 2, 3, 4)]
    return plan(*sessions, title="Home as it should be", people=16)


@dataclass
class Watched:
    """A Print page, and what its preview showed one after the other."""

    room: PrintRoom
    seen: list[tuple[str, str]] = field(default_factory=list)
    """The page in words, and what stands on it."""

    def look(self, _document: str = "") -> None:
        """Note what is on the screen."""
        preview = self.room.page.preview
        pdf = preview.desk.document()
        assert isinstance(pdf, QPdfDocument)
        words = pdf.getAllText(preview.page).text()
        self.seen.append((preview.place.text(), " ".join(words.split())))

    def rename(self, session_number: int, title: str) -> None:
        """Edit the title of a session, and forget what was seen before."""
        self.seen.clear()
        now = self.room.document.now
        edited = set_fields(now, now.sessions[session_number - 1].id, title=title)
        self.room.document.edit("Rename", lambda _now: edited)

    def scroll_to(self, page: float) -> int:
        """Scroll so many pages down; where the scroll bar stands then."""
        bar = self.room.page.preview.desk.verticalScrollBar()
        bar.setValue(round(page * bar.pageStep()))
        return bar.value()

    def wait_until_seen(self, place: str, words: str) -> None:
        """Until this page has come on the screen."""
        self.room.qtbot.waitUntil(lambda: (place, words) in self.seen, timeout=PATIENCE)

    @property
    def files(self) -> list[str]:
        """The files that lie in the folder of the page."""
        folder = Path(self.room.page._folder.path())
        return [file.name for file in folder.iterdir() if file.is_file()]


@contextmanager
def watched(
    qtbot: QtBot, programme: Programme, *infos: DocumentInfo, real: bool = False
) -> Iterator[Watched]:
    """The Print page of this programme with these documents."""
    with print_room(qtbot, programme, infos, REAL if real else DOUBLE) as room:
        made = Watched(room)
        room.page.proofs.ready.connect(made.look)
        yield made


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Watched]:
    """The Print page with the sheets of four sessions, all drawn."""
    with watched(qtbot, cycle(), SHEETS, info("two-pages")) as made:
        made.room.settle()
        yield made


def test_at_first_the_first_session_is_shown_then_the_whole_document(page: Watched) -> None:
    assert page.seen == [("session 1 · page 1", "Day 1, page 1"), ("page 1 of 8", "Day 1, page 1")]


def test_the_session_on_show_comes_first_and_the_whole_at_the_same_place(page: Watched) -> None:
    place = page.scroll_to(6.3)
    page.rename(4, "Deliver")
    page.room.settle()
    assert page.seen[0] == ("session 4 · page 1", "Deliver, page 1")
    assert page.seen[-1] == ("page 7 of 8", "Deliver, page 1")
    assert page.room.page.preview.desk.verticalScrollBar().value() == place


def test_who_scrolls_on_in_the_glimpse_is_not_sent_back(qtbot: QtBot) -> None:
    with watched(qtbot, cycle(), HELD) as page:
        page.wait_until_seen("session 1 · page 1", "Day 1, page 1")
        page.scroll_to(1)
        assert page.room.page.preview.place.text() == "session 1 · page 2"
        page.rename(1, "Define")
        page.wait_until_seen("session 1 · page 2", "Define, page 2")


def test_the_session_edited_last_is_shown_where_there_is_no_picture_yet(qtbot: QtBot) -> None:
    with watched(qtbot, cycle(), info("two-pages"), SHEETS) as page:
        page.rename(3, "Design")
        page.room.page.listed.tick("sheets", on=False)
        page.room.settle()
        page.seen.clear()
        page.room.turn_to("sheets")
        page.wait_until_seen("session 3 · page 1", "Design, page 1")
        page.wait_until_seen("page 5 of 8", "Design, page 1")


def test_typing_on_never_waits_for_the_whole_document(qtbot: QtBot) -> None:
    with watched(qtbot, cycle(), HELD) as page:
        page.wait_until_seen("session 1 · page 1", "Day 1, page 1")
        for word in ("D", "De", "Design"):
            page.rename(1, word)
            page.wait_until_seen("session 1 · page 1", f"{word}, page 1")
        assert not page.room.page.proofs.settled, "the whole document is still being drawn"


def test_what_is_true_is_not_said_to_be_drawn_and_opens_when_all_is_there(
    page: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    monkeypatch.setattr(
        print_shown,
        "open_copy",
        lambda file, _to: opened.append(file.read_bytes().count(b"/Page/")),
    )

    def on_first(_document: str) -> None:
        proofs.ready.disconnect(on_first)
        page.room.page.shown.keep_up()
        said.append(page.room.page.preview.waiting)
        page.room.page.preview.open_button.click()

    said: list[bool] = []
    proofs = page.room.page.proofs
    proofs.ready.connect(on_first)
    page.rename(2, "Dream")
    page.room.settle()
    assert said == [False]
    assert opened == [8]


def test_another_document_is_shown_at_once_and_nothing_of_the_one_before(qtbot: QtBot) -> None:
    with watched(qtbot, cycle(), HELD, info("two-pages")) as page:
        page.wait_until_seen("session 1 · page 1", "Day 1, page 1")
        page.room.page.listed.tick("sheets-held", on=False)
        for document in ("two-pages", "sheets-held", "two-pages"):
            page.room.turn_to(document)
        page.seen.clear()
        page.room.settle()
        page.look()
        assert {words.split(",")[0] for _place, words in page.seen} == {"two-pages"}
        assert page.room.page.preview.title.text() == "Two-Pages"
        assert len(page.files) == 1


def test_no_file_is_left_over(page: Watched) -> None:
    for title in ("Design", "Deliver"):
        page.rename(2, title)
        page.room.turn_to("two-pages")
        page.room.turn_to("sheets")
        page.room.settle()
    assert sorted(page.files) == sorted(
        proof.file.name
        for key in ("sheets", "two-pages")
        if (proof := page.room.page.proofs.proof(key))
    )


def test_out_of_sight_nothing_more_is_drawn_and_back_again_it_is(qtbot: QtBot) -> None:
    with watched(qtbot, cycle(), HELD) as page:
        page.wait_until_seen("session 1 · page 1", "Day 1, page 1")
        page.room.page.hide()
        page.rename(1, "Define")
        page.room.page.show()
        page.wait_until_seen("session 1 · page 1", "Define, page 1")


def test_the_running_order_of_the_example_is_true_at_once(qtbot: QtBot) -> None:
    """With the real worker: the words are on the page in sight first, then in the whole."""
    example = programme_from(starter(EXAMPLE), "", counted_ids())
    running_order = next(one for one in documents() if one.id == "running-order")
    with watched(qtbot, example, running_order, real=True) as page:
        page.room.settle()
        last = example.sessions[-1]
        proof = page.room.page.proofs.proof("running-order")
        assert proof is not None
        first = proof.begin_of(last.id)
        place = page.scroll_to(first)
        page.seen.clear()
        edited = set_fields(example, last.id, purpose="A purpose for the last of all")
        page.room.document.edit("Purpose", lambda _now: edited)
        page.room.settle()
        # When the edit is stored its version is on the pages too, so there may be two glimpses.
        (glimpse, words), *_others, (_glimpse, some), (whole, all_of_it) = [
            page.seen[0],
            *page.seen,
        ]
        assert glimpse == f"session {len(example.sessions)} · page 1"
        assert whole == f"page {first + 1} of {proof.pages}"
        assert "A purpose for the last of all" in words
        assert all_of_it.replace(whole, "").split() == some.split()
        assert page.room.page.preview.desk.verticalScrollBar().value() == place
