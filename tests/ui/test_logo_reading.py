"""A logo is read from a picture or a drawing, and a drawing reads nothing beside itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from aiplanner.app.ports import WorldError
from aiplanner.domain.errors import PlanError
from aiplanner.ui import logo_reading
from aiplanner.ui.logo_reading import read_logo_file
from tests.support.pictures import GREY_JPEG, png

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARES = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg {NS} viewBox="0 0 40 10"><defs><linearGradient id="g"><stop stop-color="#f00"/>
</linearGradient></defs><rect width="10" height="10" fill="#00f"/>
<rect x="10" width="10" height="10" fill="url(#g)"/></svg>"""


def _seen(path: Path) -> QImage:
    return QImage.fromData(read_logo_file(path).picture.data)


def test_a_drawing_becomes_a_sharp_picture_on_white(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    file = tmp_path / "logo.svg"
    file.write_text("\ufeff" + SQUARES, "utf-8")
    seen = _seen(file)

    assert (seen.width(), seen.height()) == (1600, 400)
    colours = [QColor(seen.pixel(x, 200)).name() for x in (200, 600, 1400)]
    assert colours == ["#0000ff", "#ff0000", "#ffffff"]


@pytest.mark.parametrize(("name", "data"), [("a.png", png(30, 20)), ("a.jpg", GREY_JPEG)])
def test_pictures_are_read_too(qtbot: QtBot, tmp_path: Path, name: str, data: bytes) -> None:
    del qtbot
    (tmp_path / name).write_bytes(data)
    read = read_logo_file(tmp_path / name)

    assert (read.width, read.height) in {(30, 20), (8, 6)}


@pytest.mark.parametrize(
    "place",
    [
        '<image width="40" height="10" xlink:href="{there}"/>',
        '<image width="40" height="10" href=\n\'{there}\'/>',
        '<image width="40" height="10" xlink:href="&#102;ile://{there}"/>',
        '<rect width="40" height="10" style="fill:url({there})"/>',
    ],
)
def test_a_drawing_reads_no_other_file(qtbot: QtBot, tmp_path: Path, place: str) -> None:
    del qtbot
    there = tmp_path / "secret.png"
    there.write_bytes(png(40, 10, (200, 30, 30)))
    file = tmp_path / "logo.svg"
    file.write_text(f'<svg {NS} viewBox="0 0 40 10">{place.format(there=there)}</svg>')
    seen = _seen(file)

    assert {QColor(seen.pixel(x, 200)).name() for x in range(0, 1600, 50)} == {"#ffffff"}


@pytest.mark.parametrize(
    "data",
    [
        b"<svg",
        b"<html><body>no drawing</body></html>",
        f'<svg {NS} viewBox="0 0 0 0"/>'.encode(),
        f'<!DOCTYPE svg [<!ENTITY a "b">]><svg {NS} viewBox="0 0 4 4">&a;</svg>'.encode(),
        f'<?xml version="1.0" encoding="UTF-16"?><svg {NS} viewBox="0 0 4 4"/>'.encode("utf-16"),
        b"<\xff\xfe\x00",
        b"",
    ],
)
def test_what_is_no_logo_is_refused(qtbot: QtBot, tmp_path: Path, data: bytes) -> None:
    del qtbot
    file = tmp_path / "logo.svg"
    file.write_bytes(data)
    with pytest.raises(PlanError, match="picture-unclear"):
        read_logo_file(file)


def test_too_large_a_drawing_is_refused(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    file = tmp_path / "logo.svg"
    file.write_text(SQUARES)
    monkeypatch.setattr(logo_reading, "_MOST", 10)
    with pytest.raises(PlanError, match="picture-too-large"):
        read_logo_file(file)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as refusal:
        read_logo_file(tmp_path / "none.svg")
    assert refusal.value.code == "file-unreadable"
