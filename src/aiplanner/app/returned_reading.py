"""Recognise the sheets in a form that came back, and lay each answer beside its question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from aiplanner.app.form_names import (
    FORM,
    FieldName,
    FormMark,
    field_name,
    field_parts,
    mark_of,
    template_of,
)
from aiplanner.app.form_questions import FormQuestion, question_of
from aiplanner.app.returned import ReadField, ReadForm, ReturnedSheet, Said
from aiplanner.app.returned_parts import SELF_RATING
from aiplanner.app.returned_rows import CONSENT, goes_to
from aiplanner.app.tally_sheets import Sheet
from aiplanner.domain.answers import Answer
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import (
    Action,
    CheckOut,
    Dream,
    Element,
    Promise,
    Review,
    Soar,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row, Session
from aiplanner.domain.self_rating import SelfRating
from aiplanner.i18n import gettext as _

_CHANGED = "p2"
"""The choice of a story sheet: yes, with details changed."""

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)

_PLACES: Mapping[type[Row], str] = {
    Story: _("a story"),
    Theme: _("a theme or its votes"),
    Dream: _("a dream"),
    CheckOut: _("a check-out"),
    Promise: _("a promise"),
    SelfRating: _("a self-rating"),
    Soar: _("SOAR"),
    Statement: _("a possibility statement"),
    Element: _("a design element"),
    Action: _("an action"),
    TaskGroup: _("a task group"),
    Topic: _("a topic"),
    Review: _("a review"),
    Answer: _("kept as an answer"),
}
"""Where an answer goes, in words."""


def programme_of(read: ReadForm) -> RowId | None:
    """The programme that a form says it belongs to; None where it does not say."""
    marks = [mark for mark in map(mark_of, read.marks) if mark is not None]
    return marks[0].programme if marks else None


def no_mark(read: ReadForm) -> PlanError:
    """The refusal of a form that does not say whose it is; our own may have lost that."""
    ours = any(field_parts(one.name) for one in read.fields)
    return PlanError("returned-unmarked" if ours else "returned-no-form")


def recognised(
    read: ReadForm,
    programme: Programme,
    handouts: Sequence[Handout],
    taken: Collection[str],
    revision: int = 0,
) -> tuple[ReturnedSheet, ...]:
    """The sheets in a file, in its order; nothing is entered, and one bad sheet refuses them all.

    `handouts` are those that ship and one's own, `taken` the fingerprints of what was taken before,
    `revision` that of the programme (0: not known). PlanError `returned-no-form`, `-unmarked`,
    `-newer`, `-foreign`, `-unknown-field`, `-edited`, `-document-gone`, `-private`, `-blank`.
    """
    known = {handout.key: handout for handout in handouts}
    found = [
        _checked(mark, fields, known, programme)
        for mark, fields in _fields_by_mark(read, programme).items()
    ]
    open_to_all = [one for one in found if one.handout.returns]
    if not open_to_all:
        raise PlanError("returned-private")
    told = _Telling(programme, taken, revision)
    sheets = tuple(told.sheet(one) for one in open_to_all if one.values)
    if not sheets:
        raise PlanError("returned-blank")
    return sheets


Fields = Mapping[FieldName, ReadField]


def _fields_by_mark(read: ReadForm, programme: Programme) -> dict[FormMark, Fields]:
    """The fields of each sheet by its mark; none is left without one."""
    marks = [_mark(text, programme) for text in read.marks]
    if not marks:
        raise no_mark(read)
    places = {_place(mark): mark for mark in marks}
    if len(places) < len(marks):
        raise PlanError("returned-edited")
    found: dict[FormMark, dict[FieldName, ReadField]] = {mark: {} for mark in marks}
    for one in read.fields:
        name = field_parts(one.name)
        mark = places.get((name.handout, name.session)) if name else None
        if name is None or mark is None:
            raise PlanError("returned-unknown-field", field=one.name)
        found[mark][name] = one
    return dict(found)


def _mark(text: str, programme: Programme) -> FormMark:
    mark = mark_of(text)
    if mark is None:
        raise PlanError("returned-newer" if _is_newer(text) else "returned-edited")
    if mark.form > FORM:
        raise PlanError("returned-newer")
    if mark.programme != programme.id:
        raise PlanError("returned-foreign", programme=mark.programme)
    return mark


def _is_newer(text: str) -> bool:
    """Whether a mark that cannot be read says that a later version wrote it."""
    number = text.removeprefix("form=").partition(";")[0]
    return text.startswith("form=") and _NUMBER.fullmatch(number) is not None and int(number) > FORM


def _place(mark: FormMark) -> tuple[str, str]:
    """The handout and the session as the names of its fields tell them."""
    name = field_parts(field_name(mark.document, mark.session, None, "x"))
    assert name is not None, "our own names can be read"
    return name.handout, name.session


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet that is as it was made."""

    mark: FormMark
    handout: Handout
    fields: Fields

    @property
    def values(self) -> dict[str, str]:
        """What is filled in, by question."""
        return {name.question: one.value for name, one in self.fields.items() if one.value.strip()}

    @property
    def is_story(self) -> bool:
        """Whether it asks for consent."""
        return self.handout.key == Sheet.STORY


