"""A tagged pack of 60 pages against the same words set by other engines."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.printing import PackOptions
from aiplanner.app.starters import programme_from
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.render import render_pack
from tests.bench import same_content as other
from tests.bench.measure import Ratio, by_turns, median

PAGES = 60
RAW, PLAIN, WEASYPRINT = "raw canvas", "plain ReportLab, untagged", "WeasyPrint, PDF/UA-1"
AIMS = {PLAIN: "bar 1.3, aim 1.2", WEASYPRINT: "bar 0.1"}


@dataclass
class _Engine:
    """Sets the content once per call and keeps how many pages that made."""

    set_pages: Callable[[Path], int]
    out: Path
    pages: int = 0

    def __call__(self) -> float:
        """Milliseconds of this processor for all of it; others that share it do not count."""
        begun = time.process_time()
        self.pages = self.set_pages(self.out)
        return (time.process_time() - begun) * 1000


def ratios(rounds: int) -> list[Ratio]:
    """Ours against each of the others."""
    with tempfile.TemporaryDirectory() as folder:
        engines = _engines(Path(folder))
        samples = by_turns(engines, rounds)
    facts = {"pages": {name: engine.pages for name, engine in engines.items()}, "ms": samples}
    ours, pages = median(samples["ours"]), engines["ours"].pages
    found = []
    for name in (RAW, PLAIN, WEASYPRINT):
        theirs, their_pages = median(samples[name]), engines[name].pages
        said = f"tagged pack of {pages} pages / {name}"
        found += [
            Ratio(f"{said}, {their_pages} pages", ours, theirs, "ms", "", facts),
            Ratio(
                f"{said}, per page", ours / pages, theirs / their_pages, "ms", AIMS.get(name, "")
            ),
        ]
    return found


def _engines(folder: Path) -> dict[str, _Engine]:
    programme, pack = _programme(folder), folder / "ours.pdf"
    _ours(programme, pack)
    strings, content = other.lines(pack), list(other.blocks(other.structure(pack)))
    other.register_font()
    page = other.as_html(content)
    return {
        "ours": _Engine(partial(_ours, programme), pack),
        RAW: _Engine(partial(other.set_raw, strings), folder / "raw.pdf"),
        PLAIN: _Engine(partial(other.set_plain, content), folder / "plain.pdf"),
        WEASYPRINT: _Engine(partial(other.set_weasyprint, page), folder / "weasy.pdf"),
    }


def _programme(folder: Path) -> Programme:
    """The example, its sessions repeated until its pack has enough pages."""
    example = starter(EXAMPLE)
    for times in count(1):
        longer = replace(example, sessions=example.sessions * times)
        programme = programme_from(longer, "", new_id)
        if _ours(programme, folder / "trial.pdf") >= PAGES:
            return programme
    raise AssertionError("count never ends")


def _ours(programme: Programme, out: Path) -> int:
    options = PackOptions(
        # Handouts are mostly lines to write on, which the others would have to leave out.
        documents=tuple(info.id for info in documents() if info.family == "plan"),
        print_size="clear",
        paper="a4",
        sessions=None,
        made=datetime.now(UTC),
        revision=1,
    )
    return render_pack(programme, options, out, lambda *_: None).pages
