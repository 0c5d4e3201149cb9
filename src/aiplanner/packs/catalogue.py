"""The documents that can be printed, in the order of a pack; read without ReportLab."""

from __future__ import annotations

from functools import cache

from aiplanner.app import issued
from aiplanner.app.content import capabilities, handouts
from aiplanner.app.pack_handouts import named_handouts
from aiplanner.app.printing import Audience, DocumentInfo, Group
from aiplanner.domain.cycle import Capability, Per, Phase
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Handout, is_form
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

CARD = "capability-card-"
"""Before the key of the capability of a card."""

EVERYTHING = "all"
"""The word for every document there is."""

CHANGES = DocumentInfo(issued.CHANGES, _("What changed"), "all", Group.PERSON, blank=True)
"""The first page of a pack that is issued again. Nobody chooses it: it comes with the changes."""

_PLAN = (
    DocumentInfo("cover", _("Cover"), "all", Group.YOU, blank=True),
    DocumentInfo("contents", _("Contents"), "all", Group.YOU, blank=True, whole=True),
    DocumentInfo("overview", _("Programme overview"), "all", Group.PERSON),
    DocumentInfo("timetable", _("Timetable"), "participant", Group.PERSON),
    DocumentInfo(
        "agenda", _("One-page agenda"), "participant", Group.PERSON, "session", blank=True
    ),
    DocumentInfo(
        "agenda-revised",
        _("Revised agenda"),
        "participant",
        Group.PERSON,
        "session",
        summary=_("For the day itself, after a plan B: new times, what is shorter or falls away."),
        on_call=True,
    ),
    DocumentInfo("running-order", _("Running order"), "facilitator", Group.YOU, "session"),
    DocumentInfo("materials", _("Materials and room checklist"), "facilitator", Group.YOU),
    DocumentInfo("capability-map", _("Capability map"), "facilitator", Group.YOU),
)
_LATER = (
    DocumentInfo(
        "thread",
        _("Thread"),
        "all",
        Group.YOU,
        blank=True,
        summary=_("Each action and promise with all it grew from; what is not tied yet."),
        on_call=True,
    ),
    DocumentInfo(
        "action-tracker",
        _("Action tracker"),
        "all",
        Group.YOU,
        blank=True,
        summary=_("Who does what by when: overdue first, what is done last."),
        phase=Phase.DELIVER,
        on_call=True,
    ),
    DocumentInfo(
        "programme-logic-model",
        _("Logic model"),
        "all",
        Group.YOU,
        blank=True,
        summary=_("Enablers, activities, risks, outcomes and evidence, as you entered them."),
        on_call=True,
    ),
    DocumentInfo(
        "future-view",
        _("View from the future"),
        "all",
        Group.PERSON,
        blank=True,
        summary=_("The dream as if it had come true, told from that day."),
        phase=Phase.DREAM,
        on_call=True,
    ),
    DocumentInfo(
        "cycle-report",
        _("Cycle report"),
        "all",
        Group.YOU,
        blank=True,
        summary=_("For the sponsor: what we did, heard and agreed, and what became of it."),
        on_call=True,
    ),
    DocumentInfo(
        "evaluation-results",
        _("Evaluation results"),
        "facilitator",
        Group.YOU,
        blank=True,
        summary=_("Private: counts and quotes from evaluations and other forms that came back."),
        on_call=True,
    ),
    DocumentInfo(
        "leadership-profile",
        _("How we see our leadership"),
        "all",
        Group.YOU,
        blank=True,
        summary=_("The group's self-rating before and after, once five people have answered."),
        on_call=True,
    ),
    DocumentInfo(
        "capability-evidence",
        _("My learning record: the six capabilities"),
        "all",
        Group.PERSON,
        blank=True,
        summary=_("What led on each capability, with dates and minutes, and room to reflect."),
        on_call=True,
    ),
)
"""What is made as the cycle goes on, when somebody asks for it."""
_PEOPLE = (
    DocumentInfo(
        "group-lists",
        _("Groups and pairs"),
        "all",
        Group.ROOM,
        blank=True,
        family="people",
        summary=_("Who sits with whom, and who meets whom in each round of pairs."),
    ),
    DocumentInfo(
        "table-cards",
        _("Table cards"),
        "participant",
        Group.ROOM,
        blank=True,
        family="people",
        summary=_("A large card for each table, with its room and its people."),
    ),
    DocumentInfo(
        "name-cards",
        _("Name cards"),
        "participant",
        Group.ROOM,
        blank=True,
        family="people",
        summary=_("A card for everybody, to cut out."),
    ),
    DocumentInfo(
        "sign-in-names",
        _("Sign-in sheet with names"),
        "participant",
        Group.ROOM,
        "session",
        blank=True,
        family="people",
        summary=_("Who is expected, with room to sign, and rows for others."),
    ),
    DocumentInfo(
        "people-list",
        _("List of people"),
        "facilitator",
        Group.YOU,
        blank=True,
        family="people",
        summary=_("Names, parts and contacts; access needs only when you ask for them."),
    ),
)
_CARDS = DocumentInfo(
    "capability-cards",
    _("Capability cards, all six"),
    "all",
    Group.TABLE,
    blank=True,
    family="card",
    summary=_("What each leadership capability means, and questions to think it over with."),
)
_STATEMENTS = DocumentInfo(
    "capability-statements",
    _("Capability statements"),
    "all",
    Group.TABLE,
    blank=True,
    family="card",
    summary=_("How each leadership capability shows at work, for each group of readers."),
)
_SIGNPOSTS = DocumentInfo(
    "signposts",
    _("Signposts"),
    "all",
    Group.PERSON,
    blank=True,
    family="handout",
    summary=_("Resources of others that help on the way, and what each is good for."),
)
_GROUP_OF = {
    Per.SESSION: Group.ROOM,
    Per.PERSON: Group.PERSON,
    Per.PAIR: Group.PAIR,
    Per.TABLE: Group.TABLE,
}


