"""The pack worker: a child process, kept warm, that renders packs asked for in lines of JSON.

In, a line each: `{"id": n, "programme": <interchange>, "options": {...}, "out": "path"}`.
Out: first `{"ready": true}`; then for each request `{"id": n, "step": [done, total, "title"]}` as
documents begin, and at last `{"id": n, "done": {...}}` or
`{"id": n, "failed": {"code": ..., "facts": {...}}}`. To cancel, kill the process: the PDF is made
beside its place and put there only when it is whole.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from traceback import format_exc
from typing import Any, TextIO

from aiplanner.app.interchange import from_plain
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import options_from_plain, report_plain
from aiplanner.domain.errors import PlanError

Answer = Callable[[dict[str, object]], None]

BUG = "worker-bug"
"""The code of a fault that is ours; its fact `trace` is for the problem report."""


def serve(requests: TextIO, answers: TextIO) -> int:
    """Answer requests until there are no more; the exit status, 0."""
    from aiplanner.packs.render import render_pack  # noqa: F401, PLC0415  # warm before the first

    def answer(message: dict[str, object]) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    # Nothing but answers may reach the pipe, whatever a library prints.
    with redirect_stdout(sys.stderr):
        answer({"ready": True})
        for line in requests:
            if line.strip():
                _serve_one(line, answer)
    return 0


def _serve_one(line: str, answer: Answer) -> None:
    number: object = None
    try:
        request = json.loads(line)
        number = request.get("id")
        done = _rendered(request, lambda step: answer({"id": number, "step": step}))
    except (PlanError, WorldError) as refusal:
        answer({"id": number, "failed": {"code": refusal.code, "facts": _plain(refusal.facts)}})
    except Exception:  # noqa: BLE001  # a fault of ours is told to the window, which keeps the work
        answer({"id": number, "failed": {"code": BUG, "facts": {"trace": format_exc()}}})
    else:
        answer({"id": number, "done": done})


def _rendered(request: dict[str, Any], step: Callable[[object], None]) -> dict[str, Any]:
    from aiplanner.packs.render import render_pack  # noqa: PLC0415  # loaded by `serve`

    report = render_pack(
        from_plain(request["programme"]),
        options_from_plain(request["options"]),
        Path(request["out"]),
        lambda done, total, title: step([done, total, title]),
    )
    return report_plain(report)


def _plain(facts: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in facts.items()}
