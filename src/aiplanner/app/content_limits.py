"""How long each text of the content may be, in characters, so that it fits its sheet and pane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiplanner.domain import handouts as sheets
from aiplanner.domain.bank import Activity
from aiplanner.domain.content import (
    Advice,
    CapabilityGuide,
    Indicators,
    LevelGuide,
    PhaseGuide,
    Principle,
    Signpost,
    Source,
    Starter,
    StarterGroup,
    StarterGrouping,
    StarterItem,
    StarterMaterial,
    StarterPerson,
    StarterSession,
    StarterSheet,
    StarterStep,
)
from aiplanner.domain.interview import GuideText

_TITLE, _LINE, _ITEM, _STEP, _WHY, _TEXT, _NOTES = 60, 140, 220, 240, 300, 400, 500
_ASK = 40

_LIMITS: Mapping[type[Any], Mapping[str, int]] = {
    Source: {"title": 200, "address": 300},
    CapabilityGuide: {"name": _TITLE, "mark": 2, "meaning": _TEXT, "why": _TEXT, "prompts": _LINE},
    Indicators: {"statements": _ITEM},
    LevelGuide: {"name": _TITLE, "meaning": _TEXT, "question": _LINE},
    PhaseGuide: {
        "mark": 1,
        "question": _LINE,
        "purpose": _TEXT,
        "brings": _ITEM,
        "finds": _ITEM,
        "how": _ITEM,
        "facts": _ITEM,
        "pitfalls": _ITEM,
        "checks": _ITEM,
    },
    Principle: {"name": _TITLE, "meaning": _WHY, "so": _WHY},
    Advice: {"title": _TITLE, "text": _NOTES, "points": _ITEM},
    GuideText: {"lead_in": _LINE, "text": _NOTES, "probes": _ITEM},
    Signpost: {
        "title": 120,
        "publisher": _LINE,
        "what": _WHY,
        "use": _WHY,
        "licence": _ITEM,
        "note": _WHY,
    },
    Activity: {
        "title": _TITLE,
        "summary": _LINE,
        "why": _WHY,
        "group": _TITLE,
        "short": _ITEM,
        "online": _NOTES,
        "room": _ITEM,
        "outputs": _WHY,
        "tips": _NOTES,
    },
    Starter: {"title": _TITLE, "promise": _LINE, "purpose": _NOTES, "notes": 1500},
    StarterSession: {"title": _TITLE, "purpose": _WHY, "notes": _NOTES},
    StarterItem: {"title": _TITLE, "why": _WHY, "short": _ITEM, "outputs": _WHY, "notes": _NOTES},
    StarterStep: {"text": _STEP},
    StarterMaterial: {"name": _TITLE + 20},
    StarterSheet: {"title": _TITLE, "number": 8},
    StarterPerson: {
        **dict.fromkeys(("name", "organisation", "job", "core_role", "contact"), _TITLE),
        "access": _LINE,
        "notes": _NOTES,
    },
    StarterGrouping: {"title": _TITLE},
    StarterGroup: {"title": 40, "room": _TITLE},
    sheets.Handout: {"title": _TITLE, "lead": _ITEM, "summary": _LINE},
    sheets.HeadingBlock: {"text": _TITLE},
    sheets.TextBlock: {"text": _NOTES},
    sheets.ListBlock: {"items": _ITEM},
    sheets.PromptBlock: {"text": _ITEM, "hint": _ITEM, "ask": _ASK},
    sheets.FrameBlock: {"text": _ITEM, "ask": _ASK},
    sheets.ColumnPart: {"title": 40, "ask": _ASK},
    sheets.TableBlock: {"labels": 80, "ask": _ASK},
    sheets.Quadrant: {"title": 40, "prompt": _LINE, "ask": _ASK},
    sheets.ChecklistBlock: {"items": _ITEM, "ask": _ASK},
    sheets.ScaleBlock: {"points": 20, "statements": _LINE, "ask": _ASK},
    sheets.ShortAnswer: {"text": 40, "ask": _ASK},
    sheets.Card: {"title": 40, "text": 160, "ask": _ASK},
    sheets.InterviewBlock: {"text": _NOTES},
    sheets.FindingsBlock: {"intro": _LINE, "instead": _ITEM, "ask": _ASK},
}


def limit(kind: type[Any], field: str) -> int | None:
    """Most characters of a field of that type, or of each text in it; None: no limit of its own."""
    return _LIMITS.get(kind, {}).get(field)
