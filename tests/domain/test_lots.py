"""Lots are the same for ever from the same seed, and fair."""

from __future__ import annotations

from collections import Counter

from aiplanner.domain.lots import Lots


def test_a_seed_gives_the_lots_that_the_generator_is_published_with() -> None:
    """The first outputs of SplitMix64 from the seed 1234567."""
    lots = Lots(1234567)
    assert [lots.below(2**64) for _lot in range(3)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
    ]


def test_every_order_comes_up_about_as_often() -> None:
    counts = Counter[tuple[int, ...]]()
    lots = Lots(7)
    for _time in range(6000):
        things = [0, 1, 2]
        lots.shuffle(things)
        counts[tuple(things)] += 1
    assert len(counts) == 6
    assert all(850 < count < 1150 for count in counts.values())


def test_two_are_never_the_same() -> None:
    lots = Lots(3)
    pairs = {lots.two_below(3) for _time in range(200)}
    assert pairs == {(a, b) for a in range(3) for b in range(3) if a != b}
