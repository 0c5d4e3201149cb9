"""Files, functions and classes stay small, well named and introduced."""

from __future__ import annotations

import ast
import re

from tests.support import sources

FILE, FUNCTION, CLASS = 400, 60, 250
"""The most lines each may have."""

VAGUE_FILE = re.compile(r"^(utils?|common|helpers?|misc)$|manager|controller|(^|_)base(_|$)")
VAGUE_CLASS = re.compile(r"Manager|Controller|Helper|Utils|Base(?![a-z])")
"""Names that say nothing of the job, so that everything ends up there."""

_NEXT_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


def _files() -> tuple[sources.Source, ...]:
    return (*sources.program(), *sources.suite())


def _lines(node: sources.Definition) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def test_files_are_short_enough_to_read() -> None:
    lengths = {str(file): len(file.text.splitlines()) for file in _files()}
    assert {name: lines for name, lines in lengths.items() if lines > FILE} == {}


def test_functions_and_classes_are_short() -> None:
    assert [
        f"{file}: {node.name} has {_lines(node)} lines"
        for file in _files()
        for node in file.definitions()
        if _lines(node) > (CLASS if isinstance(node, ast.ClassDef) else FUNCTION)
    ] == []


def test_names_say_the_job() -> None:
    assert [str(file) for file in _files() if VAGUE_FILE.search(file.path.stem)] == []
    assert [
        f"{file}: {node.name}"
        for file in _files()
        for node in file.definitions()
        if isinstance(node, ast.ClassDef) and VAGUE_CLASS.search(node.name)
    ] == []


def test_a_module_says_its_job_in_one_sentence() -> None:
    """Facts may follow in paragraphs of their own; a second job belongs in a second module."""
    assert [str(file) for file in _files() if file.text.strip() and not _introduced(file)] == []


def _introduced(file: sources.Source) -> bool:
    said = (ast.get_docstring(file.tree) or "").split("\n\n")[0]
    return said.endswith(".") and not _NEXT_SENTENCE.search(said)
