"""Addresses on the net, as people type them, and cut where a reader expects it."""

from __future__ import annotations

import re

from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.fonts import REGULAR, width
from aiplanner.packs.text import Markup


def address_lines(address: str, blocks: Blocks) -> Story:
    """The address as one link in the type of tables, in as many lines as it needs."""
    lines = _cut(_typed(address), blocks.sheet.width, blocks.styles.cell.fontSize)
    opening, text = blocks.gate.link(" ".join(lines), address).split(">", 1)
    return blocks.cell_lines([Markup(f"{opening}>{text.replace(' ', '<br/>')}")])


def _typed(address: str) -> str:
    """Short enough to stand in one line where that can be."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _cut(address: str, room: float, size: float) -> list[str]:
    """Lines that end after a stroke or a hyphen."""
    lines = [""]
    for part in re.findall(r"[^/-]*[/-]?", address):
        if lines[-1] and width(lines[-1] + part, REGULAR, size) > room:
            lines.append("")
        lines[-1] += part
    return lines
