"""Remember packs that were issued, list them, and compare one with the programme of now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from aiplanner.app.change_words import Change, changes_since
from aiplanner.app.issued import (
    IssuedPack,
    Way,
    changed_documents,
    issued_documents,
    issued_options,
    issued_pack,
    options_then,
    snapshot_of,
)
from aiplanner.app.ports import Library, WorldError
from aiplanner.app.printing import DocumentInfo, PackOptions, PackReport
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.models.issued import Compared
from aiplanner.ui.pages.issued_turns import InTurn, Prints, Question, Tell
from aiplanner.ui.services import Services

Catalogue: TypeAlias = Callable[[], tuple[Mapping[str, DocumentInfo], tuple[Handout, ...]]]
"""What can be printed now, by id, and the user's own handouts."""


class IssuedDesk(QObject):
    """Nothing here waits: the library answers from its thread, the worker from its process."""

    listed = Signal()
    """The packs of the programme are known anew."""
    compared = Signal(object)
    """Compared: how an issued pack stands to the programme of now, as far as is known."""
    refused = Signal(str)
    """A sentence: the library or the worker refuses."""

    def __init__(
        self,
        services: Services,
        document: Document,
        catalogue: Catalogue,
        tell: Tell,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services, self._document = services, document
        self._catalogue, self._tell = catalogue, InTurn(tell)
        self.packs: tuple[IssuedPack, ...] = ()
        """Those of the programme, newest first."""
        self._asked: tuple[RowId, Programme] | None = None
        self._forgotten: set[RowId] = set()
        """Packs whose prints the worker may still tell: they do not come back by that."""

    def read(self) -> None:
        """List the packs anew."""
        library, programme_id = self._services.library, self._document.now.id
        self._services.jobs.start(
            lambda _ticket: tuple(library.issued(programme_id)), self._on_read, self._on_failed
        )

    def remember(
        self, programme: Programme, options: PackOptions, report: PackReport, way: Way
    ) -> None:
        """A pack is in its place, or went to the printer: remember it.

        It is remembered at once, and again with the prints of its documents when the worker has
        told them: without, it can only not be compared.
        """
        infos, _own = self._catalogue()
        titles = {key: info.title for key, info in infos.items()}
        bare = issued_documents(report, {}, titles)
        asked = replace(
            options, documents=tuple(one.id for one in bare), changes=(), since="", pictures=""
        )
        pack_id = self._services.new_id()

        def keep(prints: Prints) -> None:
            if pack_id in self._forgotten:
                return
            documents = issued_documents(report, prints, titles)
            self._keep(lambda: issued_pack(pack_id, programme, options, documents, way))

        keep({})
        if bare:
            self._tell.ask(Question(programme, asked, keep, self._on_failed))

    def compare(self, pack: IssuedPack) -> None:
        """Find out what changed since a pack; only the latest question is answered."""
        programme, library = self._document.now, self._services.library
        asked = self._asked = (pack.id, programme)
        infos, own = self._catalogue()
        try:
            options = issued_options(pack, programme, own)
        except PlanError as error:
            self._on_failed(error)
            return
        there = tuple(key for key in options.documents if key in infos)
        options = replace(options, documents=there, made=self._services.now().astimezone())

        def answered(changes: tuple[Change, ...]) -> None:
            if self._asked is asked:
                self.compared.emit(Compared(pack, options, changes))
                self._ask_prints(asked, Compared(pack, options, changes))

        concerned = options_then(pack).sessions  # one that is gone is a change too
        self._services.jobs.start(
            lambda _ticket: _changes(library, pack.id, programme, concerned),
            answered,
            self._on_failed,
            owner=self,
        )

    def forget(self, packs: Sequence[IssuedPack]) -> None:
        """Forget packs, and offer to remember them again."""
        library = self._services.library
        self._forgotten.update(pack.id for pack in packs)
        self._services.jobs.start(
            lambda _ticket: _forgotten(library, packs),
            lambda whole: self._on_forgotten(len(packs), whole),
            self._on_failed,
            owner=self,
        )

    def rest(self) -> None:
        """Whatever was asked, nobody waits for it any more."""
        self._asked = None

    def _ask_prints(self, asked: tuple[RowId, Programme], found: Compared) -> None:
        def told(prints: Prints) -> None:
            if self._asked is asked:
                changed = changed_documents(found.pack, prints)
                self.compared.emit(replace(found, changed=changed))

        if found.options.documents and found.options.sessions != ():
            question = Question(asked[1], found.options, told, self._on_failed, passed=True)
            self._tell.ask(question)
        else:
            told({})

    def _keep(self, made: Callable[[], IssuedPack]) -> None:
        library = self._services.library
        self._services.jobs.start(
            lambda _ticket: library.issue(made()),
            lambda _nothing: self.read(),
            self._on_failed,
            owner=self,
        )

    def _remember_again(self, packs: Sequence[IssuedPack]) -> None:
        for pack in packs:
            self._forgotten.discard(pack.id)
            self._keep(partial(_itself, pack))

    def _on_read(self, packs: Sequence[IssuedPack]) -> None:
        self.packs = tuple(packs)
        self.listed.emit()

    def _on_forgotten(self, count: int, whole: Sequence[IssuedPack]) -> None:
        self.read()
        sentence = ngettext(
            "The issued pack is forgotten.", "{count} issued packs are forgotten.", count
        )
        back = (lambda: self._remember_again(whole)) if whole else None
        self._services.say(sentence.format(count=count), back=back)

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self.refused.emit(sentence(error))


def _changes(
    library: Library, pack_id: RowId, now: Programme, sessions: tuple[RowId, ...] | None
) -> tuple[Change, ...]:
    return changes_since(library.issued_snapshot(pack_id), now, sessions)


def _forgotten(library: Library, packs: Sequence[IssuedPack]) -> tuple[IssuedPack, ...]:
    """Forget packs; they come back with the programmes as they were, to be remembered again.

    One that is damaged, or gone already, does not come back; all the same it is to be forgotten.
    """
    whole: list[IssuedPack] = []
    for pack in packs:
        with suppress(PlanError, WorldError):
            whole.append(replace(pack, snapshot=snapshot_of(library.issued_snapshot(pack.id))))
        library.forget_issued(pack.id)
    return tuple(whole)


def _itself(pack: IssuedPack) -> IssuedPack:
    return pack
