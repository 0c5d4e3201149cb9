"""Leave as much air as lets a short document stand on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from reportlab.platypus import Flowable

from aiplanner.packs.blocks import Story

Write = Callable[[float], Story]
"""Writes the same words with so much air between them: 1 is what is usual."""

_SLACK = 16.0
"""Points of a page that are left free: a heading is kept with what follows as if the air between
them were there twice."""


def snug(write: Write, room: tuple[float, float], airs: tuple[float, ...]) -> Story:
    """What is written with the most air with which the room (width, height) holds it.

    With the first of the airs, which is the most, where none of them saves a page.
    """
    width, height = room
    usual = write(airs[0])
    tries = (usual if air == airs[0] else write(air) for air in airs)
    return next((story for story in tries if high(story, width) <= height - _SLACK), usual)


def high(story: Iterable[Flowable], width: float) -> float:
    """How many points flowables take under one another, as a frame counts them."""
    listed = list(story)
    heights = (flowable.wrap(width, 1e6)[1] for flowable in listed)
    between = (max(a.getSpaceAfter(), b.getSpaceBefore()) for a, b in pairwise(listed))
    return float(sum(heights) + sum(between))
