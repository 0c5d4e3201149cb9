"""Name the sorts, the fields and the words of findings for people."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from aiplanner.app.wording import LEVEL_NAMES
from aiplanner.domain.cycle import Level
from aiplanner.domain.findings import (
    DreamKind,
    LogicPart,
    Progress,
    PromiseKind,
    QuestionPart,
    SoarPart,
    Sort,
)
from aiplanner.i18n import gettext as _

SORT_NAMES: Mapping[Sort, str] = {
    Sort.TOPIC: _("topic"),
    Sort.QUESTION: _("question"),
    Sort.STORY: _("story"),
    Sort.THEME: _("theme"),
    Sort.DREAM: _("dream"),
    Sort.SOAR: _("SOAR"),
    Sort.ELEMENT: _("design element"),
    Sort.STATEMENT: _("possibility statement"),
    Sort.PROMISE: _("promise"),
    Sort.ACTION: _("action"),
    Sort.TASK_GROUP: _("task group"),
    Sort.REVIEW: _("review"),
    Sort.CHECK_OUT: _("check-out"),
    Sort.LOGIC: _("logic model"),
}

SORT_HEADINGS: Mapping[Sort, str] = {
    Sort.TOPIC: _("Topics"),
    Sort.QUESTION: _("Questions of the interview guide"),
    Sort.STORY: _("Stories"),
    Sort.THEME: _("Themes"),
    Sort.DREAM: _("Dreams"),
    Sort.SOAR: _("SOAR: strengths, opportunities, aspirations, results"),
    Sort.ELEMENT: _("Design elements"),
    Sort.STATEMENT: _("Possibility statements"),
    Sort.PROMISE: _("Promises"),
    Sort.ACTION: _("Actions"),
    Sort.TASK_GROUP: _("Task groups"),
    Sort.REVIEW: _("Reviews"),
    Sort.CHECK_OUT: _("Check-outs"),
    Sort.LOGIC: _("Logic model"),
}

QUESTION_PART_NAMES: Mapping[QuestionPart, str] = {
    QuestionPart.WARM_UP: _("warm-up"),
    QuestionPart.MAIN: _("main question"),
    QuestionPart.WISH: _("wishes"),
    QuestionPart.CLOSE: _("close"),
}

DREAM_KIND_NAMES: Mapping[DreamKind, str] = {
    DreamKind.WISH: _("wish"),
    DreamKind.IMAGE: _("image"),
    DreamKind.PHRASE: _("phrase"),
    DreamKind.STATEMENT: _("dream statement"),
}

SOAR_PART_NAMES: Mapping[SoarPart, str] = {
    SoarPart.STRENGTH: _("strength"),
    SoarPart.OPPORTUNITY: _("opportunity"),
    SoarPart.ASPIRATION: _("aspiration"),
    SoarPart.RESULT: _("result"),
}

LOGIC_PART_NAMES: Mapping[LogicPart, str] = {
    LogicPart.ENABLER: _("what helps"),
    LogicPart.ACTIVITY: _("what we do"),
    LogicPart.RISK: _("risk or barrier"),
    LogicPart.SHORT: _("outcome soon"),
    LogicPart.MEDIUM: _("outcome later"),
    LogicPart.LONG: _("outcome in the long run"),
    LogicPart.EVIDENCE: _("evidence"),
}

PROMISE_KIND_NAMES: Mapping[PromiseKind, str] = {
    PromiseKind.COMMITMENT: _("commitment"),
    PromiseKind.OFFER: _("offer"),
    PromiseKind.REQUEST: _("request"),
}

PROGRESS_NAMES: Mapping[Progress, str] = {
    Progress.PLANNED: _("planned"),
    Progress.UNDER_WAY: _("under way"),
    Progress.DONE: _("done"),
    Progress.DROPPED: _("dropped"),
}

FIELD_NAMES: Mapping[str, str] = {
    "part": _("part"),
    "kind": _("kind"),
    "level": _("level"),
    "due": _("due date"),
    "problem": _("the worry behind it"),
    "lead_in": _("lead-in"),
    "probes": _("follow-up questions"),
    "happened": _("what happened"),
    "made_possible": _("what made it possible"),
    "quote": _("quote"),
    "gathered": _("how it was gathered"),
    "teller": _("code of the teller"),
    "shared": _("may be shared"),
    "votes": _("votes"),
    "core": _("part of the positive core"),
    "keep": _("what we want to keep"),
    "horizon": _("when it has come true"),
    "element": _("what of the design"),
    "person": _("who"),
    "progress": _("progress"),
    "first_step": _("first step"),
    "first_due": _("date of the first step"),
    "measure": _("how we shall know"),
    "learned": _("what we learned"),
    "reviewed": _("what we saw when we looked again"),
    "session_id": _("session"),
    "about": _("what belongs to it"),
    "purpose": _("purpose"),
    "lead": _("lead"),
    "members": _("who is in it"),
    "meets": _("how often and where it meets"),
}

_WORDS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Level: LEVEL_NAMES,
    QuestionPart: QUESTION_PART_NAMES,
    DreamKind: DREAM_KIND_NAMES,
    SoarPart: SOAR_PART_NAMES,
    LogicPart: LOGIC_PART_NAMES,
    PromiseKind: PROMISE_KIND_NAMES,
    Progress: PROGRESS_NAMES,
}
"""By type first: members of two types are equal when they are the same word."""


def word_name(value: object) -> str:
    """The name of a word of the method that a finding holds; empty for anything else."""
    return _WORDS[type(value)][value] if isinstance(value, StrEnum) else ""
