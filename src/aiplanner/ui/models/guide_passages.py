"""The words of the guide as data: each passage with its look, its badge and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aiplanner.app.content import capability_guide, sources
from aiplanner.domain.content import Signpost
from aiplanner.domain.cycle import Capability
from aiplanner.i18n import gettext as _

PRINT = "print:"
"""So begins a target that is a document to print."""


class Look(StrEnum):
    """How a passage is set."""

    TITLE = "title"
    KEY = "key"
    """The first sentence in bold: what matters most here."""
    WORDS = "words"
    QUIET = "quiet"
    SMALL = "small"
    LABEL = "label"
    """A small heading under a hairline."""
    POINT = "point"
    STEP = "step"
    """A numbered point; the first after another look is number one."""
    ASK = "ask"
    """A question under the badge and name of a capability."""
    LINK = "link"
    LED = "led"
    """The badge and name of a capability that is led on, and what is said of it."""
    SUPPORTED = "supported"
    """The same where it is only supported."""
    ROW = "row"
    """A line of a running order: its mark is its minutes."""
    REST = "rest"
    """The same for what is not the work itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: `lead` is bold and stands before `text`.

    `target` is a topic ("phase:dream", "signposts#key"), a document to print ("print:soar") or a
    web address that the lead, or else the whole text, leads to. `anchor` is the name by which a
    target finds this passage.
    """

    look: Look
    text: str
    lead: str = ""
    mark: str = ""
    """The letters of a badge."""
    target: str = ""
    anchor: str = ""

    @property
    def words(self) -> str:
        """All its words in one line, for searching."""
        return " ".join(f"{self.lead} {self.text}".split())


def key(text: str) -> Passage:
    """A text whose first sentence carries it."""
    words = " ".join(text.split())
    first, dot, rest = words.partition(". ")
    return Passage(Look.KEY, rest, lead=first + dot.strip())


def labelled(label: str, look: Look, texts: Iterable[str]) -> Iterator[Passage]:
    """A heading and its texts; nothing at all where there are no texts."""
    found = [" ".join(text.split()) for text in texts]
    if any(found):
        yield Passage(Look.LABEL, label)
        yield from (Passage(look, text) for text in found if text)


def asked(capability: Capability, question: str) -> Passage:
    """A question on a capability."""
    guide = capability_guide(capability)
    target = f"capability:{capability.value}"
    return Passage(Look.ASK, question, lead=guide.name, mark=guide.mark, target=target)


def signs(found: Iterable[Signpost]) -> Iterator[Passage]:
    """Resources in short: what each is good for; its name leads to all that we know of it."""
    listed = list(found)
    if listed:
        yield Passage(Look.LABEL, _("Signposts"))
    for sign in listed:
        yield Passage(Look.WORDS, sign.use, lead=sign.title, target=f"signposts#{sign.key}")


def sourced(*keys: Iterable[str]) -> Iterator[Passage]:
    """Where a text comes from, small at its end; each source once.

    Own starters may name sources that are not ours: those are shown as they were written.
    """
    known = sources()
    titles = (known[one].title if one in known else one for some in keys for one in some)
    yield from labelled(_("Sources"), Look.SMALL, dict.fromkeys(titles))
