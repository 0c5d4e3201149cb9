"""What the guide says of the six capabilities and of the three levels."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide, levels, phase_label, signposts
from aiplanner.app.guide_words import READER_NAMES
from aiplanner.domain.content import CapabilityGuide, Reader
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.guide_passages import Look, Passage, key, labelled, signs, sourced

_APART = tuple(reader for reader in Reader if reader is not Reader.EVERYONE)


def capability_passages(head: Head, capability: Capability) -> Iterator[Passage]:
    """All of a capability: what it is, where it shows, what to ask oneself."""
    guide = capability_guide(capability)
    yield key(guide.meaning)
    yield from labelled(_("Why it matters here"), Look.WORDS, (guide.why,))
    if guide.phases:
        yield Passage(Look.LABEL, _("Where it shows in the cycle"))
        for phase in (phase for phase in Phase if phase in guide.phases):
            name, target = phase_label(head, phase), f"phase:{phase.value}"
            yield Passage(Look.WORDS, guide.phases[phase], lead=name, target=target)
    yield from labelled(_("To ask yourself"), Look.POINT, guide.prompts)
    yield from _indicators(guide)
    yield from signs(sign for sign in signposts() if capability in sign.capabilities)
    yield from sourced(guide.sources, *(told.sources for told in guide.indicators))


def level_passages() -> Iterator[Passage]:
    """The three levels as a ladder: the same thing asked of me, of us, of the system."""
    yield key(_("One idea, three rungs. Ask the same of yourself, of your team and of the system."))
    for level in levels():
        yield Passage(Look.LABEL, level.name)
        yield key(level.question)
        yield Passage(Look.WORDS, level.meaning)
    yield from sourced(*(level.sources for level in levels()))


def _indicators(guide: CapabilityGuide) -> Iterator[Passage]:
    """How it shows in somebody's work, and openly whom no source speaks of."""
    told = {indicators.reader: indicators for indicators in guide.indicators}
    if not told:
        return
    for reader in (reader for reader in Reader if reader in told):
        label = _("How it shows: {reader}").format(reader=_begun(READER_NAMES[reader]))
        yield from labelled(label, Look.POINT, told[reader].statements)
    missing = [_begun(READER_NAMES[reader]) for reader in _APART if reader not in told]
    if missing:
        said = _("We found no source that says how it shows for: {readers}.")
        yield Passage(Look.SMALL, said.format(readers=", ".join(missing)))


def _begun(text: str) -> str:
    return text[:1].lower() + text[1:]
