"""Remember a pack that a command made among the issued packs of its programme."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace

from aiplanner.app.issued import Way, issued_documents, issued_pack, same_again
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.app.wording import say
from aiplanner.cli.output import Arguments
from aiplanner.cli.places import opened
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _


def remember(
    chosen: Arguments, programme: Programme, options: PackOptions, report: PackReport, way: Way
) -> None:
    """Remember the pack, unless the command says `--no-record`.

    A script that makes the same pack every night does not fill the list: where all says what it
    said before, the pack takes the place of the one before. What was made stays made when the
    library cannot be written; that is said.
    """
    if chosen.no_record:
        return
    from aiplanner.packs.catalogue import documents  # noqa: PLC0415 - packs are heavy
    from aiplanner.packs.tell_pack import prints_of  # noqa: PLC0415 - dear to load

    titles = {info.id: info.title for info in documents(options.own)}
    made = replace(options, documents=tuple(report.parts), changes=(), since="", pictures="")
    papers = issued_documents(report, prints_of(programme, made), titles)
    pack = issued_pack(new_id(), programme, options, papers, way)
    try:
        with opened(chosen) as library:
            before = (one for one in library.issued(programme.id) if same_again(one, pack))
            library.issue(next((replace(pack, id=one.id) for one in before), pack))
    except (PlanError, WorldError) as error:
        _warn(_("The pack is made, but not remembered as issued."), say(error))


def without_pages(documents: Iterable[str]) -> PackReport:
    """The report of a Word file: the documents it holds, of which nobody knows the pages."""
    return PackReport(0, dict.fromkeys(documents, 0))


def _warn(*sentences: str) -> None:
    print("aiplanner:", *sentences, file=sys.stderr)
