"""The program ends well, whatever was copied in it."""

from __future__ import annotations

import subprocess
import sys

import pytest

COPIED = """
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from aiplanner.ui.clipboard import leave_text
app = QApplication(["aiplanner", "-platform", "offscreen"])
data = QMimeData()
data.setText({text!r})
data.setData("application/x-aiplanner-items+json", b"{{}}")
app.clipboard().setMimeData(data)
del data
leave_text()
assert app.clipboard().text() == {text!r}
left = app.clipboard().mimeData()
assert left is None or not left.hasFormat("application/x-aiplanner-items+json")
"""


@pytest.mark.parametrize("text", ["Welcome\t10", ""])
def test_what_was_copied_does_not_outlive_python(text: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", COPIED.format(text=text)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "")
