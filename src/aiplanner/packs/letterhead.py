"""Whose paper it is: the logo above, and below who stands behind it and how else it can be had."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from aiplanner.app.picture_bytes import shape_of
from aiplanner.app.picture_files import laid_out
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.setting import Setting

LETTERS = frozenset({"invitation"})
"""Handouts that leave the house: with the logo above, and below whom they are from."""
ASKING = frozenset({"invitation", "evaluation"})
"""Handouts that say how they can be had in another format."""

_WIDEST, _TALLEST = 70 * mm, 20 * mm
_POINTS = 1.5
"""Points of a pixel at most: a small picture is not blown up beyond that."""


def logo(setting: Setting, blocks: Blocks) -> Story:
    """The programme's logo; nothing where there is none, or its picture is not at hand."""
    head = setting.head
    picture = laid_out(setting.options.pictures, head.logo) if head.logo else None
    if picture is None:
        return []
    shape = shape_of(picture.data)
    scale = min(_WIDEST / shape.width, _TALLEST / shape.height, _POINTS)
    size = shape.width * scale, shape.height * scale
    image = ImageReader(BytesIO(picture.data))

    def draw(canvas: PackCanvas) -> None:
        canvas.drawImage(image, 0, 0, *size)

    file = str(Path(setting.options.pictures) / head.logo)
    shown = blocks.figure(draw, size, _logo_words(head), file)
    return [*blocks.before(shown), *blocks.before([blocks.gap(0.8)])]


def _logo_words(head: Head) -> str:
    """What the logo says to those who cannot see it."""
    words = " ".join(head.logo_words.split())
    if words:
        return _("Logo: {words}").format(words=words)
    whose = head.organisation.strip() or head.service.strip()
    return _("Logo of {whose}").format(whose=whose) if whose else _("Logo")


def organisation(head: Head, blocks: Blocks) -> Story:
    """Who stands behind a paper, each in a line: organisation, team or service, whom to ask."""
    return blocks.facts(
        [
            (_("Organisation"), head.organisation.strip()),
            (_("Service"), head.service.strip()),
            (_("Contact"), head.contact.strip()),
        ]
    )


def formats_line(head: Head, blocks: Blocks, asked: str, *, ruled: bool = True) -> Story:
    """How a paper can be had in another format: in the programme's own words, else whom to ask.

    `asked` is our sentence with the place for the contact; nothing where neither is known. Under
    lines to write on it had better not be `ruled`: a line more would be written on.
    """
    contact = head.contact.strip()
    words = head.other_formats.strip() or (asked.format(contact=contact) if contact else "")
    if not words:
        return []
    return [*([blocks.rule()] if ruled else []), *blocks.text(words)]


SHEET_ASKED = _("For this sheet in another format or language, ask {contact}.")
PACK_ASKED = _("For this pack in another format or language, ask {contact}.")
