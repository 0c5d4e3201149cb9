"""What a rich programme holds of the design, the way on, photos and self-ratings."""

from __future__ import annotations

from datetime import date

from aiplanner.domain.answers import Answer
from aiplanner.domain.findings import (
    Action,
    CheckOut,
    Dream,
    DreamKind,
    Element,
    LogicNote,
    LogicPart,
    Progress,
    Soar,
    SoarPart,
    Statement,
    TaskGroup,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.photos import Photo
from aiplanner.domain.rows import Session
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from tests.support.builder import Builder

PICTURE = "c" * 64
"""Names the bytes of the photo, which no library here holds."""

HEAD_OF_VERSION_4 = {
    "interview_opening": "Thank you for making time for this.",
    "interview_minutes": 20,
    "future_day": date(2029, 1, 12),
    "future": "Everybody is home by noon. It began with one board by the door.",
}


HEAD_OF_VERSION_5 = {
    "logo": "d" * 64,
    "logo_words": "Lomond Health and Care: two hills and a boat",
    "other_formats": "This pack is also there as a sound file.",
}


def add_answers(build: Builder, secret: str) -> None:
    """Two filled evaluations; `secret` is what people wrote, and nobody else is to read."""
    session = next(row.id for row in build.rows if isinstance(row, Session))
    for sheet in ("a" * 32, "b" * 32):
        told = {"sheet_id": RowId(sheet), "handout": "evaluation", "session_id": session}
        build.placed(
            Answer, question="b1-s1", asked="I could say what I think", point="Yes", **told
        )
        build.placed(Answer, question="best", asked="What was best?", text=secret, **told)


def add_cycle(build: Builder, secret: str) -> None:
    """SOAR, elements, a statement of each, a task group, check-outs, a logic model, and the rest.

    `secret` is what self-ratings say.
    """
    session = next(row.id for row in build.rows if isinstance(row, Session))
    statement = next(row.id for row in build.rows if isinstance(row, Statement))
    action = next(row.id for row in build.rows if isinstance(row, Action))
    for part in SoarPart:
        build.finding(Soar, f"Our {part} is that somebody asks", kind=part)
    build.finding(Dream, "A door without a queue", kind=DreamKind.IMAGE, session_id=session)
    build.finding(Element, "The board", statement, about="What is written on it, and by whom.")
    group = build.finding(
        TaskGroup,
        "The board by the door",
        action,
        purpose="Keep the board true.",
        lead="Morag",
        members="Nurse A\nNurse B",
        meets="Fridays at two, by the board",
    )
    build.finding(
        Action,
        "Ask at nine, in every bay",
        statement,
        group,
        progress=Progress.DONE,
        reviewed="Done by every bay but one.",
    )
    build.finding(CheckOut, "Lighter", teller="S2", session_id=session)
    for part in LogicPart:
        build.finding(LogicNote, f"Of the {part} sort", statement, kind=part)
    build.placed(
        Photo, picture=PICTURE, caption="The wall of stories", session_id=session, width=4, height=3
    )
    for moment in Moment:
        build.placed(
            SelfRating,
            code="R7",
            moment=moment,
            day=date(2027, 1, 12),
            vision=Score.OFTEN,
            empowering=Score.NOT_APPLICABLE,
            **dict.fromkeys(("strengths", "develop", "reflection"), secret),
        )
