"""What commands print, and the exit statuses that scripts rely on."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from aiplanner.app.own_content import Bank

DONE, REFUSED, USAGE = 0, 1, 2

Arguments = argparse.Namespace


def refused(sentence: str) -> int:
    """Say on stderr, in one line, why nothing was done."""
    print(f"aiplanner: {sentence}", file=sys.stderr)
    return REFUSED


def tell_unread(known: Bank) -> None:
    """Say on stderr what of one's own is left out."""
    for sentence in known.unread:
        print(f"aiplanner: {sentence}", file=sys.stderr)


def show(chosen: Arguments, rows: Sequence[dict[str, object]], columns: Sequence[str]) -> None:
    """Print rows: as JSON where it is asked for, else these columns with tabs between them."""
    if chosen.json:
        print(as_json(rows))
        return
    for row in rows:
        print("\t".join(str(row[column]) for column in columns))


def as_json(value: object) -> str:
    """Indented JSON that a person can read too."""
    return json.dumps(value, ensure_ascii=False, indent=1)
