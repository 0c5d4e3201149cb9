"""A programme with a logic model and a view from the future, tied to what was agreed."""

from __future__ import annotations

from datetime import date

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding, delete_findings, link
from aiplanner.domain.findings import LogicNote, LogicPart
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from tests.support.rich_programme import rich_programme

ENTRIES = (
    (LogicPart.ENABLER, "A manager who asks <what next> & waits"),
    (LogicPart.ENABLER, "Time on Tuesdays"),
    (LogicPart.ACTIVITY, "A board by the door"),
    (LogicPart.RISK, "Winter: we would keep the board and drop the round"),
    (LogicPart.SHORT, "People know by nine what is missing"),
    (LogicPart.MEDIUM, "Asking early is how we work"),
    (LogicPart.LONG, "Home by noon"),
    (LogicPart.EVIDENCE, "How many are home by noon, week by week"),
)
FUTURE = "We walk in & nobody waits.\nThe board is full of ticks."


def without_model() -> Programme:
    """The rich programme before anybody thought of a logic model."""
    programme = rich_programme()
    bare = delete_findings(programme, [note.id for note in programme.logic])
    return set_fields(bare, bare.id, future="", future_day=None)


def logic_programme() -> Programme:
    """An entry or two in each part; the board stands on the action, asking on the statement."""
    programme = without_model()
    for number, (part, text) in enumerate(ENTRIES):
        key = RowId(f"a{number:031x}")
        programme = add_finding(programme, LogicNote(key, 0, part, text))
    programme = link(programme, programme.actions[0].id, entry(programme, "A board").id)
    programme = link(programme, programme.statements[0].id, entry(programme, "Asking").id)
    day = date(2029, 1, 12)
    return set_fields(programme, programme.id, future=FUTURE, future_day=day)


def entry(programme: Programme, begins: str) -> LogicNote:
    """The entry of the logic model that begins so."""
    [found] = [note for note in programme.logic if note.text.startswith(begins)]
    return found
