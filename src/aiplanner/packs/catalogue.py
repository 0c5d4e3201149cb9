"""The documents that can be printed, in the order of a pack; read without ReportLab."""

from __future__ import annotations

from collections.abc import Iterable

from aiplanner.app.printing import Audience, DocumentInfo, Group
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _

_DOCUMENTS = (
    DocumentInfo("cover", _("Cover"), "all", Group.YOU, blank=True),
    DocumentInfo("contents", _("Contents"), "all", Group.YOU, blank=True, whole=True),
    DocumentInfo("overview", _("Programme overview"), "all", Group.PERSON),
    DocumentInfo("timetable", _("Timetable"), "participant", Group.PERSON),
    DocumentInfo(
        "agenda", _("One-page agenda"), "participant", Group.PERSON, "session", blank=True
    ),
    DocumentInfo("running-order", _("Running order"), "facilitator", Group.YOU, "session"),
    DocumentInfo("materials", _("Materials and room checklist"), "facilitator", Group.YOU),
    DocumentInfo("capability-map", _("Capability map"), "facilitator", Group.YOU),
    DocumentInfo(
        "check-out", _("Check-out sheet"), "participant", Group.PERSON, "session", blank=True
    ),
)


def documents() -> tuple[DocumentInfo, ...]:
    """All documents, in the order in which a pack holds them."""
    return _DOCUMENTS


def document(key: str) -> DocumentInfo:
    """The document of that id; PlanError `document-unknown`."""
    found = next((info for info in _DOCUMENTS if info.id == key), None)
    if found is None:
        raise PlanError("document-unknown", document=key)
    return found


def chosen_documents(listed: str | None, audience: Audience) -> tuple[str, ...]:
    """Ids of the documents for an audience ("all" = whoever), of those listed, in pack order.

    `listed` is "a,b,…" as typed, None for every document. PlanError `document-unknown`, and
    `pack-empty` when none of them is for that audience.
    """
    names = None if listed is None else _named(listed.split(","))
    chosen = tuple(
        info.id
        for info in _DOCUMENTS
        if (names is None or info.id in names) and _suits(info, audience)
    )
    if not chosen:
        raise PlanError("pack-empty")
    return chosen


def _named(words: Iterable[str]) -> set[str]:
    return {document(word.strip()).id for word in words if word.strip()}


def _suits(info: DocumentInfo, audience: Audience) -> bool:
    return audience == "all" or info.audience in (audience, "all")
