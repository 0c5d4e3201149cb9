"""The file of a programme with the pictures of its photos in it, and back."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from aiplanner.app.interchange import LARGEST, from_plain, plain_json, to_json
from aiplanner.app.pictures import MEGABYTE, Picture, fitting, in_order, picture_keys, picture_of
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

MOST_PICTURES = 40 * MEGABYTE
"""Bytes of all pictures in a file together, before they are put in base 64."""

ProgrammeWithPictures: TypeAlias = tuple[Programme, tuple[Picture, ...]]


def written(programme: Programme, found: Mapping[str, Picture]) -> tuple[bytes, int]:
    """The file of a programme, and how many of the pictures that were found did not fit in.

    Those of the first photos go in, as far as `MOST_PICTURES` goes.
    """
    wanted = in_order(programme, found)
    pictures = list(fitting(wanted, MOST_PICTURES))
    packed = {one.key: b64encode(one.data).decode() for one in pictures}
    return to_json(programme, packed), len(wanted) - len(pictures)


def read_programme_file(path: Path) -> ProgrammeWithPictures:
    """What a file holds; its size is looked at before it is read.

    PlanError as `from_json`, or `data-wrong` where a picture is not what its key says.
    """
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > LARGEST:
            raise PlanError("data-too-large")
        raw = plain_json(file.read(LARGEST + 1))
    programme = from_plain(raw)
    return programme, tuple(_pictures(programme, raw))


def _pictures(programme: Programme, raw: object) -> list[Picture]:
    packed: Mapping[str, str] = raw.get("pictures", {}) if isinstance(raw, dict) else {}
    read = [_picture(key, text) for key, text in packed.items()]
    if sum(len(one.data) for one in read) > MOST_PICTURES:
        raise PlanError("data-too-large")
    shown = set(picture_keys(programme))
    return [one for one in read if one.key in shown]


def _picture(key: str, text: str) -> Picture:
    where = f"pictures.{key[:16]}"
    try:
        picture = picture_of(b64decode(text, validate=True), key[:16])
    except ValueError:
        raise PlanError("data-wrong", where=where, what=_("it is not base 64")) from None
    except PlanError as refusal:
        raise PlanError("data-wrong", where=where, what=_REASONS[refusal.code]) from None
    if picture.key != key:
        raise PlanError("data-wrong", where=where, what=_("it is not the SHA-256 of the picture"))
    return picture


_REASONS: Mapping[str, str] = {
    "picture-unclear": _("it is no whole JPEG or PNG picture"),
    "picture-too-large": _("it is larger than a photo is kept"),
    "picture-too-wide": _("it has more pixels than a photo is kept with"),
    "picture-with-notes": _("it holds more than a picture, for example where it was taken"),
}
