"""Python's constants outlive thousands of calls into Qt, also under Python 3.11."""

from __future__ import annotations

import subprocess
import sys

import pytest

CALLS = 30_000
"""Several times the references to None that a fresh process holds."""

_CALL_QT = f"""
from PySide6.QtCore import QObject
lonely = QObject()
for _ in range({CALLS}):
    lonely.parent()
"""


def _run(lines: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", lines]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_qt_may_be_called_without_end() -> None:
    assert _run(f"import aiplanner.ui\n{_CALL_QT}").stderr == ""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the constants are immortal there")
def test_the_guard_is_still_needed() -> None:
    """When this fails, PySide6 is mended: take `ui/singletons.py` out."""
    assert "none_dealloc" in _run(_CALL_QT).stderr
