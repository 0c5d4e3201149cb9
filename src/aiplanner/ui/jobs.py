"""Run plain functions off the GUI thread and bring their outcome back to it.

Only numbers cross the border between the threads: no QObject, nothing of the caller's.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")
Failed = Callable[[BaseException], object]
Stepped = Callable[[int, int], object]


class Ticket:
    """What a job holds in its hand: a way to report, and to notice that it should stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._stop = Event()
        self._tell = tell

    def cancel(self) -> None:
        """Ask the job to stop at its next step; neither `done` nor `failed` is called then."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job should stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int) -> None:
        """Report progress from inside the job; CancelledError when it should stop."""
        if self.cancelled:
            raise CancelledError
        self._tell(done, total)


@dataclass(frozen=True, slots=True)
class _Job:
    future: Future[Any]
    ticket: Ticket
    done: Callable[[Any], object]
    failed: Failed
    step: Stepped | None
    owner: QObject | None

    @property
    def wanted(self) -> bool:
        """Whether anybody is left to be told."""
        return self.owner is None or isValid(self.owner)


class Jobs(QObject):
    """A pool of one worker: jobs run one after the other, in the order they were started."""

    _ended = Signal(int)
    _stepped = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="aiplanner-job")
        self._numbers = count()
        self._open: dict[int, _Job] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._progress, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Ticket], T],
        done: Callable[[T], object],
        failed: Failed,
        step: Stepped | None = None,
        owner: QObject | None = None,
    ) -> Ticket:
        """Run `work` on the worker, then `done` or `failed` on the GUI thread.

        `work` must close over no QObject: it runs, and may be thrown away, on another thread.
        The outcome is dropped when `owner` (without one: the object whose method `done` is) was
        deleted meanwhile, for example with its window.
        """
        number = next(self._numbers)
        ticket = Ticket(lambda at, total: self._stepped.emit(number, at, total))
        future = self._pool.submit(work, ticket)
        self._open[number] = _Job(future, ticket, done, failed, step, owner or _owner(done))
        future.add_done_callback(lambda _: self._ended.emit(number))
        return ticket

    def drain(self) -> None:
        """Wait for every open job and deliver its outcome now, and those of jobs they start."""
        while self._open:
            wait([job.future for job in self._open.values()])
            for number in tuple(self._open):
                self._deliver(number)

    def close(self) -> None:
        """Finish what runs, drop what waits, and take no more."""
        for job in self._open.values():
            job.ticket.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for number in tuple(self._open):
            self._deliver(number)

    def _progress(self, number: int, at: int, total: int) -> None:
        job = self._open.get(number)
        if job is not None and job.step is not None and job.wanted:
            job.step(at, total)

    def _deliver(self, number: int) -> None:
        job = self._open.pop(number, None)
        if job is None or job.future.cancelled() or job.ticket.cancelled or not job.wanted:
            return
        error = job.future.exception()
        if error is None:
            job.done(job.future.result())
        elif not isinstance(error, CancelledError):
            job.failed(error)


def _owner(done: Callable[[Any], object]) -> QObject | None:
    method = done.func if isinstance(done, partial) else done
    holder = getattr(method, "__self__", None)
    return holder if isinstance(holder, QObject) else None
