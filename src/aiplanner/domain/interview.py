"""Types of the texts that an interview guide is made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GuideUse(StrEnum):
    """Where a text stands in the guide."""

    OPENING = "opening"
    WARM_UP = "warm-up"
    TOPIC = "topic"
    """Once for each topic; several such texts take turns."""
    DEEPER = "deeper"
    """After the moments at their best: what made them possible."""
    WISH = "wish"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class GuideText:
    """One question of a guide in our words, or how an interview opens."""

    key: str
    use: GuideUse
    text: str
    sources: tuple[str, ...]
    lead_in: str = ""
    """In that of a topic, `{topic}` stands for the topic's own words."""
    probes: str = ""
    """Short questions that ask for more, one a line."""
