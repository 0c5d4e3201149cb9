"""What the fields of a fillable sheet are called, and the mark by which a sheet is known again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, unquote
from zlib import crc32

from aiplanner.domain.ids import RowId, is_id

FORM = 1
"""The way in which forms are written; a higher number comes from a later version of ours."""

YES = "yes"
"""What a field to tick holds when it is ticked."""

ASK = re.compile(r"[A-Za-z0-9_-]{1,40}")
"""What the name of an answer looks like that a handout gives it."""

_MARK = "aiplanner/form"
_NONE = "-"
_SHORT = 8
_LONGEST_PART = 60
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_NAME = re.compile(
    rf"([A-Za-z0-9_-]{{1,{_LONGEST_PART}}})"
    rf"/([0-9a-f]{{{_SHORT}}}|-)/([0-9a-f]{{{_SHORT}}}|-)"
    rf"/([A-Za-z0-9_-]{{1,{_LONGEST_PART}}})"
)
_CHECK = re.compile(r"(.*);check=([0-9a-f]{8})")
_KEYS = ("form", "programme", "document", "session", "item", "revision", "template")
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_TEMPLATE = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class FieldName:
    """The name of a field: which sheet, in which session and item, and which of its questions.

    Session and item are the last eight digits of their ids, since numbers change when something
    is moved; "-" where the sheet belongs to none.
    """

    handout: str
    session: str
    item: str
    question: str

    def __str__(self) -> str:
        """As it stands in the file; never with a full stop, which divides names in PDF."""
        return f"{self.handout}/{self.session}/{self.item}/{self.question}"


@dataclass(frozen=True, slots=True)
class FormMark:
    """What a fillable sheet says of itself in a field that nobody fills in."""

    programme: RowId
    document: str
    """The key of the document, such as "story-sheet"."""
    session: RowId | None
    item: RowId | None
    revision: int
    """The library's revision of the programme that the sheet was made from."""
    template: str
    """What `template_of` makes of its fields: another one is another sheet."""
    form: int = FORM


def field_name(handout: str, session: RowId | None, item: RowId | None, question: str) -> str:
    """The name of a field: at most 138 characters of ASCII."""
    return str(FieldName(_safe(handout), short_id(session), short_id(item), _safe(question)))


def field_parts(name: str) -> FieldName | None:
    """The parts of such a name; None for a name that is none of ours."""
    found = _NAME.fullmatch(name)
    return None if found is None or is_mark(name) else FieldName(*found.groups())


def short_id(row: RowId | None) -> str:
    """How names speak of a row: the last eight digits of its id, "-" for none."""
    return row[-_SHORT:] if row else _NONE


def mark_name(document: str, session: RowId | None) -> str:
    """The name of the field that holds the mark of a sheet."""
    return f"{_MARK}/{_safe(document)}/{short_id(session)}"


def is_mark(name: str) -> bool:
    """Whether a field of that name holds the mark of a sheet."""
    return name.startswith(f"{_MARK}/")


def mark_text(mark: FormMark) -> str:
    """The mark as a field holds it: "form=1;programme=…;check=…" in ASCII."""
    values = (
        str(mark.form),
        mark.programme,
        mark.document,
        mark.session or _NONE,
        mark.item or _NONE,
        str(mark.revision),
        mark.template,
    )
    pairs = zip(_KEYS, values, strict=True)
    body = ";".join(f"{key}={quote(value, safe='')}" for key, value in pairs)
    return f"{body};check={_check(body)}"


def mark_of(text: str) -> FormMark | None:
    """The mark that a field holds; None where a letter of it was changed, or it is none."""
    found = _CHECK.fullmatch(text.strip())
    if found is None or _check(found[1]) != found[2]:
        return None
    pairs = [part.partition("=") for part in found[1].split(";")]
    told = {key: unquote(value) for key, _sign, value in pairs}
    return _read(told) if tuple(told) == _KEYS and len(pairs) == len(_KEYS) else None


def template_of(fields: Iterable[tuple[str, str, tuple[str, ...]]]) -> str:
    """What a sheet's fields are, as sixteen digits, whatever their order.

    A field is its name, its kind ("text", "tick" or "choice") and its options: what it can hold
    besides nothing, empty for text. The mark itself is not one of them.
    """
    lines = sorted("\t".join((name, kind, *sorted(options))) for name, kind, options in fields)
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def _read(told: dict[str, str]) -> FormMark | None:
    rows = (told["programme"], told["session"], told["item"])
    numbers = (told["form"], told["revision"])
    good = (
        is_id(rows[0])
        and all(row == _NONE or is_id(row) for row in rows)
        and all(_WHOLE.fullmatch(number) for number in numbers)
        and _TEMPLATE.fullmatch(told["template"])
        and told["document"]
    )
    if not good:
        return None
    return FormMark(
        RowId(rows[0]),
        told["document"],
        _row(rows[1]),
        _row(rows[2]),
        int(numbers[1]),
        told["template"],
        int(numbers[0]),
    )


def _row(text: str) -> RowId | None:
    return None if text == _NONE else RowId(text)


def _check(body: str) -> str:
    return f"{crc32(body.encode()):08x}"


def _safe(part: str) -> str:
    """Letters, digits, "-" and "_" only; a longer one keeps what tells it from others."""
    clean = _UNSAFE.sub("-", part) or _NONE
    if len(clean) <= _LONGEST_PART:
        return clean
    return f"{clean[: _LONGEST_PART - 9]}-{crc32(part.encode()):08x}"
