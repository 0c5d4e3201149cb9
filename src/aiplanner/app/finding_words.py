"""Name the sorts and kinds of findings, and how far a promise has come, for people."""

from __future__ import annotations

from collections.abc import Mapping

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
