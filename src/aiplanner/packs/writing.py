"""Write the documents of a pack: which are chosen, who writes each, and on which sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from aiplanner.app.paper_words import programme_title
from aiplanner.app.printing import DocumentInfo, PackOptions
from aiplanner.domain.cycle import Capability
from aiplanner.domain.errors import PlanError
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.catalogue import CARD, CHANGES, document, documents, handout_of
from aiplanner.packs.documents import capability_cards, contents, handout
from aiplanner.packs.setting import Draft, Setting, Write
from aiplanner.packs.sheet import Sheet

_CLOSE = ("signposts", "programme-logic-model", "action-tracker")
"""Documents beside the cards that are set with narrower margins, to save paper."""
_BEFORE = (CHANGES.id, "cover")
"""Documents that stand before the contents and are not named there."""
_WIDE = ("programme-logic-model", "action-tracker")
"""Documents in columns, which lie across their paper; set in large print they stand."""


@dataclass(frozen=True, slots=True)
class Written:
    """A draft with the document it belongs to."""

    info: DocumentInfo
    draft: Draft


def chosen(options: PackOptions) -> list[DocumentInfo]:
    """The documents asked for, in pack order; PlanError `document-unknown`, `pack-empty`."""
    wanted = {document(key, options.own).id for key in options.documents}
    if not wanted:
        raise PlanError("pack-empty")
    first = [CHANGES] if options.changes else []
    return first + [info for info in documents(options.own) if info.id in wanted]


def written(infos: Sequence[DocumentInfo], setting: Setting) -> list[Written]:
    """The drafts of all these documents, those that speak of the others in their places too."""
    made = [
        Written(info, draft) for info in infos if not info.whole for draft in _drafts(info, setting)
    ]
    for info in infos:
        if info.whole:
            draft = contents.draft(
                [w.draft for w in made if w.info.id not in _BEFORE], _blocks(info, setting)
            )
            place = sum(1 for w in made if infos.index(w.info) < infos.index(info))
            made.insert(place, Written(info, draft))
    return made


def sheet_of(info: DocumentInfo, setting: Setting) -> Sheet:
    """The sheet that a document is set on."""
    close = info.family == "card" or info.id in _CLOSE
    wide = info.id in _WIDE and not setting.sheet().profile.large
    return setting.sheet(punched=info.audience == "facilitator", close=close, wide=wide)


def author_of(setting: Setting) -> str:
    """Who a pack is from, as its file says."""
    return setting.head.organisation.strip() or setting.head.service.strip() or "aiplanner"


def whose(info: DocumentInfo, setting: Setting) -> str:
    """The programme's title in the running heads; sheets of a nameless one are for any."""
    if info.family in ("plan", "people"):
        return programme_title(setting.programme)
    return setting.head.title.strip()


def _drafts(info: DocumentInfo, setting: Setting) -> Iterable[Draft]:
    return _writer(info, setting.options)(setting, _blocks(info, setting))


def _writer(info: DocumentInfo, options: PackOptions) -> Write:
    """What writes a document: its own module, or that of handouts or of cards with what it is."""
    if one := handout_of(info.id, options.own):
        return partial(handout.drafts, one)
    if info.id.startswith(CARD):
        capability = Capability(info.id.removeprefix(CARD))
        return partial(capability_cards.one, capability)
    name = info.id.replace("-", "_")
    write: Write = import_module(f"aiplanner.packs.documents.{name}").drafts
    return write


def _blocks(info: DocumentInfo, setting: Setting) -> Blocks:
    setting.gate.place = info.title  # whatever is said from now on stands there
    return Blocks(info.id, sheet_of(info, setting), setting.gate)
