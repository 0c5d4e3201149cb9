"""Join packs and formats: a folder with everything that a mail to the participants needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aiplanner.app.interchange import from_plain
from aiplanner.app.mail_folder import (
    MESSAGE,
    MailPart,
    mail_message,
    mail_parts,
    mail_scope,
    size_note,
)
from aiplanner.app.printing import PackOptions, PackReport, options_from_plain, report_plain
from aiplanner.app.writing import folder_whole
from aiplanner.cli.calendar import entries_of, write_calendar
from aiplanner.cli.word import Progress, write_pack_word
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    write: Callable[[Path], PackReport | None]


def write_mail_folder(
    programme: Programme, options: PackOptions, folder: Path, progress: Progress
) -> PackReport:
    """Write PDFs, a Word file, a calendar file and the message into a new folder, all or none.

    Facilitators' documents are left out unless `options.audience` is theirs. PlanError
    `document-unknown`, `pack-empty`; WorldError `folder-there`, `file-unwritable`.
    """
    from aiplanner.packs.separate import separate, together  # noqa: PLC0415 - dear to load

    infos = separate(options)
    parts = mail_parts(infos, options.audience)
    if not parts:
        raise PlanError("pack-empty")
    if options.audience != "facilitator" and any(i.audience == "facilitator" for i in infos):
        options = replace(options, changes=())  # it may tell what is private
    files = _files(programme, options, parts)
    reports: list[PackReport] = []
    with folder_whole(folder) as place:
        for done, file in enumerate(files):
            progress(done, len(files), file.name)
            if report := file.write(place / file.name):
                reports.append(report)
        message = mail_message(
            programme,
            options.sessions,
            [file.name for file in files],
            forms=any(part.fillable for part in parts),
        )
        (place / MESSAGE).write_text(message, encoding="utf-8")
        note = size_note(sum(file.stat().st_size for file in place.iterdir()))
    progress(len(files), len(files), "")
    report = together(reports)
    return replace(report, unprintable=tuple(filter(None, (*report.unprintable, note))))


def mail_job(request: Mapping[str, Any], step: Callable[[int, int, str], None]) -> dict[str, Any]:
    """What the pack worker answers to "mail": the report of its PDFs."""
    programme, options = from_plain(request["programme"]), options_from_plain(request["options"])
    return report_plain(write_mail_folder(programme, options, Path(request["out"]), step))


def _files(
    programme: Programme, options: PackOptions, parts: Sequence[MailPart]
) -> tuple[_File, ...]:
    pdfs = [
        _File(part.name, _pdf(programme, options, part, first=part is parts[0])) for part in parts
    ]
    scope = mail_scope(programme, options.sessions)
    words = tuple(key for part in parts for key in part.documents)

    def word(place: Path) -> None:
        write_pack_word(programme, replace(options, documents=words, changes=()), place)

    def calendar(place: Path) -> None:
        write_calendar(programme, options.sessions, place, options.revision, options.made)

    others = [_File(_("{name}.docx").format(name=scope), word)]
    if entries_of(programme, options.sessions):
        others.append(_File(_("{name}.ics").format(name=scope), calendar))
    return (*pdfs, *others)


def _pdf(
    programme: Programme, options: PackOptions, part: MailPart, *, first: bool
) -> Callable[[Path], PackReport]:
    from aiplanner.packs.render import render_pack  # noqa: PLC0415 - dear to load

    changes = options.changes if first else ()
    one = replace(options, documents=part.documents, fillable=part.fillable, changes=changes)
    return lambda place: render_pack(programme, one, place, lambda _done, _total, _title: None)
