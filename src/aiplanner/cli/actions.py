"""The command that lists what is still to be done in all programmes."""

from __future__ import annotations

from datetime import date

from aiplanner.app.action_words import due_words, what_words
from aiplanner.app.actions_due import When, Which, chosen, next_day, own_names, until, when
from aiplanner.app.tracked import Tracked
from aiplanner.cli.output import DONE, Arguments, show
from aiplanner.cli.places import now, opened


def actions(asked: Arguments) -> int:
    """List what is open, the earliest first; only what is overdue, or what names somebody."""
    today = now().astimezone().date()
    which = Which.OVERDUE if asked.overdue else Which.ALL
    with opened(asked) as library:
        found = library.tracked(until(which, today), archived=asked.archived)
    listed = chosen(found, which, (), today)
    if asked.mine is not None:
        listed = chosen(listed, Which.MINE, own_names(asked.mine), today)
    rows = [_row(one, today) for one in listed]
    show(asked, rows, ("said", "person", "text", "programme"))
    return DONE


def _row(one: Tracked, today: date) -> dict[str, object]:
    return {
        "programme_id": one.programme_id,
        "programme": one.title,
        "archived": one.archived,
        "id": one.id,
        "kind": one.sort.value,
        "text": what_words(one),
        "person": " ".join(one.person.split()),
        "due": _iso(one.due),
        "first_step": one.first_step,
        "first_due": _iso(one.first_due),
        "progress": one.progress.value,
        "next": _iso(next_day(one)),
        "said": due_words(one, today),
        "overdue": when(one, today) is When.OVERDUE,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
