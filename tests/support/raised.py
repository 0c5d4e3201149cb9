"""Find the codes with which the program refuses, and the facts that go with each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.support.sources import Source, program

REFUSING = {"PlanError": 0, "WorldError": 0, "Fault": 1}
"""Which argument of each is the code."""

_CODE = re.compile(r"[a-z]+(-[a-z]+)+|stale")


@dataclass(frozen=True)
class Refusal:
    """One place that refuses: its code and, where they can be read off, the names of its facts."""

    where: str
    code: str
    facts: frozenset[str] | None


@cache
def refusals() -> tuple[Refusal, ...]:
    """Every code that is given to an error or a fault, in the text of the program."""
    return tuple(_refusals())


def _refusals() -> Iterator[Refusal]:
    for source in program():
        for call, name in _calls(source):
            at = REFUSING[name]
            if len(call.args) > at:
                facts = None if name == "Fault" else _facts(call)
                for code in _codes(source, call.args[at]):
                    yield Refusal(f"{source}:{call.lineno}", code, facts)


def unresolved() -> list[str]:
    """Places that refuse with a code nobody can read off the text."""
    return [
        f"{source}:{call.lineno}"
        for source in program()
        for call, name in _calls(source)
        if len(call.args) > REFUSING[name]
        and not _codes(source, call.args[REFUSING[name]])
        and not _handed_on(call.args[REFUSING[name]])
    ]


def _calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    if not any(name in source.text for name in REFUSING):
        return  # most files: to parse them and walk through them takes seconds
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in REFUSING:
                yield node, name


def _handed_on(code: ast.expr) -> bool:
    """Whether it is the code of another error or fault."""
    return isinstance(code, ast.Attribute) and code.attr == "code"


def _codes(source: Source, code: ast.expr) -> set[str]:
    """The codes an expression may stand for: constants, also those of this file under a name."""
    if isinstance(code, ast.Name):
        named = set(_constants_under(source, code.id))
        return named or {text for text in _texts(source.tree) if _CODE.fullmatch(text)}
    return {text for text in _texts(code) if _CODE.fullmatch(text)}


def _constants_under(source: Source, name: str) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _paired(target, node.value, name)


def _paired(target: ast.expr, value: ast.expr, name: str) -> Iterator[str]:
    match target, value:
        case ast.Name(id=found), _ if found == name:
            yield from (text for text in _texts(value) if _CODE.fullmatch(text))
        case ast.Tuple(elts=targets), ast.Tuple(elts=values):
            for one, other in zip(targets, values, strict=True):
                yield from _paired(one, other, name)


def _texts(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def _facts(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)
