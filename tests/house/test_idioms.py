"""The habits that no linter knows: where they are broken, something is lost or hangs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.support.sources import ROOT, Source, program, suite

_UNEXPLAINED = re.compile(r"# (?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type: ignore\[[^]]*\])\s*$")
_TAGGED_BY = {
    "Paragraph": "paragraphs.py",
    "XPreformatted": "paragraphs.py",
    "Table": "tables.py",
    "LongTable": "tables.py",
    "Image": "figures.py",
}
"""ReportLab's own flowables, and the one module that wraps each with the gate and with tags."""


def _calls(source: Source) -> Iterator[tuple[str, int]]:
    """The last name of whatever is called, with its line: `exec` for `dialog.exec()`."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(attr=name) | ast.Name(id=name):
                    yield name, node.lineno


def _where_called(sources: tuple[Source, ...], names: set[str]) -> list[str]:
    return [
        f"{source}:{line} {name}"
        for source in sources
        if any(name in source.text for name in names)  # few: to parse the others takes seconds
        for name, line in _calls(source)
        if name in names
    ]


def test_an_exemption_from_a_check_says_why() -> None:
    assert [
        f"{source}:{number}"
        for source in [*program(), *suite()]
        for number, line in enumerate(source.text.splitlines(), 1)
        if _UNEXPLAINED.search(line)
    ] == []


def test_no_test_waits_for_the_clock() -> None:
    assert _where_called(suite(), {"sleep", "wait_ms"}) == []
    waits = [line for line in _where_called(suite(), {"wait"}) if "qtbot.wait(" in _text_at(line)]
    assert waits == []


def _text_at(place: str) -> str:
    file, _, rest = place.partition(":")
    return (ROOT / file).read_text(encoding="utf-8").splitlines()[int(rest.split()[0]) - 1]


def test_no_window_blocks_the_rest() -> None:
    """`exec` runs a second event loop: autosave, journeys and closing then misbehave."""
    ui = tuple(source for source in program() if source.room == "ui")
    blocking = [
        line for line in _where_called(ui, {"exec", "exec_"}) if "drag" not in _text_at(line)
    ]
    assert blocking == []


def test_user_text_reaches_paper_through_the_gate_alone() -> None:
    """Unescaped, `R&D <team>` prints `R&D;` and `<img src=…>` reads files of this computer."""
    strays = [
        f"{source}:{node.lineno} imports {alias.name}"
        for source in program()
        if "reportlab.platypus" in source.text
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab.platypus")
        for alias in node.names
        if _TAGGED_BY.get(alias.name, source.path.name) != source.path.name
    ]
    assert strays == []
