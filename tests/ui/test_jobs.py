"""Jobs run one after the other off the GUI thread and come back to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from aiplanner.ui.jobs import Jobs, Ticket


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """A pool that is closed when the test ends."""
    made = Jobs()
    yield made
    made.close()


def fail(error: BaseException) -> None:
    """No failure is expected."""
    raise AssertionError("the job failed") from error


def test_work_runs_elsewhere_and_its_result_arrives_here(jobs: Jobs, qtbot: QtBot) -> None:
    found: list[tuple[bool, bool]] = []
    jobs.start(
        lambda _: current_thread() is main_thread(),
        lambda there: found.append((there, current_thread() is main_thread())),
        fail,
    )
    qtbot.waitUntil(lambda: bool(found))
    assert found == [(False, True)]


def test_jobs_run_in_the_order_they_were_started(jobs: Jobs) -> None:
    order: list[int] = []
    for n in range(20):
        jobs.start(lambda _, n=n: n, order.append, fail)
    jobs.drain()
    assert order == list(range(20))


def test_an_error_goes_to_failed(jobs: Jobs) -> None:
    errors: list[BaseException] = []
    jobs.start(lambda _: 1 / 0, fail, errors.append)
    jobs.drain()
    assert isinstance(errors[0], ZeroDivisionError)


def test_progress_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    done: list[None] = []

    def work(ticket: Ticket) -> None:
        for n in range(3):
            ticket.step(n, 3)

    jobs.start(work, done.append, fail, lambda at, total: steps.append((at, total)))
    qtbot.waitUntil(lambda: bool(done))
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_a_cancelled_job_stops_and_says_nothing(jobs: Jobs) -> None:
    running, go_on, reached = Event(), Event(), []

    def work(ticket: Ticket) -> None:
        running.set()
        go_on.wait(10)
        ticket.step(1, 2)
        reached.append("beyond")

    ticket = jobs.start(work, fail, fail)
    assert running.wait(10)
    ticket.cancel()
    go_on.set()
    jobs.drain()
    assert reached == []


def test_draining_waits_for_jobs_that_jobs_start(jobs: Jobs) -> None:
    found: list[str] = []
    jobs.start(
        lambda _: "first",
        lambda _: jobs.start(lambda _: "second", found.append, fail),
        fail,
    )
    jobs.drain()
    assert found == ["second"]


def test_nobody_is_told_who_is_gone(jobs: Jobs) -> None:
    told: list[object] = []

    class Listener(QObject):
        def hear(self, word: str) -> None:
            told.append(word)

    gone, owner, here = Listener(), QObject(), Listener()
    for listener in (gone, here):
        jobs.start(lambda _: "method", listener.hear, fail)
        jobs.start(lambda _: "partial", partial(listener.hear), fail)
    jobs.start(lambda _: "owned", told.append, fail, owner=owner)
    for leaving in (gone, owner):
        Shiboken.delete(leaving)
    jobs.drain()
    assert told == ["method", "partial"]


def test_closing_drops_what_waits(qtbot: QtBot) -> None:
    jobs, running, go_on = Jobs(), Event(), Event()

    def work(_ticket: Ticket) -> bool:
        running.set()
        return go_on.wait(10)

    done: list[object] = []
    jobs.start(work, done.append, fail)
    jobs.start(lambda _: "never", done.append, fail)
    assert running.wait(10)
    go_on.set()
    jobs.close()
    assert done == []
