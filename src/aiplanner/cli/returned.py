"""The command that reads a form that came back as a PDF, and takes it in when asked to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aiplanner.app.returned import ReturnedSheet
from aiplanner.app.returned_saving import Moment, sheets_in, take_saved
from aiplanner.cli.output import DONE, Arguments
from aiplanner.cli.places import now, opened
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


def take_form(chosen: Arguments) -> int:
    """Print the answers of a form beside their questions; with `--accept` take in the ticked."""
    from aiplanner.formats.returned_forms import read_returned  # noqa: PLC0415 - dear to load

    file: Path = chosen.file
    read = read_returned(file)
    with opened(chosen) as library:
        sheets = sheets_in(library, read, again=chosen.again)
        if chosen.accept:
            moment = Moment(now().astimezone().date(), now(), new_id)
            fresh = [sheet for sheet in sheets if sheet.ticked]
            if not fresh:
                raise PlanError("returned-again")
            take_saved(library, fresh, file.name, moment)
    for sheet in sheets:
        print("\n".join(_lines(sheet)))
    print(_outcome(sheets) if chosen.accept else _NOT_YET)
    return DONE


def _lines(sheet: ReturnedSheet) -> Iterator[str]:
    yield " · ".join(part for part in (sheet.title, sheet.where) if part)
    yield from (f"! {note}" for note in sheet.notes)
    for one in sheet.answers:
        mark = "x" if one.key in sheet.ticked else " "
        said = " / ".join(one.said.split("\n")) or _("no answer")
        yield f"[{mark}] {one.asked} — {said} ({one.goes})"


def _outcome(sheets: tuple[ReturnedSheet, ...]) -> str:
    count = sum(len(sheet.ticked) for sheet in sheets)
    return ngettext("{count} answer is taken in.", "{count} answers are taken in.", count).format(
        count=count
    )


_NOT_YET = _("Nothing was entered yet. Add --accept to take in what is marked with an x.")
