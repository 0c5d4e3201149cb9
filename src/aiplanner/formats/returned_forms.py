"""Read the answers of a form that came back as a PDF; nothing in it is obeyed or drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from logging import CRITICAL, getLogger
from pathlib import Path
from typing import Any

from aiplanner.app.form_names import is_mark
from aiplanner.app.ports import WorldError
from aiplanner.app.returned import ReadField, ReadForm, read_plain
from aiplanner.domain.errors import PlanError

MOST_MEGABYTES = 25
_HEAD = 1024
"""So far into the file viewers look for its first words."""


def read_returned(path: Path) -> ReadForm:
    """What stands in the fields of a PDF: their values as kept (/V), never what is drawn of them.

    It takes as long as the file makes it: read in a process that can be ended. PlanError
    `returned-gone`, `-empty`, `-too-large`, `-not-pdf`, `-encrypted`, `-scripts`, `-no-form`,
    `-overfull`, `-unknown-field`, `-unclear`, `-broken`; WorldError `file-unreadable`.
    """
    data = _bytes_of(path)
    fields, marks = _parts_of(data)
    return ReadForm(fields, marks, hashlib.sha256(data).hexdigest())


def read_job(request: Mapping[str, Any], _step: Callable[[object], None]) -> dict[str, object]:
    """Read the file at the request's `path`; the answer is `read_plain` of it."""
    return read_plain(read_returned(Path(request["path"])))


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file that may be a form, by its size and its first words."""
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * 1_000_000:
            raise PlanError("returned-too-large", most=MOST_MEGABYTES)
        data = path.read_bytes()
    except FileNotFoundError:
        raise PlanError("returned-gone") from None
    except OSError as error:
        raise WorldError("file-unreadable", file=path, what=error.strerror or error) from None
    if not data.strip(b"\0\t\n\r "):
        raise PlanError("returned-empty")
    if b"%PDF-" not in data[:_HEAD]:
        raise PlanError("returned-not-pdf")
    return data


def _parts_of(data: bytes) -> tuple[tuple[ReadField, ...], tuple[str, ...]]:
    """The fields, and apart from them the marks of the documents."""
    from aiplanner.formats.form_tree import fields_of, opened  # noqa: PLC0415 - dear to load

    with _hushed():
        try:
            fields = fields_of(opened(data))
        except PlanError:
            raise
        except Exception:  # noqa: BLE001  # a broken file may break the library that reads it, too
            raise PlanError("returned-broken") from None
    marks = tuple(one.value for one in fields if is_mark(one.name))
    return tuple(one for one in fields if not is_mark(one.name)), marks


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep the library's remarks on broken files from the terminal: our own line says it."""
    log = getLogger("pypdf")
    before = log.level
    log.setLevel(CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)
