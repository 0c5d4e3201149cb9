"""Let Python look for rubbish less often while a pack is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_AT_ONCE = 50_000
"""Objects that are made before the collector looks at the young ones; usually 700."""
_TIMES = 1_000
"""How often it does before it looks at the older ones as well; usually 10."""


@contextmanager
def seldom_swept() -> Iterator[None]:
    """A pack is hundreds of thousands of objects that all live until it is written.

    To go through them again and again takes a fifth of the time and finds nothing.
    """
    before = gc.get_threshold()
    gc.set_threshold(_AT_ONCE, _TIMES, before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)
