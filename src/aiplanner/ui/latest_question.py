"""Ask one question at a time off the GUI thread, and answer none but the latest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from aiplanner.ui.jobs import Failed, Jobs

Q = TypeVar("Q")
A = TypeVar("A")


class LatestQuestion(Generic[Q, A]):
    """While one is on its way only the latest other question is kept; `owner` lives as long.

    `answer` is called in the worker: it must hold no QObject. What fails ends the asking.
    """

    def __init__(
        self,
        jobs: Jobs,
        owner: QObject,
        answer: Callable[[Q], A],
        answered: Callable[[A], object],
        failed: Failed,
    ) -> None:
        self._jobs, self._owner = jobs, owner
        self._answer, self._answered, self._failed = answer, answered, failed
        self.asked: Q | None = None
        """The latest question, answered or not."""
        self._under_way = False

    def ask(self, question: Q) -> None:
        """Ask; whatever was asked before and is not answered yet never will be."""
        self.asked = question
        if not self._under_way:
            self._send(question)

    def _send(self, question: Q) -> None:
        answer = self._answer
        self._under_way = True
        self._jobs.start(
            lambda _ticket: answer(question),
            lambda found: self._on_answered(question, found),
            self._on_failed,
            owner=self._owner,
        )

    def _on_answered(self, question: Q, found: A) -> None:
        self._under_way = False
        # The very question, not an equal one: something may have been done in between.
        if self.asked is None or question is self.asked:
            self._answered(found)
        else:
            self._send(self.asked)

    def _on_failed(self, error: BaseException) -> None:
        self._under_way = False
        self._failed(error)
