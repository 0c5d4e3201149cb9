"""How a pack looks, as a script asks for it: the size in words or points, both sides, columns."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from aiplanner.cli.commands import main
from tests.support.packs import squeezed
from tests.support.tagged_pdf import page_texts


@pytest.fixture
def example(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> list[str]:
    """The beginning of a command that prints the example's running order."""
    monkeypatch.setenv("AIPLANNER_LIBRARY", str(tmp_path / "library.db"))
    assert main(["new", "example"]) == 0
    programme = capsys.readouterr().out.strip()
    return ["pack", programme, "--documents", "running-order", "--out"]


def _pages(example: list[str], out: Path, *asked: str) -> int:
    assert main([*example, str(out), *asked]) == 0
    with pikepdf.open(out) as pdf:
        return len(pdf.pages)


def test_sizes_are_asked_for_by_name_or_in_points(example: list[str], tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    sizes = ("clear", "14", "16", "large", "18", "20", "24")
    clear, fourteen, sixteen, *larger = (_pages(example, out, "--print", s) for s in sizes)

    assert clear == fourteen <= sixteen < larger[0]
    assert larger[0] == larger[1] < larger[2] < larger[3]


def test_both_sides_and_columns(example: list[str], tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    whole = _pages(example, out)
    assert squeezed("Private:") in squeezed("".join(page_texts(out)))

    assert _pages(example, out, "--columns", "clock", "why") < whole
    text = squeezed("".join(page_texts(out)))
    assert squeezed("Private:") not in text
    assert "Lead:" not in text
    _pages(example, out, "--columns", "clock", "why", "--duplex")
    assert "" in [text.strip() for text in page_texts(out)]


@pytest.mark.parametrize("asked", [("--print", "15"), ("--columns", "colour")])
def test_what_nobody_offers_is_refused(
    example: list[str], tmp_path: Path, asked: tuple[str, str]
) -> None:
    out = tmp_path / "pack.pdf"
    assert main([*example, str(out), *asked]) == 2
    assert not out.exists()
