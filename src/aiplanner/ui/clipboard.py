"""Leave the clipboard in a state that outlives the program."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def leave_text() -> None:
    """Leave only the words of what was copied here.

    Data made in Python is destroyed by Qt after Python has ended, which ends the process with a
    fault; a text is made by Qt itself. The words can still be pasted where the system keeps them.
    """
    clipboard = QGuiApplication.clipboard()
    alone = QGuiApplication.platformName() == "offscreen"  # it never says that it owns anything
    if not (alone or clipboard.ownsClipboard()):
        return
    if text := clipboard.text():
        clipboard.setText(text)
    else:
        clipboard.clear()
