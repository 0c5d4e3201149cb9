"""The project's own Python files, read once, and parsed once when somebody asks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "aiplanner"

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file as Python reads it."""
        return ast.parse(self.text, str(self.path))

    def __str__(self) -> str:
        return str(self.path.relative_to(ROOT))

    @property
    def room(self) -> str:
        """`domain`, `ui`, … or the module's own name for those that stand beside the rooms."""
        return self.path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    def definitions(self) -> Iterator[Definition]:
        """Every function, method and class of the file."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Definition))

    def imported(self) -> Iterator[tuple[str, int]]:
        """The dotted name and line of every import, wherever it stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((f"{self._absolute(node)}.{a.name}", node.lineno) for a in node.names)

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        here = self.path.relative_to(PACKAGE.parent).parts
        return ".".join([*here[: len(here) - node.level], *(node.module or "").split(".")])


def _read(path: Path) -> Source:
    return Source(path, path.read_text(encoding="utf-8"))


@cache
def program() -> tuple[Source, ...]:
    """The files of the program."""
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def suite() -> tuple[Source, ...]:
    """The files of the tests and the measurements."""
    return tuple(_read(path) for path in sorted((ROOT / "tests").rglob("*.py")))
