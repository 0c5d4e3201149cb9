"""Join packs and formats: documents told as they would be printed, written as a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aiplanner.app.interchange import from_plain
from aiplanner.app.printing import PackOptions, options_from_plain
from aiplanner.domain.programme import Programme

Progress = Callable[[int, int, str], None]


def _silent(_done: int, _total: int, _title: str) -> None:
    """Tell nobody."""


def write_pack_word(
    programme: Programme, options: PackOptions, out: Path, progress: Progress = _silent
) -> tuple[str, ...]:
    """Write the documents as a Word file at `out`, whole or not at all; their ids, in order.

    Figures are drawn into the folder of pictures, where there is one: whoever gave it removes it,
    even when this process is killed. PlanError `document-unknown`, `pack-empty`; WorldError
    `file-unwritable`.
    """
    from aiplanner.formats.word import write_word  # noqa: PLC0415 - dear to load
    from aiplanner.packs.tell_pack import tell_pack  # noqa: PLC0415 - dear to load

    with TemporaryDirectory(prefix="aiplanner-", dir=options.pictures or None) as drawn:
        pack = tell_pack(programme, options, Path(drawn))
        write_word(pack, out, progress)
    return tuple(dict.fromkeys(one.id for one in pack.documents))


def word_job(request: Mapping[str, Any], step: Progress) -> dict[str, object]:
    """What the pack worker answers to "word": the ids of the documents that the file holds."""
    programme, options = from_plain(request["programme"]), options_from_plain(request["options"])
    return {"documents": list(write_pack_word(programme, options, Path(request["out"]), step))}
