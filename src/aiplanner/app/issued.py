"""Packs that left the house: what was in each, and the programme as it was then."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from aiplanner.app.interchange import LARGEST, from_json, to_compact
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, PackReport, options_from_plain, options_plain
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

Way = Literal["saved", "printed", "mailed", "word"]

CHANGES = "changes"
"""The page of a pack that says what changed since the one before."""

KEPT = 50
"""So many packs of a programme are remembered, the newest."""


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """One document of an issued pack."""

    id: str
    title: str
    pages: int
    fingerprint: str
    """`told.fingerprint`; empty for what speaks of the rest of the pack only, as the contents."""


@dataclass(frozen=True, slots=True)
class IssuedPack:
    """A pack that was saved, printed or made ready to send."""

    id: RowId
    programme_id: RowId
    moment: datetime
    """In UTC."""
    revision: int
    """The library's, of the programme as it was."""
    way: Way
    title: str
    options: str
    """JSON of the `PackOptions` it was made with, without the folder of pictures."""
    documents: tuple[IssuedDocument, ...]
    snapshot: bytes = b""
    """The programme as it was, packed; a library's list leaves it out."""

    @property
    def pages(self) -> int:
        """Of all its documents."""
        return sum(document.pages for document in self.documents)


def snapshot_of(programme: Programme) -> bytes:
    """The programme packed: about 10 kB for 500 rows."""
    return zlib.compress(to_compact(programme), 9)


def from_snapshot(data: bytes) -> Programme:
    """The programme that was packed; WorldError `issued-damaged`."""
    try:
        reader = zlib.decompressobj()
        told = reader.decompress(data, LARGEST)
        if not reader.eof:
            raise WorldError("issued-damaged")
        return from_json(told)
    except (zlib.error, PlanError) as error:
        raise WorldError("issued-damaged") from error


def issued_documents(
    report: PackReport, prints: Mapping[str, str], titles: Mapping[str, str]
) -> tuple[IssuedDocument, ...]:
    """What was in a pack, by its report; fingerprints and names of documents go by their ids.

    What has no pages (a document that had nothing to say) was not issued, and the page about an
    earlier pack is no part of this one. A Word file has no pages at all: it holds what is named.
    """
    return tuple(
        IssuedDocument(key, titles.get(key, key), pages, prints.get(key, ""))
        for key, pages in report.parts.items()
        if (pages or not report.pages) and key != CHANGES
    )


def issued_pack(
    pack_id: RowId,
    programme: Programme,
    options: PackOptions,
    documents: tuple[IssuedDocument, ...],
    way: Way,
) -> IssuedPack:
    """What is to be remembered of a pack that was made; its moment is when it was made."""
    told = options_plain(replace(options, pictures="", changes=(), since=""))
    return IssuedPack(
        id=pack_id,
        programme_id=programme.id,
        moment=options.made,
        revision=options.revision,
        way=way,
        title=programme.head.title,
        options=json.dumps(told, ensure_ascii=False, separators=(",", ":")),
        documents=documents,
        snapshot=snapshot_of(programme),
    )


def issued_options(
    pack: IssuedPack, programme: Programme, own: Sequence[Handout] = ()
) -> PackOptions:
    """With what to tell the documents of a pack again, to see which have changed.

    The sessions are those of then that are still there (none, where all of them are gone: that is
    not the whole cycle), the user's own handouts those of now. PlanError where the options cannot
    be read (any more).
    """
    then = options_then(pack)
    there = {session.id for session in programme.sessions}
    sessions = then.sessions and tuple(key for key in then.sessions if key in there)
    chosen = tuple(document.id for document in pack.documents)
    return replace(then, sessions=sessions, own=tuple(own), documents=chosen)


def options_then(pack: IssuedPack) -> PackOptions:
    """The options that a pack was made with; PlanError where they cannot be read (any more)."""
    try:
        raw = json.loads(pack.options)
    except ValueError:
        raise PlanError("data-not-json", what=_("the choices of the pack")) from None
    return options_from_plain(raw)


def same_again(pack: IssuedPack, other: IssuedPack) -> bool:
    """Whether two packs hold the same documents, saying the same, made in the same way."""
    return _known_by(pack) == _known_by(other)


def _known_by(pack: IssuedPack) -> tuple[object, ...]:
    try:
        then = options_plain(replace(options_then(pack), revision=0))
    except PlanError:
        return (pack.id,)
    return pack.way, pack.documents, then | {"made": ""}


def changed_documents(pack: IssuedPack, now: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the documents of a pack that say something else now, in its order.

    `now` are the fingerprints of today; a document that is not among them says nothing any more.
    """
    return tuple(
        document.id
        for document in pack.documents
        if document.fingerprint and now.get(document.id, "") != document.fingerprint
    )
