"""Tie findings and untie them: one step of undo each, by a name that says what was done."""

from __future__ import annotations

from collections.abc import Sequence

from aiplanner.app.thread_words import text_of
from aiplanner.domain.edits.findings import link, unlink
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Finding
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.thread import flows
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.services import Services

Knot = tuple[RowId, RowId]
"""A knot of the thread: the second grew from the first."""

_SHORT = 40
"""Most characters of a finding in the name of an edit."""


def finding_of(programme: Programme, row_id: RowId) -> Finding | None:
    """The finding of that id; None where there is none (any more)."""
    row = programme.rows.get(row_id)
    return row if isinstance(row, Finding) else None


def short(finding: Finding) -> str:
    """What a finding says, in few words."""
    text = text_of(finding)
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def knot_between(programme: Programme, one: RowId, other: RowId) -> Knot | None:
    """The knot that two findings would make as the cycle runs; None where they cannot be tied."""
    first, second = finding_of(programme, one), finding_of(programme, other)
    if first is None or second is None or one == other:
        return None
    return (one, other) if flows(first, second) else (other, one)


def tie(document: Document, services: Services, knot: Knot) -> bool:
    """Tie two findings and tell so; False where they are gone or tied already."""
    now = document.now
    source, target = (finding_of(now, key) for key in knot)
    if source is None or target is None:
        return _gone(services)
    if source == target:
        return False
    if any(row.id == target.id for row in now.became(source.id)):
        services.say(_("These two are tied already."))
        return False
    names = {"source": short(source), "target": short(target)}
    document.edit(
        _("Link “{target}” to “{source}”").format(**names),
        lambda plan: link(plan, source.id, target.id),
    )
    services.say(_("“{target}” grew from “{source}” now.").format(**names), undo=True)
    return True


def untie(document: Document, services: Services, knots: Sequence[Knot]) -> bool:
    """Untie findings in one step and tell so; False where there is nothing to untie."""
    pairs = [
        (source, target)
        for one, other in knots
        if (source := finding_of(document.now, one)) is not None
        and (target := finding_of(document.now, other)) is not None
    ]
    if not pairs:
        return _gone(services)

    def without(plan: Programme) -> Programme:
        for source, target in pairs:
            plan = unlink(plan, source.id, target.id)
        return plan

    said = ngettext(
        "Remove the link from “{source}” to “{target}”", "Remove {count} links", len(pairs)
    )
    names = {"source": short(pairs[0][0]), "target": short(pairs[0][1]), "count": len(pairs)}
    document.edit(said.format(**names), without)
    done = ngettext("“{source}” and “{target}” are untied.", "{count} links removed.", len(pairs))
    services.say(done.format(**names), undo=True)
    return True


def _gone(services: Services) -> bool:
    """Nothing could be done, and why: a colleague, or undo, was quicker."""
    services.say(sentence(PlanError("row-gone")))
    return False
