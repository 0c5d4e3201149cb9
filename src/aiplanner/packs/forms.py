"""The fields of a fillable PDF: tagged widgets with words for them, and the marks of its sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from aiplanner.app.form_names import YES, template_of
from aiplanner.i18n import gettext as _
from aiplanner.packs.asking import Ask, Button, FormSheet, Option
from aiplanner.packs.form_face import NAME, form_face
from aiplanner.packs.styles import WRITING

if TYPE_CHECKING:
    from aiplanner.packs.canvas import PackCanvas

Box = tuple[float, float, float, float]
"""Left and bottom edge, width and height, in points where the canvas is."""

_READ_ONLY, _MANY_LINES, _RADIO = 1, 1 << 12, 1 << 15
_PRINTED = 4
_LINE = 0.7
_INSET = 3.0
"""Points between the frame of a field, or the lines of its cell, and what is written in it."""
_OFF = "Off"


@dataclass(slots=True)
class _Field:
    """A field as it is written: what a returned file is compared with, and its object."""

    sheet: FormSheet
    name: str
    kind: str
    reference: PDFObjectReference
    options: list[str] = field(default_factory=list)
    kids: PDFArray = field(default_factory=lambda: PDFArray([]))
    """The widgets of its options, where it has several."""


@dataclass(slots=True)
class FormWriter:
    """Puts fields on the pages of a canvas; without any, the file is as if there were no forms."""

    canvas: PackCanvas
    _fields: dict[str, _Field] = field(default_factory=dict)
    _looks: dict[tuple[str, float], PDFObjectReference] = field(default_factory=dict)

    def text(self, ask: Ask, box: Box, *, framed: bool = True) -> None:
        """A field to write in; `framed` unless something else draws its edges.

        The frame is drawn on the page, since viewers that draw what was written leave out its own.
        """
        if framed:
            self._frame(box)
        x, y, width, height = box
        inner = (x + _INSET, y + _INSET, width - 2 * _INSET, height - 2 * _INSET)
        entries = self._widget(ask.label, inner) | {
            "FT": PDFName("Tx"),
            "V": PDFString(""),
            "Ff": _MANY_LINES if ask.many else 0,
            "DA": _type(ask.size),
            "AP": _dictionary(N=self._drawn("", inner)),
        }
        self._put(ask, "text", entries)

    def _frame(self, box: Box) -> None:
        x, y, width, height = box
        with self.canvas.tagger.artifact():
            self.canvas.setStrokeColor(WRITING)
            self.canvas.setLineWidth(_LINE)
            self.canvas.rect(x + _LINE / 2, y + _LINE / 2, width - _LINE, height - _LINE)

    def button(self, asked: Button, x: float, y: float, size: float) -> None:
        """A square to tick, or a circle of which one in its question is chosen."""
        box = (x, y, size, size)
        if isinstance(asked, Option):
            self._choice(asked, box)
            return
        square = _square(size)
        looks = {YES: square + _tick(size), _OFF: square}
        entries = self._toggle(asked.label, box, looks, "4")
        entries |= {"FT": PDFName("Btn"), "V": PDFName(_OFF)}
        self._put(asked, "tick", entries, [YES])

    def _choice(self, option: Option, box: Box) -> None:
        circle = _circle(box[2], box[2] / 2 - _LINE / 2) + " S Q "
        looks = {option.key: circle + _circle(box[2], box[2] / 4) + " f Q", _OFF: circle}
        entries = self._toggle(f"{option.ask.label}: {option.words}", box, looks, "l")
        group = self._group(option)
        entries["Parent"] = group.reference
        group.options.append(option.key)
        group.kids.sequence.append(self._annotated(entries))

    def _group(self, option: Option) -> _Field:
        """The field of a question whose options are drawn one after the other."""
        name = option.ask.sheet.field(option.ask.question)
        known = self._fields.get(name)
        if known is not None and known.kind == "choice" and option.key not in known.options:
            return known
        name, kids = self._free(name), PDFArray([])
        entries = _dictionary(
            FT=PDFName("Btn"),
            T=PDFString(name),
            TU=PDFString(option.ask.label),
            Ff=_RADIO,
            V=PDFName(_OFF),
            Kids=kids,
        )
        reference = self._document.Reference(entries, f"Field{len(self._fields)}")
        self._fields[name] = _Field(option.ask.sheet, name, "choice", reference, kids=kids)
        return self._fields[name]

    def finish(self) -> None:
        """Write the form into the catalogue, with the mark of every sheet that has fields."""
        if not self._fields:
            return
        font = _dictionary(**{NAME: form_face(self._document)})
        written = [one.reference for one in self._fields.values()]
        marks = [self._mark(*mark) for mark in self._marks()]
        self._document.Catalog.AcroForm = _dictionary(
            Fields=PDFArray([*written, *marks]), DA=_type(0), DR=_dictionary(Font=font)
        )

    def _marks(self) -> Iterable[tuple[str, str]]:
        for sheet in dict.fromkeys(one.sheet for one in self._fields.values()):
            own = [one for one in self._fields.values() if one.sheet == sheet]
            yield sheet.mark(template_of((f.name, f.kind, tuple(f.options)) for f in own))

    def _mark(self, name: str, text: str) -> PDFObjectReference:
        """A field that stands on no page, so that viewers show nothing of it and keep it."""
        entries = _dictionary(
            FT=PDFName("Tx"),
            T=PDFString(name),
            TU=PDFString(_("Which sheet this is, for the programme it goes back to")),
            Ff=_READ_ONLY,
            V=PDFString(text),
            DA=_type(0),
        )
        return self._document.Reference(entries, f"Mark{name}")

    def _put(
        self, ask: Ask, kind: str, entries: dict[str, Any], options: Iterable[str] = ()
    ) -> None:
        name = self._free(ask.sheet.field(ask.question))
        entries["T"] = PDFString(name)
        reference = self._annotated(entries)
        self._fields[name] = _Field(ask.sheet, name, kind, reference, list(options))

    def _free(self, name: str) -> str:
        """The name, with a number behind it where a copy of the same card has it already."""
        number, free = 1, name
        while free in self._fields:
            number += 1
            free = f"{name}-{number}"
        return free

    def _annotated(self, entries: dict[str, Any]) -> PDFObjectReference:
        """Put a widget on the page, in a Form element where the structure is now."""
        annotation = PDFDictionary(entries)
        tagger = self.canvas.tagger
        with tagger.element("Form") as node:
            reference = self.canvas.add_widget(annotation)
            annotation.dict["StructParent"] = tagger.annotate(node, reference)
        return reference

    def _widget(self, label: str, box: Box) -> dict[str, Any]:
        x, y, width, height = box
        left, bottom = self.canvas.absolutePosition(x, y)
        right, top = self.canvas.absolutePosition(x + width, y + height)
        return {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "Rect": PDFArray([round(at, 2) for at in (left, bottom, right, top)]),
            "P": self._document.thisPageRef(),
            "F": _PRINTED,
            "TU": PDFString(label),
            "BS": _dictionary(W=0, S=PDFName("S")),
        }

    def _toggle(self, label: str, box: Box, looks: dict[str, str], sign: str) -> dict[str, Any]:
        """A button that is on or off; `sign` is its mark in ZapfDingbats, for viewers that draw."""
        drawn = {name: self._shared(code, box) for name, code in looks.items()}
        return self._widget(label, box) | {
            "AS": PDFName(_OFF),
            "AP": _dictionary(N=PDFDictionary(drawn)),
            "MK": _dictionary(CA=PDFString(sign), BC=PDFArray(_grey())),
            "BS": _dictionary(W=_LINE, S=PDFName("S")),
        }

    def _drawn(self, code: str, box: Box) -> PDFObjectReference:
        """What a widget of that size looks like; never shared, as some programs write into it."""
        stream = PDFStream()
        stream.content = code
        stream.dictionary.dict.update(
            Type=PDFName("XObject"),
            Subtype=PDFName("Form"),
            BBox=PDFArray([0, 0, round(box[2], 2), round(box[3], 2)]),
            Resources=PDFDictionary({}),
        )
        return self._document.Reference(stream)

    def _shared(self, code: str, box: Box) -> PDFObjectReference:
        """What a button looks like: those of one size share it, as it is never written anew."""
        look = (code, box[2])
        if look not in self._looks:
            self._looks[look] = self._drawn(code, box)
        return self._looks[look]

    @property
    def _document(self) -> PDFDocument:
        return self.canvas._doc  # noqa: SLF001  # ReportLab has no public way to add objects


def _dictionary(**entries: Any) -> PDFDictionary:
    return PDFDictionary(entries)


def _type(size: float) -> PDFString:
    return PDFString(f"/{NAME} {size:g} Tf 0 g")


def _grey() -> list[float]:
    return [round(part, 3) for part in WRITING.rgb()]


def _pen() -> str:
    red, green, blue = _grey()
    return f"{red} {green} {blue} RG {_LINE} w"


def _square(size: float) -> str:
    half, side = _LINE / 2, size - _LINE
    return f"q {_pen()} {half} {half} {side:.2f} {side:.2f} re S Q "


def _tick(size: float) -> str:
    points = ((0.2, 0.5), (0.42, 0.25), (0.8, 0.78))
    (x, y), *others = [(size * across, size * up) for across, up in points]
    lines = " ".join(f"{a:.2f} {b:.2f} l" for a, b in others)
    return f"q 0 G 1 J {size * 0.11:.2f} w {x:.2f} {y:.2f} m {lines} S Q"


def _circle(size: float, radius: float) -> str:
    """The path of a circle in the middle of a square, after its pen; not painted yet."""
    c, r, k = size / 2, radius, radius * 0.5523
    curves = (
        (c + r, c + k, c + k, c + r, c, c + r),
        (c - k, c + r, c - r, c + k, c - r, c),
        (c - r, c - k, c - k, c - r, c, c - r),
        (c + k, c - r, c + r, c - k, c + r, c),
    )
    path = " ".join(" ".join(f"{at:.2f}" for at in curve) + " c" for curve in curves)
    return f"q {_pen()} 0 g {c + r:.2f} {c:.2f} m {path}"
