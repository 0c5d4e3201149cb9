"""The command about what aiplanner knows: count it, check it, write one's own into a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from aiplanner.app.content_checks import file_breaches, shipped_breaches
from aiplanner.app.content_report import activity_table, counts_lines, counts_plain
from aiplanner.app.own_content import bank, content_file, is_own, own_handouts
from aiplanner.app.wording import say
from aiplanner.app.writing import write_whole
from aiplanner.cli.output import DONE, REFUSED, Arguments, as_json, tell_unread
from aiplanner.cli.places import opened
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


def content(chosen: Arguments) -> int:
    """Count what there is; or check it, or a file; or write one's own, or the table, to a file."""
    if chosen.check is not False:  # None: it was asked for without a file
        return _check(chosen)
    with opened(chosen) as library:
        known = bank(library)
    tell_unread(known)
    if chosen.out is not None:
        pieces = [p for part in (known.activities, known.handouts, known.starters) for p in part]
        own = [piece for piece in pieces if is_own(piece.key)]
        if not own:
            raise PlanError("own-none")
        write_whole(chosen.out, content_file(own))
        print(chosen.out)
    elif chosen.table:
        print(activity_table())
    elif chosen.json:
        print(as_json(counts_plain(known)))
    else:
        print("\n".join(counts_lines(known)))
    return DONE


def _check(chosen: Arguments) -> int:
    from aiplanner.packs.catalogue import documents  # noqa: PLC0415 - packs are heavy

    if chosen.check is None:
        return _tell(shipped_breaches({info.id for info in documents()}))
    with opened(chosen) as library:
        own = own_handouts(library)
    return _tell(file_breaches(chosen.check, {info.id for info in documents(own)}))


def _tell(breaches: Iterable[PlanError]) -> int:
    lines = [_line(error) for error in breaches]
    for line in lines:
        print(line, file=sys.stderr)
    if lines:
        wrong = ngettext("{count} thing is wrong.", "{count} things are wrong.", len(lines))
        print(wrong.format(count=len(lines)), file=sys.stderr)
        return REFUSED
    print(_("All content is sound."))
    return DONE


def _line(error: PlanError) -> str:
    """A fault as compilers say it, so that editors find it; a file without any line in words."""
    if "line" not in error.facts:
        return say(error)
    return _("{file}:{line}: {what}").format(**error.facts)
