"""The row of an answer on a filled sheet that makes no finding: an evaluation's, for example."""

from __future__ import annotations

from dataclasses import dataclass

from aiplanner.domain.ids import RowId


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. Private, as a self-rating is: it reaches no participant's paper."""

    id: RowId
    position: int
    sheet_id: RowId
    """The same for all answers of one filled sheet, so that they stay together without a name."""
    handout: str
    """The key of the handout that asked."""
    question: str
    """The question's key in the handout."""
    asked: str = ""
    """The question as it stood on the sheet."""
    point: str = ""
    """What was chosen, in the words of the sheet, where it offers a choice."""
    text: str = ""
    """What was written."""
    session_id: RowId | None = None
    """The session it is about; one that is deleted meanwhile takes no answer with it."""
