"""Draw the first page of every document of the example into `docs/pictures/`: `./run sheets`.

In clear print, in large print, and in clear print as a printer without colours makes it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from aiplanner.app.printing import PackOptions
from aiplanner.assets import resource
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.render import render_pack
from tests.support.evaluated import evaluations, example, with_sheets
from tests.support.packs import MADE

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SHEETS = (("clear", ""), ("large", ""), ("clear", "grey"))
"""Print size, and "grey" for paper without colours."""
_ACROSS = 12
_THUMB = 120, 170
_GAP, _LABEL = 8, 16
_COLOURS = 40
_TREE = Image.Quantize.FASTOCTREE
"""It keeps the few spots of colour that most pages have."""


def main() -> None:
    """Write all of them."""
    programme = with_sheets(example(), evaluations(7))
    for size, grey in SHEETS:
        sheet = contact_sheet(list(first_pages(programme, size)), grey=bool(grey))
        sheet.save(PICTURES / f"contact-{grey or size}.png", optimize=True)


def first_pages(programme: Programme, size: str) -> Iterator[tuple[str, Image.Image]]:
    """The id of each document, and its first page as large as a stamp."""
    keys = tuple(info.id for info in documents())
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "all.pdf"
        options = PackOptions(keys, MADE, size, revision=3)  # type: ignore[arg-type] # a size
        parts = render_pack(programme, options, out, lambda *_: None).parts
        begin = [0, *accumulate(parts.values())]
        with pypdfium2.PdfDocument(out) as pack:
            for key, number in zip(parts, begin, strict=False):
                page = pack[number].render(scale=0.75).to_pil()
                page.thumbnail(_THUMB, Image.Resampling.LANCZOS)
                yield key, page


def contact_sheet(pages: list[tuple[str, Image.Image]], *, grey: bool) -> Image.Image:
    """The pages in rows, each over its id without what many begin with."""
    wide, high = _THUMB[0] + _GAP, _THUMB[1] + _GAP + _LABEL
    rows = -(-len(pages) // _ACROSS)
    sheet = Image.new("RGB", (_ACROSS * wide + _GAP, rows * high + _GAP), "#c8c8c8")
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(resource("fonts", "SourceSans3-Regular.ttf")), 10)
    for number, (key, page) in enumerate(pages):
        row, column = divmod(number, _ACROSS)
        x, y = _GAP + column * wide, _GAP + row * high
        sheet.paste(page, (x, y))
        pen.text((x, y + _THUMB[1] + 1), key.removeprefix("capability-"), "black", font)
    return sheet.convert("L").quantize(12) if grey else sheet.quantize(_COLOURS, _TREE)


if __name__ == "__main__":
    main()
