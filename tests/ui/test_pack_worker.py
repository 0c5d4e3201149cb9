"""The queue before the pack process: order, supersession, cancelling, and a process that dies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.app.writing import part_of
from aiplanner.domain.errors import PlanError
from aiplanner.ui.pack_worker import Lane, PackBug, PackJob, PackWorker
from tests.support import pack_double
from tests.support.plans import item, plan, session

PLAN = plan(session("10:00", item("Welcome", "10")), title="Ward 4")
COMMAND = (sys.executable, pack_double.__file__)


@dataclass
class Desk:
    """A worker, a folder for what it renders, and what it told, in order."""

    worker: PackWorker
    folder: Path
    qtbot: QtBot
    told: list[str] = field(default_factory=list)
    reports: list[PackReport] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    def ask(self, lane: Lane, name: str, *documents: str) -> Path:
        """Request these documents (or the one of that name) as `name.pdf`."""
        out = self.folder / f"{name}.pdf"
        options = PackOptions(documents or (name,), datetime.now(UTC))
        self.worker.request(
            lane,
            PackJob(
                PLAN,
                options,
                out,
                done=lambda report: self._done(name, report),
                failed=lambda error: self._failed(name, error),
                step=lambda done, total, title: self.told.append(f"{title} {done}/{total}"),
            ),
        )
        return out

    def wait_for(self, name: str) -> None:
        """Until that request is answered."""
        answers = (f"{name} done", f"{name} failed")
        self.qtbot.waitUntil(lambda: any(answer in self.told for answer in answers), timeout=20_000)

    @property
    def answers(self) -> list[str]:
        """What was answered, without the steps."""
        return [told for told in self.told if told.endswith((" done", " failed"))]

    def _done(self, name: str, report: PackReport) -> None:
        self.reports.append(report)
        self.told.append(f"{name} done")

    def _failed(self, name: str, error: Exception) -> None:
        self.errors.append(error)
        self.told.append(f"{name} failed")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    worker = PackWorker(COMMAND)
    yield Desk(worker, tmp_path, qtbot)
    worker.close()


def test_a_pack_is_rendered_step_by_step(desk: Desk) -> None:
    out = desk.ask(Lane.PACK, "pack", "cover", "two-pages")
    desk.wait_for("pack")
    assert desk.told == ["Cover 0/2", "Two-Pages 1/2", "pack done"]
    assert desk.reports == [PackReport(3, {"cover": 1, "two-pages": 2})]
    assert out.read_bytes().startswith(b"%PDF")


def test_the_urgent_goes_first_and_the_newest_of_a_lane_is_the_only_one(desk: Desk) -> None:
    desk.ask(Lane.COUNT, "running")
    desk.ask(Lane.COUNT, "count")
    old = desk.ask(Lane.SHOW, "old")
    desk.ask(Lane.SHOW, "new")
    desk.ask(Lane.PACK, "pack")
    desk.wait_for("count")
    assert desk.answers == ["running done", "pack done", "new done", "count done"]
    assert not old.exists()


def test_what_is_dropped_is_never_rendered(desk: Desk) -> None:
    desk.ask(Lane.SHOW, "first")
    dropped = desk.ask(Lane.COUNT, "dropped")
    desk.worker.drop(Lane.COUNT)
    desk.wait_for("first")
    desk.ask(Lane.SHOW, "last")
    desk.wait_for("last")
    assert not dropped.exists()


def test_what_nobody_waits_for_makes_way_and_begins_anew(desk: Desk) -> None:
    desk.ask(Lane.COUNT, "sheets-held")
    desk.qtbot.waitUntil(lambda: bool(desk.told), timeout=20_000)
    desk.ask(Lane.SHOW, "new")
    desk.wait_for("new")
    desk.qtbot.waitUntil(lambda: desk.told.count("Sheets-Held 0/1") == 2, timeout=20_000)
    assert desk.answers == ["new done"]


def test_what_runs_and_is_dropped_is_left_off_without_a_word_or_a_file(desk: Desk) -> None:
    for name in ("sheets-held", "noise"):  # one that stops, and one that was too far on
        dropped = desk.ask(Lane.REST, name)
        desk.worker.drop(Lane.REST)
        desk.ask(Lane.COUNT, f"after {name}")
        desk.wait_for(f"after {name}")
        assert not dropped.exists()
    assert desk.answers == ["after sheets-held done", "after noise done"]


def test_cancelling_leaves_no_file_and_a_process_for_the_next(desk: Desk) -> None:
    out = desk.ask(Lane.PACK, "pack", "cover", "hang")
    part = part_of(desk.folder / "pack.pdf")
    desk.qtbot.waitUntil(part.exists, timeout=20_000)
    desk.ask(Lane.SHOW, "waiting")
    desk.worker.cancel(Lane.PACK)
    assert not out.exists()
    assert not part.exists()
    desk.wait_for("waiting")
    assert desk.answers == ["waiting done"]


def test_cancelling_keeps_the_file_that_was_there(desk: Desk) -> None:
    (desk.folder / "pack.pdf").write_bytes(b"the last issue")
    out = desk.ask(Lane.PACK, "pack", "hang")
    desk.qtbot.waitUntil(part_of(desk.folder / "pack.pdf").exists, timeout=20_000)
    desk.worker.cancel(Lane.PACK)
    assert out.read_bytes() == b"the last issue"


def test_a_pack_whose_process_dies_fails_in_words_and_the_next_succeeds(desk: Desk) -> None:
    out = desk.ask(Lane.PACK, "pack", "crash")
    desk.wait_for("pack")
    [error] = desk.errors
    assert isinstance(error, WorldError)
    assert error.code == "pack-process-lost"
    assert list(desk.folder.glob("*.part")) == []
    assert not out.exists()
    desk.ask(Lane.PACK, "next")
    desk.wait_for("next")
    assert desk.answers[-1] == "next done"


def test_a_preview_whose_process_dies_is_tried_once_more_without_a_word(desk: Desk) -> None:
    desk.ask(Lane.SHOW, "preview", "crash-once")
    desk.wait_for("preview")
    assert desk.answers == ["preview done"]


def test_a_preview_that_always_kills_its_process_is_given_up(desk: Desk) -> None:
    desk.ask(Lane.SHOW, "preview", "crash")
    desk.wait_for("preview")
    assert [getattr(error, "code", "") for error in desk.errors] == ["pack-process-lost"]


def test_an_idle_process_that_dies_is_not_missed(desk: Desk) -> None:
    desk.ask(Lane.SHOW, "first")
    desk.wait_for("first")
    with desk.qtbot.waitSignal(desk.worker.process.lost, timeout=20_000):
        desk.worker.process.send(b"this is no request")
    desk.ask(Lane.SHOW, "second")
    desk.wait_for("second")
    assert desk.answers == ["first done", "second done"]


def test_noise_on_the_line_is_not_taken_for_an_answer(desk: Desk) -> None:
    desk.ask(Lane.SHOW, "noise")
    desk.wait_for("noise")
    assert desk.reports == [PackReport(1, {"noise": 1})]


@pytest.mark.parametrize(
    ("manner", "kind"), [("refuse", PlanError), ("bug", PackBug), ("nonsense", PackBug)]
)
def test_a_refusal_has_its_code_and_a_mistake_of_ours_is_told_as_one(
    desk: Desk, manner: str, kind: type[Exception]
) -> None:
    desk.ask(Lane.PACK, manner)
    desk.wait_for(manner)
    assert isinstance(desk.errors[0], kind)


def test_a_process_that_cannot_start_is_said_so(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(PackWorker((str(tmp_path / "no-such-program"),)), tmp_path, qtbot)
    desk.ask(Lane.SHOW, "preview")
    desk.wait_for("preview")
    assert [getattr(error, "code", "") for error in desk.errors] == ["pack-process-missing"]
