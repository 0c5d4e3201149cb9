"""Words drawn without a paragraph: how wide they are, cut to fit, drawn in their faces."""

from __future__ import annotations

from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fonts import REGULAR, width
from aiplanner.packs.text import Run

ELLIPSIS = "…"


def runs_width(runs: list[Run], size: float) -> float:
    """How wide the runs are together, in points."""
    return sum(width(run.text, run.face or REGULAR, size) for run in runs)


def fitted(runs: list[Run], room: float, size: float) -> list[Run]:
    """The runs, ended with an ellipsis where they would not fit the room."""
    if runs_width(runs, size) <= room:
        return runs
    kept: list[Run] = []
    left = room - width(ELLIPSIS, REGULAR, size)
    for run in runs:
        text = _prefix(run, left, size)
        kept.append(Run(run.face, text))
        left -= width(text, run.face or REGULAR, size)
        if text != run.text:
            break
    return [*kept, Run("", ELLIPSIS)]


def _prefix(run: Run, room: float, size: float) -> str:
    """The longest beginning of a run that fits, found by halving."""
    low, high = 0, len(run.text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(run.text[:middle], run.face or REGULAR, size) <= room:
            low = middle
        else:
            high = middle - 1
    return run.text[:low]


def draw_runs(canvas: PackCanvas, runs: list[Run], x: float, y: float, size: float) -> float:
    """Draw the runs from x on; their width."""
    start = x
    for run in runs:
        face = run.face or REGULAR
        canvas.setFont(face, size)
        canvas.drawString(x, y, run.text)
        x += width(run.text, face, size)
    return x - start


def plain(text: str, longest: int = 120) -> str:
    """Words for an outline or a contents page: one line, shortened."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + ELLIPSIS
