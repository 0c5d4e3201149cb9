"""A story reaches paper only when its teller agreed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.packs import ALL, rendered, squeezed
from tests.support.rich_programme import UNSHARED, rich_programme
from tests.support.tagged_pdf import page_texts


@pytest.mark.parametrize("key", ALL)
def test_a_story_that_is_not_to_be_shared_stands_on_no_sheet(tmp_path: Path, key: str) -> None:
    out = tmp_path / "pack.pdf"
    rendered(rich_programme(), out, (key,))
    assert squeezed(UNSHARED) not in squeezed("".join(page_texts(out)))
