"""What the project's own documents point to is there: links, pictures, source files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.sources import PACKAGE, ROOT

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FILE = re.compile(r"`([\w./-]+/[\w./-]+\.(?:py|toml|json|md))`")
_PICTURES = ROOT / "docs" / "pictures"


def _pages() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def _found(pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    for page in _pages():
        for found in pattern.findall(page.read_text(encoding="utf-8")):
            yield page, found


def _links() -> list[tuple[Path, str]]:
    return [(page, link) for page, link in _found(_LINK) if "://" not in link]


def test_every_link_and_picture_is_there() -> None:
    links = _links()
    assert len(links) > len(_pages()), "links are found at all"
    assert [
        f"{page.relative_to(ROOT)}: {link}"
        for page, link in links
        if not (page.parent / link.partition("#")[0]).exists()
    ] == []


def test_every_picture_is_shown_and_small() -> None:
    shown = {(page.parent / link).resolve() for page, link in _links()}
    kept = set(_PICTURES.iterdir())
    assert kept - shown == set(), "nobody looks at them"
    assert [file.name for file in kept if file.stat().st_size > 250_000] == []


def test_every_source_file_that_a_page_names_is_there() -> None:
    assert [
        f"{page.relative_to(ROOT)}: {file}"
        for page, file in _found(_FILE)
        if not any((place / file).exists() for place in (ROOT, PACKAGE, page.parent))
    ] == []
