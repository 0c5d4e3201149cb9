"""A tagged pack of 60 pages against the same words set by other engines."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from tests.bench import same_content as other
from tests.bench.measure import Ratio, by_turns, median
from tests.bench.plan_packs import Engine, programme_of, render
from tests.bench.same_content_fpdf import set_fpdf

PAGES = 60
RAW, PLAIN = "raw canvas", "plain ReportLab, untagged"
FPDF, WEASYPRINT = "fpdf2, untagged", "WeasyPrint, PDF/UA-1"
AIMS = {PLAIN: "bar 1.3, aim 1.2", FPDF: "bar 0.33", WEASYPRINT: "bar 0.1"}


def ratios(rounds: int) -> list[Ratio]:
    """Ours against each of the others."""
    with tempfile.TemporaryDirectory() as folder:
        engines = _engines(Path(folder))
        samples = by_turns(engines, rounds)
    facts = {"pages": {name: engine.pages for name, engine in engines.items()}, "ms": samples}
    ours, pages = median(samples["ours"]), engines["ours"].pages
    found = []
    for name in (RAW, PLAIN, FPDF, WEASYPRINT):
        theirs, their_pages = median(samples[name]), engines[name].pages
        said = f"tagged pack of {pages} pages / {name}"
        found += [
            Ratio(f"{said}, {their_pages} pages", ours, theirs, "ms", "", facts),
            Ratio(
                f"{said}, per page", ours / pages, theirs / their_pages, "ms", AIMS.get(name, "")
            ),
        ]
    return found


def _engines(folder: Path) -> dict[str, Engine]:
    programme, pack = programme_of(PAGES, folder), folder / "ours.pdf"
    render(programme, pack)
    strings, content = other.lines(pack), list(other.blocks(other.structure(pack)))
    other.register_font()
    page = other.as_html(content)
    return {
        "ours": Engine(partial(render, programme), pack),
        RAW: Engine(partial(other.set_raw, strings), folder / "raw.pdf"),
        PLAIN: Engine(partial(other.set_plain, content), folder / "plain.pdf"),
        FPDF: Engine(partial(set_fpdf, content), folder / "fpdf.pdf"),
        WEASYPRINT: Engine(partial(other.set_weasyprint, page), folder / "weasy.pdf"),
    }
