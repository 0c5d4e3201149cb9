"""Activities for a bank that tests know by heart."""

from __future__ import annotations

from typing import Any

from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.content import StarterMaterial, StarterSheet, StarterStep
from aiplanner.domain.cycle import Capability, Level, Part, Per, Phase


def activity(title: str, typical: int = 20, **fields: Any) -> Activity:
    """An activity of that title, half as short and twice as long as usual."""
    usual: dict[str, Any] = {
        "key": title.casefold().replace(" ", "-"),
        "summary": f"What {title} gives.",
        "why": f"Why {title}.",
        "form": GroupForm.WHOLE,
        "group": "everyone",
        "least": typical // 2,
        "most": typical * 2,
        "steps": (StarterStep("Begin."), StarterStep("End.")),
        "sources": ("own",),
    }
    return Activity(title=title, typical=typical, **{**usual, **fields})


INTERVIEWS = activity(
    "Paired interviews",
    40,
    phase=Phase.DISCOVER,
    form=GroupForm.PAIRS,
    group="pairs",
    why="Real moments.",
    leads=(Capability.SELF_LEADERSHIP,),
    supports=(Capability.COLLABORATING,),
    level=Level.PERSONAL,
    steps=(StarterStep("A asks B", 20), StarterStep("Swap", 20)),
    short="Ten minutes each way.",
    short_minutes=20,
    online="In rooms of two.",
    materials=(StarterMaterial("Pens", 1, Per.PERSON),),
    sheets=(StarterSheet("Interview guide", "interview-guide"),),
)
STORIES = activity("Retell the stories", 15, phase=Phase.DISCOVER, form=GroupForm.SMALL)
STRETCH = activity("Stretch", 5, part=Part.ENERGISER)
DREAMS = activity("Headline from the future", 30, phase=Phase.DREAM, leads=(Capability.VISION,))

KNOWN = (INTERVIEWS, STORIES, STRETCH, DREAMS)
BANK = (*KNOWN, *(activity(f"Idea {n}", 60, phase=Phase.DESIGN) for n in range(1, 49)))
"""52 of them."""
