"""Walk the form of a PDF: its fields with the values they hold, within limits and without loops."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from aiplanner.app.form_names import YES
from aiplanner.app.returned import FieldKind, ReadField
from aiplanner.domain.errors import PlanError
from aiplanner.formats.active_parts import refuse_active_parts

MOST_FIELDS, DEEPEST, LONGEST = 2_000, 8, 100_000
"""Of a form: its fields, how deep they stand in one another, and the characters of an answer."""

_RADIO, _PUSH = 1 << 15, 1 << 16
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029]")
_LANGUAGE = re.compile(r"\x1b[A-Za-z]{2,8}\x1b")
"""How a text in UTF-16 says its language."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def opened(data: bytes) -> PdfReader:
    """A PDF that may be read: PlanError `returned-encrypted`, `returned-scripts`."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
    except (DependencyError, FileNotDecryptedError):
        raise PlanError("returned-encrypted") from None
    if "/Encrypt" in reader.trailer:
        raise PlanError("returned-encrypted")
    refuse_active_parts(reader.trailer)
    return reader


def fields_of(reader: PdfReader) -> tuple[ReadField, ...]:
    """The fields in the order of the form.

    PlanError `returned-no-form`, `returned-overfull`, `returned-unknown-field`, `returned-unclear`
    (a choice holds one option and shows another), `returned-broken` (also where two fields have
    one name: nobody could say which answer counts).
    """
    form = _dictionary(_dictionary(reader.trailer.get("/Root")).get("/AcroForm"))
    tops = _array(form.get("/Fields"))
    if not tops:
        raise PlanError("returned-no-form")
    walk = _Walk()
    found = tuple(read for top in tops for read in walk.below(top, _Above()))
    if len({one.name for one in found}) < len(found):
        raise PlanError("returned-broken")
    return found


@dataclass(frozen=True, slots=True)
class _Above:
    """What a field has from those it stands in."""

    name: str = ""
    kind: str = ""
    flags: int = 0
    value: object = None
    depth: int = 0


@dataclass(slots=True)
class _Walk:
    """Every field once, however its links run."""

    seen: set[tuple[int, int]] = field(default_factory=set)
    count: int = 0

    def below(self, top: object, above: _Above) -> Iterator[ReadField]:
        """The fields at and under an entry of the tree."""
        if isinstance(top, IndirectObject):
            if (top.idnum, top.generation) in self.seen:
                raise PlanError("returned-broken")
            self.seen.add((top.idnum, top.generation))
        self.count += 1
        if self.count > MOST_FIELDS or above.depth > DEEPEST:
            raise PlanError("returned-overfull")
        node = _dictionary(top)
        here = _inherited(node, above)
        kids = _array(node.get("/Kids"))
        named = [kid for kid in kids if "/T" in _dictionary(kid)]
        if not named:
            yield _read(node, kids, here)
        for kid in named:
            yield from self.below(kid, here)


def _inherited(node: Mapping[str, Any], above: _Above) -> _Above:
    own = _text(node.get("/T")) if "/T" in node else ""
    flags = _resolved(node.get("/Ff"))
    return _Above(
        ".".join(part for part in (above.name, own) if part),
        str(_resolved(node.get("/FT")) or above.kind),
        int(flags) if isinstance(flags, int | float) else above.flags,
        _resolved(node["/V"]) if "/V" in node else above.value,
        above.depth + 1,
    )


def _read(node: Mapping[str, Any], kids: ArrayObject, here: _Above) -> ReadField:
    kind = _kind(here)
    if kind is None:
        raise PlanError("returned-unknown-field", field=here.name)
    if kind == "text":
        return ReadField(here.name, kind, _text(here.value))
    widgets = [_dictionary(kid) for kid in kids] or [node]
    states = tuple(dict.fromkeys(name for widget in widgets for name in _states(widget)))
    chosen = _text(here.value).removeprefix("/")
    if chosen == "Off":
        chosen = ""
    if kind == "tick":
        return ReadField(here.name, kind, YES if chosen else "", (YES,))
    if chosen and {_shown(widget) for widget in widgets} - {"", chosen}:
        # Consent hangs on this: one damaged letter must not turn a no into a yes.
        raise PlanError("returned-unclear", field=here.name)
    return ReadField(here.name, kind, chosen, states)


def _shown(widget: Mapping[str, Any]) -> str:
    """The option that a widget shows as chosen; empty for none."""
    state = str(_resolved(widget.get("/AS")) or "").removeprefix("/")
    return "" if state == "Off" else state


def _kind(here: _Above) -> FieldKind | None:
    """What sort of field it is; None for one that no form of ours has."""
    if here.kind == "/Tx":
        return "text"
    if here.kind != "/Btn" or here.flags & _PUSH:
        return None
    return "choice" if here.flags & _RADIO else "tick"


def _states(widget: Mapping[str, Any]) -> Iterator[str]:
    """The options that a widget stands for, by the names of how it is drawn."""
    drawn = _dictionary(_dictionary(widget.get("/AP")).get("/N"))
    yield from (str(name).removeprefix("/") for name in drawn if name != "/Off")


def _text(value: object) -> str:
    """A text as people meant it: one sort of line ends, letters composed, nothing unprintable."""
    value = _resolved(value)
    if isinstance(value, StreamObject):
        value = value.get_data()
    if isinstance(value, bytes):
        value = value.decode("utf-16" if value[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8-sig")
    if not isinstance(value, str):
        return ""
    if len(value) > LONGEST:
        raise PlanError("returned-overfull")
    plain = _BREAKS.sub("\n", _LANGUAGE.sub("", value))
    return unicodedata.normalize("NFC", _CONTROLS.sub("", plain))


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _dictionary(value: object) -> Mapping[str, Any]:
    found = _resolved(value)
    return found if isinstance(found, DictionaryObject) else {}


def _array(value: object) -> ArrayObject:
    found = _resolved(value)
    return found if isinstance(found, ArrayObject) else ArrayObject()
