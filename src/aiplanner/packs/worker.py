"""The pack worker: a child process, kept warm, that renders packs asked for in lines of JSON.

In, a line each: `{"id": n, "programme": <interchange>, "options": {...}, "out": "path"}`; with
`"do": "name"` it is for one of the other jobs that the worker was given, in that job's own shape.
Out: first `{"ready": true}`; then for each request `{"id": n, "step": [done, total, "title"]}` as
documents begin, and at last `{"id": n, "done": {...}}` or
`{"id": n, "failed": {"code": ..., "facts": {...}}}`. `{"drop": n}` says that nobody waits for a
request any more: its pack is left off at the next page, and answered `{"id": n, "dropped": true}`
unless it was done before. To cancel at once, kill the process. The PDF is made beside its place and
put there only when it is whole.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from traceback import format_exc
from types import MappingProxyType
from typing import Any, TextIO

from aiplanner.app.passing_on import ReadingOn
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import options_from_plain, report_plain
from aiplanner.domain.errors import PlanError
from aiplanner.packs.sweeping import seldom_swept

Answer = Callable[[dict[str, object]], None]
Step = Callable[[int, int, str], None]
Job = Callable[[Mapping[str, Any], Step], Mapping[str, object]]
"""From a request, and whom to tell each step, to what is answered as done."""

_PACK = "pack"
_DROP = '{"drop":'
BUG = "worker-bug"
"""The code of a fault that is ours; its fact `trace` is for the problem report."""


class Unwanted(Exception):  # noqa: N818 - nothing is wrong
    """Nobody waits for this any more."""


class _Inbox:
    """The requests in turn; the line is read ahead, for words about the one that is served."""

    def __init__(self, lines: TextIO) -> None:
        self._lines = lines
        self._requests: SimpleQueue[str | None] = SimpleQueue()
        self._dropped: set[object] = set()
        Thread(target=self._read, daemon=True).start()

    def __iter__(self) -> Iterator[str]:
        return iter(self._requests.get, None)

    def check(self, number: object) -> None:
        """Raise Unwanted when that request was dropped."""
        if number in self._dropped:
            raise Unwanted

    def _read(self) -> None:
        try:
            for line in self._lines:
                if line.startswith(_DROP):
                    self._dropped.add(json.loads(line)["drop"])
                elif line.strip():
                    self._requests.put(line)
        finally:
            self._requests.put(None)


def serve(
    requests: TextIO, answers: TextIO, others: Mapping[str, Job] = MappingProxyType({})
) -> int:
    """Answer requests until there are no more; the exit status, 0.

    `others` are the jobs besides packs, by the word that asks for them.
    """
    from aiplanner.packs.render import render_pack  # noqa: F401, PLC0415  # warm before the first

    def answer(message: dict[str, object]) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    inbox = _Inbox(requests)
    jobs: Mapping[str, Job] = {_PACK: partial(_rendered, ReadingOn(), inbox), **others}
    # Nothing but answers may reach the pipe, whatever a library prints.
    with redirect_stdout(sys.stderr), seldom_swept():
        answer({"ready": True})
        gc.freeze()  # what is loaded now stays: no need to look through it for rubbish
        for line in inbox:
            _serve_one(line, answer, jobs)
            gc.collect()  # while nobody waits; else the next request would pay for this one
    return 0


def _serve_one(line: str, answer: Answer, jobs: Mapping[str, Job]) -> None:
    number: object = None
    try:
        request = json.loads(line)
        number = request.get("id")
        job = jobs[request.get("do", _PACK)]
        done = job(request, lambda *step: answer({"id": number, "step": step}))
    except Unwanted:
        answer({"id": number, "dropped": True})
    except (PlanError, WorldError) as refusal:
        answer({"id": number, "failed": {"code": refusal.code, "facts": _plain(refusal.facts)}})
    except Exception:  # noqa: BLE001  # a fault of ours is told to the window, which keeps the work
        answer({"id": number, "failed": {"code": BUG, "facts": {"trace": format_exc()}}})
    else:
        answer({"id": number, "done": done})


def _rendered(
    reading: ReadingOn, inbox: _Inbox, request: Mapping[str, Any], step: Step
) -> dict[str, Any]:
    from aiplanner.packs.render import render_pack  # noqa: PLC0415  # loaded by `serve`

    report = render_pack(
        reading.read(request["programme"]),
        options_from_plain(request["options"]),
        Path(request["out"]),
        step,
        partial(inbox.check, request["id"]),
    )
    return report_plain(report)


def _plain(facts: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in facts.items()}
