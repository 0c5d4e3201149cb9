"""A process that speaks the form reader's protocol and can be told to misbehave.

A file's name tells its manner: `hang`, `crash`, `bug`, `nonsense`, `noise`, `refuse`; any other
file holds, as JSON, what is read of it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Event
from typing import Any

_ANSWERS: dict[str, dict[str, object]] = {
    "bug": {"failed": {"code": "worker-bug", "facts": {"trace": "ZeroDivisionError: ouch"}}},
    "refuse": {"failed": {"code": "returned-not-pdf", "facts": {}}},
    "nonsense": {"done": 7},
}


def serve() -> None:
    """Answer request by request until the input ends."""
    say({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        assert request["do"] == "read", request
        answer(request)


def answer(request: dict[str, Any]) -> None:
    """Read what is asked for, or misbehave as told."""
    number, path = request["id"], Path(request["path"])
    manner = path.stem.partition("-")[0]
    if manner == "hang":
        Event().wait()
    if manner == "crash":
        os._exit(9)
    if manner == "noise":
        sys.stdout.write("a library prints to the wrong channel\n")
        say({"id": number + 1000, "done": {"fields": [], "marks": [], "sha256": "x"}})
        say(["no", "object"])
    rest = _ANSWERS.get(manner) or {"done": json.loads(path.read_text(encoding="utf-8"))}
    say({"id": number, **rest})


def say(message: object) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
