"""Make names of files, which every system takes, from titles."""

from __future__ import annotations

from aiplanner.i18n import gettext as _

_LONGEST = 80
"""Most characters of a title that go into the name of a file."""


def numbered_name(number: int, of: int, title: str) -> str:
    """The name of a document's own PDF, so that a folder lists them in their order."""
    return f"{number:0{len(str(of))}} {file_stem(title)}.pdf"


def file_stem(title: str) -> str:
    """The name of a file that every system takes, made from a title; its ending comes after."""
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
    return " ".join(kept.split())[:_LONGEST].strip() or _("programme")
