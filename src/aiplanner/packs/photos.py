"""Photos of wall sheets on paper: the picture, tagged with its words, and the words below it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from reportlab.lib.utils import ImageReader

from aiplanner.app.paper_words import session_name
from aiplanner.app.picture_bytes import shape_of
from aiplanner.app.picture_files import laid_out
from aiplanner.domain.photos import Photo
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.setting import Setting

_TALLEST = 0.41
"""Of the room on a page: two photos, each with its words, stand on one."""
_POINTS = 0.75
"""Points of a pixel at most; a small picture is not blown up beyond that."""


def wall(setting: Setting, blocks: Blocks) -> Story:
    """All photos of a programme under a heading of their own; nothing where there are none."""
    photos = setting.programme.photos
    told = [block for photo in photos for block in photo_blocks(setting, blocks, photo)]
    head = blocks.heading(_("What hung on the wall"), listed=True)
    return [*head, *blocks.before([blocks.gap(0.4)]), *told] if photos else []


def photo_blocks(setting: Setting, blocks: Blocks, photo: Photo) -> Story:
    """A photo with its words below; where its picture is not at hand the words say so."""
    words = " ".join(photo.caption.split())
    picture = laid_out(setting.options.pictures, photo.picture)
    if picture is None:
        lost = _("Photo, not in this copy: {words}").format(words=words or _("without words"))
        return blocks.note(lost)
    shape = shape_of(picture.data)
    scale = min(
        blocks.sheet.width / shape.width, blocks.sheet.height * _TALLEST / shape.height, _POINTS
    )
    size = shape.width * scale, shape.height * scale
    image = ImageReader(BytesIO(picture.data))

    def draw(canvas: PackCanvas) -> None:
        canvas.drawImage(image, 0, 0, *size)

    alt = _("Photo: {words}").format(words=words or _("what hung on the wall"))
    shown = blocks.figure(draw, size, alt, str(Path(setting.options.pictures) / photo.picture))
    below = blocks.small(" · ".join(filter(None, (words, _taken(setting, photo)))))
    above = blocks.before(shown) if below else shown
    return [*above, *below, blocks.gap(0.8)]


def _taken(setting: Setting, photo: Photo) -> str:
    """The session it was taken in; empty where it is of none, or of one that is deleted."""
    session = next((s for s in setting.programme.sessions if s.id == photo.session_id), None)
    return session_name(setting.programme, session) if session else ""
