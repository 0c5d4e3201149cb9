"""What a programme holds of each sort of finding, by name."""

from __future__ import annotations

from typing import TypeVar

from aiplanner.domain.answers import Answer
from aiplanner.domain.findings import (
    Action,
    CheckOut,
    Dream,
    Element,
    LogicNote,
    Promise,
    Question,
    Review,
    Soar,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.photos import Photo
from aiplanner.domain.rows import Row
from aiplanner.domain.self_rating import SelfRating

R = TypeVar("R", bound=Row)


class Found:
    """The part of a programme that tells what was found, sort by sort."""

    __slots__ = ()

    def _top(self, kind: type[R]) -> tuple[R, ...]:
        """The rows of a kind that stand directly in the programme, in order."""
        raise NotImplementedError

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The affirmative topics in order."""
        return self._top(Topic)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the interview guide in order."""
        return self._top(Question)

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories in order, also those that are not to be shared."""
        return self._top(Story)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes in order."""
        return self._top(Theme)

    @property
    def dreams(self) -> tuple[Dream, ...]:
        """What was dreamt, in order."""
        return self._top(Dream)

    @property
    def soar(self) -> tuple[Soar, ...]:
        """The answers to the questions of SOAR in order."""
        return self._top(Soar)

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements of the design in order."""
        return self._top(Element)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The possibility statements in order."""
        return self._top(Statement)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The promises in order."""
        return self._top(Promise)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions in order."""
        return self._top(Action)

    @property
    def task_groups(self) -> tuple[TaskGroup, ...]:
        """The task groups in order."""
        return self._top(TaskGroup)

    @property
    def check_outs(self) -> tuple[CheckOut, ...]:
        """What people said as sessions closed, in order."""
        return self._top(CheckOut)

    @property
    def logic(self) -> tuple[LogicNote, ...]:
        """The entries of the logic model in order."""
        return self._top(LogicNote)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos of wall sheets in order."""
        return self._top(Photo)

    @property
    def self_ratings(self) -> tuple[SelfRating, ...]:
        """The self-ratings in order; private."""
        return self._top(SelfRating)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers on sheets that make no finding, in order; private."""
        return self._top(Answer)

    @property
    def reviews(self) -> tuple[Review, ...]:
        """The reviews in order."""
        return self._top(Review)
