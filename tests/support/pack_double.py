"""A process that speaks the pack worker's protocol and can be told to misbehave.

A document's name tells its manner: `crash`, `crash-once`, `hang`, `noise`, `bug`, `refuse`,
`held`, `nonsense`; any other is drawn as pages that show its name, the programme's title and the
revision, `two-pages` as two of them. `sheets` has two pages for each session, that show its title
too, and as a glimpse what was asked for; `sheets-held` is never done with all of them until that is
dropped. What else is dropped is drawn all the same.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Event
from typing import Any

from aiplanner.app.writing import part_of


def serve() -> None:
    """Answer request by request until the input ends."""
    say({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        if "drop" not in request:
            answer(request)


def answer(request: dict[str, Any]) -> None:
    """Draw what is asked for, or misbehave as told."""
    if request.get("do") in OTHERS:
        do_other(request)
        return
    number, out = request["id"], Path(request["out"])
    documents = request["options"]["documents"]
    part = part_of(out)
    for done, document in enumerate(documents):
        say({"id": number, "step": [done, len(documents), document.title()]})
        if not misbehave(document, number, part):
            return
    if documents[0].startswith("sheets"):
        answer_sheets(request, documents[0], out)
        return
    parts = {name: 2 if name == "two-pages" else 1 for name in documents}
    pages = [name for name, count in parts.items() for _ in range(count)]
    version = f"{request['programme']['programme']['title']}, {request['options']['revision']}"
    if request.get("do") in ("split", "mail"):
        part.mkdir()
        for name in documents:
            (part / f"{name}.pdf").write_bytes(pdf([name]))
    else:
        part.write_bytes(pdf([f"{name}, {version}" for name in pages]))
    part.replace(out)
    say({"id": number, "done": {"pages": len(pages), "parts": parts, "unprintable": []}})


def answer_sheets(request: dict[str, Any], name: str, out: Path) -> None:
    """Two pages for each session, or a glimpse of them."""
    number, glimpse = request["id"], request["options"]["glimpse"]
    if name == "sheets-held" and glimpse is None and held_until_dropped(number):
        say({"id": number, "dropped": True})
        return
    sessions = request["programme"]["sessions"]
    seen = [s for s in sessions if not glimpse or s["id"] == glimpse["session"]]
    pages = [f"{s['title']}, page {page}" for s in seen for page in (1, 2)]
    begins = {s["id"]: 2 * place for place, s in enumerate(seen)}
    shown = pages[: glimpse["pages"]] if glimpse else pages
    out.write_bytes(pdf(shown))
    cut = len(shown) < 2 * len(sessions)
    told = {"pages": len(shown), "parts": {name: len(shown)}, "sheets": {name: begins}, "cut": cut}
    say({"id": number, "done": told})


def held_until_dropped(number: int) -> bool:
    """Wait for the word that nobody waits any more; False when that never comes."""
    return any(json.loads(line).get("drop") == number for line in sys.stdin)


OTHERS = {"tell": "prints", "word": "documents", "calendar": "entries"}
"""The other jobs, and the key of what each answers."""


def do_other(request: dict[str, Any]) -> None:
    """Tell documents by the programme's title, or write a file that names them."""
    documents = request["options"]["documents"]
    title = request["programme"]["programme"]["title"]
    told: object = dict.fromkeys(documents, title)
    if request["do"] != "tell":
        Path(request["out"]).write_text(f"{request['do']}: {', '.join(documents)}")
        told = documents if request["do"] == "word" else len(documents)
    say({"id": request["id"], "done": {OTHERS[request["do"]]: told}})


def misbehave(manner: str, number: int, part: Path) -> bool:
    """Do what a document of that name stands for; False when there is nothing more to say."""
    once = part.with_name("crashed")
    if manner == "crash" or (manner == "crash-once" and not once.exists()):
        once.touch()
        part.touch()
        sys.stderr.write("double: down I go\n")
        sys.stderr.flush()
        os._exit(9)
    if manner == "hang":
        part.write_bytes(b"half a page")
        Event().wait()
    if manner == "noise":
        say_raw("Warning: a library prints to the wrong channel")
        say({"id": number + 1000, "done": {"pages": 9}})
        say(["no", "object"])
    words: dict[str, dict[str, object]] = {
        "bug": {"failed": {"code": "worker-bug", "facts": {"trace": "ZeroDivisionError: ouch"}}},
        "held": {"failed": {"code": "file-held", "facts": {"file": "x.pdf"}}},
        "refuse": {"failed": {"code": "file-unwritable", "facts": {"file": "x", "what": "full"}}},
        "nonsense": {"done": {"pages": "many"}},
    }
    if manner in words:
        say({"id": number, **words[manner]})
    return manner not in words


def say(answer: object) -> None:
    """One line of JSON."""
    say_raw(json.dumps(answer))


def say_raw(line: str) -> None:
    """One line of anything."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def pdf(pages: list[str]) -> bytes:
    """A PDF whose pages each show a word."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, word in enumerate(pages):
        stream = f"BT /F1 24 Tf 72 720 Td ({word}) Tj ET"
        looks = "/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
        bodies += [
            f"<</Type/Page/Parent 2 0 R{looks}/Contents {5 + 2 * n} 0 R>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(text))
        text += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    return (
        f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF\n"
    ).encode()


if __name__ == "__main__":
    serve()
