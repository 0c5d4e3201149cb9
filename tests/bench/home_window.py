"""The program as a user starts it, watched until its window is painted."""

from __future__ import annotations

import sys

from aiplanner.main import window

from tests.bench.paint_watch import watch_the_loop

if __name__ == "__main__":
    watch_the_loop()
    sys.exit(window(sys.argv[1:]))
