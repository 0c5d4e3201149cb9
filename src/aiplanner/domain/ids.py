"""Name rows so that copies made apart can be merged."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NewType
from uuid import UUID, uuid4, uuid5

RowId = NewType("RowId", str)
"""32 lower-case hexadecimal digits."""

_SHAPE = re.compile(r"[0-9a-f]{32}")


def new_id() -> RowId:
    """A random id (UUID 4). Pass a generator of your own where results must repeat."""
    return RowId(uuid4().hex)


@lru_cache(maxsize=4096)  # some are asked for at every keystroke
def derived_id(parent: RowId, name: str) -> RowId:
    """The one id that `name` under `parent` always has, so that two people who add it agree."""
    return RowId(uuid5(UUID(hex=parent), name).hex)


def is_id(text: str) -> bool:
    """Whether `text` has the shape of a row id."""
    return _SHAPE.fullmatch(text) is not None
