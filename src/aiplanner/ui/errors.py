"""Tell what a person can mend from what is our fault, and never lose work over either."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from importlib.metadata import version
from types import TracebackType
from typing import TypeGuard

from aiplanner.app import wording
from aiplanner.app.ports import WorldError
from aiplanner.domain.errors import PlanError

Known = PlanError | WorldError


def is_known(error: BaseException) -> TypeGuard[Known]:
    """Whether the plan or the world refuses; anything else is our mistake."""
    return isinstance(error, PlanError | WorldError)


def sentence(error: Known) -> str:
    """What happened, what it means, what to do."""
    return wording.say(error)


def report_text(error: BaseException, system: str) -> str:
    """The report of a mistake of ours: versions and the place in the code, none of the work."""
    lines = traceback.format_exception(error)
    return f"aiplanner {version('aiplanner')}\n{system}\nPython {sys.version}\n\n{''.join(lines)}"


class Mishaps:
    """Catches what nobody expected, wherever it is raised, and hands it to `show`, once at a time.

    A mistake that repeats on every repaint would otherwise bury the window under reports.
    """

    def __init__(self, show: Callable[[BaseException], None]) -> None:
        self._show = show
        self._showing = False
        self._before = sys.excepthook

    def install(self) -> None:
        """Take uncaught exceptions of this process from now on."""
        sys.excepthook = self._caught

    def remove(self) -> None:
        """Leave uncaught exceptions to whoever took them before."""
        sys.excepthook = self._before

    def answered(self) -> None:
        """The report was closed; the next mistake may be shown."""
        self._showing = False

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
        elif not self._showing:
            self._showing = True
            self._show(error.with_traceback(trace))
