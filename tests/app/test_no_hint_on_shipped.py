"""What we ship is advised on nothing: whoever begins from it starts with a good plan."""

from __future__ import annotations

import pytest

from aiplanner.app.content import EXAMPLE, starter, starters
from aiplanner.app.hints import hint_lines, satisfied
from aiplanner.app.starters import programme_from
from tests.support.plans import counted_ids

KEYS = [one.key for one in starters()]


@pytest.mark.parametrize("key", KEYS)
def test_no_hint_speaks(key: str) -> None:
    programme = programme_from(starter(key), "", counted_ids())
    assert [f"{line.rule}: {line.text}" for line in hint_lines(programme)] == []


def test_the_example_shows_most_of_what_can_be_satisfied() -> None:
    """Otherwise its silence would say little."""
    programme = programme_from(starter(EXAMPLE), "", counted_ids())
    assert len(satisfied(programme)) > 20
