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

from aiplanner.app.passing_on import WritingOn
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, options_plain, report_from_plain
from aiplanner.app.refusals import REFUSALS
from aiplanner.app.writing import part_of, remove
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
    REST = 2
    """All of what is on show, after a glimpse of it."""
    TELL = 3
    """Nothing in it is ever outdated: what was issued must be remembered."""
    COUNT = 4


_YIELDING = frozenset({Lane.REST, Lane.COUNT})
"""Nobody waits for what runs in these lanes: it makes way, and begins anew later."""
_LEFT_OFF = _YIELDING | {Lane.SHOW}
"""What runs in these lanes ends when it is dropped."""


@dataclass(frozen=True, slots=True)
class PackJob:
    """A pack to render into `out`, and whom to tell how it went.

    `done` is told a PackReport, or what `read` makes of another job's answer. `failed` is told a
    PlanError or WorldError, which have their sentence, or a PackBug. `step` is told how many of how
    many documents are done, and the title of the next.
    """

    programme: Programme
    options: PackOptions
    out: Path
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    step: Callable[[int, int, str], object] = field(default=lambda _done, _total, _title: None)
    do: str = ""
    """The worker's word for what else than a pack is wanted."""
    read: Callable[[object], object] = report_from_plain
    """From the worker's answer to what `done` is told; PlanError when it is not clear."""
    again: bool = False
    """Whether it is tried for the second time, because the process was lost."""


@dataclass(frozen=True, slots=True)
class _Running:
    number: int
    lane: Lane
    job: PackJob


class PackWorker(QObject):
    """A queue of one request a lane: a newer one takes the place of an older one that waits.

    Only in the lane TELL all of them are kept. What runs is left off where that is quick: for a
    lane before its own, or as it was dropped.
    """

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
        self._waiting: dict[Lane, list[PackJob]] = {}
        self._running: _Running | None = None
        self._number = 0
        self._unwanted = 0
        """The number of a running request whose answer nobody waits for."""
        self._writing = WritingOn()
        self._written: tuple[Programme, bytes] | None = None

    def warm(self) -> None:
        """Start the process ahead of the first request."""
        self.process.start()

    def request(self, lane: Lane, job: PackJob) -> None:
        """Render this as soon as its lane is served; what waited in that lane is dropped."""
        kept = self._waiting.get(lane, []) if lane is Lane.TELL else []
        self._waiting[lane] = [*kept, job]
        running = self._running
        if running is not None and running.lane in _YIELDING and lane < running.lane:
            self._leave_off(running)
        self._next()

    def drop(self, lane: Lane) -> None:
        """Forget what waits in a lane, and what runs in it unless only `cancel` can stop it."""
        self._waiting.pop(lane, None)
        running = self._running
        if running is not None and running.lane in _LEFT_OFF and lane is running.lane:
            self._unwanted = running.number
            self._leave_off(running)

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
            _clear(running.job.out)

    def _leave_off(self, running: _Running) -> None:
        self.process.send(json.dumps({"drop": running.number}).encode())

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        lane = min(self._waiting)
        first, *others = self._waiting.pop(lane)
        if others:
            self._waiting[lane] = others
        self._number += 1
        self._running = _Running(self._number, lane, first)
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
            self._written = (job.programme, self._writing.write(job.programme))
        folder = "" if self._pictures is None else str(self._pictures.path)
        options = options_plain(replace(job.options, pictures=folder))
        rest = {"id": running.number, "options": options, "out": str(job.out)}
        if job.do:
            rest["do"] = job.do
        return b'{"programme":' + self._written[1] + b"," + json.dumps(rest).encode()[1:]

    def _on_line(self, line: bytes) -> None:
        answer = _object(line)
        if self._running is None or answer.get("id") != self._running.number:
            return  # its first word ("ready"), or noise of a library
        job = self._running.job
        if self._running.number == self._unwanted and "step" not in answer:
            _remove(job.out)
            self._forget()
            return
        match answer:
            case {"step": [int(done), int(total), str(title)]}:
                job.step(done, total, title)
            case {"dropped": True}:
                self._put_back(self._running)
            case {"done": report}:
                self._finish(report)
            case {"failed": {"code": str(code), "facts": dict(facts)}}:
                self._fail(_error(code, facts))
            case _:
                self._fail(PackBug(f"unclear answer: {answer!r:.200}"))

    def _put_back(self, running: _Running) -> None:
        """What made way waits again, unless there is a newer one."""
        self._waiting.setdefault(running.lane, [running.job])
        self._forget()

    def _forget(self) -> None:
        self._running = None
        self._next()

    def _finish(self, raw: object) -> None:
        assert self._running is not None, "only what runs can finish"
        try:
            told = self._running.job.read(raw)
        except PlanError as error:
            self._fail(PackBug(f"unclear report: {error.facts}"))
            return
        job, self._running = self._running.job, None
        try:
            job.done(told)
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
        _clear(job.out)
        if self._running.number == self._unwanted:
            self._forget()
        elif unstartable:
            self._fail(WorldError("pack-process-missing"))
        elif lane is Lane.PACK or job.again:
            self._fail(WorldError("pack-process-lost"))
        else:
            self._running = None
            if lane is Lane.TELL or lane not in self._waiting:  # else there is a newer one
                self._waiting[lane] = [replace(job, again=True), *self._waiting.get(lane, [])]
            self._next()


def _clear(out: Path) -> None:
    """Remove what a process left half made that was ended."""
    try:
        remove(part_of(out))
    except OSError:
        return  # another program looks into it: the next attempt removes it


def _remove(out: Path) -> None:
    """Remove what was made though nobody wants it any more."""
    try:
        remove(out)
    except OSError:
        return  # nobody knows of it, and its folder goes with the window


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
