"""The worst programme as a Word file: every word of it is there, and the file opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.app.told import told_words
from aiplanner.packs.catalogue import documents
from tests.support.packs import squeezed
from tests.support.word_files import sections, unmarked, written
from tests.support.worst_programme import bare_programme, lay_out_pictures, worst_programme

PLAN = tuple(info.id for info in documents() if info.family == "plan")
OTHERS = tuple(info.id for info in documents() if info.family != "plan")


@pytest.mark.parametrize("keys", [PLAN, OTHERS], ids=["plan", "others"])
@pytest.mark.parametrize("programme", [worst_programme, bare_programme])
def test_every_word_of_the_worst_is_there(
    tmp_path: Path, programme: object, keys: tuple[str, ...]
) -> None:
    assert callable(programme)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    out = tmp_path / "pack.docx"
    pack = written(programme(), out, keys, pictures=lay_out_pictures(pictures))
    for document, words in zip(pack.documents, sections(out), strict=True):
        assert words == squeezed(unmarked(told_words(document))), document.id
