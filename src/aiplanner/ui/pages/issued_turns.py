"""Ask the worker for the prints of documents one after the other, so that no answer is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from aiplanner.app.printing import PackOptions
from aiplanner.domain.programme import Programme

Prints: TypeAlias = Mapping[str, str]
"""The fingerprints of documents, by id."""
Tell: TypeAlias = Callable[
    [Programme, PackOptions, Callable[[Prints], object], Callable[[Exception], object]], object
]
"""Asks the worker for prints: of what, and whom to tell."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; of those that may be `passed` over only the latest is."""

    programme: Programme
    options: PackOptions
    done: Callable[[Prints], object]
    failed: Callable[[Exception], object]
    passed: bool = False


class InTurn:
    """The worker holds one question of a sort, and forgets it for the next; this keeps the rest."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._waiting: list[Question] = []
        self._asked: Question | None = None

    def ask(self, question: Question) -> None:
        """Ask when those before are answered."""
        if question.passed:
            self._waiting = [one for one in self._waiting if not one.passed]
        self._waiting.append(question)
        if self._asked is None:
            self._next()

    def _next(self) -> None:
        self._asked = None
        if self._waiting:
            one = self._asked = self._waiting.pop(0)
            self._tell(
                one.programme,
                one.options,
                lambda prints: self._answer(lambda: one.done(prints)),
                lambda error: self._answer(lambda: one.failed(error)),
            )

    def _answer(self, tell: Callable[[], object]) -> None:
        try:
            tell()
        finally:
            self._next()
