"""What is true of every edit: it is in the table that the state machine draws from, and pure."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain import edits
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids
from tests.support.strategies import programmes
from tests.support.verbs import VERBS, edited

NOT_VERBS = {
    "checked": "the gate behind the verbs",
    "copied": "makes another programme",
    "taken": "makes another, small programme",
    "before_the_day": "makes what another programme is a copy of",
}


def _verbs() -> set[str]:
    modules = [
        import_module(f"{edits.__name__}.{m.name}") for m in pkgutil.iter_modules(edits.__path__)
    ]
    return {
        name
        for module in modules
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
        and inspect.signature(function).return_annotation == "Programme"
    }


def test_every_verb_of_the_plan_is_drawn_by_the_state_machine() -> None:
    assert _verbs() - NOT_VERBS.keys() == VERBS.keys()


@given(programmes(size=3), st.data())
def test_an_edit_leaves_the_programme_it_was_given_alone(
    before: Programme, data: st.DataObject
) -> None:
    rows = dict(before.rows)
    edited(data.draw, before, counted_ids(1000), data.draw(st.sampled_from(sorted(VERBS))))
    assert dict(before.rows) == rows
    assert before.sessions == Programme(before.id, rows).sessions
