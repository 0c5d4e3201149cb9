"""Draw edits of the logic model."""

from __future__ import annotations

from hypothesis import strategies as st

from aiplanner.domain.edits import logic
from aiplanner.domain.findings import Action, LogicNote, LogicPart, Statement
from aiplanner.domain.programme import Programme
from tests.support.drawing import INDEX, Draw, NewId, Verb, one_of, several

_PART = st.sampled_from(list(LogicPart))


def _put_in_part(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return logic.put_in_part(plan, one_of(draw, plan, LogicNote).id, draw(_PART), draw(INDEX))


def _stand_on(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    note = one_of(draw, plan, LogicNote).id
    return logic.stand_on(plan, note, several(draw, plan, Statement, Action))


VERBS_OF_LOGIC: dict[str, Verb] = {"put_in_part": _put_in_part, "stand_on": _stand_on}
"""By the name of their functions in `domain.edits`."""
