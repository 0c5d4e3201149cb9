"""Count findings of a sort in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiplanner.domain.findings import Sort
from aiplanner.i18n import ngettext

_COUNTED: Mapping[Sort, Callable[[int], str]] = {
    Sort.TOPIC: lambda n: ngettext("{count} topic", "{count} topics", n),
    Sort.QUESTION: lambda n: ngettext("{count} question", "{count} questions", n),
    Sort.STORY: lambda n: ngettext("{count} story", "{count} stories", n),
    Sort.THEME: lambda n: ngettext("{count} theme", "{count} themes", n),
    Sort.DREAM: lambda n: ngettext("{count} dream", "{count} dreams", n),
    Sort.SOAR: lambda n: ngettext("{count} answer of SOAR", "{count} answers of SOAR", n),
    Sort.ELEMENT: lambda n: ngettext("{count} design element", "{count} design elements", n),
    Sort.STATEMENT: lambda n: ngettext("{count} statement", "{count} statements", n),
    Sort.PROMISE: lambda n: ngettext("{count} promise", "{count} promises", n),
    Sort.ACTION: lambda n: ngettext("{count} action", "{count} actions", n),
    Sort.TASK_GROUP: lambda n: ngettext("{count} task group", "{count} task groups", n),
    Sort.REVIEW: lambda n: ngettext("{count} review", "{count} reviews", n),
    Sort.CHECK_OUT: lambda n: ngettext("{count} check-out", "{count} check-outs", n),
    Sort.LOGIC: lambda n: ngettext("{count} entry", "{count} entries", n),
}


def counted(sort: Sort, count: int) -> str:
    """So many findings of a sort: "3 stories"."""
    return _COUNTED[sort](count).format(count=count)