def _checked(
    mark: FormMark, fields: Fields, known: Mapping[str, Handout], programme: Programme
) -> _Found:
    """The sheet, once nothing is wrong with it."""
    handout = known.get(mark.document)
    if handout is None:
        raise PlanError("returned-document-gone", document=mark.document)
    as_made = template_of((one.name, one.kind, one.options) for one in fields.values())
    if as_made != mark.template:
        for name, one in fields.items():
            if question_of(handout, name.question, programme) is None:
                raise PlanError("returned-unknown-field", field=one.name)
        raise PlanError("returned-edited")
    if any(one.kind != "text" and one.value not in ("", *one.options) for one in fields.values()):
        raise PlanError("returned-edited")
    return _Found(mark, handout, fields)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Puts what a sheet says into words for those who decide."""

    programme: Programme
    taken: Collection[str]
    revision: int

    def sheet(self, found: _Found) -> ReturnedSheet:
        """The sheet with its answers beside their questions."""
        fingerprint = _fingerprint(found.mark, found.values)
        return ReturnedSheet(
            found.mark,
            found.handout.title,
            self._where(found.mark),
            tuple(self._answers(found)),
            tuple(self._notes(found, known=fingerprint in self.taken)),
            fingerprint,
            found.handout.key,
            fingerprint in self.taken,
        )

    def _answers(self, found: _Found) -> Iterator[Said]:
        goes = goes_to(self.programme, found.handout.key, found.values)
        for name, one in found.fields.items():
            consent = found.is_story and name.question == CONSENT
            if one.value.strip() or consent:
                place = _PLACES[Story if consent else goes[name.question]]
                ready = not consent or one.value not in ("", _CHANGED)
                yield self._said(found, name, one, place, ready=ready)

    def _said(
        self, found: _Found, name: FieldName, one: ReadField, place: str, *, ready: bool
    ) -> Said:
        key = name.question
        asked = question_of(found.handout, key, self.programme)
        asked = asked or FormQuestion(one.kind, _("A question that this sheet no longer has"))
        words = one.value.strip() if one.kind == "text" else asked.points.get(one.value, one.value)
        return Said(key, asked.asked, words, place, one.value, one.kind, ready)

    def _where(self, mark: FormMark) -> str:
        session = self.programme.rows.get(mark.session or RowId(""))
        if not isinstance(session, Session):
            return ""
        number = self.programme.sessions.index(session) + 1
        return session.title or _("Session {number}").format(number=number)

    def _notes(self, found: _Found, *, known: bool) -> Iterator[str]:
        made = found.mark.revision
        if known:
            yield _(
                "The same answers were taken in before. Take them only if that was undone, or if "
                "somebody else gave them."
            )
        if made and self.revision and made != self.revision:
            yield _("Made from version {made} of the programme; this is version {now}.").format(
                made=made, now=self.revision
            )
        if found.mark.session and found.mark.session not in self.programme.rows:
            yield _("Its session is not there any more, so the answers stand without one.")
        if found.handout.key == SELF_RATING and "moment" not in found.values:
            yield _(
                "It does not say whether it is from before the cycle or after it, so it cannot be "
                "taken. Ask whose it is by its code."
            )
        if found.is_story:
            yield from _consent_notes(found.values.get(CONSENT, ""))


def _consent_notes(choice: str) -> Iterator[str]:
    if not choice:
        yield _("It does not say whether the story may be shared, so it is not. Ask the teller.")
    elif choice == _CHANGED:
        yield _(
            "The teller wants details changed. Change them first; until you tick it, "
            "the story is not shared."
        )


def _fingerprint(mark: FormMark, values: Mapping[str, str]) -> str:
    lines = [mark.document, mark.session or "", *(f"{k}\t{values[k]!r}" for k in sorted(values))]
    return sha256("\n".join(lines).encode()).hexdigest()
