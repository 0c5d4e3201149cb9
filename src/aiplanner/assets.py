"""Know where the files of `resources/` lie, in an installed wheel and in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """The folder that holds `content/`, `starters/`, `fonts/`, `icons/`, `example/`."""
    installed = _PACKAGE / "resources"
    checkout = _PACKAGE.parents[1] / "resources"
    return installed if installed.is_dir() else checkout


def resource(*parts: str) -> Path:
    """The path of one shipped file, for example `resource("fonts", "SourceSans3-Bold.ttf")`."""
    return resources().joinpath(*parts)
