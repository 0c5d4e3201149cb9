"""Which sorts of findings belong to which phase of the cycle."""

from __future__ import annotations

from collections.abc import Mapping

from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import Sort

FINDS: Mapping[Phase, tuple[Sort, ...]] = {
    Phase.DEFINE: (Sort.TOPIC, Sort.QUESTION),
    Phase.DISCOVER: (Sort.STORY, Sort.THEME),
    Phase.DREAM: (Sort.DREAM, Sort.SOAR),
    Phase.DESIGN: (Sort.ELEMENT, Sort.STATEMENT),
    Phase.DELIVER: (Sort.PROMISE, Sort.ACTION, Sort.TASK_GROUP, Sort.REVIEW, Sort.CHECK_OUT),
}
"""What each phase finds, in the order in which it finds it. The logic model spans them all."""

PHASE_OF: Mapping[Sort, Phase] = {sort: phase for phase, sorts in FINDS.items() for sort in sorts}
