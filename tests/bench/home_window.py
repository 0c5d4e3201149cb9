"""The program as a user starts it, watched until its window is painted."""

from __future__ import annotations

import sys

# As `run` imports it: Qt must not come in before it.
import aiplanner.main
from aiplanner.__main__ import run
from tests.bench.paint_watch import watch_the_loop

LOADED = (aiplanner.main,)

if __name__ == "__main__":
    watch_the_loop()
    sys.exit(run())
