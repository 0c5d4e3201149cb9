"""Keep what no page can hold out of typed and pasted text."""

from __future__ import annotations

import re

from PySide6.QtGui import QValidator

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"[ \t]*(?:\r\n|[\r\n\u2028\u2029])[ \t]*")


def clean_lines(text: str) -> str:
    """The text without control characters; its line breaks become plain ones."""
    return _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))


def clean_line(text: str) -> str:
    """The text on one line: breaks become spaces, control characters go."""
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text))


class CleanLine(QValidator):
    """Cleans whatever reaches a one-line field, by key, paste, drop or input method."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept every text, cleaned; the cursor stays behind what was before it."""
        cleaned = clean_line(text)
        if cleaned != text:
            position = len(clean_line(text[:position]))
        return QValidator.State.Acceptable, cleaned, position
