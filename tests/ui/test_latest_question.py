"""Questions asked faster than they are answered: none but the latest is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from aiplanner.ui.jobs import Jobs
from aiplanner.ui.latest_question import LatestQuestion


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """The worker of a window."""
    jobs = Jobs()
    yield jobs
    jobs.close()


@dataclass(frozen=True)
class Words:
    """What is looked for."""

    text: str


class Asker(QObject):
    """Notes what was looked for, and what came of it."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.sought: list[str] = []
        self.told: list[str] = []
        self.latest: LatestQuestion[Words, str] = LatestQuestion(
            jobs, self, self._look_up, self.told.append, self._on_failed
        )

    def _look_up(self, question: Words) -> str:
        self.sought.append(question.text)
        if not question.text:
            raise OSError("nothing to look for")
        return question.text.upper()

    def _on_failed(self, error: BaseException) -> None:
        self.told.append(str(error))


def test_those_in_between_are_neither_looked_for_nor_answered(jobs: Jobs) -> None:
    asker = Asker(jobs)
    for question in ("a", "ab", "abc"):
        asker.latest.ask(Words(question))
    jobs.drain()
    assert asker.sought == ["a", "abc"]
    assert asker.told == ["ABC"]


def test_the_same_asked_anew_is_looked_for_anew(jobs: Jobs) -> None:
    asker = Asker(jobs)
    asker.latest.ask(Words("ab"))
    asker.latest.ask(Words("ab"))
    jobs.drain()
    assert asker.sought == ["ab", "ab"]
    assert asker.told == ["AB"]


def test_after_a_failure_one_can_ask_again(jobs: Jobs) -> None:
    asker = Asker(jobs)
    asker.latest.ask(Words(""))
    jobs.drain()
    asker.latest.ask(Words("a"))
    jobs.drain()
    assert asker.told == ["nothing to look for", "A"]
