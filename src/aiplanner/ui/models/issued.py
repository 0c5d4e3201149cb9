"""What the Print page tells of issued packs: which there are, and what changed since one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from aiplanner.app.change_words import Change, change_lines
from aiplanner.app.issued import IssuedPack, Way
from aiplanner.app.printing import DocumentInfo, PackOptions
from aiplanner.app.wording import day_text, time_text
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.guide_passages import Look, Passage

_WAYS: Mapping[Way, str] = {
    "saved": _("saved"),
    "printed": _("printed"),
    "mailed": _("made ready to send"),
    "word": _("saved as Word"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """An issued pack beside the programme of now."""

    pack: IssuedPack
    options: PackOptions
    """With which to make its documents again."""
    changes: tuple[Change, ...]
    changed: tuple[str, ...] | None = None
    """The ids of the documents that say something else now; None: not known yet."""

    @property
    def homeless(self) -> bool:
        """Whether none of the sessions is left that the pack was made for."""
        return self.options.sessions == ()

    @property
    def as_before(self) -> tuple[str, ...]:
        """The titles of the documents that are known to say the same."""
        return () if self.changed is None else self._titles(changed=False)

    @property
    def different(self) -> tuple[str, ...]:
        """The titles of those that say something else."""
        return () if self.changed is None else self._titles(changed=True)

    def _titles(self, *, changed: bool) -> tuple[str, ...]:
        ids = frozenset(self.changed or ())
        return tuple(
            one.title
            for one in self.pack.documents
            if one.fingerprint and (one.id in ids) is changed
        )


@dataclass(frozen=True, slots=True)
class Reissue:
    """What to choose so that a pack replaces what has changed of an issued one."""

    documents: tuple[str, ...]
    options: PackOptions
    """Of the issued pack: its sessions, print size and paper; with the changes to tell first."""


def moment_words(moment: datetime) -> str:
    """As "Sun 22 Nov 2026, 09:30", where the user is."""
    here = moment.astimezone()
    return _("{day}, {time}").format(day=day_text(here.date()), time=time_text(here.time()))


def pack_words(pack: IssuedPack) -> str:
    """As "Sun 22 Nov 2026, 09:30 · printed · version 3 · 14 pages"."""
    parts = [moment_words(pack.moment), _WAYS.get(pack.way, pack.way)]
    if pack.revision:
        parts.append(_("version {number}").format(number=pack.revision))
    return " · ".join((*parts, _size_words(pack)))


def _size_words(pack: IssuedPack) -> str:
    """As "14 pages"; of a Word file, which has none yet, "3 documents"."""
    if pack.pages:
        return ngettext("{count} page", "{count} pages", pack.pages).format(count=pack.pages)
    count = len(pack.documents)
    return ngettext("{count} document", "{count} documents", count).format(count=count)


def head_words(packs: Sequence[IssuedPack], revision: int) -> str:
    """What is said of the latest pack before one looks closer."""
    latest = packs[0]
    words = _("Issued {moment}").format(moment=moment_words(latest.moment))
    if revision == latest.revision:
        return words
    return _("{issued}: see what changed since").format(issued=words)


def passages(compared: Compared) -> tuple[Passage, ...]:
    """The text of the pane."""
    return tuple(_told(compared))


def reissue(compared: Compared, infos: Mapping[str, DocumentInfo]) -> Reissue | None:
    """The documents that changed and are still there, with the page that says what changed.

    That page tells private things only where a document for facilitators comes with it.
    """
    documents = tuple(key for key in compared.changed or () if key in infos)
    if not documents or compared.homeless:
        return None
    ours = any(infos[key].audience == "facilitator" for key in documents)
    lines = change_lines(compared.changes, compared.different, facilitators=ours)
    options = replace(
        compared.options,
        documents=documents,
        changes=lines,
        since=moment_words(compared.pack.moment),
    )
    return Reissue(documents, options)


def _told(compared: Compared) -> Iterator[Passage]:
    if compared.homeless:
        yield Passage(Look.KEY, "", lead=_homeless_words())
    elif compared.changed is None:
        yield Passage(Look.QUIET, _("Looking which documents have changed…"))
    elif not any(one.fingerprint for one in compared.pack.documents):
        words = _("Which of its documents that concerns is not known.")
        yield Passage(Look.QUIET, words)
    elif compared.different:
        titles = ", ".join(compared.different)
        yield Passage(Look.KEY, titles, lead=_("To be printed again:"))
    else:
        yield Passage(Look.KEY, "", lead=_("Every document is as it was issued."))
    for where, some in groupby(compared.changes, key=lambda change: change.where):
        yield Passage(Look.LABEL, where)
        for change in some:
            ours = _("{sentence} (for facilitators only)") if change.private else _("{sentence}")
            yield Passage(Look.POINT, ours.format(sentence=change.sentence))
    if compared.as_before and compared.different and not compared.homeless:
        words = _("As before: {titles}").format(titles=", ".join(compared.as_before))
        yield Passage(Look.QUIET, words)


def _homeless_words() -> str:
    return _(
        "No session that this pack was made for is in the plan any more, so there is nothing to "
        "print again. Tell those who hold it."
    )
