"""How a pack is to look, and for whom it is: what is chosen above the documents."""

from __future__ import annotations

from dataclasses import dataclass

from aiplanner.app.printing import Audience, PackOptions, PaperSize, PrintSize, RunningColumn
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Look:
    """What of `PackOptions` people choose, besides the documents themselves."""

    print_size: PrintSize = "clear"
    paper: PaperSize = "a4"
    sessions: tuple[RowId, ...] | None = None
    """The sessions to print; None is the whole cycle."""
    audience: Audience = "all"
    fillable: bool = False
    duplex: bool = False
    access: bool = False
    """Whether access needs may be printed."""
    columns: tuple[RunningColumn, ...] = ()
    """What the running order tells beside titles; empty is all there is."""


PRINT_SIZES: dict[PrintSize, str] = {
    "clear": _("Clear print 14 pt"),
    "16": _("16 pt"),
    "large": _("Large print 18 pt"),
    "20": _("20 pt"),
    "24": _("24 pt"),
}
PAPERS: dict[PaperSize, str] = {"a4": _("A4"), "letter": _("Letter")}
AUDIENCES: dict[Audience, str] = {
    "all": _("Documents for everybody"),
    "participant": _("Only what participants may see"),
    "facilitator": _("Only what is for facilitators"),
}
ColumnsChosen = tuple[RunningColumn, ...]
COLUMNS: dict[RunningColumn, str] = {
    "clock": _("Clock"),
    "minutes": _("Minutes"),
    "phase": _("Phase"),
    "why": _("Why"),
    "how": _("Steps and short version"),
    "group": _("Group"),
    "lead": _("Lead"),
    "room": _("Room, and for whom"),
    "materials": _("Materials and sheets"),
    "capabilities": _("Capabilities"),
    "notes": _("Private notes"),
}
"""What a running order can tell, by name."""
FILLABLE = _("Fields to fill in on a screen")
DUPLEX = _("For paper printed on both sides")
_TOLD: dict[Audience, str] = {
    "all": "",
    "participant": _("For participants only"),
    "facilitator": _("For facilitators only"),
}


def look_words(look: Look) -> str:
    """What is chosen in the menu, so that nothing chosen is out of sight; mostly empty."""
    told = (
        _TOLD[look.audience],
        _("To fill in on a screen") if look.fillable else "",
        _("Both sides") if look.duplex else "",
        _columns_words(look.columns),
    )
    return " · ".join(filter(None, told))


def _columns_words(columns: tuple[RunningColumn, ...]) -> str:
    if not columns:
        return ""
    names = ", ".join(COLUMNS[key] for key in columns)
    return _("Running order with: {columns}").format(columns=names)


def without_or_with(columns: tuple[RunningColumn, ...], key: RunningColumn) -> ColumnsChosen:
    """The columns with one more, or one fewer; all of them, and none, are all there is: ()."""
    chosen = set(columns or COLUMNS) ^ {key}
    return () if len(chosen) == len(COLUMNS) else tuple(one for one in COLUMNS if one in chosen)


def look_of(options: PackOptions) -> Look:
    """How a pack was to look, to choose it again; access needs are never chosen for people."""
    return Look(
        options.print_size,
        options.paper,
        options.sessions,
        options.audience,
        options.fillable,
        options.duplex,
        columns=options.columns,
    )
