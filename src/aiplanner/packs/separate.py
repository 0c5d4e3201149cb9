"""Render each document of a pack into a PDF of its own, in a folder that is whole or not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from aiplanner.app.file_names import numbered_name
from aiplanner.app.interchange import from_plain
from aiplanner.app.printing import (
    DocumentInfo,
    PackOptions,
    PackReport,
    options_from_plain,
    report_plain,
)
from aiplanner.app.writing import folder_whole
from aiplanner.domain.programme import Programme
from aiplanner.packs.render import Progress, render_pack
from aiplanner.packs.writing import chosen


def render_each(
    programme: Programme, options: PackOptions, folder: Path, progress: Progress
) -> PackReport:
    """Write the chosen documents into a new folder, one PDF each, named in the order of a pack.

    What only speaks of the other documents of a pack (the contents) is left out. A page that says
    what changed begins the first file, or the first for facilitators: it may tell private things
    where one of the documents does. PlanError `document-unknown`, `pack-empty`; WorldError
    `folder-there`, `file-unwritable`.
    """
    infos = separate(options)
    chosen(replace(options, documents=tuple(info.id for info in infos)))  # refuses an empty pack
    with folder_whole(folder) as place:
        reports = []
        bearer = next((info for info in infos if info.audience == "facilitator"), infos[0])
        for done, info in enumerate(infos):
            progress(done, len(infos), info.title)
            one = replace(
                options, documents=(info.id,), changes=options.changes if info is bearer else ()
            )
            file = place / numbered_name(done + 1, len(infos), info.title)
            reports.append(render_pack(programme, one, file, _unheard))
    progress(len(infos), len(infos), "")
    return together(reports)


def separate(options: PackOptions) -> list[DocumentInfo]:
    """The chosen documents that can stand alone, in the order of a pack."""
    wanted = chosen(replace(options, changes=()))
    return [info for info in wanted if not info.whole]


def together(reports: Sequence[PackReport]) -> PackReport:
    """What was printed in several files, as one report."""
    parts: dict[str, int] = {}
    for report in reports:
        parts |= report.parts
    notes = dict.fromkeys(note for report in reports for note in report.unprintable)
    return PackReport(sum(report.pages for report in reports), parts, tuple(notes))


def separate_job(
    request: Mapping[str, Any], step: Callable[[int, int, str], None]
) -> dict[str, Any]:
    """What the pack worker answers to "split": the report of all the files."""
    programme, options = from_plain(request["programme"]), options_from_plain(request["options"])
    return report_plain(render_each(programme, options, Path(request["out"]), step))


def _unheard(_done: int, _total: int, _title: str) -> None:
    """A single document's own progress is not told."""
