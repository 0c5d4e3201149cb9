"""Give the widgets the colours and measures that the whole product shares."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from aiplanner.assets import resource
from aiplanner.domain.cycle import Phase

STEP = 4
"""The grid, in pixels: 8 inside, 16 between, 24 around are multiples of it."""
INSIDE, BETWEEN, AROUND = 2 * STEP, 4 * STEP, 6 * STEP
RADIUS = 6
ICON = 20
"""Edge of a line icon, in pixels at 100 % text size."""
LEAST_POINTS = 9.0
"""Secondary text is never smaller, in points."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: colours as "#RRGGBB". What each is for stands in `resources/tokens.toml`."""

    name: str
    canvas: str
    surface: str
    sunken: str
    desk: str
    raised: str
    hover: str
    tint: str
    ink: str
    ink2: str
    border: str
    hairline: str
    accent: str
    accent_deep: str
    on_accent: str
    danger: str
    warn: str
    ok: str
    define: str
    discover: str
    dream: str
    design: str
    deliver: str

    @property
    def dark(self) -> bool:
        """Whether light words stand on dark paper."""
        return luminance(self.canvas) < luminance(self.ink)

    def phase(self, phase: Phase) -> str:
        """The colour of a phase; it never stands without the phase's mark and name."""
        return str(getattr(self, phase.value))

    def colours(self) -> dict[str, str]:
        """Every colour by name, as the style sheet asks for them."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "name"}


@cache
def themes() -> dict[str, Tokens]:
    """All themes of `resources/tokens.toml` by name: light, dark, and the two of high contrast."""
    raw = _raw()
    return {
        name: Tokens(name=name, **{key.replace("-", "_"): value for key, value in table.items()})
        for name, table in raw.items()
        if name != "pairs"
    }


@cache
def pairs() -> tuple[tuple[str, str, float], ...]:
    """What is claimed to be legible: (mark, what it stands on, least contrast)."""
    return tuple(
        (mark.replace("-", "_"), ground.replace("-", "_"), float(claim["least"]))
        for claim in _raw()["pairs"]
        for mark in claim["marks"]
        for ground in claim["on"]
    )


def in_force() -> Tokens:
    """The theme that the application's palette was made from (light before any was applied)."""
    canvas = QGuiApplication.palette().color(QPalette.ColorRole.Window).name().upper()
    return _by_canvas().get(canvas, themes()["light"])


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two "#RRGGBB" colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 (black) to 1 (white)."""
    parts = QColor(colour)
    red, green, blue = (_linear(c) for c in (parts.redF(), parts.greenF(), parts.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=256)
def mix(one: str, other: str, share: float) -> str:
    """The colour between two: `share` 0 is `one`, 1 is `other`."""
    a, b = QColor(one), QColor(other)
    ends = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in ends)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(resource("tokens.toml").read_text(encoding="utf-8"))


@cache
def _by_canvas() -> dict[str, Tokens]:
    return {tokens.canvas: tokens for tokens in themes().values()}
