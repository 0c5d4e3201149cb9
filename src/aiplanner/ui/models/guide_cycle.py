"""What the guide says of the cycle and of each of its phases."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import advice, phase_guide, phase_label, phases, signposts
from aiplanner.domain.content import PhaseGuide
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.guide_passages import Look, Passage, asked, key, labelled, signs, sourced

_LIMITS = "when-not-to-use"
"""Key of the advice that everybody should have read before beginning."""


def cycle_passages(head: Head) -> Iterator[Passage]:
    """The way round in one look: each phase with its question, and what it hands on."""
    yield key(_("Start from what works. Each phase hands something to the next one."))
    for guide in phases():
        name, target = phase_label(head, guide.key), f"phase:{guide.key.value}"
        yield Passage(Look.WORDS, guide.question, lead=name, target=target)
        yield Passage(Look.QUIET, _("Finds: {finds}").format(finds=_begun(guide.finds)))
    yield Passage(Look.LABEL, _("Before you begin"))
    yield from (
        Passage(Look.LINK, told.title, target=f"advice:{told.key}")
        for told in advice()
        if told.key == _LIMITS
    )
    yield Passage(Look.LINK, _("The principles behind it"), target="principles")
    yield Passage(Look.LINK, _("Three levels of leadership"), target="levels")
    yield from sourced(*(guide.sources for guide in phases()))


def phase_passages(head: Head, phase: Phase) -> Iterator[Passage]:
    """All of a phase, in the order in which somebody who plans it asks."""
    guide = phase_guide(phase)
    yield Passage(Look.QUIET, guide.question)
    yield key(guide.purpose)
    yield from _flow(head, guide)
    yield from labelled(_("How to"), Look.STEP, guide.how)
    yield from labelled(_("Times and groups"), Look.POINT, guide.facts)
    yield from labelled(_("Watch for"), Look.POINT, guide.pitfalls)
    yield from labelled(_("Before you go on"), Look.POINT, guide.checks)
    if guide.prompts:
        yield Passage(Look.LABEL, _("Leadership here"))
        yield from (asked(capability, words) for capability, words in guide.prompts.items())
    yield from signs(sign for sign in signposts() if phase in sign.phases)
    yield from sourced(guide.sources)


def _flow(head: Head, guide: PhaseGuide) -> Iterator[Passage]:
    order = list(Phase)
    after = order[(order.index(guide.key) + 1) % len(order)]
    yield Passage(Look.LABEL, _("What comes in, what goes out"))
    yield Passage(Look.WORDS, guide.brings, lead=_("Brings"))
    yield Passage(Look.WORDS, guide.finds, lead=_("Finds"))
    then = _("Then: {phase}").format(phase=phase_label(head, after))
    yield Passage(Look.LINK, then, target=f"phase:{after.value}")


def _begun(text: str) -> str:
    """A sentence as it goes on after a colon."""
    return text[:1].lower() + text[1:]
