"""Every icon can be drawn, in any colour, and every phase has one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from aiplanner.assets import resource
from aiplanner.domain.cycle import Phase
from aiplanner.ui import icons


def inked(image: QImage) -> set[str]:
    """The colours of the fully covered points of a picture."""
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_drawn_in_the_colour_it_is_given(name: str, qtbot: QtBot) -> None:
    image = icons.pixmap(name, "#FF0000", 80).toImage()
    assert inked(image) == {QColor("#FF0000").name()}


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_names_no_colour_of_its_own(name: str) -> None:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', source)) <= {"none", "currentColor"}


def test_every_phase_has_its_mark() -> None:
    assert {phase.value for phase in Phase} <= set(icons.names())


def test_an_icon_is_sharp_on_a_dense_screen(qtbot: QtBot) -> None:
    dense = icons.pixmap("add", "#000000", 20, 2.0)
    assert (dense.width(), dense.deviceIndependentSize().width()) == (40, 20)


def test_an_unknown_icon_is_a_mistake_of_ours(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        icons.pixmap("unicorn", "#000000")


def test_where_nothing_can_be_written_the_plain_icon_must_do(tmp_path: Path) -> None:
    assert icons.write_tinted("check", "#FFFFFF", tmp_path / "gone").suffix == ".svg"
