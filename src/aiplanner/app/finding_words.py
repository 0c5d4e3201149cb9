"""Name the sorts, the fields and the words of findings for people."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from aiplanner.app.wording import LEVEL_NAMES
from aiplanner.domain.cycle import Level
from aiplanner.domain.findings import DreamKind, Progress, PromiseKind, QuestionPart, Sort
from aiplanner.i18n import gettext as _

SORT_NAMES: Mapping[Sort, str] = {
    Sort.TOPIC: _("topic"),
    Sort.QUESTION: _("question"),
    Sort.STORY: _("story"),
    Sort.THEME: _("theme"),
    Sort.DREAM: _("dream"),
    Sort.STATEMENT: _("possibility statement"),
    Sort.PROMISE: _("promise"),
    Sort.ACTION: _("action"),
    Sort.REVIEW: _("review"),
}

SORT_HEADINGS: Mapping[Sort, str] = {
    Sort.TOPIC: _("Topics"),
    Sort.QUESTION: _("Questions of the interview guide"),
    Sort.STORY: _("Stories"),
    Sort.THEME: _("Themes"),
    Sort.DREAM: _("Dreams"),
    Sort.STATEMENT: _("Possibility statements"),
    Sort.PROMISE: _("Promises"),
    Sort.ACTION: _("Actions"),
    Sort.REVIEW: _("Reviews"),
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
}

_WORDS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Level: LEVEL_NAMES,
    QuestionPart: QUESTION_PART_NAMES,
    DreamKind: DREAM_KIND_NAMES,
    PromiseKind: PROMISE_KIND_NAMES,
    Progress: PROGRESS_NAMES,
}
"""By type first: members of two types are equal when they are the same word."""


def word_name(value: object) -> str:
    """The name of a word of the method that a finding holds; empty for anything else."""
    return _WORDS[type(value)][value] if isinstance(value, StrEnum) else ""
