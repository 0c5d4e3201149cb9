"""The rows of what groups find: topics, questions, stories, themes, dreams, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aiplanner.domain.cycle import Level
from aiplanner.domain.ids import RowId


class Sort(StrEnum):
    """What sort of finding a row is, in the order in which a cycle finds them."""

    TOPIC = "topic"
    QUESTION = "question"
    STORY = "story"
    THEME = "theme"
    DREAM = "dream"
    STATEMENT = "statement"
    PROMISE = "promise"
    ACTION = "action"
    REVIEW = "review"


class QuestionPart(StrEnum):
    """Where a question stands in the interview guide."""

    WARM_UP = "warm-up"
    MAIN = "main"
    WISH = "wish"
    CLOSE = "close"


class DreamKind(StrEnum):
    """In what form a group told its dream."""

    WISH = "wish"
    IMAGE = "image"
    PHRASE = "phrase"
    STATEMENT = "statement"


class PromiseKind(StrEnum):
    """The three kinds of promise (Center for Appreciative Inquiry, glossary)."""

    COMMITMENT = "commitment"
    """What I can do alone."""
    OFFER = "offer"
    """What I can give."""
    REQUEST = "request"
    """What I need of somebody else."""


class Progress(StrEnum):
    """How far a promise or an action has come."""

    PLANNED = "planned"
    UNDER_WAY = "under-way"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Topic:
    """An affirmative topic: what we want more of."""

    id: RowId
    position: int
    text: str = ""
    problem: str = ""
    """The worry that it was turned round from."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the interview guide."""

    id: RowId
    position: int
    part: QuestionPart = QuestionPart.MAIN
    text: str = ""
    lead_in: str = ""
    """A sentence or two that sets the scene."""
    probes: str = ""
    """Short questions that ask for more, one a line."""


@dataclass(frozen=True, slots=True)
class Story:
    """A moment at its best, as somebody told it."""

    id: RowId
    position: int
    text: str = ""
    """Its headline."""
    happened: str = ""
    made_possible: str = ""
    quote: str = ""
    gathered: str = ""
    """How it was gathered, for example "paired interview"."""
    teller: str = ""
    """A code, never a name."""
    shared: bool = False
    """Whether the teller agreed that it is shared. Without that it reaches no paper."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What runs through several stories."""

    id: RowId
    position: int
    text: str = ""
    votes: int | None = None
    core: bool = False
    """Whether it belongs to the positive core."""
    keep: bool = False
    """Whether it is on the list of what we want to keep as it is."""


@dataclass(frozen=True, slots=True)
class Dream:
    """A wish, an image, a phrase, or the statement of the dream."""

    id: RowId
    position: int
    kind: DreamKind = DreamKind.WISH
    text: str = ""
    horizon: str = ""
    """When it has come true, in words, for example "in two years"."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A possibility statement: how we want things to be, as if they were so now."""

    id: RowId
    position: int
    text: str = ""
    element: str = ""
    """What of the design it speaks of, for example "people" or "place"."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, an offer or a request."""

    id: RowId
    position: int
    kind: PromiseKind = PromiseKind.COMMITMENT
    text: str = ""
    person: str = ""
    due: date | None = None
    level: Level | None = None
    progress: Progress = Progress.PLANNED


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do or to try, with a person and a date."""

    id: RowId
    position: int
    text: str = ""
    person: str = ""
    due: date | None = None
    first_step: str = ""
    first_due: date | None = None
    measure: str = ""
    """How we shall know that it made a difference."""
    level: Level | None = None
    progress: Progress = Progress.PLANNED


@dataclass(frozen=True, slots=True)
class Review:
    """A day to look again, and what was seen then."""

    id: RowId
    position: int
    text: str = ""
    """What we look at."""
    due: date | None = None
    learned: str = ""
    """What we saw and learned; empty until it was held."""


@dataclass(frozen=True, slots=True)
class Link:
    """A knot of the thread: `target_id` grew from `source_id`, both findings.

    Its id is `derived_id(source_id, target_id)`, so that two people who draw it agree. Knots may
    run in a circle, as a review may lead to the topic it began with: who follows them counts steps.
    """

    id: RowId
    source_id: RowId
    target_id: RowId


Finding = Topic | Question | Story | Theme | Dream | Statement | Promise | Action | Review

ROW_OF: dict[Sort, type[Finding]] = {
    Sort.TOPIC: Topic,
    Sort.QUESTION: Question,
    Sort.STORY: Story,
    Sort.THEME: Theme,
    Sort.DREAM: Dream,
    Sort.STATEMENT: Statement,
    Sort.PROMISE: Promise,
    Sort.ACTION: Action,
    Sort.REVIEW: Review,
}

SORT_OF: dict[type[Finding], Sort] = {kind: sort for sort, kind in ROW_OF.items()}
