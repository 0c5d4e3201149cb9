"""What the guide says of principles, moments of doubt, printing, and resources of others."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import advice, handouts, phase_label, principles, signposts
from aiplanner.app.guide_words import STATUS_NAMES
from aiplanner.domain.content import Principle, Signpost
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.guide_passages import PRINT, Look, Passage, key, labelled, sourced


def principle_passages() -> Iterator[Passage]:
    """The first five principles, then the five that came later."""
    yield key(_("Ten ideas carry the method. Each one says something about how we plan."))
    for core, label in ((True, _("The first five")), (False, _("Five that came later"))):
        told = [principle for principle in principles() if principle.core is core]
        if told:
            yield Passage(Look.LABEL, label)
        for principle in told:
            yield from _principle(principle)
    yield from sourced(*(principle.sources for principle in principles()))


def advice_passages(which: str) -> Iterator[Passage]:
    """One short text for a moment of doubt."""
    told = next(text for text in advice() if text.key == which)
    yield key(told.text)
    yield from (Passage(Look.POINT, " ".join(point.split())) for point in told.points)
    yield from sourced(told.sources)


def printing_passages(head: Head) -> Iterator[Passage]:
    """How a pack is put together, that everyone can read it, and which sheets there are."""
    yield key(_("Tick what you need and look at each sheet before it is printed."))
    yield Passage(
        Look.WORDS,
        _(
            "Participants see timetable, agenda and handouts. Running order, private notes and "
            "materials are for you alone."
        ),
    )
    yield from labelled(
        _("So that everyone can read it"),
        Look.POINT,
        (
            _("Clear print is 14 pt. Large print is 18 pt: ask people beforehand who wants it."),
            _("The PDF has headings and an order of reading, so screen readers can follow it."),
            _("Nothing is told by colour alone: black and white prints say the same."),
            _("Print a few spare copies. Somebody always comes along unannounced."),
        ),
    )
    yield from labelled(
        _("When the plan changes after that"),
        Look.POINT,
        (
            _("Each pack that you save or print is remembered, with the plan as it was."),
            _("“Issued …” on the Print page tells what changed since, and for whom."),
            _("Print again only what changed: page 1 then says what is not as it was."),
        ),
    )
    for phase in (None, *Phase):
        label = _("for any phase") if phase is None else phase_label(head, phase)
        sheets = [sheet for sheet in handouts() if sheet.phase is phase]
        if sheets:
            yield Passage(Look.LABEL, _("Handouts: {phase}").format(phase=label))
        for sheet in sheets:
            told, target = sheet.summary or sheet.lead, f"{PRINT}{sheet.key}"
            yield Passage(Look.WORDS, told, lead=sheet.title, target=target)


def signpost_passages() -> Iterator[Passage]:
    """Every resource with all that we know of it; the address is text until it is clicked."""
    yield key(
        _(
            "Others have made good things for this work. This program is offline: an address is "
            "opened only when you press it."
        )
    )
    for sign in signposts():
        yield Passage(Look.LABEL, sign.publisher, anchor=sign.key)
        yield Passage(Look.WORDS, sign.what, lead=sign.title)
        yield Passage(Look.WORDS, sign.use, lead=_("Use it"))
        yield Passage(Look.SMALL, _facts(sign))
        if sign.note:
            yield Passage(Look.SMALL, sign.note)
        if sign.address:
            yield Passage(Look.LINK, sign.address, target=sign.address)
    yield from sourced(*(sign.sources for sign in signposts()))


def _principle(principle: Principle) -> Iterator[Passage]:
    yield Passage(Look.WORDS, principle.meaning, lead=principle.name)
    yield Passage(Look.QUIET, principle.so)


def _facts(sign: Signpost) -> str:
    """Year, state and licence: "2021 · kept up to date … · Licence: …"."""
    year = str(sign.year) if sign.year else _("No year given")
    licence = _("Licence: {licence}").format(licence=sign.licence)
    return f"{year} · {STATUS_NAMES[sign.status]} · {licence}"
