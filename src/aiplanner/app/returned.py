"""A form that came back filled in: what was read of it, which sheet it is, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from aiplanner.app.form_names import FormMark

FieldKind = Literal["text", "tick", "choice"]


@dataclass(frozen=True, slots=True)
class ReadField:
    """A field as the file holds it; whoever filled it in may have written anything."""

    name: str
    kind: FieldKind
    value: str
    """What was typed; of a tick "yes" or nothing, of a choice the option that was chosen."""
    options: tuple[str, ...] = ()
    """What it can hold besides nothing: of a tick "yes", of a choice its options."""


@dataclass(frozen=True, slots=True)
class ReadForm:
    """All that was read of one file."""

    fields: tuple[ReadField, ...]
    marks: tuple[str, ...]
    """The texts that say which documents the fields belong to."""
    sha256: str
    """Of the file."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer beside its question."""

    key: str
    asked: str
    said: str
    """In words; empty where nothing was answered that has to be told all the same (consent)."""
    goes: str
    """Where it would go, in words: "a story", "kept as an answer"."""
    value: str = ""
    """As the field holds it."""
    kind: FieldKind = "text"
    ready: bool = True
    """Whether it may be ticked from the start; consent that needs a person to look is not."""


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """One person's sheet, recognised, with what it says; nothing of it is in the programme yet."""

    mark: FormMark
    title: str
    where: str
    """The session, or the item of one, that it belongs to; empty where it belongs to none."""
    answers: tuple[Said, ...]
    notes: tuple[str, ...]
    """What a person should know before accepting, a sentence each."""
    fingerprint: str
    """Of the document, its session and the answers: the same answers taken twice are noticed."""
    handout: str = ""
    """The key of the handout it was printed from."""
    known: bool = False
    """Whether the same answers were taken before; then nothing is ticked from the start."""

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the answers that are ticked from the start."""
        if self.known:
            return frozenset()
        return frozenset(one.key for one in self.answers if one.ready and one.said)


def read_plain(read: ReadForm) -> dict[str, object]:
    """What was read as JSON can hold it, for the line that a process of its own answers with."""
    fields = [[one.name, one.kind, one.value, list(one.options)] for one in read.fields]
    return {"fields": fields, "marks": list(read.marks), "sha256": read.sha256}


def read_from_plain(plain: Mapping[str, Any]) -> ReadForm:
    """What `read_plain` wrote."""
    fields = (
        ReadField(name, kind, value, tuple(options))
        for name, kind, value, options in plain["fields"]
    )
    return ReadForm(tuple(fields), tuple(plain["marks"]), plain["sha256"])
