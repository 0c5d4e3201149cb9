"""Have packs rendered by a warm child process: the urgent first, the outdated never."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from aiplanner.app.interchange import to_compact
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, PackReport, options_plain, report_from_plain
from aiplanner.app.refusals import REFUSALS
from aiplanner.app.writing import part_of
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.ui.pack_process import PackProcess
from aiplanner.ui.picture_folder import PictureFolder


class PackBug(Exception):  # noqa: N818 - it names whose fault it is
    """The process that renders packs made a mistake; the text is its own report."""


class Lane(IntEnum):
    """What a request is for; the first lane that holds one is served first."""

    PACK = 0
    SHOW = 1
    COUNT = 2


@dataclass(frozen=True, slots=True)
class PackJob:
    """A pack to render into `out`, and whom to tell how it went.

    `failed` is told a PlanError or WorldError, which have their sentence, or a PackBug. `step` is
    told how many of how many documents are done, and the title of the next.
    """

    programme: Programme
    options: PackOptions
    out: Path
    done: Callable[[PackReport], object]
    failed: Callable[[Exception], object]
    step: Callable[[int, int, str], object] = field(default=lambda _done, _total, _title: None)
    again: bool = False
    """Whether it is tried for the second time, because the process was lost."""


@dataclass(frozen=True, slots=True)
class _Running:
    number: int
    lane: Lane
    job: PackJob


class PackWorker(QObject):
    """A queue of one request a lane: a newer one takes the place of an older one that waits."""

    def __init__(
        self,
        command: Sequence[str],
        parent: QObject | None = None,
        pictures: PictureFolder | None = None,
    ) -> None:
        """Without `pictures` photos are printed as words alone."""
        super().__init__(parent)
        self._pictures = pictures
        self.process = PackProcess(command, self)
        self.process.line.connect(self._on_line)
        self.process.lost.connect(self._on_lost)
        self._waiting: dict[Lane, PackJob] = {}
        self._running: _Running | None = None
        self._number = 0
        self._written: tuple[Programme, bytes] | None = None

    def warm(self) -> None:
        """Start the process ahead of the first request."""
        self.process.start()

    def request(self, lane: Lane, job: PackJob) -> None:
        """Render this as soon as its lane is served; what waited in that lane is dropped."""
        self._waiting[lane] = job
        self._next()

    def drop(self, lane: Lane) -> None:
        """Forget what waits in a lane."""
        self._waiting.pop(lane, None)

    def cancel(self, lane: Lane) -> None:
        """Stop a lane's request, waiting or running: it leaves no file and nobody is told."""
        self.drop(lane)
        if self._running is not None and self._running.lane is lane:
            self._stop()
            self.process.start()
            self._next()

    def close(self) -> None:
        """End the process and forget every request."""
        self._waiting.clear()
        self._stop()

    def _stop(self) -> None:
        running, self._running = self._running, None
        self.process.kill()
        if running is not None:
            part_of(running.job.out).unlink(missing_ok=True)

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        lane = min(self._waiting)
        self._number += 1
        self._running = _Running(self._number, lane, self._waiting.pop(lane))
        self.process.start()
        send = partial(self._send, self._running)
        if self._pictures is None:
            send()
        else:
            self._pictures.lay_out(self._running.job.programme, send)

    def _send(self, running: _Running) -> None:
        if self._running is running:  # it may have been cancelled meanwhile
            self.process.send(self._line(running))

    def _line(self, running: _Running) -> bytes:
        job = running.job
        # A page asks for several documents of one programme: it is turned to JSON once.
        if self._written is None or self._written[0] is not job.programme:
            self._written = (job.programme, to_compact(job.programme))
        folder = "" if self._pictures is None else str(self._pictures.path)
        options = options_plain(replace(job.options, pictures=folder))
        rest = {"id": running.number, "options": options, "out": str(job.out)}
        return b'{"programme":' + self._written[1] + b"," + json.dumps(rest).encode()[1:]

    def _on_line(self, line: bytes) -> None:
        answer = _object(line)
        if self._running is None or answer.get("id") != self._running.number:
            return  # its first word ("ready"), or noise of a library
        job = self._running.job
        match answer:
            case {"step": [int(done), int(total), str(title)]}:
                job.step(done, total, title)
            case {"done": report}:
                self._finish(report)
            case {"failed": {"code": str(code), "facts": dict(facts)}}:
                self._fail(_error(code, facts))
            case _:
                self._fail(PackBug(f"unclear answer: {answer!r:.200}"))

    def _finish(self, raw: object) -> None:
        assert self._running is not None, "only what runs can finish"
        try:
            report = report_from_plain(raw)
        except PlanError as error:
            self._fail(PackBug(f"unclear report: {error.facts}"))
            return
        job, self._running = self._running.job, None
        try:
            job.done(report)
        finally:
            self._next()

    def _fail(self, error: Exception) -> None:
        assert self._running is not None, "only what runs can fail"
        job, self._running = self._running.job, None
        try:
            job.failed(error)
        finally:
            self._next()

    def _on_lost(self, unstartable: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._running is None:
            return
        lane, job = self._running.lane, self._running.job
        part_of(job.out).unlink(missing_ok=True)
        if unstartable:
            self._fail(WorldError("pack-process-missing"))
        elif lane is Lane.PACK or job.again:
            self._fail(WorldError("pack-process-lost"))
        else:
            self._running = None
            self._waiting.setdefault(lane, replace(job, again=True))
            self._next()


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _error(code: str, facts: Mapping[str, object]) -> Exception:
    if code in REFUSALS:
        return PlanError(code, **facts)
    return PackBug(str(facts.get("trace", code)))
