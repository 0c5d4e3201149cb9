"""The styles, lists and settings of our Word files, by print size."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from docx.opc.oxml import serialize_part_xml

from aiplanner.app.printing import PaperSize, PrintSize
from aiplanner.assets import resource
from aiplanner.formats.word_xml import Element, element, twips

FONT = "Arial"
"""Clear, and on every computer; LibreOffice sets it in a face of the same widths."""
FALLBACK = "Liberation Sans"
"""As wide, letter by letter; LibreOffice brings it along."""
FACE_HEIGHT = 1.149
"""Ems from line to line where nothing is added."""
LINE, WRITING, WASH = "AEB3B9", "767E88", "F1F3F5"
"""Hairlines, lines that people write on, and the ground of heads, as on paper."""
BULLET, TICK, NUMBER = 1, 2, 3
"""The kinds of lists; a list in order has a number of its own, from `FIRST_LIST` on."""
FIRST_LIST = 10
TICK_BOX = "\N{BALLOT BOX}"

_WORDS_OWN = frozenset(
    (
        *("Normal", "heading 1", "heading 2", "heading 3", "List Paragraph"),
        *("toc 1", "toc 2", "header", "footer"),
    )
)
"""Styles that Word knows by these names."""
_MM = 72 / 25.4
_TIGHTER = 0.75
"""Of the margins above and below on paper. Word's faces are wider and nothing is squeezed there,
but what stood on one page is to stand on one here; lines to write on are closer by a millimetre."""
_PAPERS: dict[PaperSize, tuple[float, float]] = {
    "a4": (210 * _MM, 297 * _MM),
    "letter": (8.5 * 72, 11 * 72),
}


@dataclass(frozen=True, slots=True)
class Looks:
    """Measures of a print size in points: those of the printed packs, so far as Word can."""

    body: float
    table: float
    headings: tuple[float, float, float]
    margin: float
    head: float
    pitch: float
    """From one line to write on to the next."""
    running: float
    """The type of heads and feet."""


LOOKS: dict[PrintSize, Looks] = {
    "clear": Looks(14, 12.5, (27, 19, 15), 23 * _MM, 27 * _MM, 8 * _MM, 12),
    "16": Looks(16, 14.5, (30, 22, 17), 21 * _MM, 28 * _MM, 9 * _MM, 14),
    "large": Looks(18, 18, (33, 25, 20), 19 * _MM, 29 * _MM, 11 * _MM, 16),
    "20": Looks(20, 20, (35, 27, 22), 19 * _MM, 30 * _MM, 12 * _MM, 17),
    "24": Looks(24, 24, (38, 31, 27), 19 * _MM, 31 * _MM, 14 * _MM, 18),
}


@dataclass(frozen=True, slots=True)
class Page:
    """The paper as it lies and its margins, in points."""

    across: float
    down: float
    margin: float
    head: float

    @property
    def width(self) -> float:
        """Room for text from margin to margin."""
        return self.across - 2 * self.margin

    @property
    def height(self) -> float:
        """Room for text from head to foot."""
        return self.down - 2 * self.head


def page_of(paper: PaperSize, looks: Looks, *, wide: bool) -> Page:
    """The page of a document; a wide one lies."""
    across, down = _PAPERS[paper]
    across, down = (down, across) if wide else (across, down)
    return Page(across, down, looks.margin, looks.head * _TIGHTER)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Lengths `before`, `after` are counted in its own type size."""

    id: str
    name: str
    size: float
    after: float = 0
    before: float = 0
    lines: float = 1.2
    bold: bool = False
    ink: str = "ink"
    kept: bool = False
    """Whether it stays on one page with what follows."""
    level: int = 0
    """Level of a heading; 0 for text."""
    centred: bool = False
    based: str = "Normal"
    indent: float = 0


def styles_of(looks: Looks) -> dict[str, Style]:
    """The paragraph styles of a file, by their ids."""
    return {one.id: one for one in _styles(looks)}


def _styles(looks: Looks) -> Iterator[Style]:
    body, table = looks.body, looks.table
    first, second, third = looks.headings
    tight = 1.13
    yield Style("Normal", "Normal", body, 0.5, based="")
    yield Style("Heading1", "heading 1", first, 0.3, 0, 1.03, bold=True, kept=True, level=1)
    yield Style("Heading2", "heading 2", second, 0.35, 1.15, 1.03, bold=True, kept=True, level=2)
    yield Style("Heading3", "heading 3", third, 0.2, 0.9, 1.03, bold=True, kept=True, level=3)
    yield Style("Lead", "Lead", body * 1.12, 0.7, ink="ink2")
    yield Style("Note", "Note", body, 0.5, ink="ink2")
    yield Style("StrongLine", "Strong line", body, 0.2, 0.6, bold=True, kept=True)
    yield Style("Fact", "Fact", body, 0.1)
    yield Style("FactName", "Fact name", body, 0.1, ink="ink2")
    yield Style("SmallNote", "Small note", table, 0.3, lines=tight, ink="ink2")
    yield Style("CompactText", "Compact text", table, 0.3, lines=tight)
    yield Style("CompactList", "Compact list", table, 0.2, lines=tight)
    yield Style("ListParagraph", "List Paragraph", body, 0.25)
    yield Style("Write", "Write here", body, lines=looks.pitch / body / FACE_HEIGHT)
    yield Style("TableText", "Table text", table, 0.1, lines=tight)
    yield Style("TableNote", "Table note", table, 0.1, lines=tight, ink="ink2")
    yield Style("TableStrong", "Table strong", table, 0.1, lines=tight, bold=True)
    yield Style("TableHead", "Table head", table, lines=tight, bold=True, ink="ink2", kept=True)
    yield Style("TableList", "Table list", table, 0.1, lines=tight)
    yield Style("CardWord", "Card word", second * 1.2, 0.2, lines=1.03, bold=True, centred=True)
    yield Style("Between", "Between tables", 6, lines=1)
    yield Style("Close", "Close", 2, lines=1)
    yield Style("TOC1", "toc 1", body, 0.1, 0.55, 1.1, bold=True)
    yield Style("TOC2", "toc 2", body, 0.1, 0, 1.1, indent=1.4)
    yield Style("Header", "header", looks.running, lines=1.05, ink="ink2")
    yield Style("Footer", "footer", looks.running, lines=1.05, ink="ink2")


