"""Run the measurements, all or those named, print the ratios and keep them in a file."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from tests.bench.measure import ROUNDS, Ratio, write

BENCHES = (
    "start",
    "keystrokes",
    "findings",
    "packs",
    "packs_long",
    "packs_preview",
    "gui_stalls",
)
"""Modules beside this one, imported when their turn comes: a process started from a large one
counts that one's memory as its own.
"""
RESULTS = Path("bench-results.json")


def main() -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which: {', '.join(BENCHES)}; none means all")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="samples of each rival")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(BENCHES):
        parser.error(f"no measurement is called {', '.join(sorted(unknown))}")
    results: dict[str, list[Ratio]] = {}
    for name in chosen.names or BENCHES:
        results[name] = import_module(f"tests.bench.{name}").ratios(chosen.rounds)
        print(f"{name}:", *(ratio.line() for ratio in results[name]), sep="\n", flush=True)
    write(results, RESULTS)
    print(f"kept in {RESULTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
