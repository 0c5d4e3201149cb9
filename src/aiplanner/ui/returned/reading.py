"""Read returned forms one after the other in a child process, each within a limit of time."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from aiplanner.app.refusals import REFUSALS
from aiplanner.app.returned import read_from_plain
from aiplanner.domain.errors import PlanError
from aiplanner.ui.pack_process import PackProcess

LIMIT_MS = 20_000
"""Milliseconds after which a file that is still being read is given up."""


class FormReading(QObject):
    """Every file is answered by `read` or `refused`, with the number it was added by.

    A file that hangs or crashes its reader costs that process alone: the next has a fresh one. When
    all is read, the process goes.
    """

    began = Signal(int)
    read = Signal(int, object)
    """ReadForm."""
    refused = Signal(int, object)
    """PlanError."""

    def __init__(
        self, command: Sequence[str], parent: QObject | None = None, limit_ms: int = LIMIT_MS
    ) -> None:
        super().__init__(parent)
        self._process = PackProcess(command, self)
        self._process.line.connect(self._on_line)
        self._process.lost.connect(self._on_lost)
        self._waiting: deque[tuple[int, Path]] = deque()
        self._running: int | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(limit_ms)
        self._limit.timeout.connect(self._on_limit)

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self._process.running

    def add(self, number: int, path: Path) -> None:
        """Read a file when those before it are done."""
        self._waiting.append((number, path))
        self._next()

    def stop(self) -> None:
        """Forget all that is not read, and end the process."""
        self._waiting.clear()
        self._running = None
        self._limit.stop()
        self._process.kill()

    def _next(self) -> None:
        if self._running is not None:
            return
        if not self._waiting:
            self._process.kill()  # whatever the files did to it, nothing of that stays
            return
        self._running, path = self._waiting.popleft()
        self._process.start()
        asked = {"id": self._running, "do": "read", "path": str(path)}
        self._process.send(json.dumps(asked).encode())
        self._limit.start()
        self.began.emit(self._running)

    def _on_line(self, line: bytes) -> None:
        answer = _object(line)
        if answer.get("ready") is True and self._running is not None:
            self._limit.start()  # coming up is not the file's fault
        if self._running is None or answer.get("id") != self._running:
            return
        match answer:
            case {"done": dict(plain)}:
                self._finish(plain)
            case {"failed": {"code": str(code), "facts": dict(facts)}}:
                self._refuse(PlanError(code, **facts) if code in REFUSALS else _BROKEN)
            case _:
                self._refuse(_BROKEN)

    def _finish(self, plain: Mapping[str, Any]) -> None:
        try:
            found = read_from_plain(plain)
        except PlanError as error:
            self._refuse(error)
            return
        number = self._done()
        self.read.emit(number, found)
        self._next()

    def _refuse(self, error: PlanError) -> None:
        number = self._done()
        self.refused.emit(number, error)
        self._next()

    def _done(self) -> int:
        number, self._running = self._running, None
        self._limit.stop()
        assert number is not None, "only what is being read can be answered"
        return number

    def _on_limit(self) -> None:
        self._process.kill()
        self._refuse(PlanError("returned-slow"))

    def _on_lost(self, unstartable: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._running is not None:
            self._refuse(PlanError("pack-process-missing") if unstartable else _BROKEN)


_BROKEN = PlanError("returned-broken")
"""Whatever it is in the file that the reader did not survive."""


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
