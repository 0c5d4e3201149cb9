"""The colours keep the contrast they claim, in every theme."""

from __future__ import annotations

import pytest

from aiplanner.domain.cycle import Phase
from aiplanner.ui import tokens


@pytest.mark.parametrize("name", tokens.themes())
def test_every_claimed_pair_is_legible(name: str) -> None:
    theme = tokens.themes()[name]
    weak = {
        f"{mark} on {ground}": round(measured, 2)
        for mark, ground, least in tokens.pairs()
        if (measured := tokens.contrast(getattr(theme, mark), getattr(theme, ground))) < least
    }
    assert not weak


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
def test_high_contrast_themes_reach_seven_to_one_for_all_text(name: str) -> None:
    theme = tokens.themes()[name]
    for mark, ground, least in tokens.pairs():
        if least >= 4.5:
            assert tokens.contrast(getattr(theme, mark), getattr(theme, ground)) >= 7, (
                mark,
                ground,
            )


def test_contrast_is_measured_as_wcag_does() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_phase_has_its_own_colour() -> None:
    for theme in tokens.themes().values():
        assert len({theme.phase(phase) for phase in Phase}) == len(Phase)


def test_themes_can_be_told_apart_by_their_canvas() -> None:
    canvases = {theme.canvas for theme in tokens.themes().values()}
    assert len(canvases) == len(tokens.themes())
