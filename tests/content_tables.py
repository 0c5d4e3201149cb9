"""Write the tables of `docs/` that are made from the content: `./run tables`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aiplanner.app import content
from aiplanner.app.content_report import activity_table, cells
from aiplanner.domain.cycle import Phase
from tests.support.reading import grade, kinds_of

DOCS = Path(__file__).parents[1] / "docs"


def activities_page() -> str:
    """All activities, and how often each capability is met in each phase."""
    return f"""# The activity bank

Made from `resources/content/activities/` by `./run tables`; a test compares the two. Minutes are
the least, **the usual** and the most that it takes. Capabilities: {_legend()}.
Sources are keys of `resources/content/sources.toml`; `own` is our own suggestion.

{activity_table()}

## Capabilities in each phase

Activities that lead on a capability + activities that support it.

{_cells()}
"""


def handouts_page() -> str:
    """All handouts, and how easily they read."""
    return f"""# The handouts

Made from `resources/content/handouts/` by `./run tables`; a test compares the two. The grade is
Flesch and Kincaid's, as the library textstat counts it: sheets for participants stay at 8 or below.

{_handouts()}

## Guidance

{_guidance()}
"""


def _legend() -> str:
    return ", ".join(f"{guide.mark} {guide.name}" for guide in content.capabilities())


def _cells() -> str:
    counted = cells(content.activities())
    heads = ["Capability", *(guide.labels["5-D"] for guide in content.phases())]
    lines = [
        [guide.name, *("{} + {}".format(*counted[guide.key, phase]) for phase in Phase)]
        for guide in content.capabilities()
    ]
    return _table(heads, lines)


def _handouts() -> str:
    heads = ["Handout", "For", "Copies", "Phase", "Made of", "Pages (clear, large)", "Grade"]
    lines = [
        [
            f"{one.title} (`{one.key}`)",
            one.audience,
            f"one a {one.per}",
            content.phase_guide(one.phase).labels["5-D"] if one.phase else "any",
            kinds_of(one),
            f"{one.pages}, {one.pages_large}",
            f"{grade(one):.1f}",
        ]
        for one in content.handouts()
    ]
    return _table(heads, lines)


def _guidance() -> str:
    groups = {
        "Capabilities": content.capabilities(),
        "Levels": content.levels(),
        "Phases": content.phases(),
        "Principles": content.principles(),
        "Advice": content.advice(),
        "Signposts": content.signposts(),
        "Activities": content.activities(),
    }
    lines = [[name, *_grades(pieces)] for name, pieces in groups.items() if pieces]
    return _table(["Guidance", "Pieces", "Lowest grade", "Mean", "Highest"], lines)


def _grades(pieces: Sequence[object]) -> list[str]:
    grades = [grade(one) for one in pieces]
    mean = sum(grades) / len(grades)
    return [f"{len(grades)}", f"{min(grades):.1f}", f"{mean:.1f}", f"{max(grades):.1f}"]


def _table(heads: list[str], lines: list[list[str]]) -> str:
    rows = [heads, ["---"] * len(heads), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


PAGES = {"activities.md": activities_page, "handouts.md": handouts_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
