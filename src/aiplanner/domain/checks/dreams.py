"""Hints on the dream."""

from __future__ import annotations

from aiplanner.domain.checks.verdict import Laid, Verdict, judged
from aiplanner.domain.findings import DreamKind


def dream_horizon(laid: Laid) -> Verdict:
    """The statement of a dream says when it has come true (domain facts 1.2, own)."""
    dreams = [
        dream
        for dream in laid.programme.dreams
        if dream.kind is DreamKind.STATEMENT and dream.text.strip()
    ]
    faults = ((one.id, {"text": one.text}) for one in dreams if not one.horizon.strip())
    return judged("dream-horizon", dreams, faults)
