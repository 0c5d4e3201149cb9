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
    SOAR = "soar"
    ELEMENT = "element"
    STATEMENT = "statement"
    PROMISE = "promise"
    ACTION = "action"
    TASK_GROUP = "task-group"
    REVIEW = "review"
    CHECK_OUT = "check-out"
    LOGIC = "logic"


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


class SoarPart(StrEnum):
    """The four questions of SOAR (domain facts 1.6)."""

    STRENGTH = "strength"
    OPPORTUNITY = "opportunity"
    ASPIRATION = "aspiration"
    RESULT = "result"


class LogicPart(StrEnum):
    """The parts of a logic model, from what helps to what shows that it worked."""

    ENABLER = "enabler"
    ACTIVITY = "activity"
    RISK = "risk"
    """A risk or a barrier."""
    SHORT = "short-term"
    MEDIUM = "medium-term"
    LONG = "long-term"
    EVIDENCE = "evidence"


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
    session_id: RowId | None = None
    """The session it was told in; one that is deleted meanwhile takes no story with it."""


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
    session_id: RowId | None = None
    """As of a story."""


@dataclass(frozen=True, slots=True)
class Soar:
    """One answer to a question of SOAR, the short way from strengths to results."""

    id: RowId
    position: int
    kind: SoarPart = SoarPart.STRENGTH
    text: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the design: what of the service is to be shaped, for example "handover"."""

    id: RowId
    position: int
    text: str = ""
    about: str = ""
    """What belongs to it, in a sentence or two."""


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
    reviewed: str = ""
    """What was seen when it was looked at again."""


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """People who carry something on together. Its actions are linked to it."""

    id: RowId
    position: int
    text: str = ""
    """What it is called."""
    purpose: str = ""
    lead: str = ""
    members: str = ""
    """Who is in it, one a line."""
    meets: str = ""
    """How often and where."""


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
class CheckOut:
    """What somebody said of a session as it closed."""

    id: RowId
    position: int
    text: str = ""
    teller: str = ""
    """A code, never a name."""
    session_id: RowId | None = None
    """As of a story."""


@dataclass(frozen=True, slots=True)
class LogicNote:
    """An entry of the logic model. Links tie it to the statements and actions it stands on."""

    id: RowId
    position: int
    kind: LogicPart = LogicPart.ENABLER
    text: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A knot of the thread: `target_id` grew from `source_id`, both findings.

    Its id is `derived_id(source_id, target_id)`, so that two people who draw it agree. Knots may
    run in a circle, as a review may lead to the topic it began with: who follows them counts steps.
    """

    id: RowId
    source_id: RowId
    target_id: RowId


Discovered = Topic | Question | Story | Theme | Dream | Soar
Planned = Element | Statement | Promise | Action | TaskGroup | Review
Finding = Discovered | Planned | CheckOut | LogicNote

ROW_OF: dict[Sort, type[Finding]] = {
    Sort.TOPIC: Topic,
    Sort.QUESTION: Question,
    Sort.STORY: Story,
    Sort.THEME: Theme,
    Sort.DREAM: Dream,
    Sort.SOAR: Soar,
    Sort.ELEMENT: Element,
    Sort.STATEMENT: Statement,
    Sort.PROMISE: Promise,
    Sort.ACTION: Action,
    Sort.TASK_GROUP: TaskGroup,
    Sort.REVIEW: Review,
    Sort.CHECK_OUT: CheckOut,
    Sort.LOGIC: LogicNote,
}

SORT_OF: dict[type[Finding], Sort] = {kind: sort for sort, kind in ROW_OF.items()}
