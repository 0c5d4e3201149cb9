"""The paper sheets that come back from a session: their blanks in order, and what each becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aiplanner.domain.findings import (
    CheckOut,
    Dream,
    DreamKind,
    Finding,
    Promise,
    PromiseKind,
    Story,
    Theme,
)
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


class Sheet(StrEnum):
    """A sheet that can be typed in, by the key of its handout."""

    STORY = "story-sheet"
    VOTES = "theme-summary"
    WISHES = "three-wishes"
    DREAM = "dream-sheet"
    PROMISES = "promise-cards"
    CHECK_OUT = "check-out"


SHEET_NAMES: Mapping[Sheet, str] = {
    Sheet.STORY: _("Story sheet"),
    Sheet.VOTES: _("Votes on themes"),
    Sheet.WISHES: _("Three wishes"),
    Sheet.DREAM: _("Our dream"),
    Sheet.PROMISES: _("Promise cards"),
    Sheet.CHECK_OUT: _("Check-out sheet"),
}


class Entry(StrEnum):
    """How a blank is typed."""

    LINE = "line"
    LINES = "lines"
    NUMBER = "number"
    DAY = "day"
    CONSENT = "consent"
    """One key: Y or N. Nothing is assumed, and no sheet is taken before it is answered."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A place on the paper that people write in."""

    key: str
    words: str
    entry: Entry = Entry.LINES
    hint: str = ""
    counted: bool = False
    """Whether it is counted on from sheet to sheet, so that typing begins behind it."""


YES, NO = "yes", "no"
"""What an answered blank for consent holds."""

_CODE = Blank("teller", _("Code of the teller"), Entry.LINE, _("never a name"), counted=True)
_CONSENT_HINT = _("Y or N. “With details changed”: change them as you type, then Y.")

_BLANKS: Mapping[Sheet, tuple[Blank, ...]] = {
    Sheet.STORY: (
        _CODE,
        Blank("text", _("A headline for this story")),
        Blank("happened", _("What happened?")),
        Blank("made_possible", _("What made it possible?")),
        Blank("quote", _("One sentence in your own words")),
        Blank("shared", _("May we share it?"), Entry.CONSENT, _CONSENT_HINT),
    ),
    Sheet.WISHES: (
        Blank("first", _("My first wish for this place")),
        Blank("second", _("My second wish")),
        Blank("third", _("My third wish")),
        Blank("most", _("Which would change the most, and for whom?")),
    ),
    Sheet.DREAM: (
        Blank("image", _("What the drawing shows")),
        Blank("phrase", _("A phrase that everyone can remember")),
        Blank("dream", _("In a few sentences: what do people see, hear and feel?")),
        Blank("horizon", _("When is this real?"), Entry.LINE),
    ),
    Sheet.CHECK_OUT: (
        _CODE,
        Blank("energy", _("What gave me energy today?")),
        Blank("try", _("What will I try before we meet again?")),
        Blank("better", _("What would make the next session even better?")),
    ),
    Sheet.PROMISES: (
        Blank("person", _("Whose cards, if they say so"), Entry.LINE),
        Blank("commitment", _("I will")),
        Blank("due", _("By when?"), Entry.DAY, _("for example 12 Jan")),
        Blank("offer", _("I can give, and to whom")),
        Blank("request", _("I ask, and of whom")),
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A finding that a sheet makes where one of the blanks in `of` holds something.

    `of` and `besides` are blanks by the field they fill; `fixed` is the same on every sheet.
    `lead` tells in the text which question was answered, where the sheet has several alike.
    """

    row: type[Finding]
    of: Mapping[str, str]
    besides: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, object] = field(default_factory=dict)
    lead: str = ""


def _own(*names: str) -> dict[str, str]:
    return {name: name for name in names}


def _wish(blank: str, lead: str = "") -> Part:
    return Part(Dream, {"text": blank}, fixed={"kind": DreamKind.WISH}, lead=lead)


def _dream(blank: str, kind: DreamKind) -> Part:
    return Part(Dream, {"text": blank}, _own("horizon"), {"kind": kind})


def _said(blank: str, lead: str) -> Part:
    return Part(CheckOut, {"text": blank}, _own("teller"), lead=lead)


def _promise(kind: PromiseKind, *dated: str) -> Part:
    return Part(Promise, {"text": kind.value}, _own("person", *dated), {"kind": kind})


PARTS: Mapping[Sheet, tuple[Part, ...]] = {
    Sheet.STORY: (
        Part(Story, _own("text", "happened", "made_possible", "quote"), _own("teller", "shared")),
    ),
    Sheet.WISHES: (
        _wish("first"),
        _wish("second"),
        _wish("third"),
        _wish("most", _("Would change the most:")),
    ),
    Sheet.DREAM: (
        _dream("image", DreamKind.IMAGE),
        _dream("phrase", DreamKind.PHRASE),
        _dream("dream", DreamKind.STATEMENT),
    ),
    Sheet.CHECK_OUT: (
        _said("energy", _("Gave me energy:")),
        _said("try", _("Will try:")),
        _said("better", _("Would be even better:")),
    ),
    Sheet.PROMISES: (
        _promise(PromiseKind.COMMITMENT, "due"),
        _promise(PromiseKind.OFFER),
        _promise(PromiseKind.REQUEST),
    ),
    Sheet.VOTES: (),
}
"""What each sheet becomes; votes make no finding, they are added to those of the themes."""


def blanks_of(sheet: Sheet, programme: Programme) -> tuple[Blank, ...]:
    """The blanks of a sheet in the order of the paper; of votes, one a theme."""
    if sheet is Sheet.VOTES:
        return tuple(_votes_for(theme) for theme in programme.themes)
    return _BLANKS[sheet]


def _votes_for(theme: Theme) -> Blank:
    so_far = theme.votes or 0
    hint = ngettext("{count} vote so far", "{count} votes so far", so_far).format(count=so_far)
    return Blank(theme.id, theme.text or _("A theme without words"), Entry.NUMBER, hint)


def keeps_session(sheet: Sheet) -> bool:
    """Whether the findings of a sheet remember the session they were told in."""
    return any(part.row in (Story, Dream, CheckOut) for part in PARTS[sheet])
