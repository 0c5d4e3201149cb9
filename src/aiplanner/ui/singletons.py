"""Keep None, True and False alive under Python 3.11, where PySide6 6.12 gives them away."""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40
_done: list[bool] = []


def hold_singletons() -> None:
    """Give Python's constants more references than a process can lose. Safe to call again.

    PySide6 6.12.0 is built as if these objects were immortal, which they are only from Python
    3.12 on: there every call that returns None drops one reference too many, and after some
    thousand calls 3.11 ends the process ("Fatal Python error: none_dealloc"). 6.11.3 does not.
    `tests/house/test_singletons.py` tells when a PySide6 without the fault makes this needless.
    """
    if sys.version_info >= (3, 12) or _done:
        return
    for constant in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
    _done.append(True)
