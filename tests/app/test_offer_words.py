"""What is said about offers, before and after they are taken."""

from __future__ import annotations

from aiplanner.app.offer_words import done_text, offer_label, would_text
from aiplanner.domain.offers import Way, offers
from aiplanner.domain.programme import Programme
from tests.support.plans import item, named, plan, session

GAP = plan(session("10:00", item("Retell", "15"), item("Check-out", "10", at="12:00")))
OVERLAP = plan(
    session(
        "10:00",
        item("Interviews", "40", short_minutes=20),
        item("Check-out", "10", at="10:30"),
        item("", "5"),
    )
)


def said(programme: Programme, way: Way) -> tuple[str, str, str]:
    [offer] = [o for o in offers(programme, named(programme, "Check-out").id) if o.way is way]
    return (
        offer_label(programme, offer),
        would_text(programme, offer),
        done_text(programme, offer),
    )


def test_moving_tells_both_times_and_the_end_of_the_session() -> None:
    assert said(GAP, Way.EARLIER) == (
        "Move Check-out to 10:15",
        (
            "Check-out would start 10:15 and end 10:25, still pinned. "
            "The session would end 10:25 instead of 12:10."
        ),
        "Check-out now starts 10:15 and ends 10:25. The session ends 10:25.",
    )


def test_a_break_tells_when_it_would_be() -> None:
    assert said(GAP, Way.BREAK) == (
        "Add a break of 105 min before Check-out",
        "The break would be from 10:15 to 12:00.",
        "Added a break from 10:15 to 12:00.",
    )


def test_lengths_tell_what_they_were() -> None:
    assert said(GAP, Way.LENGTHEN) == (
        "Make Retell longer",
        "Retell would take 120 min instead of 15, until 12:00.",
        "Retell now takes 120 min, until 12:00.",
    )
    assert said(OVERLAP, Way.SHORTEN)[1] == (
        "Interviews would take 30 min instead of 40, until 10:30."
    )


def test_time_that_comes_free_is_told_with_it() -> None:
    assert said(OVERLAP, Way.SHORT) == (
        "Plan Interviews short",
        (
            "Interviews would take 20 min instead of 40, until 10:20. "
            "10 minutes are then free before Check-out."
        ),
        "Interviews now takes 20 min, until 10:20. 10 minutes are then free before Check-out.",
    )
    assert said(OVERLAP, Way.DROP)[1] == (
        "Interviews would count no longer; it stays in the list. "
        "30 minutes are then free before Check-out."
    )


def test_past_midnight_says_so() -> None:
    late = plan(session("22:00", item("Talk", "150"), item("Check-out", "10", at="01:00")))
    assert said(late, Way.EARLIER)[1].startswith("Check-out would start 00:30 the next day")
