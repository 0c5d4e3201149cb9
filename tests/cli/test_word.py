"""Word files from the command line and from the worker: whole, told step by step, or refused."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from aiplanner.app.interchange import to_plain
from aiplanner.app.printing import PackOptions, options_plain
from aiplanner.cli.word import word_job, write_pack_word
from aiplanner.domain.errors import PlanError
from tests.support.packs import MADE
from tests.support.rich_programme import rich_programme


def test_the_worker_writes_the_file_and_tells_its_steps(tmp_path: Path) -> None:
    out, heard = tmp_path / "pack.docx", list[tuple[int, int, str]]()
    options = PackOptions(("cover", "agenda"), MADE, print_size="large")
    request = {
        "programme": to_plain(rich_programme()),
        "options": options_plain(options),
        "out": str(out),
    }
    answer = word_job(request, lambda *step: heard.append(step))
    sections = docx.Document(str(out)).sections
    assert answer == {"documents": ["cover", "agenda"]}
    assert len(heard) == len(sections) + 1
    assert heard[-1][0] == heard[-1][1] == len(sections)


def test_nothing_chosen_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="pack-empty"):
        write_pack_word(rich_programme(), PackOptions((), MADE), tmp_path / "pack.docx")
    assert list(tmp_path.iterdir()) == []


def test_drawings_are_in_the_file_and_not_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "pack.docx"
    write_pack_word(rich_programme(), PackOptions(("capability-map",), MADE), out)
    assert len(docx.Document(str(out)).inline_shapes) == 1
    assert list(tmp_path.iterdir()) == [out]


def test_figures_are_drawn_where_whoever_kills_the_worker_removes_them(tmp_path: Path) -> None:
    pictures, seen = tmp_path / "pictures", list[Path]()
    pictures.mkdir()
    options = PackOptions(("capability-map",), MADE, pictures=str(pictures))

    def look(*_step: object) -> None:
        seen.extend(pictures.rglob("*.png"))

    write_pack_word(rich_programme(), options, tmp_path / "pack.docx", look)
    assert seen
    assert list(pictures.iterdir()) == []