def documents(own: tuple[Handout, ...] = ()) -> tuple[DocumentInfo, ...]:
    """All documents in the order in which a pack holds them: plan, people, handouts, own, cards."""
    return (*_PLAN, *_LATER, *_PEOPLE, *_shipped(), *map(_of_handout, own), *_capability_cards())


def document(key: str, own: tuple[Handout, ...] = ()) -> DocumentInfo:
    """The document of that id; PlanError `document-unknown`."""
    found = next((info for info in documents(own) if info.id == key), None)
    if found is None:
        raise PlanError("document-unknown", document=key)
    return found


def handout_of(key: str, own: tuple[Handout, ...] = ()) -> Handout | None:
    """The handout that a document prints; None for a document that is none."""
    return next((one for one in (*handouts(), *own) if one.key == key), None)


def default_documents(
    programme: Programme,
    audience: Audience = "all",
    own: tuple[Handout, ...] = (),
    sessions: tuple[RowId, ...] | None = None,
) -> tuple[str, ...]:
    """Ids of what a pack of these sessions (None: all) holds where nobody chose.

    That is the plan, and the handouts that planned items of the sessions name.
    """
    named = named_handouts(programme, sessions)
    return tuple(
        info.id
        for info in documents(own)
        if (_of_the_plan(info) or info.id in named) and _suits(info, audience)
    )


def chosen_documents(
    listed: str | None,
    audience: Audience,
    programme: Programme | None = None,
    own: tuple[Handout, ...] = (),
    sessions: tuple[RowId, ...] | None = None,
) -> tuple[str, ...]:
    """Ids of the documents for an audience ("all" = whoever), of those listed, in pack order.

    `listed` is "a,b,…" as typed, "all" for everything there is, None for the default of the
    programme in those sessions. PlanError `document-unknown`, and `pack-empty` when none of them
    is for that audience.
    """
    if listed is None and programme is not None:
        chosen = default_documents(programme, audience, own, sessions)
    else:
        names = _listed(listed, own)
        chosen = tuple(i.id for i in documents(own) if i.id in names and _suits(i, audience))
    if not chosen:
        raise PlanError("pack-empty")
    return chosen


def _listed(listed: str | None, own: tuple[Handout, ...]) -> set[str]:
    if listed is None:
        return {info.id for info in _PLAN if _of_the_plan(info)}
    words = {word.strip() for word in listed.split(",")} - {""}
    if EVERYTHING in words:
        return {info.id for info in documents(own)}
    return {document(word, own).id for word in words}


@cache
def _shipped() -> tuple[DocumentInfo, ...]:
    """The shipped handouts; their files are read when somebody first asks."""
    return (*map(_of_handout, handouts()), _SIGNPOSTS)


def _of_handout(handout: Handout) -> DocumentInfo:
    for_us = handout.audience == "facilitator" and handout.per is Per.SESSION
    return DocumentInfo(
        handout.key,
        handout.title,
        handout.audience,
        Group.YOU if for_us else _GROUP_OF[handout.per],
        handout.each,
        fillable=is_form(handout),
        blank=True,
        family="handout",
        summary=handout.summary or handout.lead,
        phase=handout.phase,
    )


@cache
def _capability_cards() -> tuple[DocumentInfo, ...]:
    return (_CARDS, _STATEMENTS, *(_card(guide.key, guide.name) for guide in capabilities()))


def _card(capability: Capability, name: str) -> DocumentInfo:
    title = _("Capability card: {name}").format(name=name)
    return DocumentInfo(
        CARD + capability.value, title, "all", Group.PERSON, blank=True, family="card"
    )


def _of_the_plan(info: DocumentInfo) -> bool:
    return info.family == "plan" and not info.on_call


def _suits(info: DocumentInfo, audience: Audience) -> bool:
    return audience == "all" or info.audience in (audience, "all")