def style_elements(looks: Looks) -> Iterator[Element]:
    """The defaults and all styles of a file, in British English."""
    fonts = element(
        "w:rFonts", {"w:ascii": FONT, "w:hAnsi": FONT, "w:eastAsia": FONT, "w:cs": FONT}
    )
    language = element("w:lang", {"w:val": "en-GB", "w:bidi": "ar-SA"})
    runs = element("w:rPr", {}, fonts, *_sizes(looks.body), language)
    default = element("w:rPrDefault", {}, runs)
    yield element("w:docDefaults", {}, default, element("w:pPrDefault", {}, element("w:pPr")))
    yield from (_style(one) for one in _styles(looks))
    yield _link_style()


def fonts_file() -> bytes:
    """The part of a file that says what stands in for its face where it is missing."""
    said = {"altName": FALLBACK, "charset": "00", "family": "swiss", "pitch": "variable"}
    kids = [element(f"w:{name}", {"w:val": value}) for name, value in said.items()]
    fonts = element("w:fonts", {}, element("w:font", {"w:name": FONT}, *kids))
    return serialize_part_xml(fonts)


def _style(one: Style) -> Element:
    kind = {"w:default": 1} if not one.based else {}
    if one.name not in _WORDS_OWN:
        kind = {"w:customStyle": 1}
    made = element("w:style", {"w:type": "paragraph", **kind, "w:styleId": one.id})
    made.append(element("w:name", {"w:val": one.name}))
    if one.based:
        made.append(element("w:basedOn", {"w:val": one.based}))
    if one.level:
        made.append(element("w:next", {"w:val": "Normal"}))
    made.append(element("w:qFormat"))
    made.append(element("w:pPr", {}, *_paragraph(one)))
    bold = [element("w:b"), element("w:bCs")] if one.bold else []
    ink = element("w:color", {"w:val": _colour(one.ink)})
    made.append(element("w:rPr", {}, *bold, ink, *_sizes(one.size)))
    return made


def _paragraph(one: Style) -> Iterator[Element]:
    if one.kept:
        yield element("w:keepNext")
        yield element("w:keepLines")
    yield element(
        "w:spacing",
        {
            "w:before": twips(one.before * one.size),
            "w:after": twips(one.after * one.size),
            "w:line": round(240 * one.lines),
            "w:lineRule": "auto",
        },
    )
    if one.indent:
        yield element("w:ind", {"w:left": twips(one.indent * one.size)})
    if one.centred:
        yield element("w:jc", {"w:val": "center"})
    if one.level:
        yield element("w:outlineLvl", {"w:val": one.level - 1})


def _sizes(points: float) -> tuple[Element, Element]:
    halves = {"w:val": round(points * 2)}
    return element("w:sz", halves), element("w:szCs", halves)


def _link_style() -> Element:
    return element(
        "w:style",
        {"w:type": "character", "w:styleId": "Hyperlink"},
        element("w:name", {"w:val": "Hyperlink"}),
        element("w:rPr", {}, element("w:color", {"w:val": _colour("accent")})),
    )


def list_elements(looks: Looks, ordered: int) -> Iterator[Element]:
    """The kinds of lists, and one list in order for each of `ordered`, so that each begins at 1."""
    hang = looks.body * 1.5
    yield _kind(BULLET, "bullet", "\N{BULLET}", hang)
    yield _kind(TICK, "bullet", TICK_BOX, hang * 1.2)
    yield _kind(NUMBER, "decimal", "%1.", hang)
    for kind in (BULLET, TICK):
        yield element("w:num", {"w:numId": kind}, element("w:abstractNumId", {"w:val": kind}))
    for number in range(FIRST_LIST, FIRST_LIST + ordered):
        start = element("w:startOverride", {"w:val": 1})
        yield element(
            "w:num",
            {"w:numId": number},
            element("w:abstractNumId", {"w:val": NUMBER}),
            element("w:lvlOverride", {"w:ilvl": 0}, start),
        )


def _kind(number: int, kind: str, mark: str, hang: float) -> Element:
    indent = element("w:ind", {"w:left": twips(hang), "w:hanging": twips(hang)})
    level = element(
        "w:lvl",
        {"w:ilvl": 0},
        element("w:start", {"w:val": 1}),
        element("w:numFmt", {"w:val": kind}),
        element("w:lvlText", {"w:val": mark}),
        element("w:lvlJc", {"w:val": "left"}),
        element("w:pPr", {}, indent),
    )
    return element("w:abstractNum", {"w:abstractNumId": number}, level)


def settings_elements() -> Iterator[Element]:
    """Settings: the way of today's Word, so that it does not open in compatibility mode."""
    yield element("w:zoom", {"w:percent": 100})
    yield element("w:defaultTabStop", {"w:val": 720})
    mode = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": 15,
    }
    yield element("w:compat", {}, element("w:compatSetting", mode))
    yield element("w:themeFontLang", {"w:val": "en-GB"})


def _colour(token: str) -> str:
    return _tokens()[token].removeprefix("#")


@cache
def _tokens() -> dict[str, str]:
    tokens: dict[str, str] = tomllib.loads(resource("tokens.toml").read_text("utf-8"))["light"]
    return tokens
