"""What goes to the worker process and comes back from it is read strictly."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from aiplanner.app.printing import (
    PackOptions,
    PackReport,
    options_from_plain,
    options_plain,
    report_from_plain,
    report_plain,
)
from aiplanner.domain.cycle import Per
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Card, CardsBlock, CardSize, Handout, TextBlock
from tests.support.plans import counted_ids

MADE = datetime(2027, 1, 12, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("sessions", [None, (counted_ids()(),)])
def test_options_come_through_the_pipe_as_they_were(sessions: tuple[str, ...] | None) -> None:
    options = PackOptions(
        ("cover", "agenda"),
        MADE,
        "20",
        "letter",
        sessions,
        revision=3,
        access=True,
        audience="facilitator",
        fillable=True,
        duplex=True,
        columns=("clock", "why"),
    )
    assert options_from_plain(json.loads(json.dumps(options_plain(options)))) == options


def test_a_report_comes_through_the_pipe_as_it_was() -> None:
    report = PackReport(3, {"cover": 1, "agenda": 2}, ("“☃” cannot be printed.",))
    assert report_from_plain(json.loads(json.dumps(report_plain(report)))) == report


def test_one_s_own_handouts_go_through_the_pipe() -> None:
    blocks = (TextBlock("Draw {service}."), CardsBlock(CardSize.A6, (Card("I will", "…", 2),), 3))
    own = Handout("my-sheet", "Ours", "Ours alone.", blocks, Per.PAIR, ("own",), each="session")
    options = PackOptions(("my-sheet",), MADE, own=(own,))

    assert options_from_plain(json.loads(json.dumps(options_plain(options)))) == options


@pytest.mark.parametrize("own", ["my-sheet", [{"key": "my-sheet"}], ["my-sheet"]])
def test_own_handouts_that_are_none_are_refused(own: object) -> None:
    raw = {**options_plain(PackOptions(("cover",), MADE)), "own": own}
    with pytest.raises(PlanError):
        options_from_plain(raw)


@pytest.mark.parametrize(
    "wrong",
    [
        {"paper": "a3"},
        {"print_size": 14},
        {"sessions": "all"},
        {"colour": "no"},
        {"columns": ["colour"]},
    ],
)
def test_options_nobody_offers_are_refused(wrong: dict[str, object]) -> None:
    raw = {**options_plain(PackOptions(("cover",), MADE)), **wrong}
    with pytest.raises(PlanError):
        options_from_plain(json.loads(json.dumps(raw)))
