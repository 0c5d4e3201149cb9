"""Read one file of content strictly: what is wrong names the file, its line, and the reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from aiplanner.app.decoding import strict
from aiplanner.app.toml_lines import line_of
from aiplanner.domain.errors import PlanError

T = TypeVar("T")

_FOLDERS = ("activities", "handouts", "starters", "example")
_LINE = re.compile(r"at line (\d+)")
_DOTTED = re.compile(r"(?<![\w-])(?:[\w-]++\s?\.\s?){40}")
"""A key in so many parts: no content is that deep, and reading it would take minutes."""

KEY = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
"""How the key of a piece of content is made."""


_TOO_DEEP = "it is nested too deep to be content"


def tables(path: Path, name: str, kind: type[T]) -> tuple[T, ...]:
    """The tables `[[name]]` of a file that holds nothing else; none where there is no such file."""

    def read(raw: Mapping[str, Any]) -> tuple[T, ...]:
        for key in raw:
            if key != name:
                raise PlanError("data-unknown-field", where="the top", field=key)
        found = raw.get(name, [])
        if not isinstance(found, list):
            raise PlanError("data-wrong", where=name, what="it is no list of tables")
        return tuple(strict(one, kind, f"{name}[{n}]") for n, one in enumerate(found))

    return piece(path, read) if path.exists() else ()


def piece(path: Path, read: Callable[[Mapping[str, Any]], T]) -> T:
    """What `read` makes of the file's data; its PlanError becomes `content-broken` with a line."""
    text = path.read_text(encoding="utf-8")
    if deep := _DOTTED.search(text):
        raise broken(path, text.count("\n", 0, deep.start()) + 1, _TOO_DEEP)
    try:
        return read(tomllib.loads(text))
    except RecursionError:
        raise broken(path, 1, _TOO_DEEP) from None
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise broken(path, line, str(error)) from None
    except PlanError as error:
        where, reason = told(error)
        raise broken(path, line_of(text, where), reason) from error


def broken(path: Path, line: int, what: str) -> PlanError:
    """The refusal of a content file."""
    folder = path.parent.name
    name = f"{folder}/{path.name}" if folder in _FOLDERS else path.name
    return PlanError("content-broken", file=name, line=line, what=what)


def told(error: PlanError) -> tuple[str, str]:
    """The place and the reason of a refusal by `strict`."""
    where = str(error.facts.get("where", ""))
    if error.code == "data-unknown-field":
        field = str(error.facts["field"])
        inside = "" if where == "the top" else where
        reason = f"{inside}: there is no key “{field}”".removeprefix(": ")
        return f"{inside}.{field}".lstrip("."), reason
    what = _TOO_DEEP if error.code == "data-too-deep" else error.facts.get("what", error.code)
    return where, f"{where}: {what}"
